"""`range`: a distance told in two units.

Method: "4,200 miles (6,760 kilometers)" and "370 km, or 200 nautical miles": both lengths in km by the
definitions of their units (`data/vocabulary/units.csv`).
Tolerance: the rounding of both numbers; a tenth of the distance beyond it is `marginal`. Miles that fit as
nautical ones fit.
Limits: only what does not fit is told, on the claims whose passage gives one of the two, or on the nearest
claim.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sitmap import resources, units
from sitmap.checks import reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.tellings import weigh
from sitmap.model import Claim

#: How far from the numbers the claim may stand that they are about, in characters.
_NEAR = 300
#: Part of a distance by which a careless rounding may be off.
_CARELESS = 0.1


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each distance that a text gives in two units which do not fit.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports.

    Yields
    ------
    Judgement
        In km: `stated` is the second number, `computed` the first.
    """
    for report in case.reports:
        claims = case.by_report.get(report.report_id, ())
        for match in _pairs().finditer(report.text) if claims else ():
            about = _about(claims, match.start())
            if about:
                yield from _judge(about, match)


def _about(claims: Sequence[Claim], start: int) -> tuple[Claim, ...]:
    telling = tuple(claim for claim in claims if claim.quote_start <= start < claim.quote_end)
    if telling:
        return telling
    nearest = min(claims, key=lambda claim: (reading.away(claim, start), claim.claim_id))
    return (nearest,) if reading.away(nearest, start) <= _NEAR else ()


def _judge(claims: tuple[Claim, ...], match: re.Match[str]) -> Iterable[Judgement]:
    first, second = (_kilometres(match, name) for name in ("one", "other"))
    tolerance = first[1] + second[1]
    gap = min(abs(first[0] - second[0]) for first, second in _readings(match))
    verdict = weigh(gap, tolerance, tolerance + _CARELESS * max(first[0], second[0]))
    if verdict == "consistent" or not min(first[0], second[0]):
        return
    ending = "" if verdict == "inconsistent" else ", which careless rounding could bridge"
    yield Judgement(
        claims=claims,
        verdict=verdict,
        stated=words.about(second[0]),
        computed=words.about(first[0]),
        unit="km",
        margin=round(gap, 1),
        tolerance=round(tolerance, 1),
        topic=f"units {match.start()}",
        explanation=f"{match['one']} {match['unit_one']} are about {words.about(first[0])} km, against the "
        f"{match['other']} {match['unit_other']} told beside it{ending}.",
    )


def _readings(match: re.Match[str]) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    """Both lengths as their words say, and with miles taken as nautical ones."""
    for nautical in (False, True):
        yield (
            _kilometres(match, "one", nautical=nautical),
            _kilometres(match, "other", nautical=nautical),
        )


def _kilometres(match: re.Match[str], which: str, *, nautical: bool = False) -> tuple[float, float]:
    """Length and its rounding, km."""
    number = float(match[which].replace(",", ""))
    factor = _lengths()[" ".join(match[f"unit_{which}"].lower().split())]
    if nautical and factor == units.KM_PER_MILE:
        factor = units.KM_PER_NAUTICAL_MILE
    return number * factor, units.rounding(number) * factor


@cache
def _lengths() -> dict[str, float]:
    """Kilometres of each unit of length; not of "m", which may be metres, miles or millions."""
    rows = resources.rows(resources.data("vocabulary", "units.csv"))
    told = ((word, row) for row in rows if row["kind"] == "length" for word in row["words"].split("|"))
    return {word: float(row["factor"]) for word, row in told if len(word) > 1}


@cache
def _pairs() -> re.Pattern[str]:
    number = r"(?<![\w.,])(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)"
    unit = rf"[\s-](?P<unit_{{0}}>{reading.alternatives(_lengths())})\b(?!\s?/|\s(?:per|an\shour))"
    around = rf"(?:(?:{reading.alternatives(reading.roles('wholes.csv')['around'])})\s)?"
    joint = rf"(?:\s?\(\s?(?:or\s)?{around}|,?\sor\s{around})"
    return re.compile(
        number.format("one") + unit.format("one") + joint + number.format("other") + unit.format("other"),
        re.IGNORECASE,
    )
