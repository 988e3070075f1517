"""Distances against published figures; figures against the distance to their centre."""

import itertools
import math

import numpy as np
import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from sitmap import geodesy
from sitmap.errors import CoordinateError

EARTH_KM = 6371.0
LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)
BEARINGS = st.floats(0, 360, exclude_max=True)
SPHERE = Geod(ellps="WGS84")


def dms(degrees, minutes, seconds):
    return degrees + minutes / 60 + seconds / 3600


#: lat1, lon1, lat2, lon2, km: Karney's GeographicLib documentation (Wellington to Salamanca), Geoscience
#: Australia's test line (Flinders Peak to Buninyong, on GRS 80, 0.1 mm from WGS 84), and the ellipsoid's own
#: quadrant and degrees (NGA.STND.0036).
DISTANCES = [
    (-41.32, 174.81, 40.96, -5.50, 19959.679267),
    (
        -dms(37, 57, 3.72030),
        dms(144, 25, 29.52440),
        -dms(37, 39, 10.15610),
        dms(143, 55, 35.38390),
        54.972271,
    ),
    (0, 0, 90, 0, 10001.965729),
    (0, 0, 0, 1, 111.319491),
    (0, 0, 1, 0, 110.574389),
    (90, 0, 90, 120, 0),
    (10, 180, 10, -180, 0),
]


@pytest.mark.parametrize(("lat1", "lon1", "lat2", "lon2", "km"), DISTANCES)
def test_distances(lat1, lon1, lat2, lon2, km):
    assert geodesy.distance(lat1, lon1, lat2, lon2) == pytest.approx(km, abs=2e-6)
    assert geodesy.distance(lat2, lon2, lat1, lon1) == pytest.approx(km, abs=2e-6)


def test_a_published_bearing():
    # Flinders Peak to Buninyong: 306 degrees 52 minutes 05.37 seconds.
    found = geodesy.bearing(*DISTANCES[1][:4])
    assert found == pytest.approx(dms(306, 52, 5.37), abs=1e-5)


def test_a_published_destination():
    # Karney: 20,000 km southwest of Perth airport.
    found = geodesy.destination(-32.06, 115.74, bearing_deg=225, distance_km=20000)
    assert found == pytest.approx((32.11195529, -63.95925278), abs=1e-8)


@pytest.mark.parametrize(
    ("lat", "lon", "says"),
    [
        (91, 0, "latitude must lie between -90 and 90"),
        (0, 181, "longitude must lie between -180 and 180"),
        (139.4, 42.1, "the two look swapped"),
        (math.nan, 0, "finite"),
        (0, math.inf, "finite"),
    ],
)
def test_impossible_coordinates_are_refused_everywhere(lat, lon, says):
    for ask in (
        lambda: geodesy.check(lat, lon),
        lambda: geodesy.distance(0, 0, lat, lon),
        lambda: geodesy.bearing(lat, lon, 0, 0),
        lambda: geodesy.destination(lat, lon, bearing_deg=0, distance_km=1),
        lambda: geodesy.ground_track(0, 0, lat, lon),
        lambda: geodesy.circle(lat, lon, radius_km=1),
        lambda: geodesy.sector(lat, lon, near_km=0, far_km=1, from_deg=0, to_deg=90),
    ):
        with pytest.raises(CoordinateError, match=says):
            ask()


@given(lat=LATS, lon=LONS, bearing=BEARINGS, km=st.floats(0.001, 19_900))
def test_the_distance_to_a_destination_is_the_one_gone(lat, lon, bearing, km):
    there = geodesy.destination(lat, lon, bearing_deg=bearing, distance_km=km)
    geodesy.check(*there)
    assert geodesy.distance(lat, lon, *there) == pytest.approx(km, abs=1e-6)


@given(lat=st.floats(-89, 89), lon=LONS, bearing=BEARINGS, km=st.floats(1, 15_000))
def test_the_bearing_of_a_destination_is_the_one_taken(lat, lon, bearing, km):
    there = geodesy.destination(lat, lon, bearing_deg=bearing, distance_km=km)
    found = geodesy.bearing(lat, lon, *there)
    assert 0 <= found < 360
    assert abs((found - bearing + 180) % 360 - 180) < 1e-5


