"""One web address to its bytes, with every step bounded.

Where the connection goes is the business of `connect`. A redirect is a new address with the same rules.
Nothing is sent but the request: no cookie, no referrer, no credential. No more is read than the bounds allow,
as it travels and unpacked.
"""

import http.client
import logging
import zlib
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import unquote

from urllib3.response import BaseHTTPResponse

from sitmap.errors import ReportError
from sitmap.reports import fields, settings, weblink
from sitmap.reports.connect import SAVE, Clock, Refused, connection
from sitmap.reports.settings import Limits
from sitmap.reports.weblink import Target

_log = logging.getLogger(__name__)

_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Status -> what it means for the person who gave the address.
_STATUS = {
    401: f"asks for a login: {SAVE}",
    402: f"asks for a payment: {SAVE}",
    403: f"refuses to be read by a program: {SAVE}",
    404: "has no such page: check the address",
    410: "has no such page any more: check the address",
    429: "has been asked too often: try again later",
    451: f"withholds the page for legal reasons: {SAVE}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave.

    Parameters
    ----------
    url : str
        Where the redirects ended.
    data : bytes
        Unpacked.
    suffix : str
        By which a file of that type would be read.
    charset : str
        What the server calls the encoding, "" if it says nothing.
    """

    url: str
    data: bytes
    suffix: str
    charset: str


def fetch(url: str, *, limits: Limits | None = None) -> Fetched:
    """Read one web address.

    Parameters
    ----------
    url : str
        http or https.
    limits : Limits, optional
        Those of the settings when None.

    Returns
    -------
    Fetched

    Raises
    ------
    ReportError
        If it may not be asked, gives no report, or too much, too slowly or too late; the message holds no
        secret of the address.
    SettingsError
        If the user's own settings cannot be followed.
    """
    bounds = limits or settings.limits()
    source = weblink.shown(url.strip())
    clock = Clock(bounds.max_seconds)
    try:
        at = weblink.target(url)
        for _ in range(bounds.max_redirects + 1):
            found = _hop(at, bounds, clock)
            if isinstance(found, Fetched):
                return found
            at = found
    except fields.RecordError as fault:
        raise ReportError(source, str(fault).removeprefix(f"{source} ")) from None
    except Refused as fault:
        led = weblink.shown(at.url)
        where = "" if led.rstrip("/") == source.rstrip("/") else f"led to {led}, which "
        raise ReportError(source, f"{where}{fault}") from None
    raise ReportError(source, f"was redirected more than {bounds.max_redirects} times: check the address")


def _hop(at: Target, limits: Limits, clock: Clock) -> Fetched | Target:
    """Ask one address: its content, or where it sends us."""
    _log.info("asking %s", weblink.shown(at.url))
    with connection(at, limits, clock) as opened:
        opened.request("GET", at.path, headers=_headers(at), preload_content=False, decode_content=False)
        with closing(opened.getresponse()) as answer:
            return _taken(at, answer, limits, clock)


def _taken(at: Target, answer: BaseHTTPResponse, limits: Limits, clock: Clock) -> Fetched | Target:
    if answer.status in _REDIRECTS:
        return _redirect(at, answer)
    if answer.status != http.client.OK:
        raise Refused(_status(answer.status))
    media, charset = _kind(answer)
    suffix = _suffix(at, media)
    data = _body(answer, limits.max_bytes, clock)
    return Fetched(url=at.url, data=data, suffix=suffix, charset=charset)


def _headers(at: Target) -> dict[str, str]:
    return {
        "Host": at.authority,
        "User-Agent": f"sitmap/{version('sitmap')} (reads one page for one reader; no crawler)",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _redirect(at: Target, answer: BaseHTTPResponse) -> Target:
    location = answer.headers.get("Location", "")
    if not location:
        raise Refused(f"redirects to nowhere: {SAVE}")
    try:
        to = weblink.target(weblink.joined(at.url, location))
    except fields.RecordError as fault:
        raise Refused(f"redirects to what may not be asked: {fault}") from None
    if at.scheme == "https" and to.scheme == "http":
        raise Refused(f"redirects from https to http, where anybody may change the page: {SAVE}")
    return to


def _status(status: int) -> str:
    if status >= http.client.INTERNAL_SERVER_ERROR:
        return f"has trouble of its own (status {status}): try again later"
    what, _, remedy = _STATUS.get(status, f"gave no page: {SAVE}").partition(": ")
    return f"{what} (status {status}): {remedy}"


def _kind(answer: BaseHTTPResponse) -> tuple[str, str]:
    """Media type and encoding that an answer states; "" for each that it does not."""
    stated = Message()
    stated["Content-Type"] = answer.headers.get("Content-Type", "")
    media = str(stated["Content-Type"]).partition(";")[0].strip().lower()
    return media, str(stated.get_param("charset", ""))


def _suffix(at: Target, media: str) -> str:
    """Suffix of a file of this type, before anything of it is read."""
    known = settings.table("types")
    if media in settings.table("vague")["types"]:
        named = PurePosixPath(unquote(at.path.partition("?")[0])).suffix.lower()
        if named in known.values():
            return named
    if media in known:
        return str(known[media])
    what = fields.shown(media) if media else "something of no stated type"
    raise Refused(f"holds {what}, which is no report: give a page, a feed, or a text, JSON or CSV file")


def _body(answer: BaseHTTPResponse, limit: int, clock: Clock) -> bytes:
    """Content of an answer, unpacked; neither it nor what travels may be larger than `limit` bytes."""
    too_large = f"is larger than {limit // 1_000_000} MB: {SAVE}"
    stated = answer.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated[:20]) > limit:
        raise Refused(too_large)
    unpacker = _unpacker(answer.headers.get("Content-Encoding", "").strip().lower())
    travelled, data = 0, bytearray()
    for chunk in answer.stream(_CHUNK, decode_content=False):
        clock.left()
        travelled += len(chunk)
        data += unpacker.decompress(chunk, limit + 1 - len(data)) if unpacker else chunk
        if max(travelled, len(data)) > limit:
            raise Refused(too_large)
    if unpacker and travelled and not unpacker.eof:
        raise Refused("broke off in the middle: try again later")
    if unpacker and unpacker.unused_data:
        raise Refused(f"sent what does not unpack: {SAVE}")
    return bytes(data)


def _unpacker(coding: str) -> "zlib._Decompress | None":
    if coding in {"", "identity"}:
        return None
    if coding in {"gzip", "x-gzip"}:
        return zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    raise Refused(f"is packed as {fields.shown(coding)}, which was not asked for: {SAVE}")
