"""Entries as flat records: rows of the table `reviews`, and lines of a JSON Lines file.

Both come from outside, so both are read with the same distrust.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO, get_args

from sitmap import model, schema
from sitmap.case import acts, fields
from sitmap.case.acts import Act, Entry, Spot, Target
from sitmap.errors import CaseError, CoordinateError

COLUMNS = (
    "entry_id",
    "at",
    "reviewer",
    "action",
    "reason",
    "report_id",
    "claim_id",
    "kind",
    "quote",
    "quote_start",
    "quote_end",
    "place_start",
    "place_end",
    "name",
    "value",
    "changes",
    "undoes",
)
_TARGET = COLUMNS[5:13]
_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_MAX_LINE = 1_000_000
_MAX_FILE = 200_000_000
#: What each action needs beside who and when.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((*acts.ON_A_CLAIM, "add"), ("target",)),
    "alias": ("name", "spot"),
    "reliability": ("name",),
    "undo": ("undoes",),
}
_GRADES = {"credibility": acts.CREDIBILITY, "reliability": acts.RELIABILITY}
#: How far the clock of another machine may be ahead.
_AHEAD = timedelta(days=1)


def instant(moment: datetime) -> str:
    """Write an instant so that text sorts as time does: 2024-11-02T08:00:00.000000Z."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def record(entry: Entry) -> dict[str, Any]:
    """Flatten an entry into `COLUMNS`; `changes` is an object, None stands for nothing.

    Parameters
    ----------
    entry : Entry
        On record.

    Returns
    -------
    dict
        Of JSON types only.
    """
    act = entry.act
    target = asdict(act.target) if act.target else dict.fromkeys(_TARGET)
    changes = dict(act.changes)
    if act.spot is not None:
        changes["place"] = asdict(act.spot)
    found = {
        "entry_id": entry.entry_id,
        "at": instant(entry.at),
        "reviewer": entry.reviewer,
        "action": act.action,
        "reason": entry.reason,
        **target,
        "name": act.name or None,
        "value": act.value if act.action in _GRADES else None,
        "changes": changes or None,
        "undoes": act.undoes or None,
    }
    return {name: found[name] for name in COLUMNS}


def row(entry: Entry) -> dict[str, Any]:
    """Flatten an entry into a row of `schema.REVIEW_COLUMNS`: `changes` as JSON, "" for no text."""
    found = record(entry)
    found["changes"] = json.dumps(found["changes"], ensure_ascii=False) if found["changes"] else None
    texts = {column.name for column in schema.REVIEW_COLUMNS if column.dtype == schema.TEXT}
    return {name: schema.text(value or "") if name in texts else value for name, value in found.items()}


def line(entry: Entry) -> str:
    """Write an entry as a line of JSON; what says nothing is left out."""
    said = {name: value for name, value in record(entry).items() if value is not None}
    return json.dumps(said, ensure_ascii=False) + "\n"


def decoded(stream: BinaryIO) -> str:
    """Text of a file of reviews.

    Parameters
    ----------
    stream : binary file
        JSON Lines in UTF-8.

    Raises
    ------
    CaseError
        If it is too large to be one, or not UTF-8.
    """
    data = stream.read(_MAX_FILE + 1)
    if len(data) > _MAX_FILE:
        raise CaseError(f"the file of reviews is larger than {_MAX_FILE // 1_000_000} MB: split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError(
            f"the file of reviews is not UTF-8 at byte {error.start:,}: save it as UTF-8"
        ) from error


def parse(text: str) -> Entry:
    """Read an entry from a line of JSON.

    Raises
    ------
    CaseError
        Says what is wrong with it.
    """
    if len(text) > _MAX_LINE:
        raise CaseError(f"is longer than {_MAX_LINE:,} characters: it is no review")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise CaseError("is not JSON: give one review a line") from None
    if not isinstance(found, dict):
        raise CaseError("is no JSON object: give one review a line")
    return entry(found)


