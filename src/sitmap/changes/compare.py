"""What is new, changed and withdrawn between two situations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitmap import columns, geodesy, schema
from sitmap.changes.saved import Row, Saved

#: Follow from other fields, number characters, or are known to the machine alone.
_SILENT = frozenset(
    {
        "claim_id", "report_id", "event_id", "quote_start", "quote_end", "alternatives", "geocode_score",
        "findings", "place_id", "area_type",
    }
)  # fmt: skip
_FIELDS = tuple(column for column in columns.CLAIM_COLUMNS if column.name not in _SILENT)
#: A marker that moved less is where it was: files round at seven decimals, about a centimetre.
_MOVED_KM = 0.01
_REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a claim that says something else; `meaning` is that of the contract."""

    name: str
    meaning: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """A claim as it is now, and the fields that differ."""

    claim: Row
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim as it was, and why it stands no more."""

    claim: Row
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs between two situations.

    Parameters
    ----------
    old, new : Saved
        The two.
    added : tuple of mapping
        Claims of `new` alone, and those whose rejection was taken back.
    changed : tuple of Change
        Claims of both.
    withdrawn : tuple of Withdrawn
        Claims of `old` alone, and those that a reader has rejected since.
    same : int
        Claims that say what they said.
    """

    old: Saved
    new: Saved
    added: tuple[Row, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Withdrawn, ...]
    same: int


def compare(old: Saved, new: Saved) -> Changes:
    """Compare two situations claim by claim.

    A pure function. A claim is the same claim if it has the same id, or else if it is of the same report and
    kind and its passages overlap: a better reading may cut a passage otherwise. A claim that a reader
    rejected counts as not standing.

    Parameters
    ----------
    old, new : Saved
        The earlier situation and the later one.

    Returns
    -------
    Changes
        In the order of the situations.
    """
    pairs = _pairs(old.claims, new.claims)
    later = {row["claim_id"] for row in pairs.values()}
    added = [row for row in new.claims if row["claim_id"] not in later and not _struck(row)]
    changed, withdrawn, same = [], [], 0
    for before in old.claims:
        after = pairs.get(before["claim_id"])
        if after is None:
            if not _struck(before):
                withdrawn.append(Withdrawn(before, _gone(before, new)))
        elif _struck(after) and not _struck(before):
            withdrawn.append(Withdrawn(before, _rejected(after)))
        elif _struck(before) and not _struck(after):
            added.append(after)
        elif fields := tuple(_fields(before, after)):
            changed.append(Change(after, fields))
        else:
            same += 1
    return Changes(
        old=old,
        new=new,
        added=tuple(added),
        changed=tuple(changed),
        withdrawn=tuple(withdrawn),
        same=same,
    )


def _pairs(old: Iterable[Row], new: Iterable[Row]) -> Mapping[str, Row]:
    """Give later claims by the id of the earlier claim that each one is."""
    by_id = {row["claim_id"]: row for row in new}
    pairs = {row["claim_id"]: by_id[row["claim_id"]] for row in old if row["claim_id"] in by_id}
    free = {key: row for key, row in by_id.items() if key not in pairs}
    for row in old:
        if row["claim_id"] in pairs:
            continue
        fitting = [other for other in free.values() if _overlap(row, other)]
        if fitting:
            closest = max(fitting, key=lambda other: _overlap(row, other))
            pairs[row["claim_id"]] = free.pop(closest["claim_id"])
    return pairs


def _overlap(one: Row, other: Row) -> int:
    """Characters that the passages of two claims share, 0 for claims of other reports or kinds."""
    if (one["report_id"], one["kind"]) != (other["report_id"], other["kind"]):
        return 0
    spans = [(row["quote_start"], row["quote_end"]) for row in (one, other)]
    if any(edge is None for span in spans for edge in span):
        return 0
    return max(0, int(min(end for _, end in spans)) - int(max(start for start, _ in spans)))


def _struck(row: Row) -> bool:
    return bool(row["review"] == _REJECTED)


def _gone(row: Row, new: Saved) -> str:
    known = new.reports if new.reports is not None else {other["report_id"] for other in new.claims}
    if row["report_id"] in known:
        return "its report is there, and is no longer read so"
    if new.reports is None:
        return "its report has no claim any more, or is gone"
    return "its report is gone"


def _rejected(row: Row) -> str:
    who = f" by {row['reviewer']}" if row["reviewer"] else ""
    return f"rejected in review{who}" + (f": {row['review_reason']}" if row["review_reason"] else "")


def _fields(before: Row, after: Row) -> Iterable[Field]:
    for column in _FIELDS:
        one, other = _text(before[column.name]), _text(after[column.name])
        if one != other:
            yield Field(column.name, column.meaning, one, other)
    yield from _moved(before, after)


def _moved(before: Row, after: Row) -> Iterable[Field]:
    ends = [(row["lat"], row["lon"]) for row in (before, after)]
    placed = [end for end in ends if end[0] is not None]
    if len(placed) == len(ends) and geodesy.distance(*ends[0], *ends[1]) <= _MOVED_KM:
        return
    if placed:
        one, other = (f"{lat:.5f}, {lon:.5f}" if lat is not None else "" for lat, lon in ends)
        yield Field("marker", "where it is drawn: latitude, longitude in degrees", one, other)


def _text(value: object) -> str:
    """Write a value of a field: a number without needless decimals, "" for null."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.6g}"
    return schema.text(str(value))
