"""Which projection fits which situation, and what its map shows."""

from dataclasses import replace

import numpy as np
import pyproj
import pytest
import shapely

import samples
import scenes
from export import situations
from sitmap import geodesy, schema
from sitmap.export.project.frame import Frame, fit
from sitmap.model import Location

#: Kinds at these places: (lat, lon).
PYONGYANG, OKUSHIRI = (39.03, 125.75), (42.15, 139.45)
LIMA, PARIS, PERTH, FIJI, ANADYR = (
    (-12.05, -77.04),
    (48.86, 2.35),
    (-31.95, 115.86),
    (-17.8, 178.0),
    (64.7, 177.5),
)


def placed(*places):
    return scenes.layers(
        replace(samples.IMPACT, claim_id=f"c{n}", event_id=f"e{n}", location=Location(lat=lat, lon=lon))
        for n, (lat, lon) in enumerate(places)
    )


def project(frame):
    return pyproj.Transformer.from_crs("EPSG:4326", pyproj.CRS.from_wkt(frame.wkt), always_xy=True)


@pytest.mark.parametrize(
    ("places", "middle"),
    [
        ((PYONGYANG, OKUSHIRI), "40.6° N, 132.6° E"),
        ((FIJI,), "17.8° S, 178° E"),
        ((FIJI, (-14.3, -170.7)), "16.1° S, 176.4° W"),
        ((ANADYR, (52.9, -172.9)), "58.8° N, 177.7° W"),
    ],
)
def test_what_lies_on_one_side_of_the_earth_is_drawn_round_its_middle(places, middle):
    frame = fit(placed(*places))
    assert frame.title == f"Azimuthal equidistant, {middle}"
    assert not frame.whole_world


def test_what_lies_round_the_earth_is_drawn_as_a_world():
    frame = fit(placed(LIMA, PARIS, PERTH, FIJI))
    assert frame.whole_world
    assert frame.title.startswith("Equal Earth, middle meridian")


def test_an_area_on_the_other_side_asks_for_a_world():
    layers = placed(PYONGYANG)
    lat, lon = -PYONGYANG[0], PYONGYANG[1] - 180
    far = scenes.layers(
        [
            replace(
                samples.TROOPS_KURSK,
                location=Location(
                    lat=lat, lon=lon, uncertainty_km=2000, area=geodesy.circle(lat, lon, radius_km=2000)
                ),
            )
        ]
    )
    assert not fit(layers).whole_world
    assert fit(layers | {"deployment_areas": far["deployment_areas"]}).whole_world


def test_without_a_place_the_world_is_shown():
    frame = fit({name: schema.empty(name) for name in schema.LAYERS})
    assert frame.whole_world
    assert frame.box[0] == -frame.box[2]


@pytest.mark.parametrize(
    "places", [(PYONGYANG, OKUSHIRI), (FIJI, (-14.3, -170.7)), (LIMA, PARIS, PERTH), (FIJI,)]
)
def test_every_claim_is_inside_the_view(places):
    frame = fit(placed(*places))
    x, y = project(frame).transform([lon for _, lon in places], [lat for lat, _ in places])
    assert shapely.contains_xy(shapely.box(*frame.box), x, y).all()


def test_the_two_ways_to_write_a_projection_agree():
    for frame in (
        Frame(48.9, 85.8, 4000, whole_world=False, box=(0, 0, 1, 1)),
        Frame(0, 150, 20000, whole_world=True, box=(0, 0, 1, 1)),
    ):
        lons, lats = np.meshgrid(np.linspace(60, 120, 7), np.linspace(20, 70, 6))
        plain = pyproj.Transformer.from_crs("EPSG:4326", pyproj.CRS.from_proj4(frame.proj), always_xy=True)
        np.testing.assert_allclose(
            project(frame).transform(lons, lats), plain.transform(lons, lats), atol=1e-3
        )


def test_distances_from_the_middle_are_true():
    frame = fit(placed(PYONGYANG, OKUSHIRI))
    x, y = project(frame).transform(OKUSHIRI[1], OKUSHIRI[0])
    assert np.hypot(x, y) / 1000 == pytest.approx(geodesy.distance(frame.lat, frame.lon, *OKUSHIRI), abs=0.01)


@pytest.mark.parametrize("radius", [500, 2000, 4500, 6000])
def test_the_stretch_is_what_the_projection_stretches(radius):
    """Across the line to the middle, measured on the ellipsoid at the radius."""
    frame = Frame(40, 130, radius, whole_world=False, box=(0, 0, 1, 1))
    points = [geodesy.destination(40, 130, bearing_deg=b, distance_km=radius) for b in (80, 80.5)]
    x, y = project(frame).transform([lon for _, lon in points], [lat for lat, _ in points])
    drawn = np.hypot(x[1] - x[0], y[1] - y[0]) / 1000
    measured = 100 * (drawn / geodesy.distance(*points[0], *points[1]) - 1)
    assert measured <= frame.stretch_percent <= measured + 1.2


@pytest.mark.parametrize("aspect", [0.5, 1.0, 202 / 140, 3.0])
def test_a_shaped_extent_has_the_shape_and_holds_the_box(aspect):
    frame = fit(situations.FOUNDING)
    west, south, east, north = frame.shaped(aspect)
    assert (east - west) / (north - south) == pytest.approx(aspect)
    assert shapely.box(west - 1, south - 1, east + 1, north + 1).contains(shapely.box(*frame.box))