def sound(figure):
    """A figure that a map can draw: valid, right-handed, on the Earth."""
    assert figure.is_valid
    assert not figure.is_empty
    west, south, east, north = figure.bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
    for part in shapely.get_parts(figure):
        assert part.exterior.is_ccw
        assert not any(hole.is_ccw for hole in part.interiors)


def area_km2(figure):
    return abs(SPHERE.geometry_area_perimeter(figure)[0]) / 1e6


@settings(deadline=None)
@given(
    lat=LATS,
    lon=LONS,
    radius=st.floats(0.1, 19_000),
    bearing=BEARINGS,
    part=st.floats(0, 0.98) | st.floats(1.02, 1.5),
)
def test_a_circle_holds_what_is_nearer_and_nothing_else(lat, lon, radius, bearing, part):
    assume(part * radius < 19_900)
    figure = geodesy.circle(lat, lon, radius_km=radius)
    sound(figure)
    there = geodesy.destination(lat, lon, bearing_deg=bearing, distance_km=part * radius)
    # A pole lies on the edge of the map, where a point is on the outline rather than inside it.
    assume(abs(there[0]) < 89.9 and abs(there[1]) < 179.99)
    assert figure.contains(shapely.Point(there[1], there[0])) == (part < 1)


@pytest.mark.parametrize("lat", [-90, -89.5, -60, 0, 42, 60, 89.5, 90])
@pytest.mark.parametrize("lon", [-180, -179, 0, 137, 179, 180])
@pytest.mark.parametrize("radius", [1, 200, 1500])
def test_a_circle_has_the_area_of_a_cap(lat, lon, radius):
    figure = geodesy.circle(lat, lon, radius_km=radius, vertices=360)
    if abs(lat) * 111 + radius > 9_990:
        # Straight lines along the top of the map are no geodesics: measure what is below.
        figure = shapely.segmentize(figure, 0.5)
    cap = 2 * math.pi * EARTH_KM**2 * (1 - math.cos(radius / EARTH_KM))
    assert area_km2(figure) == pytest.approx(cap, rel=0.02)


@pytest.mark.parametrize(
    ("lat", "lon", "radius", "inside", "outside"),
    [
        (89, 0, 500, [(90, 0), (87, 180)], [(84, 0), (80, 180)]),
        (-90, 0, 500, [(-90, 10), (-86, 90)], [(-85, 90), (90, 0)]),
        (85, 170, 1000, [(89, -20), (80, 170)], [(80, -10), (75, 170)]),
        (0, 180, 500, [(0, 178), (0, -178)], [(0, 175), (0, 0)]),
        (0, 0, 11_000, [(85, 180), (-85, 180), (0, 90)], [(0, 180), (0, -175)]),
        (10, 20, 19_000, [(0, 0), (80, 100), (-80, -100)], [(-10, -160)]),
    ],
)
def test_circles_over_a_pole_the_antimeridian_and_more_than_half_the_earth(lat, lon, radius, inside, outside):
    figure = geodesy.circle(lat, lon, radius_km=radius)
    sound(figure)
    for there in inside:
        assert figure.covers(shapely.Point(there[1], there[0])), there
    for there in outside:
        assert not figure.covers(shapely.Point(there[1], there[0])), there


@st.composite
def sectors(draw):
    near, width = draw(st.floats(0, 4000)), draw(st.floats(5, 4000))
    start, angle = draw(BEARINGS), draw(st.floats(5, 355))
    return {
        "lat": draw(LATS),
        "lon": draw(LONS),
        "near_km": near,
        "far_km": near + width,
        "from_deg": start,
        "to_deg": start + angle,
    }


