"""The form that corrects a claim or adds one: what it asks, what stands in it, what was written in it."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from sitmap import model, resources, words
from sitmap.case import fields
from sitmap.errors import SitmapError
from sitmap.model import Claim
from sitmap.pages.messages import say, section

#: Fields as the form groups them; a test holds them to `fields.EDITABLE`.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "what": ("kind", "actor", "asset", "designation", "status"),
    "count": ("count_text", "count_min", "count_max"),
    "when": ("date", "date_end", "time", "tz", "date_text"),
    "said": ("source", "certainty", "stance", "background"),
    "flight": ("range_km", "apogee_km", "flight_min", "bearing_deg", "zone_claim"),
    "where": ("place_text", "relation", "offset_km", "offset_deg"),
    "line": ("summary", "event_id"),
}
#: Kinds of claim that a group is for; the others are for all.
_KINDS: Mapping[str, tuple[str, ...]] = {"flight": ("launch", "impact")}
_NUMBERS = {"count": int, "number": float}
#: Signs that people put between the thousands: space, no-break space, narrow no-break space, thin space.
_BETWEEN_THOUSANDS = dict.fromkeys(map(ord, ", \u00a0\u202f\u2009"))


class FormError(SitmapError):
    """What is wrong in a form, in words for each field."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(faults.values()))
        self.faults = dict(faults)


@cache
def spec() -> Mapping[str, Any]:
    """Describe the form, once for all claims.

    Returns
    -------
    dict
        Of JSON types. ``groups``: heading, kinds, and fields with their label, input and choices in words;
        ``lists``: what a line of text suggests, by field; ``assets``: kinds of claim by kind of force.
    """
    headings, labels = section("form"), section("columns")
    return {
        "groups": [
            {
                "name": group,
                "heading": headings[group],
                "kinds": list(_KINDS.get(group, model.KINDS)),
                "fields": [
                    {
                        "name": name,
                        "label": labels[name],
                        "input": fields.EDITABLE[name].input,
                        "choices": _choices(name),
                        "hint": headings.get(f"{name}_hint", ""),
                    }
                    for name in names
                ],
            }
            for group, names in GROUPS.items()
        ],
        "lists": {
            "actor": sorted(_actors().items()),
            "designation": [[name, ""] for name in _designations()],
            "tz": [[name, ""] for name in sorted(available_timezones())],
        },
        "assets": {asset: list(kinds) for asset, kinds in fields.assets().items()},
        "messages": dict(headings),
    }


def _choices(name: str) -> list[list[str]]:
    values = ("", *fields.assets()) if name == "asset" else fields.EDITABLE[name].choices
    known: Mapping[str, Any] = {
        "relation": section("relation"),
        "stance": section("why"),
        "kind": words.table("kind"),
    }.get(name) or words.table(name if values else "kind")
    return [[value, str(known.get(value, value)) if value else say("form.none")] for value in values]


@cache
def _actors() -> Mapping[str, str]:
    """Names of states by code, and of forces, whose names are their codes."""
    rows = resources.rows(resources.data("vocabulary", "actors.csv"))
    return {row["actor"]: row["names"].split("|")[0] for row in rows if row["kind"] != "body"}


@cache
def _actor_codes() -> Mapping[str, str]:
    rows = resources.rows(resources.data("vocabulary", "actors.csv"))
    named = {
        name.casefold(): row["actor"]
        for row in rows
        if row["kind"] != "body"
        for name in row["names"].split("|")
    }
    return named | {row["actor"].casefold(): row["actor"] for row in rows}


@cache
def _designations() -> tuple[str, ...]:
    rows = resources.rows(resources.data("vocabulary", "designations.csv"))
    return tuple(sorted({name for row in rows for name in row["names"].split("|")}))


def values(claim: Claim) -> dict[str, Any]:
    """Values of a claim as they stand in the form: texts and numbers, None for no number."""
    return {name: getattr(claim, name) for names in GROUPS.values() for name in names}


def changes(told: object) -> dict[str, Any]:
    """Read what was written in the form.

    Parameters
    ----------
    told : object
        From the browser, so it may be anything; a mapping of fields to texts, or true and false for a tick.

    Returns
    -------
    dict
        Values by field, as `case.correct` takes them.

    Raises
    ------
    FormError
        Names every field that is wrong, and what to write.
    """
    given = told if isinstance(told, Mapping) else {}
    made = {name: _value(name, value) for name, value in given.items() if name in fields.EDITABLE}
    faults = {
        name: _wrong(given[name], *wanted)
        for name, value in made.items()
        if (wanted := fields.wanted(name, value)) is not None
    }
    if faults:
        raise FormError(faults)
    return made


def _value(name: str, told: object) -> object:
    """Turn what was written into a value; what is none is kept, for the field's own test to refuse."""
    if not isinstance(told, str):
        return told
    text, number = told.strip(), _NUMBERS.get(fields.EDITABLE[name].input)
    if number is not None:
        try:
            return number(text.translate(_BETWEEN_THOUSANDS)) if text else None
        except ValueError:
            return text
    return _actor_codes().get(text.casefold(), text) if name == "actor" else text


def _wrong(told: object, wanted: str, optional: bool) -> str:  # noqa: FBT001 - as `fields.wanted` gives it
    return say("form.wrong_or_empty" if optional else "form.wrong", value=str(told)[:40], wanted=wanted)
