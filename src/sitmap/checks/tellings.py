"""Two tellings of one quantity, side by side."""

from sitmap.checks import words
from sitmap.model import Verdict


def weigh(gap: float, agrees: float, bridged: float) -> Verdict:
    """Judge two numbers that lie `gap` apart: alike up to `agrees`, bridged by rounding up to `bridged`."""
    if gap <= agrees:
        return "consistent"
    return "marginal" if gap <= bridged else "inconsistent"


def against(what: str, first: tuple[str, str], second: tuple[str, str], gap: float, tolerance: float) -> str:
    """Say what two tell of one thing and whether they agree.

    Parameters
    ----------
    what : str
        The quantity: "Time of launch".
    first, second : tuple of str
        The number in words, and who says so.
    gap, tolerance : float
        By how much they differ, and what their rounding allows.

    Returns
    -------
    str
        One sentence.
    """
    told = f"{what}: {first[0]} ({first[1]}) against {second[0]} ({second[1]})"
    if gap == 0:
        return f"{told}: they agree."
    ending = "which their rounding can bridge" if gap <= tolerance else "more than their rounding"
    return f"{told}: {words.number(gap)} apart, {ending}."