def point(sector, *, along, aside):
    """Point of a sector's own frame, in which the sector is 0..1 by 0..1; None near the map's edges."""
    near, far, start, end = (sector[name] for name in ("near_km", "far_km", "from_deg", "to_deg"))
    lat, lon = geodesy.destination(
        sector["lat"],
        sector["lon"],
        bearing_deg=start + aside * (end - start),
        distance_km=near + along * (far - near),
    )
    return shapely.Point(lon, lat) if abs(lat) < 88 and abs(lon) < 179.9 else None


#: What random search found once: a tip of no width, a side along the antimeridian, a centre at the pole.
NEEDLE = {"lat": 3.0, "lon": 0.0, "near_km": 8e-73, "far_km": 5.0, "from_deg": 94.0, "to_deg": 99.0}
ALONGSIDE = {"lat": 0.0, "lon": 180.0, "near_km": 0.0, "far_km": 5.0, "from_deg": 5.0, "to_deg": 360.0}
POLAR = {"lat": 90.0, "lon": 1.0, "near_km": 0.0, "far_km": 500.0, "from_deg": 0.0, "to_deg": 5.0}


@settings(deadline=None)
@given(sectors())
@example(NEEDLE)
@example(ALONGSIDE)
@example(POLAR)
def test_a_sector_contains_its_middle(sector):
    figure = geodesy.sector(**sector)
    sound(figure)
    middle = point(sector, along=0.5, aside=0.5)
    assume(middle)
    assert figure.contains(middle)


@settings(deadline=None)
@given(sectors(), st.floats(0.1, 0.9), st.floats(0.05, 0.95))
def test_a_sector_holds_nothing_beyond_it_nor_before_it_nor_to_its_side(sector, aside, along):
    figure = geodesy.sector(**sector)
    near, far = sector["near_km"], sector["far_km"]
    angle = sector["to_deg"] - sector["from_deg"]
    beyond = point(sector, along=1.1 + 0.1 * far / (far - near), aside=aside)
    assert not (beyond and figure.contains(beyond))
    if near > 0.1 * far:
        before = point(sector, along=-0.1 * near / (far - near), aside=aside)
        assert not (before and figure.contains(before))
    # To the side: in the middle of the rest of the circle, and not at the tip.
    if near + along * (far - near) > 0.2 * far and angle < 340:
        beside = point(sector, along=along, aside=1 + (360 - angle) / angle / 2)
        assert not (beside and figure.contains(beside))


def test_the_founding_sector():
    # Around 200 km west of Okushiri: 175 to 225 km, between west-southwest and west-northwest.
    figure = geodesy.sector(42.157, 139.40, near_km=175, far_km=225, from_deg=247.5, to_deg=292.5)
    assert figure.geom_type == "Polygon"
    assert figure.contains(shapely.Point(136.98, 42.15))
    ring = math.pi * (225**2 - 175**2) * 45 / 360
    assert area_km2(figure) == pytest.approx(ring, rel=0.01)


def test_a_sector_may_lie_round_a_pole_that_is_not_its_centre():
    # The pole is 558 km north of the centre, between the two arcs; the way south is left open.
    figure = geodesy.sector(85, 0, near_km=300, far_km=900, from_deg=-170, to_deg=170)
    sound(figure)
    for lat, lon in ((89.9, 90), (89, 170), (80, 45), (83, -60)):
        assert figure.contains(shapely.Point(lon, lat)), (lat, lon)
    for lat, lon in ((85, 0), (86, 10), (79, 0), (75, 90)):
        assert not figure.contains(shapely.Point(lon, lat)), (lat, lon)


@pytest.mark.parametrize(
    "fault",
    [
        {"near_km": 100, "far_km": 100},
        {"near_km": 200, "far_km": 100},
        {"near_km": -1, "far_km": 100},
        {"far_km": 0},
        {"far_km": 25_000},
        {"far_km": math.nan},
        {"far_km": math.inf},
        {"from_deg": 90, "to_deg": 90},
        {"from_deg": 0, "to_deg": 360},
    ],
    ids=str,
)
def test_a_sector_with_nothing_in_it_is_refused(fault):
    asked = {"near_km": 0, "far_km": 100, "from_deg": 0, "to_deg": 90}
    with pytest.raises(CoordinateError, match="km"):
        geodesy.sector(42, 139, **(asked | fault))


