"""`zone`: the side of a zone against how close to a coast something is told to have come."""

from sitmap.checks import words
from sitmap.checks.judgement import Judgement
from sitmap.checks.margins import Zone
from sitmap.checks.measured import Measured
from sitmap.model import Claim

#: What a coast on the chart may be off, km.
_CHART_KM = 1.0


def judge(claim: Claim, told: Measured, zone: Zone, *, said: str, is_least: bool) -> Judgement | None:
    """Hold "inside" against "no closer than", and "outside" against "within".

    Parameters
    ----------
    claim : Claim
        With the side of the zone.
    told : Measured
        The distance, from a place of the state whose zone it is.
    zone : Zone
        Its kind.
    said : str
        The side in words.
    is_least : bool
        It came no closer than the distance; else it came within it.

    Returns
    -------
    Judgement or None
        In km; None where the distance leaves the side open.
    """
    margin = (told.far.value - zone.limit_km) * (1 if is_least else -1)
    tolerance = told.far.half_step + told.place.extent_km + _CHART_KM
    if margin <= tolerance:
        return None
    came = "no closer than" if is_least else "within"
    return Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=said,
        computed="outside" if is_least else "inside",
        unit="km",
        margin=round(margin, 1),
        tolerance=round(tolerance, 1),
        explanation=f"Said to be {said}, but what came {came} {words.about(told.far.value)} km "
        f"{'to' if is_least else 'of'} {words.named(told.place)} was "
        f"{'beyond' if is_least else 'inside'} {zone.edge}.",
    )
