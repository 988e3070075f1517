"""What one source tells in one report, and two tellings of one quantity side by side."""

from collections.abc import Mapping, Sequence

from sitmap.checks import words
from sitmap.checks.figure import Figure
from sitmap.model import Claim, Telling, Verdict

#: Minutes within which two clock times of one moment agree, and within which they nearly do.
CLOCK_MIN, NEARLY_MIN = 2.0, 10.0


def telling(claims: Sequence[Claim], copies: Mapping[str, str]) -> Telling:
    """Telling of one source in one report.

    Parameters
    ----------
    claims : sequence of Claim
        One or more, all of that telling.
    copies : mapping of str to str
        Id of each report that copies another, to that report's id.
    """
    first = next((claim for claim in claims if claim.source), claims[0])
    return Telling(
        report_id=first.report_id,
        teller=words.teller(first),
        published=first.published,
        claim_ids=tuple(claim.claim_id for claim in claims),
        copies=tuple(sorted(copy for copy, original in copies.items() if original == first.report_id)),
    )


def weigh(gap: float, agrees: float, bridged: float) -> Verdict:
    """Judge two numbers that lie `gap` apart: alike up to `agrees`, bridged by rounding up to `bridged`."""
    if gap <= agrees:
        return "consistent"
    return "marginal" if gap <= bridged else "inconsistent"


def weigh_figures(first: Figure, second: Figure) -> Verdict:
    """Judge two numbers of one quantity, each as surely as its words state it."""
    return weigh(
        gap(first, second), max(first.half_step, second.half_step), first.half_step + second.half_step
    )


def gap(first: Figure, second: Figure) -> float:
    """How far two numbers lie apart, 0 where the bound of either covers the other."""
    if second.bound:
        return second.gap(first.value, first.value)
    return first.gap(second.value, second.value)


def weigh_clock(apart_min: float) -> Verdict:
    """Judge two clock times of one moment."""
    return weigh(apart_min, CLOCK_MIN, NEARLY_MIN)


def against(
    what: str, first: tuple[str, str], second: tuple[str, str], apart: tuple[float, str], tolerance: float
) -> str:
    """Say what two tell of one thing and whether they agree.

    Parameters
    ----------
    what : str
        The quantity: "Time of launch".
    first, second : tuple of str
        The number in words, and who says so.
    apart : tuple of (float, str)
        By how much they differ, and its unit, "" for a bare number.
    tolerance : float
        What their rounding allows, in the same unit.

    Returns
    -------
    str
        One sentence.
    """
    told = f"{what}: {first[0]} ({first[1]}) against {second[0]} ({second[1]})"
    gap, unit = apart
    if gap == 0:
        return f"{told}: they agree."
    ending = "which their rounding can bridge" if gap <= tolerance else "more than their rounding"
    distance = f"{words.number(gap)} {unit}".strip()
    return f"{told}: {distance} apart, {ending}."
