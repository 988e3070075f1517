"""Moments as the web writes them: ISO 8601, and the form of mail and RSS (RFC 822, RFC 2822)."""

from datetime import datetime
from email.utils import parsedate_to_datetime

_LONGEST = 60


def moment(value: object) -> str:
    """Read a date, with its time and offset where it has them.

    Parameters
    ----------
    value : object
        "2024-11-01T07:00:00+09:00", "2024-11-01", "Fri, 01 Nov 2024 07:00:00 +0900".

    Returns
    -------
    str
        ISO 8601 as `fields.day` reads it; "" for what is neither.
    """
    text = value.strip() if isinstance(value, str) else ""
    if not text or len(text) > _LONGEST:
        return ""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found: datetime = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found.date().isoformat() if len(text) == len("2024-11-01") else found.isoformat()
    return ""