def entry(found: Mapping[str, Any]) -> Entry:
    """Read an entry from a flat record.

    Parameters
    ----------
    found : mapping
        By the names in `COLUMNS`; others are ignored, and what is missing says nothing.

    Raises
    ------
    CaseError
        Says what is wrong with it.
    """
    action = found.get("action")
    if action not in acts.ACTIONS:
        raise CaseError(f"action {fields.shown(action)} is none of {', '.join(acts.ACTIONS)}")
    changes = found.get("changes") or {}
    if not isinstance(changes, dict):
        raise CaseError("changes must be an object of new values by field")
    given = {name: value for name, value in changes.items() if name != "place"}
    fields.check(given)
    act = Act(
        action=action,
        target=_target(found) if "target" in _NEEDS[action] else None,
        changes=given,
        spot=spot(changes["place"]) if changes.get("place") is not None else None,
        name=_text(found, "name"),
        value=_text(found, "value"),
        undoes=_text(found, "undoes"),
    )
    _complete(act)
    return Entry(
        entry_id=_matching(found, "entry_id", _ID, "letters and digits, 8 to 64"),
        at=_at(found),
        reviewer=reviewer(found.get("reviewer")),
        reason=reason(found.get("reason") or ""),
        act=act,
    )


def reviewer(name: object) -> str:
    """Name of a reviewer, on one line.

    Raises
    ------
    CaseError
        If there is none.
    """
    found = " ".join(fields.text(name, "reviewer").split())
    if not found:
        raise CaseError("a review needs its reviewer's name")
    return found


def reason(words: object) -> str:
    """Why a reviewer did something, in words of any number of lines.

    Raises
    ------
    CaseError
        If it is no text, or too long.
    """
    return fields.text(words, "reason").strip()


def _complete(act: Act) -> None:
    missing = [name for name in _NEEDS[act.action] if not getattr(act, name)]
    if missing:
        raise CaseError(f"action {act.action!r} needs {' and '.join(missing)}")
    if act.action == "correct" and not act.changes and act.spot is None:
        raise CaseError("a correction changes nothing: give a field or a place")
    if act.value and act.value not in _GRADES.get(act.action, ()):
        raise CaseError(f"value {fields.shown(act.value)} is no grade of {act.action}")


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    return "" if value is None else fields.text(value, name)


def _matching(found: Mapping[str, Any], name: str, pattern: re.Pattern[str], words: str) -> str:
    value = _text(found, name)
    if not pattern.fullmatch(value):
        raise CaseError(f"{name} {fields.shown(value)} must be {words}")
    return value


def _at(found: Mapping[str, Any]) -> datetime:
    written = _matching(found, "at", _INSTANT, "an instant like 2024-11-02T08:00:00.000000Z")
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise CaseError(f"at {fields.shown(written)} is no instant") from None
    if at > datetime.now(UTC) + _AHEAD:
        raise CaseError(f"at {written} lies ahead of this machine's clock: set the clock that is wrong")
    return at


def _target(found: Mapping[str, Any]) -> Target:
    if found.get("kind") not in get_args(model.Kind):
        raise CaseError(f"kind {fields.shown(found.get('kind'))} is no kind of claim")
    start, end = (_offset(found, name) for name in ("quote_start", "quote_end"))
    quote = found.get("quote")
    if not isinstance(quote, str) or start is None or end is None or not 0 < end - start == len(quote):
        raise CaseError("quote must be the words from quote_start to quote_end")
    first, last = (_offset(found, name) for name in ("place_start", "place_end"))
    if (first is None) != (last is None) or (first is not None and last is not None and first >= last):
        raise CaseError("place_start must come before place_end, or neither be given")
    return Target(
        report_id=_text(found, "report_id"),
        claim_id=_text(found, "claim_id"),
        kind=found["kind"],
        quote=quote,
        quote_start=start,
        quote_end=end,
        place_start=first,
        place_end=last,
    )


def _offset(found: Mapping[str, Any], name: str) -> int | None:
    value = found.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise CaseError(f"{name} {fields.shown(value)} must be a number of characters")
    return value


def spot(found: object) -> Spot:
    """Read a spot from an object of JSON; a CaseError says what is wrong with it."""
    if not isinstance(found, dict):
        raise CaseError("the place must be an object with lat and lon")
    lat, lon, radius = (found.get(name, 0.0) for name in ("lat", "lon", "uncertainty_km"))
    numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in (lat, lon, radius))
    if not numbers or "lat" not in found or "lon" not in found:
        raise CaseError("the place needs lat and lon, numbers in degrees")
    try:
        return Spot(
            lat=lat,
            lon=lon,
            place_id=_text(found, "place_id"),
            name=_text(found, "name"),
            uncertainty_km=radius,
        )
    except CoordinateError as error:
        raise CaseError(f"the place: {error}") from None
