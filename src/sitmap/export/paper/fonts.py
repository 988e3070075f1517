"""Which fonts can write a text, how wide it is, and where its lines break.

DejaVu Sans comes with matplotlib and has Latin, Greek, Cyrillic and Arabic. For what it has not, the
system's fonts are asked once; what none has is written as U+FFFD, and `missing` says what that was.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontEntry, FontProperties, fontManager, get_font

from sitmap import schema

MAIN, SERIF = "DejaVu Sans", "DejaVu Serif"
#: Letters as wide as they are drawn, not pushed to whole pixels: the same in a picture as in a PDF.
UNHINTED: dict[Any, Any] = {"text.hinting": "none"}
#: Measured at ten times the size, so that the grid of pixels does not show.
_FINE = 10
_REGULAR, _HEAVY = {400, "normal", "regular"}, {700, "bold"}
#: Pictures, which a vector file cannot hold, and fonts that have a box for everything.
_PICTURES = re.compile("emoji|last ?resort|symbol", re.IGNORECASE)
#: Characters of one text that are laid out; a page holds fewer.
_LONGEST = 20_000
#: Scripts that are written without spaces: a line may break before any character of them.
_UNSPACED = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_PIECE = re.compile(rf"{_UNSPACED.pattern}|[^\s{_UNSPACED.pattern[1:-1]}]+")
_GONE = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, marks of direction, halves of pairs, no characters
_NO_GLYPH = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """Text on one line, without what cannot be seen: controls, marks of direction, line ends.

    Parameters
    ----------
    text : str
        Of any content: all text of reports is hostile.

    Returns
    -------
    str
        In NFC, with single spaces; a character that no font found here can write is U+FFFD.
    """
    return "".join(_written(char) for char in seen(text))


def seen(text: str) -> str:
    """Text as `plain` makes it, with any character that has a name: for files that others' fonts show."""
    kept = (char for char in unicodedata.normalize("NFC", schema.text(text)) if _is_seen(char))
    return " ".join("".join(kept).split())


def missing(texts: Iterable[str]) -> list[str]:
    """Characters of some texts that no font found here can write, in their order in Unicode."""
    chars = {char for text in texts for char in unicodedata.normalize("NFC", text)}
    return [char for char in sorted(chars) if not char.isspace() and _is_seen(char) and not _family(char)]


def families(text: str, *, serif: bool = False) -> list[str]:
    """Fonts that write a text as `plain` gives it, the one that has most of it first."""
    own = {_family(char) for char in text} - {"", MAIN}
    return [SERIF if serif else MAIN, *sorted(own), *([MAIN] if serif else [])]


def can(text: str, *, bold: bool = False, italic: bool = False) -> bool:
    """Whether a style of the main fonts has every character of a text: bold and slanted ones have fewer."""
    if italic:
        return text.isascii()
    return not bold or all(_has(_bold(), char) for char in text)


@lru_cache(maxsize=50_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text on one line as `plain` gives it.

    Parameters
    ----------
    text : str
        On one line.
    size : float
        In points.
    bold : bool
        Heavier and wider.

    Returns
    -------
    float
        In points.
    """
    font = FontProperties(family=families(text), size=size, weight=_weight(text, bold=bold))
    with mpl.rc_context(UNHINTED):
        return float(_measure().get_text_width_height_descent(text, font, ismath=False)[0]) / _FINE


def lines(text: str, size: float, room: float, *, bold: bool = False, most: int = 0) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    text : str
        Of any content; it is made `plain`.
    size : float
        In points.
    room : float
        Width of a line, points.
    bold : bool
        As in `width`.
    most : int
        Lines at most, the last of which then ends in an ellipsis; 0 for any number.

    Returns
    -------
    list of str
        At least one line, none wider than `room` unless one character is.
    """
    made: list[str] = []
    line, used = "", 0.0
    shown = plain(text[:_LONGEST])
    bold = bold and can(shown, bold=True)
    for gap, piece in _pieces(shown, size, room, bold=bold):
        # Word by word, so that a word is measured once; the pairs across a space are of no account.
        needed = width(piece, size, bold=bold)
        wider = needed + (_space(size, bold=bold) if gap else 0.0)
        if line and used + wider > room:
            made.append(line)
            line, used = piece, needed
        else:
            line, used = (f"{line}{gap}{piece}", used + wider) if line else (piece, needed)
        if most and len(made) >= most:
            break
    made.append(line)
    if (most and len(made) > most) or len(text) > _LONGEST:
        made = made[: most or None]
        made[-1] = _shortened(made[-1], size, room, bold=bold)
    return made


def _space(size: float, *, bold: bool) -> float:
    return width("n n", size, bold=bold) - width("nn", size, bold=bold)


def _pieces(text: str, size: float, room: float, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Give what no line may break, each with the space before it; a word too long for a line is cut."""
    for found in _PIECE.finditer(text):
        gap = " " if text[found.start() - 1 : found.start()] == " " else ""
        word = found[0]
        while len(word) > 1 and width(word, size, bold=bold) > room:
            cut = _fitting(word, size, room, bold=bold)
            yield gap, word[:cut]
            gap, word = "", word[cut:]
        yield gap, word


def _fitting(word: str, size: float, room: float, *, bold: bool) -> int:
    """Characters of a word that fit in a line: at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(word[:middle], size, bold=bold) <= room else (low, middle - 1)
    return low


def _shortened(line: str, size: float, room: float, *, bold: bool) -> str:
    while line and width(f"{line}…", size, bold=bold) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _weight(text: str, *, bold: bool) -> str:
    return "bold" if bold and can(text, bold=True) else "normal"


def _is_seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _GONE


def _written(char: str) -> str:
    return char if char == " " or _family(char) else _NO_GLYPH


@cache
def _family(char: str) -> str:
    """Name of the font that has a character; "" when none has."""
    if _has(_main(), char) or char == " ":
        return MAIN
    return next((entry.name for entry in _others() if _has(entry, char)), "")


@cache
def _main() -> FontEntry:
    return next(entry for entry in fontManager.ttflist if entry.name == MAIN and _is_upright(entry))


@cache
def _bold() -> FontEntry:
    return next(
        entry
        for entry in fontManager.ttflist
        if entry.name == MAIN and entry.weight in _HEAVY and entry.style == "normal"
    )


@cache
def _others() -> tuple[FontEntry, ...]:
    """Upright fonts of this system in one order: sans-serif first, of these the Japanese forms of Han."""
    # matplotlib's own are for formulas: they have other characters than their numbers say.
    own = mpl.get_data_path()
    found = {
        entry.name: entry
        for entry in fontManager.ttflist
        if _is_upright(entry) and not entry.fname.startswith(own) and not _PICTURES.search(entry.name)
    }
    return tuple(
        found[name] for name in sorted(found, key=lambda name: ("Sans" not in name, "JP" not in name, name))
    )


def _is_upright(entry: FontEntry) -> bool:
    return entry.style == "normal" and entry.weight in _REGULAR


def _has(entry: FontEntry, char: str) -> bool:
    return bool(get_font(entry.fname).get_char_index(ord(char)))


@cache
def _measure() -> Any:  # noqa: ANN401 - matplotlib types this class no further than its name
    make: Any = RendererAgg
    return make(1, 1, 72 * _FINE)
