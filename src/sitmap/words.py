"""What a claim says, in words that a person reads: the lines of its card, its label and its table row.

The vocabulary is `data/map_words.toml`. Numbers have commas, times their zone and UTC beside it.
"""

import json
import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitmap import resources, units

#: A claim as one row of its layer: column name -> value, None for null.
Row = Mapping[str, Any]


@cache
def _catalogue() -> dict[str, Mapping[str, Any]]:
    return tomllib.loads(resources.data("map_words.toml").read_text(encoding="utf-8"))


def table(name: str) -> Mapping[str, Any]:
    """One table of `data/map_words.toml`."""
    return _catalogue()[name]


def say(key: str, **values: object) -> str:
    """Give some words of `data/map_words.toml` with their values put in.

    Parameters
    ----------
    key : str
        Table and name: "document.sources". Where the table has the name with "_one" and "_many", the
        value `n` chooses.
    **values
        For the placeholders; whole numbers are written with commas.

    Returns
    -------
    str

    Raises
    ------
    KeyError
        If there are no such words, or a value is not given.
    """
    name, _, entry = key.partition(".")
    known = table(name)
    text = known[entry] if entry in known else known[f"{entry}_{'one' if values.get('n') == 1 else 'many'}"]
    written = {name: number(value) if isinstance(value, int) else value for name, value in values.items()}
    return str(text).format(**written)


@cache
def country_names() -> dict[str, str]:
    """English name of each country by ISO 3166-1 alpha-3, as the basemap names it."""
    labels = json.loads(resources.geo("basemap", "countries.geojson").read_text(encoding="utf-8"))
    rows = (item["properties"] for item in labels["features"])
    return {row["iso"]: row["name"] for row in rows if row["iso"]}


def day(value: date) -> str:
    """Write a day: "31 Oct 2024"."""
    return f"{value.day} {value:%b %Y}"


def instant(value: datetime) -> str:
    """Write an instant in UTC: "1 Nov 2024, 12:00 UTC"."""
    utc = value.astimezone(UTC)
    return f"{day(utc.date())}, {utc:%H:%M} UTC"


