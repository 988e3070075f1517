"""What two copies of one report have in common: the key of its text and of its address."""

from hashlib import sha256
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}


def text_key(text: str) -> str:
    """Key of a text: the same for texts that differ in blanks and letter case alone.

    Parameters
    ----------
    text : str
        Of a report.

    Returns
    -------
    str
        SHA-256, hexadecimal.
    """
    return sha256(" ".join(text.split()).casefold().encode("utf-8", "surrogatepass")).hexdigest()


def url_key(url: str) -> str:
    """Key of a web address: the same for addresses that lead to one page.

    Parameters
    ----------
    url : str
        http or https, or "".

    Returns
    -------
    str
        Without scheme, default port, fragment and closing slash, the host in lower case; "" for "".
    """
    if not url:
        return ""
    parts = urlsplit(url)
    port = parts.port
    host = (parts.hostname or "").rstrip(".")
    if port is not None and port != _PORTS.get(parts.scheme):
        host += f":{port}"
    return host + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
