"""Symbols of APP-6 and MIL-STD-2525 for claims, as an option: which code a claim has, and how it is drawn.

Whose side an actor is on is never guessed: the reader says it, and who is not named is unknown. The codes are
the numeric ones of APP-6(D) and MIL-STD-2525D, 20 digits. `data/app6/` has the tables, with their sources,
and the drawings, as milsymbol makes them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from sitmap import resources
from sitmap.errors import SymbolError, printable

#: Sides that a reader can name, and the digit of each; an actor that is on none of them is unknown.
SIDES: Mapping[str, str] = {"hostile": "6", "friend": "3", "neutral": "4"}
#: Pixels of the map's own drawing that a unit of a symbol becomes; half of a symbol's width, pixels.
SCALE, HALF = 0.24, 18.0
_UNKNOWN = "1"
_VERSION = "10"
#: Symbol sets: units, which may show their size; points, which have no frame that could show a status.
_UNITS, _POINTS = "10", "25"
_EMPTY_UNIT = {"set": _UNITS, "entity": "000000", "modifiers": "0000"}
_NO_SIZE = "00"
_SVG = "{http://www.w3.org/2000/svg}"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who is on which side, as the reader says it.

    Parameters
    ----------
    hostile, friend, neutral : frozenset of str
        Actors, as claims name them: ISO 3166-1 alpha-3 codes, and names of forces that are no state's.

    Raises
    ------
    SymbolError
        If an actor is on two sides.
    """

    hostile: frozenset[str] = frozenset()
    friend: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        named = [actor for side in SIDES for actor in sorted(getattr(self, side))]
        for actor in named:
            if named.count(actor) > 1:
                raise SymbolError(f"{printable(actor)} is on two sides: name it on one")

    def of(self, actor: str) -> str:
        """Digit of an actor's side."""
        return next((digit for side, digit in SIDES.items() if actor in getattr(self, side)), _UNKNOWN)

    def note(self) -> str:
        """Say what was chosen: "Symbols after APP-6. Sides are the reader's choice: hostile RUS; ..."."""
        said = [f"{side} {', '.join(sorted(getattr(self, side)))}" for side in SIDES if getattr(self, side)]
        chosen = "; ".join([*said, "all others unknown" if said else "none; all are unknown"])
        return f"Symbols after APP-6(D). Sides are the choice of whoever made this: {chosen}."


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path of a symbol.

    Parameters
    ----------
    data : str
        SVG path data round the symbol's place, of absolute M, L, C and Z, y down.
    fill, line : str
        CSS colours, "none" for none.
    width : float
        Of the line.
    dash : tuple of float
        Lengths of dashes and gaps, empty for a whole line.
    frame : bool
        Whether its fill is that of the frame, whose colour and shape say whose it is.
    """

    data: str
    fill: str
    line: str
    width: float
    dash: tuple[float, ...]
    frame: bool


def sides(named: Mapping[str, Iterable[str]]) -> Sides:
    """Read sides as a person names them.

    Parameters
    ----------
    named : mapping of str to iterable of str
        Actors of each side of `SIDES`: codes, names or demonyms, in any case.

    Returns
    -------
    Sides

    Raises
    ------
    SymbolError
        If an actor is not known or is on two sides.
    """
    return Sides(**{side: frozenset(map(_actor, named.get(side, ()))) for side in SIDES})


def code(claim: Row, chosen: Sides) -> str:
    """Code of a claim's symbol.

    Parameters
    ----------
    claim : mapping
        `kind`, `asset`, `actor`, `designation`, `status` and `certainty` are looked at.
    chosen : Sides
        Who is on which side.

    Returns
    -------
    str
        20 digits. What is planned or expected has the status "planned, anticipated or suspect"; a unit shows
        its size where its name ends in one ("3rd Assault Brigade").
    """
    of_kind = _table()[claim["kind"]]
    row = of_kind.get(claim["asset"], of_kind[""])
    expected = claim["certainty"] == "expected" and claim["status"] != "withdrawn"
    planned = row["set"] != _POINTS and (claim["status"] == "planned" or expected)
    size = _size(claim["designation"]) if row["set"] == _UNITS else _NO_SIZE
    return _code(row, chosen.of(claim["actor"]), planned=planned, size=size)


def codes() -> list[str]:
    """Every code that is drawn: those of claims without a size, then each size on a unit's empty frame."""
    every = (_UNKNOWN, *SIDES.values())
    plain = [
        _code(row, side, planned=planned, size=_NO_SIZE)
        for of_kind in _table().values()
        for row in of_kind.values()
        for side in every
        for planned in ((False,) if row["set"] == _POINTS else (False, True))
    ]
    sizes = [
        _code(_EMPTY_UNIT, side, planned=False, size=size) for side in every for size in _sizes().values()
    ]
    return [*dict.fromkeys(plain), *sizes]


