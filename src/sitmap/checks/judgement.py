"""What one check concludes, before it becomes a `Finding`."""

from dataclasses import dataclass

from sitmap.model import Claim, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A check's answer on some claims.

    Parameters
    ----------
    claims : tuple of Claim
        The claims held to account, at least one.
    verdict : str
        `consistent` `marginal` `inconsistent` `undetermined`.
    explanation : str
        One sentence with the numbers.
    stated, computed : str
        What the words say and what follows from the other facts.
    unit : str
        Unit of `stated`, `computed`, `margin` and `tolerance`.
    margin : float or None
        By how much the two differ, or how far the answer is from changing.
    tolerance : float or None
        What the words' rounding and the method allow.
    topic : str
        Tells apart two answers of one check on the same claims; "" when there is one.
    """

    claims: tuple[Claim, ...]
    verdict: Verdict
    explanation: str
    stated: str = ""
    computed: str = ""
    unit: str = ""
    margin: float | None = None
    tolerance: float | None = None
    topic: str = ""
