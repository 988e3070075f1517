"""`sum`: what was shot down, lost and not stopped is together no more than what was launched.

Method: of each report that tells of a launch or an impact, the weapons of one class that one sentence says
were launched, and what the text says up to the next such sentence of those shot down, of those lost from
sight and of those that got through (`tallies`). What one sentence counts for several days is one wave. Of
several numbers with one role the largest is taken: the others may be parts of it. What a sentence counts by
name beside a wave ("38 cruise missiles and eight Kalibrs") may be of its class, and is added to it.
Tolerance: the rounding of the number launched, none for a count one by one ("62 drones",
`reading.count_rounding`); beyond it by no more than that is `marginal`. A number
launched with no upper end ("more than 300") holds anything.
Limits: numbers beside a longer span ("since January") are left out; weapons that fell by themselves are
seldom counted and are not added up. A wave that no claim's passage counts stands on the launches beside it.
"""

from collections.abc import Iterable, Sequence

from sitmap.checks import reading, tallies, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.tallies import PARTS, Tally
from sitmap.checks.tellings import weigh
from sitmap.model import Claim, Report, Verdict

#: How long the words of a number may be, in characters: "half a dozen".
_NUMBER = 12
#: How far from the words that count a wave a claim may stand that is about it, in characters.
_NEAR = 300
#: Classes of weapon that a text counts under one name or another.
_BALLISTIC = frozenset(
    {"icbm", "irbm", "mrbm", "srbm", "slbm", "ballistic", "hypersonic", "cruise", "missile"}
)


def judge(case: Case) -> Iterable[Judgement]:
    """Judge what each report says became of the weapons launched.

    Yields
    ------
    Judgement
        In the unit of the count, on the launches and impacts of the sentence that counts the launched.
    """
    for report in case.reports:
        own = case.by_report.get(report.report_id, ())
        launches = [claim for claim in own if claim.kind in {"launch", "impact"}]
        if launches:
            yield from _in_report(report, launches)


def _in_report(report: Report, launches: Sequence[Claim]) -> Iterable[Judgement]:
    found = tallies.tallies(report.text)
    for waves in _by_class(found).values():
        for number, wave in enumerate(waves):
            until = waves[number + 1][0].start if number + 1 < len(waves) else len(report.text)
            parts = _parts(found, wave, until)
            claims = _claims(wave, launches, found)
            if parts and claims:
                steps = sum(_rounding(tally, report.text) for tally in wave)
                named = tallies.by_name(report.text, [tally.start for tally in found], wave[0].start)
                kind = weapon_class(wave[0].asset)
                beside = sum(count for asset, count in named if weapon_class(asset) == kind)
                yield _compare(claims, wave, parts, beside, steps)


def weapon_class(asset: str) -> str:
    """Class under which a text counts a weapon: all that is a missile is one."""
    return "missile" if asset in _BALLISTIC else asset


def _by_class(found: Sequence[Tally]) -> dict[str, list[list[Tally]]]:
    """Sort what was launched by class of weapon, that of one sentence together: a wave."""
    waves: dict[str, list[list[Tally]]] = {}
    for tally in found:
        if tally.role == "launched":
            own = waves.setdefault(weapon_class(tally.asset), [])
            if own and own[-1][0].sentence == tally.sentence:
                own[-1].append(tally)
            else:
                own.append([tally])
    return waves


def _parts(found: Sequence[Tally], wave: Sequence[Tally], until: int) -> list[Tally]:
    """Pick the largest number of each role before the next wave; a bare one counts an only class."""
    alone = len({weapon_class(tally.asset) for tally in found if tally.asset}) == 1
    classes = {weapon_class(wave[0].asset)} | ({""} if alone else set())
    after = [
        tally
        for tally in found
        if wave[-1].start < tally.start < until and weapon_class(tally.asset) in classes
    ]
    by_role = ([tally for tally in after if tally.role == role] for role in PARTS)
    return [max(own, key=_least) for own in by_role if own]


def _least(tally: Tally) -> int:
    return tally.low or 0


def _claims(wave: Sequence[Tally], launches: Sequence[Claim], found: Sequence[Tally]) -> tuple[Claim, ...]:
    """Claims whose passage counts the wave, else launches beside it whose passage counts none."""
    telling = tuple(claim for claim in launches if _counts(claim, wave))
    every = [tally for tally in found if tally.role == "launched"]
    counts = {(tally.low, tally.high) for tally in wave}
    beside = (
        claim
        for claim in launches
        if reading.away(claim, wave[0].start) <= _NEAR
        and weapon_class(claim.asset) == weapon_class(wave[0].asset)
        and (claim.kind == "launch" or (claim.count_min, claim.count_max) in counts)
        and not _counts(claim, every)
    )
    return telling or tuple(beside) or _of_one_raid(wave, launches, every)


def _of_one_raid(
    wave: Sequence[Tally], launches: Sequence[Claim], every: Sequence[Tally]
) -> tuple[Claim, ...]:
    """Impacts of the class, where the report counts one wave of it alone."""
    kind = weapon_class(wave[0].asset)
    sentences = {tally.sentence for tally in every if weapon_class(tally.asset) == kind}
    if len(sentences) > 1:
        return ()
    return tuple(c for c in launches if c.kind == "impact" and weapon_class(c.asset) == kind)


def _counts(claim: Claim, told: Sequence[Tally]) -> bool:
    return any(claim.quote_start <= tally.start < claim.quote_end for tally in told)


def _rounding(tally: Tally, text: str) -> float:
    words = text[tally.start : tally.start + _NUMBER]
    return reading.count_rounding(tally.high or tally.low or 0, text[: tally.start], words)


def _compare(
    claims: tuple[Claim, ...], wave: Sequence[Tally], parts: Sequence[Tally], beside: int, tolerance: float
) -> Judgement:
    whole = sum(tally.high or tally.low or 0 for tally in wave) + beside
    is_open = any(tally.high is None for tally in wave)
    total = sum(map(_least, parts))
    beyond = 0 if is_open else max(0, total - whole)
    verdict = weigh(beyond, 0.0, tolerance)
    return Judgement(
        claims=claims,
        verdict=verdict,
        stated=f"{'at least ' if is_open else ''}{whole:,}",
        computed=f"{total:,}",
        margin=float(beyond),
        tolerance=tolerance,
        topic=f"balance {wave[0].asset}",
        explanation=_explain(whole, parts, total, verdict),
    )


def _explain(whole: int, parts: Sequence[Tally], total: int, verdict: Verdict) -> str:
    *first, last = (f"{_least(part):,} {part.words.lower().removesuffix(' by')}" for part in parts)
    listed = f"{', '.join(first)} and {last}" if first else last
    adding = f" make {total:,}" if len(parts) > 1 else ""
    ending = {
        "consistent": f"no more than the {whole:,} launched",
        "marginal": f"more than the {whole:,} launched, by less than its rounding",
    }.get(verdict, f"more than the {whole:,} launched")
    return words.sentence(f"{listed}{adding}, {ending}.")
