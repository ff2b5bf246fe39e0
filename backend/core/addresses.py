"""From which address a request comes; a proxy is believed only when it is a trusted one."""

from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

from django.conf import settings

Network = IPv4Network | IPv6Network


@cache
def networks(texts: tuple[str, ...]) -> list[Network]:
    """Addresses and ranges such as 10.0.0.7 or 10.0.0.0/8; raises ValueError for another text."""
    return [ip_network(text, strict=False) for text in texts]


def within(address: str, ranges: list[str] | tuple[str, ...]) -> bool:
    """Whether an address lies in one of the ranges; what is no address lies in none."""
    try:
        known = ip_address(address.strip())
    except ValueError:
        return False
    mapped = getattr(known, "ipv4_mapped", None)  # ::ffff:10.0.0.7
    return any((mapped or known) in network for network in networks(tuple(ranges)))


def client_address(request: Any) -> str:
    """The peer's address; behind TRUSTED_PROXIES the last one that they did not add themselves.

    X-Forwarded-For is read from its end, because everything before the first untrusted address
    may be invented by the sender.
    """
    address: str = request.META.get("REMOTE_ADDR", "")
    trusted = settings.TRUSTED_PROXIES
    if not within(address, trusted):
        return address
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    for hop in reversed(told):
        try:
            ip_address(hop)
        except ValueError:
            break
        address = hop
        if not within(hop, trusted):
            break
    return address
