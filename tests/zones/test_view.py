import gzip
import math

import geopandas as gpd
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitmap import schema, zones
from sitmap.errors import ZoneError

SEA_OF_JAPAN = (130.0, 34.0, 142.0, 46.0)
FIJI = (175.0, -22.0, -175.0, -12.0)
WORLD = (-180.0, -90.0, 180.0, 90.0)


@pytest.mark.parametrize("bounds", [SEA_OF_JAPAN, FIJI], ids=["Sea of Japan", "over the antimeridian"])
def test_layers_keep_the_contract_and_the_view(bounds: tuple[float, float, float, float]):
    west, south, east, north = bounds
    boxes = (
        [shapely.box(*bounds)]
        if west < east
        else [
            shapely.box(west, south, 180, north),
            shapely.box(-180, south, east, north),
        ]
    )
    window = shapely.union_all(boxes).buffer(1e-9)
    for layer, made in zip(("zones", "zone_boundaries"), zones.in_view(bounds), strict=True):
        schema.validate(layer, made)
        assert len(made)
        assert made.geometry.within(window).all()


def test_sea_of_japan_has_its_states_and_lines():
    found, lines = zones.in_view(SEA_OF_JAPAN)
    assert {"JPN-EEZ", "RUS-EEZ", "KOR-EEZ", "PRK-EEZ"} <= set(found.zone_id)
    assert found[found.zone_id == "JPN-EEZ"].iloc[0]["name"] == "Japan EEZ (estimate)"
    assert {"JPN|RUS", "JPN|KOR"} <= set(lines.boundary_id)
    assert set(lines[lines.boundary_id == "JPN|KOR"].disputed) == {True, False}
    assert lines.label.str.endswith("(estimate)").all()
    assert {"median", "territorial"} <= set(lines.kind)


def test_view_over_the_antimeridian_shows_both_sides():
    found, _ = zones.in_view(FIJI)
    fiji = found[found.zone_id == "FJI-EEZ"].geometry.iloc[0]
    west, _, east, _ = fiji.bounds
    assert (west, east) == (-180, 180)


def test_far_view_is_lighter_than_near_views():
    near, _ = zones.in_view(SEA_OF_JAPAN)
    far, lines = zones.in_view(WORLD)

    def vertices(frame: gpd.GeoDataFrame) -> int:
        return int(frame.geometry.count_coordinates().sum())

    japan = far[far.zone_id == "JPN-EEZ"]
    assert vertices(japan) < vertices(gpd.clip(near, SEA_OF_JAPAN)) * 2
    assert vertices(lines) < 10_000


def test_wide_views_leave_out_what_hugs_the_coast():
    wide, middling = (130.0, 0.0, 175.0, 60.0), (100.0, 0.0, 175.0, 60.0)
    assert {"median", "limit", "territorial"} <= set(zones.in_view(wide)[1].kind)
    assert set(zones.in_view(middling)[1].kind) <= {"median", "limit", "treaty"}


def test_the_world_is_light_enough_for_a_browser():
    texts = [frame.to_json(drop_id=True) for frame in zones.in_view(WORLD)]
    assert sum(len(gzip.compress(text.encode())) for text in texts) < 400_000


def test_inland_view_is_empty_but_well_formed():
    found, lines = zones.in_view((60.0, 50.0, 62.0, 52.0))
    assert len(found) == len(lines) == 0
    schema.validate("zones", found)
    schema.validate("zone_boundaries", lines)


@settings(max_examples=25, deadline=None)
@given(st.floats(-180, 180), st.floats(-90, 85), st.floats(0.05, 200), st.floats(0.05, 60))
@example(-180.0, 30.0, 20.0, 20.0)
@example(170.0, -30.0, 10.0, 20.0)
@example(79.0, 2.225073858507e-311, 41.0, 1.0)
@example(-95.0, -2.225073858507e-311, 41.0, 1.0)
def test_any_view_keeps_the_contract(west: float, south: float, width: float, height: float):
    east = west + width if west + width <= 180 else west + width - 360
    found, lines = zones.in_view((west, south, east, min(90.0, south + height)))
    schema.validate("zones", found)
    schema.validate("zone_boundaries", lines)
    assert found.geometry.notna().all()
    assert lines.geometry.notna().all()


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ((130.0, 46.0, 142.0, 34.0), "south must be less"),
        ((130.0, 34.0, 130.0, 46.0), "west and east must differ"),
        ((-200.0, 34.0, 142.0, 46.0), "between -180 and 180"),
        ((130.0, math.nan, 142.0, 46.0), "finite"),
    ],
)
def test_impossible_bounds(bounds: tuple[float, float, float, float], words: str):
    with pytest.raises(ZoneError, match=words):
        zones.in_view(bounds)