def without_size(symbol: str) -> str:
    """Code of the same symbol with no size shown."""
    return f"{symbol[:8]}{_NO_SIZE}{symbol[10:]}"


@cache
def drawing(symbol: str) -> Sequence[Stroke]:
    """Paths of a symbol, the lowest first.

    Parameters
    ----------
    symbol : str
        As `code` gives it.

    Returns
    -------
    sequence of Stroke

    Raises
    ------
    SymbolError
        If there is no such symbol.
    """
    plain, drawn = without_size(symbol), _drawn()
    if plain not in drawn:
        raise SymbolError(f"'{printable(symbol)}' is no symbol of a claim: data/app6/symbols.csv has those")
    if symbol == plain:
        return drawn[plain]
    # The mark of a size stands over every frame of a side alike.
    return (*drawn[plain], *drawn[_code(_EMPTY_UNIT, symbol[3], planned=False, size=symbol[8:10])])


def _code(row: Mapping[str, str], side: str, *, planned: bool, size: str) -> str:
    """MIL-STD-2525D, table A-I: version, reality, side, set, status, no headquarters, size, what it is."""
    return f"{_VERSION}0{side}{row['set']}{int(planned)}0{size}{row['entity']}{row['modifiers']}"


def _size(designation: str) -> str:
    """Code of the size of a unit, by the last word of its name."""
    words = designation.lower().split()
    return _sizes().get(words[-1], _NO_SIZE) if words else _NO_SIZE


def _actor(name: str) -> str:
    found = _actors().get(name.strip().casefold())
    if found is None:
        raise SymbolError(
            f"'{printable(name)}' is no actor that claims name: write an ISO 3166-1 alpha-3 code or a name, "
            "as data/vocabulary/actors.csv has them: RUS, Russia, Houthis"
        )
    return found


@cache
def _actors() -> Mapping[str, str]:
    """Actor by every name in the vocabulary, without regard to case."""
    found: dict[str, str] = {}
    rows = resources.rows(resources.data("vocabulary", "actors.csv"))
    for column in ("actor", "names", "demonyms"):
        for row in rows:
            for name in filter(None, row[column].split("|")):
                found.setdefault(name.casefold(), row["actor"])
    return found


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Rows of the table of symbols by kind and asset, "" for any other asset."""
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for row in resources.rows(resources.data("app6", "symbols.csv")):
        found.setdefault(row["kind"], {})[row["asset"]] = row
    return found


@cache
def _sizes() -> Mapping[str, str]:
    return {row["word"]: row["code"] for row in resources.rows(resources.data("app6", "echelons.csv"))}


@cache
def _drawn() -> Mapping[str, tuple[Stroke, ...]]:
    """Read the sheet: strokes by code, of a code with a size those of the mark of the size alone."""
    root = etree.parse(resources.data("app6", "symbols.svg")).getroot()
    parts = {part.get("id"): _stroke(part) for part in root.iter(f"{_SVG}path")}
    return {
        group.get("id").removeprefix("s"): tuple(parts[use.get("href").removeprefix("#")] for use in group)
        for group in root.iter(f"{_SVG}g")
    }


def _stroke(part: etree._Element) -> Stroke:
    dash = (
        tuple(map(float, part.get("stroke-dasharray", "").split(","))) if part.get("stroke-dasharray") else ()
    )
    return Stroke(
        data=part.get("d"),
        fill=part.get("fill"),
        line=part.get("stroke", "none"),
        width=float(part.get("stroke-width", 0)),
        dash=dash,
        frame=part.get("class") == "frame",
    )
