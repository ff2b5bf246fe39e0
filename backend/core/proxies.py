"""Whose word about the visitor's address is believed: TRUSTED_PROXIES, and nobody else's."""

import re
from collections.abc import Callable, Iterable
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from core.addresses import Network, networks, within

TOLD_BY_PROXIES = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
    "HTTP_X_REQUEST_ID",
)
REQUEST_ID = re.compile(r"[0-9a-f]{32}")


def proxies(told: Iterable[str]) -> list[Network]:
    """The networks of TRUSTED_PROXIES; raises ImproperlyConfigured for what is none."""
    try:
        return networks(told)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"TRUSTED_PROXIES holds addresses or networks, separated by commas: {error}."
        ) from error


def trusted(address: str) -> bool:
    """Whether this address is one of the installation's own proxies."""
    return within(address, settings.TRUSTED_PROXIES)


def local(address: str) -> bool:
    """Whether the address is this machine's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def visitor(peer: str, forwarded: str) -> str:
    """The visitor's address: the last one that no trusted proxy wrote about itself.

    Proxies add to the right, so what a visitor claims stands on the left and is never reached.
    """
    for hop in reversed([each.strip() for each in forwarded.split(",") if each.strip()]):
        if not trusted(peer):
            break
        try:
            peer = str(ip_address(hop))
        except ValueError:
            break
    return peer


class TrustedProxies:
    """REMOTE_ADDR is the visitor; what strangers claim by X-Forwarded-… is dropped."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        peer = str(meta.get("REMOTE_ADDR", ""))
        meta["PEER_ADDR"] = peer
        if trusted(peer):
            meta["REMOTE_ADDR"] = visitor(peer, str(meta.get("HTTP_X_FORWARDED_FOR", "")))
        else:
            for name in TOLD_BY_PROXIES:
                meta.pop(name, None)
        return self.get_response(request)
