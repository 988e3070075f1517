"""Where a name on the network leads, and whether a stranger's word may take us there.

Only public addresses may be asked: a page, a feed or a redirect must not reach the router, the cloud's
metadata or a service of this machine (server-side request forgery). `data/special_addresses.csv` lists those
that are not public; an IPv4 address that stands inside an IPv6 one is judged as itself.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Sequence
from functools import cache

from sitmap import resources
from sitmap.reports.settings import Network

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Prefixes after which the last 32 bits are an IPv4 address: IPv4-mapped (RFC 4291) and NAT64 (RFC 6052).
_EMBEDDING = (ipaddress.IPv6Network("::ffff:0:0/96"), ipaddress.IPv6Network("64:ff9b::/96"))
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")


@cache
def _special() -> tuple[tuple[Network, str], ...]:
    rows = resources.rows(resources.data("special_addresses.csv"))
    return tuple((ipaddress.ip_network(row["block"]), row["name"]) for row in rows)


def why_not(address: str, allow: Sequence[Network]) -> str:
    """Why an address may not be asked, in a few words; "" when it may.

    Parameters
    ----------
    address : str
        IPv4 or IPv6, with or without a scope.
    allow : sequence of network
        Allowed whatever they are.
    """
    if is_allowed(address, allow):
        return ""
    found = _address(address)
    for network, name in _special():
        if found in network:
            return name
    if isinstance(found, ipaddress.IPv6Address) and found not in _GLOBAL_UNICAST:
        return "reserved"
    # A newer Python may know of blocks that the table does not.
    return "" if found.is_global and not found.is_multicast else "not public"


def is_allowed(address: str, allow: Sequence[Network]) -> bool:
    """Whether the settings name a network that an address belongs to."""
    found = _address(address)
    return any(found in network for network in allow)


def _address(text: str) -> _Address:
    """Address without its scope; the IPv4 address inside it, where there is one."""
    found = ipaddress.ip_address(text.partition("%")[0])
    if any(found in network for network in _EMBEDDING):
        return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found


def look_up(host: str, port: int, *, seconds: float) -> tuple[str, ...]:
    """Addresses of a host, in the order in which the system would try them.

    Parameters
    ----------
    host : str
        Name or address.
    port : int
    seconds : float
        How long the answer may take; the system's own resolver knows no such bound.

    Raises
    ------
    OSError
        If there is no such name.
    TimeoutError
        If the answer takes too long.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as fault:
            answers.put(fault if isinstance(fault, OSError) else OSError(str(fault)))
        else:
            answers.put([str(each[4][0]) for each in found])

    threading.Thread(target=ask, name="sitmap-look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, OSError):
        raise answer
    return tuple(dict.fromkeys(answer))
