"""Geometry of "at", "near", "200 km west of", "off" and "between"."""

import math
from dataclasses import replace

import numpy as np
import shapely
from pyproj import Geod

from sitmap import geodesy, units
from sitmap.geocode.outlines import home, on_land
from sitmap.model import Location, Place

_GEOD = Geod(ellps="WGS84")
#: Half the angle between two points of the compass, by how fine the point named is.
_EIGHTH, _SIXTEENTH = 22.5, 11.25
_FULL, _SEAWARD = 360.0, 60.0
_NEAR_LEAST_KM, _NEAR_MOST_KM = 15.0, 150.0
_OFF_KM, _OFF_SHARE, _OFF_MOST_KM = 15.0, 0.35, 120.0
_SIDE_UNKNOWN = 1.5
_BEARINGS = 16
_DENSE_KM = 5.0


def at(place: Place) -> Location:
    """Draw the place itself: its outline when it has one."""
    return Location(
        place=place,
        lat=place.lat,
        lon=place.lon,
        area=place.area,
        area_is_place=place.area is not None,
        uncertainty_km=max(1.0, place.extent_km),
    )


def near(place: Place, bearing_deg: float | None = None) -> Location:
    """Draw a neighbourhood: a circle three times the size of the place, 15 to 150 km beyond it."""
    beyond = min(_NEAR_MOST_KM, max(_NEAR_LEAST_KM, 2 * place.extent_km))
    radius = place.extent_km + beyond
    if bearing_deg is None:
        return _circle(place, place.lat, place.lon, radius)
    lat, lon = geodesy.destination(place.lat, place.lon, bearing_deg=bearing_deg, distance_km=radius / 2)
    return _circle(place, lat, lon, radius / 2)


def offset(place: Place, distance_km: float, bearing_deg: float | None) -> Location:
    """Draw a distance from a place, measured from its coast or edge on the side named.

    Parameters
    ----------
    place : Place
        With its outline, if it has one.
    distance_km : float
        As the words give it.
    bearing_deg : float or None
        Direction from the place; None when the words name none.

    Returns
    -------
    Location
        With a bearing, the point and an annular sector: along by the rounding of the number, across by
        half the angle between compass points. Without, the place and an annulus around it.
    """
    spread = max(units.rounding(distance_km), 1.0)
    if bearing_deg is None:
        return _annulus(place, distance_km, spread)
    lat, lon = edge(place, bearing_deg)
    half = _EIGHTH if bearing_deg % 45 == 0 else _SIXTEENTH
    to_lat, to_lon = geodesy.destination(lat, lon, bearing_deg=bearing_deg, distance_km=distance_km)
    area = geodesy.sector(
        lat,
        lon,
        near_km=max(0.0, distance_km - spread),
        far_km=distance_km + spread,
        from_deg=bearing_deg - half,
        to_deg=bearing_deg + half,
    )
    across = distance_km * 2 * math.sin(math.radians(half) / 2)
    return Location(
        place=place,
        lat=to_lat,
        lon=to_lon,
        area=area,
        uncertainty_km=round(math.hypot(across, spread), 1),
    )


def edge(place: Place, bearing_deg: float) -> tuple[float, float]:
    """Find where the ray from a place's marker in a direction leaves its coast or edge for the last time.

    Returns
    -------
    tuple of float
        (lat, lon); the marker itself for a place without an outline.
    """
    if place.area is None:
        return place.lat, place.lon
    reach = 2.2 * max(place.extent_km, 1.0)
    ray = geodesy.ground_track(
        place.lat,
        place.lon,
        *geodesy.destination(place.lat, place.lon, bearing_deg=bearing_deg, distance_km=reach),
        step_km=max(_DENSE_KM, reach / 50),
    )
    parts = shapely.get_parts(place.area)
    own = parts[shapely.intersects_xy(parts, place.lon, place.lat)]
    land = own[0] if len(own) else place.area
    crossed = shapely.get_coordinates(shapely.intersection(ray, land))
    if not len(crossed):
        return place.lat, place.lon
    count = len(crossed)
    distance = np.asarray(
        _GEOD.inv(np.full(count, place.lon), np.full(count, place.lat), crossed[:, 0], crossed[:, 1])[2]
    )
    lon, lat = crossed[int(np.argmax(distance))]
    return float(lat), float(lon)


