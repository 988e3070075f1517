"""The characters that a report's text may hold."""

import re

#: Line ends of other systems, page and column breaks, and NEL.
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85]")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: What XML 1.0 forbids, DEL and the C1 controls: no word holds them, and they break files and displays.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """Text with LF line ends and without control characters.

    Parameters
    ----------
    text : str
        As decoded; may hold anything.

    Returns
    -------
    str
        Control characters and lone surrogates have become U+FFFD, one for one, so that a reader
        sees that something stood there; a surrogate pair has become the character it stands for.
        Cleaning it again changes nothing.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _BREAK.sub("\n", text.lstrip("\ufeff"))
    return _CONTROL.sub(_REPLACEMENT, text)
