"""`range`: how far and on which side of another a place lies by the words of a text.

Method: "Hami, some 380 km to the north-west of Yumen": the geodesic between the two places and its bearing
against distance and direction as stated (`measured`).
Tolerance: the sizes of both places and the rounding of the number. A road is longer than the straight line,
so it may be told almost twice as long; it cannot be a third shorter. A direction is wrong from a right angle
on, where the places lie apart by three times their sizes.
Limits: only what does not fit is told, and only of places whose names leave no doubt and that are no larger
than a city; of many that bear one name the report may mean another.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sitmap import geodesy
from sitmap.checks import measured, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.measured import Measured
from sitmap.model import Claim, Place, Report

#: Largest place that a distance can be told from and to without saying from which end, km.
_LARGEST_KM = 60.0
#: How many times the straight line a distance by road or sea may be, and the least share of it that fits.
_ROAD, _SHORT = 1.9, 0.67
#: How far off the outline of a state its border may be told, km.
_BORDER_KM = 40.0
_AGAINST_DEG, _CLEAR = 90.0, 3.0
#: How far apart a name and what is said of it may stand, in characters.
_JOINED, _LARGEST_NAME = 40, 40
_BOTH = 2


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each place that a text puts some way off another.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports and the names of their places.

    Yields
    ------
    Judgement
        In km or degrees; none where they fit.
    """
    for report in case.reports:
        claims = case.by_report.get(report.report_id, ())
        for told in measured.distances(case, report.report_id) if claims else ():
            place = _subject(case, report.report_id, told)
            if place is not None and place.place_id != told.place.place_id:
                yield from _judge(case, reading.nearest(claims, told.start), place, told)
        for place, told in _pairs(case, report) if claims else ():
            yield from _judge(case, reading.nearest(claims, told.start), place, told)


def _pairs(case: Case, report: Report) -> Iterator[tuple[Place, Measured]]:
    """Read distances between two places: "from P it is 800 km to Q", "the two towns are 300 km apart".

    The two are the only places of their sentence no larger than a city, or, of "apart", of the one before.
    """
    for match in _between().finditer(report.text):
        opens, closes = reading.sentence(report.text, match.start())
        spans = [(opens, closes)]
        if match["apart"] and opens:
            spans.append((reading.sentence(report.text, opens - 2)[0], opens))
        for start, end in spans:
            found = {
                place.place_id: (name, place)
                for name, place in case.naming.sure(report.report_id, start, end)
                if place.extent_km <= _LARGEST_KM
            }
            if len(found) == _BOTH:
                (_, first), (name, second) = found.values()
                far = measured.figure_of(report.text, match)
                yield first, Measured(match.start(), name.span.end, far, None, second)
            if found:
                break


@cache
def _between() -> re.Pattern[str]:
    apart = reading.alternatives(reading.roles("distances.csv")["apart"])
    second = measured.amount().replace("<number>", "<number2>").replace("<unit>", "<unit2>")
    is_to = rf"\b(?:it\sis|it\swas|is)\s(?:\w+\s){{0,2}}?{measured.amount()}\sto\b"
    return re.compile(rf"(?:{is_to})|{second}\s(?P<apart>{apart})\b", re.IGNORECASE)


def _subject(case: Case, report_id: str, told: Measured) -> Place | None:
    """Find the place that is said to lie there: the name right before the distance."""
    text = case.text(report_id)
    names = [
        (name, place)
        for name, place in case.naming.sure(
            report_id, max(0, told.start - _JOINED - _LARGEST_NAME), told.start
        )
        if told.start - name.span.end <= _JOINED
    ]
    if not names:
        return None
    name, place = names[-1]
    return place if _joins().fullmatch(text, name.span.end, told.start) else None


def _judge(case: Case, claim: Claim, place: Place, told: Measured) -> Iterable[Judgement]:
    if told.place.type == "country" and place.extent_km <= _LARGEST_KM:
        yield from _from_border(case, claim, place, told)
    if max(place.extent_km, told.place.extent_km) > _LARGEST_KM:
        return
    apart = geodesy.distance(told.place.lat, told.place.lon, place.lat, place.lon)
    slack = place.extent_km + told.place.extent_km + told.far.half_step
    least, most = _SHORT * (apart - slack), _ROAD * apart + slack
    pair = f"{words.named(place)} and {words.named(told.place)}"
    if told.far.gap(least, most) > 0:
        yield Judgement(
            claims=(claim,),
            verdict="inconsistent",
            stated=told.far.text,
            computed=words.about(apart),
            unit="km",
            margin=round(abs(told.far.value - apart), 1),
            tolerance=round(max(apart - least, most - apart), 1),
            topic=f"gap {told.start}",
            explanation=words.sentence(
                f"{pair} are about {words.about(apart)} km apart, against a stated {told.far.text} km."
            ),
        )
    elif told.bearing_deg is not None and apart > _CLEAR * slack:
        yield from _side(claim, place, told)


def _from_border(case: Case, claim: Claim, place: Place, told: Measured) -> Iterable[Judgement]:
    """Hold how far a place is said to lie from another state against the nearest point of it."""
    said = case.naming.containment(place, told.place)
    if said is None or place.country == told.place.country or told.bearing_deg is not None:
        return
    slack = place.extent_km + told.far.half_step + _BORDER_KM
    if told.far.gap(_SHORT * said.outside_km - slack, _ROAD * said.outside_km + slack) > 0:
        yield Judgement(
            claims=(claim,),
            verdict="inconsistent",
            stated=told.far.text,
            computed=words.about(said.outside_km),
            unit="km",
            margin=round(abs(told.far.value - said.outside_km), 1),
            tolerance=round(slack, 1),
            topic=f"border {told.start}",
            explanation=words.sentence(
                f"{words.named(place)} lies about {words.about(said.outside_km)} km from "
                f"{words.named(told.place)}, against a stated {told.far.text} km."
            ),
        )


def _side(claim: Claim, place: Place, told: Measured) -> Iterable[Judgement]:
    if told.bearing_deg is None:
        return
    true = geodesy.bearing(told.place.lat, told.place.lon, place.lat, place.lon)
    off = abs((true - told.bearing_deg + 180) % 360 - 180)
    if off > _AGAINST_DEG:
        yield Judgement(
            claims=(claim,),
            verdict="inconsistent",
            stated=words.compass(told.bearing_deg),
            computed=words.compass(true),
            unit="degrees",
            margin=float(round(off)),
            tolerance=_AGAINST_DEG,
            topic=f"side {told.start}",
            explanation=words.sentence(
                f"{words.named(place)} lies {words.compass(true)} of {words.named(told.place)}, "
                f"not {words.compass(told.bearing_deg)}."
            ),
        )


@cache
def _joins() -> re.Pattern[str]:
    """Match what stands between a place and how far it lies from another."""
    around = reading.alternatives(reading.roles("wholes.csv")["around"])
    lies = reading.alternatives(reading.roles("distances.csv")["lies"])
    return re.compile(rf"(?:,?\s(?:{lies}))?,?\s(?:(?:{around})\s)*", re.IGNORECASE)
