"""The base map that travels along: whole, uncut where it is seen, fine round the claims."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

import samples
import scenes
from export import situations
from sitmap import schema
from sitmap.export.project import base
from sitmap.export.project.frame import Frame, fit
from sitmap.model import Location

SITUATIONS = {"founding": situations.FOUNDING, "bering": situations.BERING, "pacific": scenes.pacific()}
NOTHING = {name: schema.empty(name) for name in schema.LAYERS}


@pytest.fixture(scope="module", params=SITUATIONS)
def made(request):
    layers = SITUATIONS[request.param]
    return base.layers(fit(layers), layers)


def square_degrees(shapes, area):
    return shapely.area(shapely.intersection(shapes.to_numpy(), area)).sum()


def test_every_layer_has_its_type_and_is_valid(made):
    assert list(made) == list(base.GEOMETRY)
    for name, rows in made.items():
        assert set(rows.geom_type) == {base.GEOMETRY[name]}
        assert rows.crs == schema.CRS
        assert rows.geometry.is_valid.all()
        assert (np.abs(rows.total_bounds) <= (180, 90, 180, 90)).all()


def test_no_coast_runs_along_the_antimeridian(made):
    for line in made["base_coast"].explode().geometry:
        lons = shapely.get_coordinates(line)[:, 0]
        assert not (np.abs(lons[1:]) == 180)[np.abs(lons[:-1]) == 180].any()


def test_pieces_of_land_do_not_overlap(made):
    land = made["base_land"].geometry.to_numpy()
    assert shapely.area(land).sum() == pytest.approx(shapely.union_all(land).area, rel=1e-3)


def test_detail_is_fine_round_a_claim_and_coarse_elsewhere():
    layers = scenes.layers([replace(samples.IMPACT, location=Location(lat=43, lon=141))])
    land = base.layers(fit(layers), layers)["base_land"].geometry
    near, far = shapely.box(140, 41.5, 146, 45.5), shapely.box(-10, 50, 2, 59)
    for area, name in ((near, "land_10m.fgb"), (far, "land_50m.fgb")):
        found, expected = square_degrees(land, area), square_degrees(base._read(name, area).geometry, area)
        assert found == pytest.approx(expected, rel=1e-6)


def test_a_world_is_whole_but_for_its_seam():
    frame = Frame(0, 150, 20_000, whole_world=True, box=(0, 0, 1, 1))
    land = base.layers(frame, NOTHING)["base_land"].geometry.to_numpy()
    assert not shapely.intersects(land, shapely.LineString([(-30, -90), (-30, 90)])).any()
    world = shapely.box(-180, -90, 180, 90)
    whole = square_degrees(base._read("land_50m.fgb", world).geometry, world)
    assert shapely.area(land).sum() == pytest.approx(whole, rel=1e-3)


def test_an_ocean_without_borders_has_a_layer_of_them_all_the_same():
    layers = scenes.layers([replace(samples.IMPACT, location=Location(lat=-48, lon=-125))])
    assert set(base.layers(fit(layers), layers)) == set(base.GEOMETRY)


def test_claims_all_over_the_world_get_no_detail_that_no_radius_could_give():
    layers = {name: schema.empty(name) for name in schema.MARKER_LAYER.values()}
    spots = [shapely.Point(lon, lat) for lon in range(-170, 180, 10) for lat in range(-60, 70, 10)]
    layers["sites"] = layers["sites"].reindex(range(len(spots))).set_geometry(spots, crs=schema.CRS)
    near, land = base._fine(layers, shapely.box(-180, -90, 180, 90))
    assert near.is_empty
    assert land == []
