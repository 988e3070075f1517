import numpy as np
import pytest

from sitmap import geodesy
from sitmap.export.paper import base, frame

BOX = (20.0, 50.0, 560.0, 430.0)
SOHAE = (39.66, 124.705)
VIEWS = {
    "founding": ([34.0, 37.0, 141.0, 53.0], SOHAE),
    "kursk": ([34.0, 50.0, 38.0, 53.0], None),
    "a spot": ([35.0, 51.0, 35.001, 51.001], None),
    "chukotka": ([174.0, 50.0, 198.0, 68.0], None),
    "fiji": ([174.0, -22.0, 186.0, -14.0], None),
    "arctic": ([-40.0, 70.0, 160.0, 88.0], None),
    "round the pole": ([-180.0, -85.0, 180.0, -60.0], None),
    "half the world": ([-120.0, -40.0, 150.0, 65.0], None),
    "pacific": ([120.0, -50.0, 250.0, 60.0], None),
    "nothing": (None, None),
}


def grid(view):
    west, south, east, north = view or (-180.0, -60.0, 180.0, 80.0)
    lats, lons = np.meshgrid(np.linspace(south, north, 9), np.linspace(west, east, 9)[:-1])
    return lats.ravel(), (lons.ravel() + 180) % 360 - 180


@pytest.mark.parametrize("name", VIEWS)
def test_the_whole_extent_is_on_the_map(name):
    view, launch = VIEWS[name]
    made = frame.fit(view, BOX, launch=launch)
    spots = made.points(*grid(view))
    assert ((spots >= np.array(BOX[:2]) - 1) & (spots <= np.array(BOX[2:]) + 1)).all()


@pytest.mark.parametrize(
    ("name", "world"),
    [("founding", False), ("chukotka", False), ("arctic", False), ("round the pole", False),
     ("half the world", True), ("pacific", True), ("nothing", True)],
)  # fmt: skip
def test_the_projection_fits_the_extent(name, world):
    view, launch = VIEWS[name]
    assert frame.fit(view, BOX, launch=launch).world is world


def test_ranges_from_the_launch_are_true():
    made = frame.fit(*VIEWS["founding"][:1], BOX, launch=SOHAE)
    assert "from the launch are true" in made.name
    start = made.points([SOHAE[0]], [SOHAE[1]])[0]
    for lat, lon in ((42.1, 137.0), (51.7, 36.2), (40.0, 140.0)):
        end = made.points([lat], [lon])[0]
        drawn_km = np.hypot(*(end - start)) / made.scale / 1000
        assert drawn_km == pytest.approx(geodesy.distance(*SOHAE, lat, lon), rel=1e-4)


@pytest.mark.parametrize("name", VIEWS)
def test_no_streak_spans_the_map(name):
    view, launch = VIEWS[name]
    made = frame.fit(view, BOX, launch=launch)
    lats, lons = grid(view)
    for i in range(0, len(lats), 7):
        j = (i + 3) % len(lats)
        track = geodesy.ground_track(lats[i], lons[i], lats[j], lons[j])
        true = geodesy.distance(lats[i], lons[i], lats[j], lons[j]) * 1000 * made.scale
        # A streak adds the map's width; a track along the far edge of the world is drawn at both its sides.
        assert made.shape(track, margin=1e4).length <= (5 if made.world else 2) * true + 1


@pytest.mark.parametrize("name", ["chukotka", "fiji", "pacific"])
def test_what_was_cut_at_the_antimeridian_is_whole_again(name):
    view, launch = VIEWS[name]
    made = frame.fit(view, BOX, launch=launch)
    centre = {"chukotka": (66.0, 179.9), "fiji": (-17.0, 179.9), "pacific": (10.0, 179.9)}[name]
    circle = geodesy.circle(*centre, radius_km=150)
    assert circle.geom_type == "MultiPolygon"
    drawn = made.shape(circle)
    assert drawn.geom_type == "Polygon"
    assert not drawn.interiors


@pytest.mark.parametrize("name", VIEWS)
def test_land_is_valid_and_on_the_map_alone(name):
    view, launch = VIEWS[name]
    made = frame.fit(view, BOX, launch=launch)
    land = made.shape(base._land("50m"))
    west, north, east, south = land.bounds if not land.is_empty else BOX
    assert west >= BOX[0] - 3.01
    assert north >= BOX[1] - 3.01
    assert east <= BOX[2] + 3.01
    assert south <= BOX[3] + 3.01


def test_land_keeps_its_size_in_an_equal_area_view():
    made = frame.fit(None, BOX)
    land = made.shape(base._land("50m"), margin=1e6)
    km2 = land.area / (made.scale * 1000) ** 2
    assert km2 == pytest.approx(148.9e6, rel=0.03)  # The World Factbook, "World": land
