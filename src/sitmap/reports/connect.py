"""A connection to a web server that may be asked, and not for longer than it may take.

The name is looked up once; each address that it leads to must be one that may be asked, and the connection
goes to an address that was checked, so that a name which changes its mind in between (DNS rebinding) gains
nothing. For HTTPS the certificate must be that of the name. Proxies are not used, because behind one nobody
can check where the connection goes.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from sitmap.reports import addresses
from sitmap.reports.settings import Limits
from sitmap.reports.weblink import Target

#: What helps when a program may not have what a person may.
SAVE = "save the page and give the file"
_CONNECT_SECONDS = 10.0
_FAULTS = (HTTPError, http.client.HTTPException, OSError, zlib.error)


class Refused(Exception):  # noqa: N818 - an outcome, which `fetch` tells as a ReportError
    """Why an address gave nothing, and what to do."""


class Clock:
    """Time that is left for one address.

    Parameters
    ----------
    seconds : float
        In all.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises
        ------
        Refused
            If there are none.
        """
        remaining = self._end - time.monotonic()
        if remaining <= 0:
            raise Refused(f"did not answer in full within {self._seconds:g} s: try again, or {SAVE}")
        return remaining

    def stop(self, wire: socket.socket) -> None:
        """Take it that no time is left, and cut a connection: who waits for it goes on at once."""
        self._end = 0.0
        with suppress(OSError):  # the other side was faster
            # Past TLS, whose farewell would wait for the other side.
            socket.socket.shutdown(wire, socket.SHUT_RDWR)


@contextmanager
def connection(at: Target, limits: Limits, clock: Clock) -> Iterator[HTTPConnection]:
    """Open connection that is cut when the time is up; faults of the network become `Refused`.

    Parameters
    ----------
    at : Target
        Its host must lead to addresses that may be asked, and to no other.
    limits : Limits
    clock : Clock

    Raises
    ------
    Refused
        If it may not be made, cannot be made, or breaks.
    """
    opened = _connected(at, _checked(at, limits, clock), clock)
    # A time-out of a socket bounds one reading from it: a byte every few seconds would keep us for hours.
    cutter = threading.Timer(clock.left(), clock.stop, [opened.sock])
    cutter.daemon = True
    cutter.start()
    try:
        yield opened
        # What was cut looks like what ended, and what came before like the whole.
        clock.left()
    except Refused:
        clock.left()
        raise
    except _FAULTS as fault:
        raise _refused(fault, clock) from None
    finally:
        cutter.cancel()
        opened.close()


def _checked(at: Target, limits: Limits, clock: Clock) -> tuple[str, ...]:
    """Addresses that the host leads to, if every one of them may be asked."""
    try:
        found = addresses.look_up(at.host, at.port, seconds=clock.left())
    except TimeoutError:
        clock.left()
        raise Refused("has a name that could not be looked up in time: try again") from None
    except OSError:
        raise Refused("has a name that the network does not know: check the address") from None
    for each in found:
        if reason := addresses.why_not(each, limits.allow):
            raise Refused(
                f"leads to {each}, which is not on the public internet ({reason}): {SAVE}, "
                "or allow that network in your settings (fetch.allow)"
            )
        if at.port not in limits.ports and not addresses.is_allowed(each, limits.allow):
            raise Refused(
                f"names the port {at.port}, where no web page is expected: {SAVE}, "
                "or add the port in your settings (fetch.ports)"
            )
    return found


def _connected(at: Target, found: tuple[str, ...], clock: Clock) -> HTTPConnection:
    """Connect to the first of the checked addresses that answers."""
    problem = Refused("has a name that the network does not know: check the address")
    for address in found:
        made = _to(at, address, min(clock.left(), _CONNECT_SECONDS))
        try:
            made.connect()
            made.sock.settimeout(None)  # it is cut when the time is up
        except _FAULTS as fault:
            made.close()
            problem = _refused(fault, clock)
        else:
            return made
    raise problem


def _to(at: Target, address: str, seconds: float) -> HTTPConnection:
    if at.scheme == "http":
        return HTTPConnection(address, at.port, timeout=seconds)
    return HTTPSConnection(address, at.port, timeout=seconds, ssl_context=_trust(), server_hostname=at.host)


@cache
def _trust() -> ssl.SSLContext:
    """Certificates of the system, where it has any, and those of Mozilla."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _refused(fault: Exception, clock: Clock) -> Refused:
    """Say what a fault of the network means for the person who gave the address."""
    clock.left()
    cause = fault.args[0] if fault.args and isinstance(fault.args[0], ssl.SSLError) else fault
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Refused(f"shows a certificate that does not hold ({cause.verify_message}): {SAVE}")
    if isinstance(cause, ssl.SSLError):
        return Refused(f"does not speak HTTPS as it should ({cause.reason or 'no reason given'}): {SAVE}")
    if isinstance(fault, NewConnectionError | ConnectTimeoutError):
        return Refused("does not answer: check the address, or try again later")
    if isinstance(fault, zlib.error):
        return Refused(f"sent what does not unpack: {SAVE}")
    return Refused("broke off in the middle: try again later")
