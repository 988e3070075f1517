"""Ground tracks: which launch goes with which impact, and the line between them."""

from collections import defaultdict
from collections.abc import Iterable

from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.model import Claim


def tracks(claims: Iterable[Claim]) -> list[tuple[Claim, BaseGeometry]]:
    """Great-circle ground track of every launch with an impact of the same event.

    A launch goes with the impacts that its own report tells of, and with those of other reports
    only when its own has none. Both must have a point, and both be asserted or both denied: a line
    from an asserted launch to a denied impact would say what nobody has said.

    Parameters
    ----------
    claims : iterable of Claim
        Of all kinds, in any order.

    Returns
    -------
    list of tuple of (Claim, LineString or MultiLineString)
        The launch and its track, from launch to impact, (lon, lat), EPSG:4326, cut at the
        antimeridian.
    """
    events: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event_id:
            events[claim.event_id].append(claim)
    return [
        (launch, line)
        for event in events.values()
        for launch in event
        if launch.kind == "launch"
        for impact in _impacts(launch, event)
        if (line := _line(launch, impact)) is not None
    ]


def _impacts(launch: Claim, event: list[Claim]) -> list[Claim]:
    fitting = [claim for claim in event if claim.kind == "impact" and claim.stance == launch.stance]
    own = [claim for claim in fitting if claim.report_id == launch.report_id]
    return own or fitting


def _line(launch: Claim, impact: Claim) -> BaseGeometry | None:
    start, end = launch.location, impact.location
    if start is None or start.lat is None or start.lon is None:
        return None
    if end is None or end.lat is None or end.lon is None:
        return None
    if (start.lat, start.lon) == (end.lat, end.lon):
        return None
    return geodesy.ground_track(start.lat, start.lon, end.lat, end.lon)
