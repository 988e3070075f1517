"""Numbers and names as an analyst writes them."""

from datetime import date

from sitmap import articles, units
from sitmap.checks import states
from sitmap.model import Claim, Place
from sitmap.words import clock as zoned

#: Significant digits of a figure that sitmap computes: more would look surer than the method is.
_DIGITS = 3


def number(value: float) -> str:
    """Write a number with thousands commas, without needless decimals: 7000.0 is "7,000", 75.64 is "75.6"."""
    return f"{value:,.0f}" if abs(value - round(value)) < 0.05 else f"{value:,.1f}"  # noqa: PLR2004 - half of the last digit shown


def about(value: float, *, digits: int = _DIGITS) -> str:
    """Write a number rounded to some significant digits: 7648.2 is "7,650"."""
    if value == 0:
        return "0"
    places = digits - len(f"{abs(value):.0f}")
    return f"{round(value, min(places, 0)):,.0f}"


def interval(low: float, high: float, *, digits: int = _DIGITS) -> str:
    """Two numbers as "7,510 to 7,790", or one when they read the same."""
    first, last = about(low, digits=digits), about(high, digits=digits)
    return first if first == last else f"{first} to {last}"


def hours(minutes: float) -> str:
    """Minutes as a reader takes them: "86 minutes", "30 seconds", "15 hours" from ten hours on."""
    if 0 < minutes < 1:
        return f"{number(minutes * 60)} seconds"
    if abs(minutes) >= 600:  # noqa: PLR2004 - ten hours
        return f"{number(minutes / 60)} hours"
    return f"{number(minutes)} minute{'' if minutes == 1 else 's'}"


def day(when: date) -> str:
    """Date as a reader takes it: "4 August 2022"."""
    return f"{when.day} {when:%B %Y}"


def clock(claim: Claim) -> str:
    """Time of a claim in its zone: "07:11 JST"."""
    return zoned(claim.date, claim.time, claim.tz)


def place(claim: Claim) -> str:
    """Name of a claim's place: the gazetteer's, or the report's words, or what is left to say."""
    found = claim.location.place if claim.location else None
    if found is None:
        return plain(claim.place_text) or "a place not named"
    return named(found)


def named(found: Place) -> str:
    """Name of a place as a sentence has it: "the Sea of Japan"; a reader's spot by its coordinates."""
    if not found.name:
        return f"the spot {found.lat:.2f}, {found.lon:.2f}"
    if found.type == "country" and states.name(found.country) != found.country:
        return states.name(found.country)
    return articles.named(found)


def where(claim: Claim) -> str:
    """Where a claim is, in words: "about 200 km west of Okushiri Island", "Sunan"."""
    if claim.relation not in {"off", "offset"} or claim.offset_km is None:
        return place(claim)
    if claim.relation == "off":
        return f"{about(claim.offset_km, digits=4)} km off {place(claim)}"
    side = "from" if claim.offset_deg is None else f"{compass(claim.offset_deg)} of"
    # Four digits keep "1,180 km" and turn the 129.6 km of 70 nautical miles into 130.
    return f"{about(claim.offset_km, digits=4)} km {side} {place(claim)}"


def compass(bearing_deg: float) -> str:
    """Nearest of the sixteen compass points, in words."""
    return min(units.COMPASS, key=lambda point: abs((units.COMPASS[point] - bearing_deg + 180) % 360 - 180))


def teller(claim: Claim) -> str:
    """Who says so: the source, else the publisher, else the report."""
    return plain(claim.source or claim.publisher) or f"report {plain(claim.report_id)}"


def plain(text: str) -> str:
    """Words of a report on one line: an explanation is one line wherever it is shown."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """Text with a capital first letter: names keep theirs, "up to" gets one."""
    return text[:1].upper() + text[1:]
