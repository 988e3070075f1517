"""Web addresses: what may be asked at all, how one is shown, and when two are the same page."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from sitmap.reports import fields, settings

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HIDDEN = "..."
#: What stands for itself in a path or a query, escapes among it: the rest is escaped (RFC 3986).
_KEPT = "%/:=&?~#+!$,;'@()*[]"
_LONGEST_SHOWN = 200
#: Letters, digits and signs of a name (the underscore is in use), or of an IPv6 address with its scope.
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+(%[\w.-]+)?", re.IGNORECASE)
#: Between the words of a parameter's name.
_PARTS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a request goes.

    Parameters
    ----------
    scheme : str
        http or https.
    host : str
        Name in ASCII, or address without brackets.
    port : int
    path : str
        With the query, escaped.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def is_web(source: str) -> bool:
    """Whether a source is meant as a web address: it begins with a scheme and two slashes."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source) is not None


def target(url: str) -> Target:
    """Take an address apart.

    Parameters
    ----------
    url : str
        As a person or a page gives it.

    Raises
    ------
    RecordError
        If it is not http or https, has no host, holds blanks, or a user name or password.
    """
    url = url.strip()
    if is_web(url) and not url.lower().startswith(("http://", "https://")):
        raise fields.RecordError(f"{shown(url)} is neither http nor https: nothing else is read from")
    try:
        parts = urlsplit(fields.link(url))
        host, port = _host(parts.hostname or ""), parts.port
    except (ValueError, fields.RecordError):
        host, port = "", None
    if not host or port == 0:
        raise fields.RecordError(f"{shown(url)} is not a web address: correct it")
    if "@" in parts.netloc:
        problem = "holds a user name or password: give it without, or save the page and give the file"
        raise fields.RecordError(f"{shown(url)} {problem}")
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_KEPT)
    return Target(scheme=parts.scheme, host=host, port=port or _DEFAULT_PORTS[parts.scheme], path=path)


def _host(name: str) -> str:
    """Host as the network knows it: other letters than Latin as their ASCII form.

    Raises
    ------
    ValueError
        If no host can be called so.
    """
    found = name if ":" in name else name.encode("idna").decode("ascii")
    if not _HOST.fullmatch(found):
        raise ValueError(name)
    return found


def joined(base: str, reference: str) -> str:
    """Address that a reference of a page at `base` means; "" if it means none."""
    try:
        return urljoin(base, reference.strip())
    except ValueError:
        return ""


def shown(url: str) -> str:
    """Address for a message or a log: without user, password, fragment and the values that open doors."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # a password with a slash in it looks like a port, and is refused as one
        host = parts.netloc.rpartition("@")[2]
        told = urlunsplit((parts.scheme, host, parts.path, _hidden(parts.query), ""))
    except ValueError:
        told = url.partition("?")[0].rpartition("@")[2]
    return told if len(told) <= _LONGEST_SHOWN else told[:_LONGEST_SHOWN] + _HIDDEN


def _hidden(query: str) -> str:
    pieces = []
    for piece in query.split("&"):
        name, equals, _ = piece.partition("=")
        pieces.append(f"{name}={_HIDDEN}" if equals and _is_secret(name) else piece)
    return "&".join(pieces)


def public(url: str) -> str:
    """Address that a report keeps: without fragment, tracking and the values that open doors."""
    parts = urlsplit(url)
    pieces = (piece for piece in parts.query.split("&") if piece)
    names = ((piece, piece.partition("=")[0]) for piece in pieces)
    kept = [piece for piece, name in names if not _is_tracking(name) and not _is_secret(name)]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), ""))


def same(url: str) -> str:
    """Key that two addresses of one page share.

    Scheme, `www.`, case and port of the host, a closing slash, fragment, tracking and the order of the
    parameters tell no pages apart. "" for an address that is none.
    """
    try:
        at = target(url)
    except fields.RecordError:
        return ""
    path, _, query = at.path.partition("?")
    pairs = sorted(
        (name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _is_tracking(name)
    )
    host = at.host.lower().removeprefix("www.").rstrip(".")
    port = "" if at.port in _DEFAULT_PORTS.values() else f":{at.port}"
    return f"{host}{port}{path.rstrip('/')}?{urlencode(pairs)}"


def _is_tracking(name: str) -> bool:
    named = settings.table("parameters")
    return name.lower().startswith(tuple(named["tracking_begins"])) or name.lower() in named["tracking"]


def _is_secret(name: str) -> bool:
    return not set(_PARTS.split(name.lower())).isdisjoint(settings.table("parameters")["secret"])