@pytest.mark.parametrize("radius", [0, -1, 20_000, math.nan, math.inf])
def test_a_circle_that_is_none_is_refused(radius):
    with pytest.raises(CoordinateError, match="more than 0 and at most 19900"):
        geodesy.circle(42, 139, radius_km=radius)


@pytest.mark.parametrize(
    ("ends", "lons"),
    [
        ((0, -180, 0, 170), [[180, 170]]),
        ((0, 180, 0, -170), [[-180, -170]]),
        ((0, 170, 0, -180), [[170, 180]]),
        ((0, -180, 10, 180), [[-180, -180]]),
        ((0, 0, 1, -180), [[0, -180]]),
    ],
)
def test_a_track_that_touches_the_antimeridian_stays_on_its_side(ends, lons):
    track = geodesy.ground_track(*ends)
    assert track.is_valid
    assert [[part.coords[0][0], part.coords[-1][0]] for part in shapely.get_parts(track)] == lons


@settings(deadline=None)
@given(lat1=LATS, lon1=LONS, lat2=LATS, lon2=LONS)
@example(lat1=0.0, lon1=0.0, lat2=1.0, lon2=-180.0)
def test_a_ground_track_joins_its_ends_and_stays_on_the_map(lat1, lon1, lat2, lon2):
    # Near the antipode every way is as short as another.
    assume(1 < geodesy.distance(lat1, lon1, lat2, lon2) < 19_900)
    track = geodesy.ground_track(lat1, lon1, lat2, lon2)
    vertices = shapely.get_coordinates(track)
    assert np.abs(vertices).max(axis=0) == pytest.approx([90, 90], abs=90)
    assert (np.abs(vertices) <= [180, 90]).all()
    first, last = vertices[0], vertices[-1]
    assert geodesy.distance(lat1, lon1, first[1], first[0]) < 1e-3
    assert geodesy.distance(lat2, lon2, last[1], last[0]) < 1e-3
    for line in shapely.get_parts(track):
        assert np.abs(np.diff(shapely.get_coordinates(line)[:, 0])).max() <= 180


def test_a_ground_track_is_the_geodesic():
    # From Sunan to the sea west of Okushiri; no vertex leaves the direct way.
    track = geodesy.ground_track(39.2, 125.67, 42.15, 136.98, step_km=25)
    lats_lons = [(lat, lon) for lon, lat in shapely.get_coordinates(track)]
    whole = geodesy.distance(*lats_lons[0], *lats_lons[-1])
    steps = [geodesy.distance(*a, *b) for a, b in itertools.pairwise(lats_lons)]
    assert max(steps) <= 25.001
    assert sum(steps) == pytest.approx(whole, abs=1e-3)


def test_a_track_over_the_antimeridian_is_cut_there():
    track = geodesy.ground_track(60, 170, 60, -170)
    assert track.geom_type == "MultiLineString"
    west, east = shapely.get_parts(track)
    assert west.coords[-1][0] == 180
    assert east.coords[0][0] == -180
    assert west.coords[-1][1] == pytest.approx(east.coords[0][1])


@pytest.mark.parametrize(
    ("points", "padding", "expected"),
    [
        ([], 1, (-180, -90, 180, 90)),
        ([(42, 137)], 4, (133, 38, 141, 46)),
        ([(42, 137), (39, 125)], 1, (124, 38, 138, 43)),
        ([(0, 179), (0, -179)], 1, (178, -1, -178, 1)),
        ([(0, -170), (0, 170)], 0, (170, 0, -170, 0)),
        ([(88, 10)], 5, (5, 83, 15, 90)),
        ([(0, 0), (0, 120), (0, -120)], 61, (-180, -61, 180, 61)),
    ],
)
def test_bounds(points, padding, expected):
    assert geodesy.bounds(points, padding_deg=padding) == pytest.approx(expected)
