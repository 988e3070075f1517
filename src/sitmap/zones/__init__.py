"""Maritime zones of the world, derived from the coast by the law's own rule.

`at` answers for a point, `Zones.query` and `Zones.inside` for many, `in_view` gives the zones and
their boundaries as layers. All are estimates by equidistance, not legal boundaries.
"""

from sitmap.model import ZoneAnswer
from sitmap.zones.arguments import LIMITS
from sitmap.zones.baseline import DE_FACTO
from sitmap.zones.lookup import ANSWER
from sitmap.zones.query import Zones, load
from sitmap.zones.view import in_view

__all__ = ["ANSWER", "DE_FACTO", "LIMITS", "Zones", "at", "in_view", "load"]


def at(lat: float, lon: float, *, limit: str = "eez", view: str = DE_FACTO) -> ZoneAnswer:
    """Whose maritime zone a point lies in, and how far from its edge.

    Parameters
    ----------
    lat, lon : float
        Degrees.
    limit : str
        `eez`, `territorial` or `contiguous`: the limit that the margin refers to.
    view : str
        `de facto`, or the ISO alpha-3 of the state whose view of disputed features is taken.

    Returns
    -------
    ZoneAnswer

    Raises
    ------
    CoordinateError
        If the coordinate is impossible.
    ZoneError
        If `limit` or `view` is not known.

    Examples
    --------
    >>> at(42.15, 136.98).sovereign
    'JPN'
    """
    return load().at(lat, lon, limit=limit, view=view)