def stamp(value: datetime) -> str:
    """Write an instant in UTC for machines: "2024-11-01T12:00:00Z"."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def when(row: Row) -> str:
    """Day and local time with UTC beside it: "31 Oct 2024, 07:11 JST (22:11 UTC, 30 Oct)"."""
    start, end = _date(row["date"]), _date(row["date_end"])
    if start is None:
        open_day = table("when")["open"].format(words=row["date_text"]) if row["date_text"] else ""
        return ", ".join(filter(None, [str(row["time"]), open_day]))
    if end is not None and end != start:
        return f"{day(start)} to {day(end)}"
    clock = _clock(start, str(row["time"]), str(row["tz"]))
    return f"{day(start)}, {clock}" if clock else day(start)


def clock(day_told: str, time: str, tz: str) -> str:
    """Local time with its zone as people know it: "07:11 JST"; as it was given when that is not known."""
    local = _local(day_told, time, tz)
    return f"{time} {_zone_name(local)}" if local else f"{time} {tz}".strip()


def period(days: list[str]) -> str:
    """Span of ISO days in words, "" for none."""
    known = sorted(found for found in map(_date, days) if found is not None)
    if not known:
        return ""
    return day(known[0]) if known[0] == known[-1] else f"{day(known[0])} to {day(known[-1])}"


def who(row: Row) -> str:
    """Whose forces or weapons they are, by name."""
    actor = str(row["actor"])
    return country_names().get(actor, actor)


def what(row: Row) -> str:
    """Count, force and name: "North Korea: about 8,000 troops"."""
    asset = str(row["asset"])
    thing = " ".join(filter(None, [_count(row), str(table("asset").get(asset, asset))]))
    named = f"{thing} ({row['designation']})" if row["designation"] and thing else thing or row["designation"]
    status = (
        "" if row["status"] in {"", "present"} else str(table("status").get(row["status"], row["status"]))
    )
    words = ", ".join(filter(None, [str(named), status, "denied" if row["stance"] == "denied" else ""]))
    return ": ".join(filter(None, [who(row), words]))


def where(row: Row) -> str:
    """Place and how it was given: "200 km west of Okushiri Island, Japan"."""
    name = str(row["place_name"] or row["place_text"])
    if not name:
        return ""
    offset, bearing = row["offset_km"], row["offset_deg"]
    template = str(table("relation").get(row["relation"], "{place}"))
    if row["relation"] == "offset" and (offset is None or bearing is None):
        template = "near {place}"
    elif row["relation"] == "off" and offset is not None:
        template = f"{{distance}} {template}"
    words = template.format(
        place="{place}",
        distance=f"{number(offset)} km" if offset is not None else "",
        direction=compass(bearing) if bearing is not None else "",
    ).replace("{place}", name)
    land = country_names().get(str(row["country"]), "")
    text = f"{words}, {land}" if land and land != name else words
    return text[0].upper() + text[1:]


def certainty(row: Row) -> str:
    """Who said it and how firmly: "Stated by Antony Blinken"."""
    grade = str(table("certainty").get(row["certainty"], row["certainty"]))
    return f"{grade} by {row['source']}" if row["source"] else f"{grade}; the report names no source"


def grade(row: Row) -> str:
    """Admiralty grade that a reader has set: "B2: usually reliable source; information probably true"."""
    grades = [(str(row[name]), table(name)) for name in ("reliability", "credibility") if row[name]]
    told = "; ".join(str(known.get(value, value)) for value, known in grades)
    return f"{''.join(value for value, _ in grades)}: {told}" if told else ""


def review(row: Row) -> str:
    """Say who reviewed it, when and why: "Corrected by A. Reader, 2 Nov 2024: a later count"."""
    template = table("signed").get(row["review"])
    if template is None:
        return ""
    signed = template.format(who=row["reviewer"] or table("signed")["nobody"])
    told = ", ".join(filter(None, (signed, period([row["reviewed"][:10]]))))
    return f"{told}: {row['review_reason']}" if row["review_reason"] else told


def uncertainty(row: Row) -> str:
    """How far the mark may be off: "Anywhere in the tinted area, up to about 81 km from the mark"."""
    radius = row["uncertainty_km"]
    if row["lat"] is None:
        return ""
    if row["area_type"] == "outline":
        return f"Somewhere in {row['place_name'] or 'the named area'}: its outline is hatched"
    if row["area_type"] == "uncertainty":
        return f"Anywhere in the tinted area, up to about {_roughly(radius or 0)} km from the mark"
    return f"Within about {_roughly(radius)} km of the mark" if radius else ""


def flight(row: Row) -> str:
    """Write the reported numbers of a flight: "range 1,000 km, height 7,000 km, 86 minutes, towards 90°"."""
    told = (
        ("range_km", "range {} km"),
        ("apogee_km", "height {} km"),
        ("flight_min", "{} minutes"),
        ("bearing_deg", "bearing {}°"),
    )
    parts = [words.format(number(row[field])) for field, words in told if row[field] is not None]
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def zone(row: Row) -> str:
    """Maritime zone as reported: "Said to be outside the exclusive economic zone of Japan"."""
    told = zone_claim(str(row["zone_claim"]))
    return f"Said to be {told}" if told else ""


def zone_claim(value: str) -> str:
    """Words of `Claim.zone_claim`: "outside the exclusive economic zone of Japan"; "" for none."""
    side, _, name = value.partition(":")
    state, _, kind = name.partition("-")
    if not kind:
        return ""
    return f"{side} the {table('zone').get(kind, kind)} of {country_names().get(state, state)}"


def label(row: Row) -> str:
    """Write the number beside the mark: counts of more than one, "" otherwise."""
    low, high = row["count_min"], row["count_max"]
    if max(low or 0, high or 0) <= 1:
        return ""
    if low == high:
        return number(low)
    if low is None:
        return f"≤ {number(high)}"
    return f"≥ {number(low)}" if high is None else f"{number(low)} to {number(high)}"


def size(row: Row) -> int:
    """Class of the count: 0 unknown, then by the edges of the table."""
    count = row["count_max"] if row["count_max"] is not None else row["count_min"]
    return 0 if count is None else 1 + sum(count >= edge for edge in table("size")["edges"])


def number(value: float) -> str:
    """Write a number with commas, without needless decimals."""
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 100 else f"{value:,.1f}"  # noqa: PLR2004 - three digits are enough


def compass(bearing_deg: float) -> str:
    """Name the nearest of the sixteen compass points."""
    turned = {name: abs((bearing_deg - degrees + 180) % 360 - 180) for name, degrees in units.COMPASS.items()}
    return min(turned, key=lambda name: turned[name])


def _roughly(value: float) -> str:
    """Write a number that is an estimate, to two digits: 81.9 is "82"."""
    return number(float(f"{value:.2g}"))


def _count(row: Row) -> str:
    """Write how many, as it stands before the noun: "about 8,000", "dozens of"."""
    text = str(row["count_text"])
    if not any(letter.isdigit() for letter in text):
        text = label(row) or text
    joined = f"{text} of" if text.lower().endswith(tuple(table("count")["nouns"])) else text
    return joined[:1].lower() + joined[1:]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _clock(start: date, time: str, tz: str) -> str:
    """Local time and UTC, or the bare time when the zone is not known."""
    local = _local(start.isoformat(), time, tz)
    if local is None:
        return time
    utc, zone_name = local.astimezone(UTC), _zone_name(local)
    if zone_name == "UTC":
        return f"{local:%H:%M} UTC"
    other_day = "" if utc.date() == local.date() else f", {utc.day} {utc:%b}"
    return f"{local:%H:%M} {zone_name} ({utc:%H:%M} UTC{other_day})"


def _local(day_told: str, time: str, tz: str) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{day_told}T{time}").replace(tzinfo=ZoneInfo(tz))
    except (ValueError, OSError, ZoneInfoNotFoundError):  # "Asia" is a folder of zones
        return None


def _zone_name(local: datetime) -> str:
    name = local.tzname() or ""
    return name if name.isalpha() else _offset(name)


def _offset(name: str) -> str:
    """Write the name of a zone without letters: "+0330" is "UTC+3:30"."""
    sign, hours, minutes = name[:1], name[1:3].lstrip("0"), name[3:]
    return f"UTC{sign}{hours or 0}" + (f":{minutes}" if minutes else "")
