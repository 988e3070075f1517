"""`sum`: parts that a text gives beside their whole, where no claims carry both.

Method: "153 aircraft, of which 111 crossed the line", "1,000 of them", and the list behind a colon
(`wholes`), "three were stopped; the other six fell" (`remainders`): each part is held against the whole,
and the parts of a list of places or kinds, or of a whole shared out in two, together; lists that are given
in full (`rolls`), and shares told as numbers too (`fractions`).
Tolerance: the rounding of the whole, none for a count one by one ("45 aircraft", `reading.count_rounding`); a
part beyond it by no more than that is `marginal`. A whole with no
upper end ("more than 300") holds anything, and so does one whose parts only have an upper end.
Limits: parts that fall short of the whole may be an incomplete list and are no error; numbers on a longer
span ("since January") and on casualties are left out. The finding stands on the claims whose passage gives
one of the numbers, or on the claim nearest to them.
"""

from collections.abc import Collection, Iterable, Sequence

from sitmap.checks import fractions, reading, wholes, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.remainders import remainders
from sitmap.checks.rolls import Roll, rolls
from sitmap.checks.tellings import weigh
from sitmap.checks.wholes import Number, Whole
from sitmap.model import Claim, Verdict

#: How far from the numbers the claim may stand that they are about, in characters.
_NEAR = 300
#: Fewer than this are one of many, not a part that could be too large.
_FEW = 2


def judge(case: Case, judged: Collection[str]) -> Iterable[Judgement]:
    """Judge each whole that a report's text gives with its parts.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports.
    judged : collection of str
        Ids of claims whose counts are held against each other already.

    Yields
    ------
    Judgement
        In the unit of the count.
    """
    for report in case.reports:
        own = case.by_report.get(report.report_id, ())
        for whole in (*wholes.wholes(report.text), *remainders(report.text)) if own else ():
            claims = _about(own, whole)
            if any(claim.claim_id not in judged for claim in claims):
                yield from _judge(claims, whole, report.text[: whole.number.start])
        for roll in rolls(report.text) if own else ():
            yield from _call(reading.nearest(own, roll.whole.start), roll, report.text)
        for roll, expected in fractions.fractions(report.text) if own else ():
            yield from _share(reading.nearest(own, roll.whole.start), roll, expected)


def _share(claim: Claim, roll: Roll, expected: float) -> Iterable[Judgement]:
    """Hold a number against the share that it is told as; only what does not fit is told."""
    told, whole = roll.parts[0].least, roll.whole.least
    if fractions.is_off(told, expected, whole):
        yield Judgement(
            claims=(claim,),
            verdict="inconsistent",
            stated=f"{told:,}",
            computed=words.number(round(expected)),
            margin=round(abs(told - expected), 1),
            tolerance=round(1 + 0.1 * whole, 1),
            topic=f"share {roll.parts[0].start}",
            explanation=f"The share of {whole:,} {words.plain(roll.noun)} that is told comes to about "
            f"{words.number(round(expected))}, not {told:,}.",
        )


def _call(claim: Claim, roll: Roll, text: str) -> Iterable[Judgement]:
    """Hold a roll against its whole; only what does not fit is told."""
    least, most = sum(part.low or 0 for part in roll.parts), sum(part.high or 0 for part in roll.parts)
    steps = sum(_step(part, text) for part in (roll.whole, *roll.parts))
    over = least - roll.whole.high if roll.whole.high is not None else 0
    is_closed = roll.is_complete and all(part.high is not None for part in roll.parts)
    short = roll.whole.low - most if is_closed and roll.whole.low is not None else 0
    if max(over, short) <= steps:
        return
    listed = ", ".join(f"{part.least:,}" for part in roll.parts)
    told = roll.whole.high or roll.whole.least
    yield Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=f"{told:,}",
        computed=f"{least:,}",
        margin=float(max(over, short)),
        tolerance=steps,
        topic=f"roll {roll.whole.start}",
        explanation=f"{listed} make {least:,}, {'more' if over > 0 else 'less'} than the {told:,} "
        f"{words.plain(roll.noun)} that they are said to be.",
    )


def _step(number: Number, text: str) -> float:
    value = number.high or number.least
    return reading.count_rounding(value, text[: number.start], number.words)


def _about(claims: Sequence[Claim], whole: Whole) -> tuple[Claim, ...]:
    starts = [number.start for number in (whole.number, *whole.parts)]
    telling = tuple(c for c in claims if any(c.quote_start <= start < c.quote_end for start in starts))
    if telling:
        return telling
    nearest = min(claims, key=lambda claim: (reading.away(claim, starts[0]), claim.claim_id))
    return (nearest,) if reading.away(nearest, starts[0]) <= _NEAR else ()


def _judge(claims: tuple[Claim, ...], whole: Whole, before: str) -> Iterable[Judgement]:
    greatest = max(whole.parts, key=lambda part: part.least)
    parts = whole.parts if whole.adds_up else (greatest,)
    total, limit = sum(part.least for part in parts), whole.number.high
    if limit is None or greatest.least < _FEW:
        return
    tolerance = reading.count_rounding(limit, before, whole.number.words)
    verdict = weigh(total - limit, 0.0, tolerance)
    yield Judgement(
        claims=claims,
        verdict=verdict,
        stated=f"{limit:,}",
        computed=f"{total:,}",
        margin=float(max(0, total - limit)),
        tolerance=tolerance,
        topic=f"parts {whole.number.start}",
        explanation=words.sentence(_explain(whole, parts, total, verdict)),
    )


def _explain(whole: Whole, parts: Sequence[Number], total: int, verdict: Verdict) -> str:
    of = f"{whole.number.high:,} {whole.noun}"
    if len(parts) > 1:
        listed = ", ".join(f"{part.least:,}" for part in parts[:-1])
        told = f"{listed} and {parts[-1].least:,}, told as parts of {of}, make {total:,}"
    else:
        told = f"{total:,} are told as a part of {of}"
    ending = {
        "consistent": "no more than the whole" if len(parts) > 1 else "which fits",
        "marginal": "more than the whole, by less than its rounding",
    }.get(verdict, "more than the whole")
    return f"{told}, {ending}."
