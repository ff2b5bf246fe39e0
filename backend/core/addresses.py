"""Addresses of the network: ranges, what lies within, and from which one a request comes."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

Network = IPv4Network | IPv6Network


def networks(texts: Iterable[str]) -> list[Network]:
    """Addresses and ranges such as 10.0.0.7 or 10.0.0.0/8; raises ValueError for another text."""
    return [ip_network(text.strip(), strict=False) for text in texts if text.strip()]


def within(address: str, ranges: Iterable[Network]) -> bool:
    """Whether an address lies in one of the ranges; what is no address lies in none."""
    try:
        known = ip_address(address.strip())
    except ValueError:
        return False
    mapped = getattr(known, "ipv4_mapped", None)  # ::ffff:10.0.0.7
    return any((mapped or known) in network for network in ranges)


def client_address(request: Any) -> str:
    """The visitor's address, as core.proxies left it."""
    return str(request.META.get("REMOTE_ADDR", ""))
