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
from collections.abc import Iterable
from functools import cache

from sitmap import geodesy
from sitmap.checks import measured, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.measured import Measured
from sitmap.model import Claim, Place

#: Largest place that a distance can be told from and to without saying from which end, km.
_LARGEST_KM = 60.0
#: How many times the straight line a distance by road or sea may be, and the least share of it that fits.
_ROAD, _SHORT = 1.9, 0.67
_AGAINST_DEG, _CLEAR = 90.0, 3.0
#: How far apart a name and what is said of it may stand, in characters.
_JOINED, _LARGEST_NAME = 40, 40


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
                yield from _judge(reading.nearest(claims, told.start), place, told)


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


def _judge(claim: Claim, place: Place, told: Measured) -> Iterable[Judgement]:
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
