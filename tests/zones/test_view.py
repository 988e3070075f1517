import gzip
import math

import geopandas as gpd
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from sitmap import schema, zones
from sitmap.errors import ZoneError

SEA_OF_JAPAN = (130.0, 34.0, 142.0, 46.0)
FIJI = (175.0, -22.0, -175.0, -12.0)
GEOD = Geod(ellps="WGS84")
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


def seen_by(frame: gpd.GeoDataFrame, view: str) -> gpd.GeoDataFrame:
    return frame[[not views or view in views for views in frame["views"]]]


def metres(frame: gpd.GeoDataFrame) -> float:
    return sum(GEOD.geometry_length(shape) for shape in frame.geometry)


def test_as_held_the_lines_are_those_of_the_layer():
    held = seen_by(zones.in_views(SEA_OF_JAPAN), "de facto")
    _, lines = zones.in_view(SEA_OF_JAPAN)
    assert metres(held) == pytest.approx(metres(lines), rel=1e-3)
    assert set(held.boundary_id) == set(lines.boundary_id)


@pytest.mark.parametrize(
    ("view", "lat", "lon", "bounds"),
    [
        ("JPN", 37.24, 131.87, SEA_OF_JAPAN),  # Takeshima/Dokdo
        ("JPN", 44.0, 147.0, (140.0, 40.0, 155.0, 50.0)),  # the Southern Kurils
        ("CHN", 25.75, 123.5, (118.0, 20.0, 130.0, 30.0)),  # the Senkaku Islands
        ("VNM", 16.5, 112.0, (105.0, 10.0, 118.0, 22.0)),  # the Paracels
        ("ARG", -51.7, -59.0, (-70.0, -60.0, -45.0, -40.0)),  # the Falklands
        ("RUS", 44.9, 34.1, (28.0, 41.0, 42.0, 48.0)),  # Crimea
    ],
)
def test_a_claimant_draws_the_lines_about_what_it_claims_otherwise(view, lat, lon, bounds):
    found = zones.in_views(bounds)
    own = found[[views == (view,) for views in found["views"]]]
    held = found[["de facto" in views and view not in views for views in found["views"]]]
    assert metres(own) > 50_000
    assert metres(held) > 50_000
    # All of it lies within reach of what is claimed.
    for line in [*own.geometry, *held.geometry]:
        far = max(GEOD.inv(lon, lat, *end)[2] for end in shapely.get_coordinates(line).tolist())
        assert far < 3_000_000


def test_without_a_zone_the_limit_about_a_rock_is_gone():
    around = (130.0, 15.0, 142.0, 26.0)  # Okinotorishima
    found = zones.in_views(around)
    circle = found[[bool(views) and "CHN" not in views for views in found["views"]]]
    assert "limit" in set(circle.kind)
    assert not ((circle.kind == "territorial") & (circle.left == "JPN")).any()  # a rock keeps its 12 miles


def test_far_from_every_dispute_all_views_agree():
    assert zones.in_views((-30.0, 10.0, -15.0, 20.0))["views"].map(len).sum() == 0


@pytest.mark.parametrize("view", ["de facto", "JPN"])
def test_lines_of_a_view_are_where_the_query_has_them(view):
    lines = seen_by(zones.in_views(SEA_OF_JAPAN), view)
    medians = lines[(lines.kind == "median") & lines.disputed].explode()
    middles = shapely.line_interpolate_point(medians.geometry.to_numpy(), 0.5, normalized=True)
    lons, lats = shapely.get_coordinates(middles).T
    table = zones.load().query(lats, lons, view=view)
    pairs = {frozenset(pair) for pair in zip(table["sovereign"], table["runner_up"], strict=True)}
    assert pairs == {frozenset(pair) for pair in zip(medians.left, medians.right, strict=True)}
    assert (table["runner_up_km"] - table["distance_km"]).max() < 3
