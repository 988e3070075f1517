"""Two tellings of one quantity, side by side."""

from sitmap.checks import words
from sitmap.checks.figure import Figure
from sitmap.model import Verdict

#: Minutes within which two clock times of one moment agree, and within which they nearly do.
CLOCK_MIN, NEARLY_MIN = 2.0, 10.0


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
    what: str, first: tuple[str, str], second: tuple[str, str], apart: float, tolerance: float
) -> str:
    """Say what two tell of one thing and whether they agree.

    Parameters
    ----------
    what : str
        The quantity: "Time of launch".
    first, second : tuple of str
        The number in words, and who says so.
    apart, tolerance : float
        By how much they differ, and what their rounding allows.

    Returns
    -------
    str
        One sentence.
    """
    told = f"{what}: {first[0]} ({first[1]}) against {second[0]} ({second[1]})"
    if apart == 0:
        return f"{told}: they agree."
    ending = "which their rounding can bridge" if apart <= tolerance else "more than their rounding"
    return f"{told}: {words.number(apart)} apart, {ending}."