def off(place: Place, bearing_deg: float | None, distance_km: float | None = None) -> Location:
    """Draw the sea off a place: outside its edge on the side named, else where open water lies.

    Parameters
    ----------
    place : Place
        With its outline, if it has one.
    bearing_deg : float or None
        Side named; None when the words name none. Then the middle of the widest run of bearings with
        water is taken, away from its country where water is all around.
    distance_km : float or None
        How far off; None when the words do not say.

    Returns
    -------
    Location
        With a distance, a third of a ring of that radius on the sea's side. Without, a circle there.
    """
    beyond = min(_OFF_MOST_KM, _OFF_KM + _OFF_SHARE * place.extent_km)
    bearing = seaward(place, distance_km or beyond) if bearing_deg is None else bearing_deg
    if bearing is None:
        return replace(near(place), note="no open water was found beside the place")
    if distance_km:
        return _ring_off(place, bearing, distance_km)
    lat, lon = edge(place, bearing)
    lat, lon = geodesy.destination(lat, lon, bearing_deg=bearing, distance_km=beyond)
    reach = max(beyond, place.extent_km / 2)
    if bearing_deg is not None:
        return _circle(place, lat, lon, reach)
    note = "the words do not say on which side: drawn where open water lies"
    return replace(_circle(place, lat, lon, _SIDE_UNKNOWN * reach), note=note)


def _ring_off(place: Place, bearing: float, distance_km: float) -> Location:
    """Draw a distance off a place to the side of a bearing, any way within sixty degrees of it."""
    spread = max(units.rounding(distance_km), 1.0)
    lat, lon = edge(place, bearing)
    to_lat, to_lon = geodesy.destination(lat, lon, bearing_deg=bearing, distance_km=distance_km)
    area = geodesy.sector(
        lat,
        lon,
        near_km=max(0.0, distance_km - spread),
        far_km=distance_km + spread,
        from_deg=bearing - _SEAWARD,
        to_deg=bearing + _SEAWARD,
    )
    across = distance_km * 2 * math.sin(math.radians(_SEAWARD) / 2)
    note = "the words give a distance and no direction: anywhere on the sea's side"
    return Location(
        place=place,
        lat=to_lat,
        lon=to_lon,
        area=area,
        uncertainty_km=round(math.hypot(across, spread), 1),
        note=note,
    )


def seaward(place: Place, beyond_km: float) -> float | None:
    """Find the bearing from a place to open water, None when there is none around it."""
    bearings = np.arange(0.0, _FULL, _FULL / _BEARINGS)
    points = [
        geodesy.destination(*edge(place, bearing), bearing_deg=bearing, distance_km=beyond_km)
        for bearing in bearings.tolist()
    ]
    wet = ~on_land(points)
    if not wet.any():
        return None
    if wet.all():
        lat, lon = home(place)
        at_home = (lat, lon) == (place.lat, place.lon)
        return 0.0 if at_home else geodesy.bearing(lat, lon, place.lat, place.lon)
    # Start at a dry bearing, so that no run is split; the middle of the longest run of wet ones wins.
    start = int(np.argmin(wet))
    runs = "".join("1" if w else "0" for w in np.roll(wet, -start)).split("0")
    longest = max(runs, key=len)
    first = start + "0".join(runs).index(longest)
    return float((first + (len(longest) - 1) / 2) * _FULL / _BEARINGS % _FULL)


def between(first: Place, second: Place) -> Location:
    """Draw the middle of two places; the segment's half is the uncertainty."""
    length = geodesy.distance(first.lat, first.lon, second.lat, second.lon)
    lat, lon = first.lat, first.lon
    if length:
        course = geodesy.bearing(first.lat, first.lon, second.lat, second.lon)
        lat, lon = geodesy.destination(first.lat, first.lon, bearing_deg=course, distance_km=length / 2)
    return _circle(first, lat, lon, max(length / 2, first.extent_km, second.extent_km, 1.0))


def _circle(place: Place, lat: float, lon: float, radius_km: float) -> Location:
    radius = round(max(1.0, radius_km), 1)
    return Location(
        place=place, lat=lat, lon=lon, area=geodesy.circle(lat, lon, radius_km=radius), uncertainty_km=radius
    )


def _annulus(place: Place, distance_km: float, spread_km: float) -> Location:
    outer = geodesy.circle(place.lat, place.lon, radius_km=distance_km + spread_km)
    inner = geodesy.circle(place.lat, place.lon, radius_km=max(0.1, distance_km - spread_km))
    return Location(
        place=place,
        lat=place.lat,
        lon=place.lon,
        area=shapely.difference(outer, inner),
        uncertainty_km=round(distance_km + spread_km, 1),
        note="the words give a distance and no direction: anywhere on the ring",
    )
