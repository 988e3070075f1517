"""Maritime zones of the world, derived from the coast by the law's own rule.

`at` answers for a point; `load` gives `Zones`, whose `query`, `classify`, `inside`, `sides` and `share`
answer for many points and for areas; `load(own=...)` puts a user's own file of zones before it; `in_view`
gives the zones and their boundaries as layers. Our own are estimates by equidistance, not legal
boundaries.
"""

from sitmap.model import DE_FACTO, ZoneAnswer
from sitmap.zones.arguments import LIMITS
from sitmap.zones.loading import load
from sitmap.zones.lookup import ANSWER
from sitmap.zones.own import OwnZones
from sitmap.zones.query import Zones
from sitmap.zones.source import SIDES, Standing, ZoneSource
from sitmap.zones.view import in_view, in_views

__all__ = [
    "ANSWER",
    "DE_FACTO",
    "LIMITS",
    "SIDES",
    "OwnZones",
    "Standing",
    "ZoneSource",
    "Zones",
    "at",
    "in_view",
    "in_views",
    "load",
]


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
