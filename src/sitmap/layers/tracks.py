"""Ground tracks: which launch goes with which impact, and the line between them."""

from collections import defaultdict
from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.model import Claim


def tracks(claims: Sequence[Claim]) -> list[tuple[int, BaseGeometry]]:
    """Great-circle ground track of every launch with an impact of the same event.

    A launch goes with the impacts that its own report tells of, and with those of other reports
    only when its own has none. Both must have a point, and both be asserted or both denied: a line
    from an asserted launch to a denied impact would say what nobody has said. Claims that a reader
    rejected have no track.

    Parameters
    ----------
    claims : sequence of Claim
        Of all kinds, in any order.

    Returns
    -------
    list of tuple of (int, LineString or MultiLineString)
        The place of the launch in `claims`, in rising order, and its track from launch to impact,
        (lon, lat), EPSG:4326, cut at the antimeridian.
    """
    impacts: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "impact" and claim.event_id and claim.review != "rejected":
            impacts[claim.event_id].append(claim)
    return [
        (index, line)
        for index, launch in enumerate(claims)
        if launch.kind == "launch" and launch.event_id in impacts and launch.review != "rejected"
        for impact in _own(launch, impacts[launch.event_id])
        if (line := _line(launch, impact)) is not None
    ]


def _own(launch: Claim, impacts: list[Claim]) -> list[Claim]:
    fitting = [claim for claim in impacts if claim.stance == launch.stance]
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
