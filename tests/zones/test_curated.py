"""The curated tables: each row has a source, and its place holds against the shipped baseline."""

import csv

import geopandas as gpd
import numpy as np
import pytest
import shapely

from sitmap import resources
from sitmap.zones import baseline, ellipsoid
from sitmap.zones.tree import Tree

TABLES = ("sovereigns", "label_boxes", "islands", "no_zone", "disputes", "views", "lines")


def rows(name: str) -> list[dict[str, str]]:
    with resources.geo("zones", "curated", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def shore() -> gpd.GeoDataFrame:
    return gpd.read_file(resources.geo("zones", "baseline.fgb"))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_where_it_is_from(name: str):
    for row in rows(name):
        assert row.get("source") or row.get("reason"), row
        assert None not in row, row


@pytest.mark.parametrize("name", ["label_boxes", "disputes"])
def test_boxes_hold_shore_of_their_territory(name: str, shore: gpd.GeoDataFrame):
    relabelled = {row["territory"] for row in rows("disputes")}
    for row in rows(name):
        box = shapely.box(*(float(row[side]) for side in ("west", "south", "east", "north")))
        here = set(shore[shore.intersects(box)].territory)
        assert row["territory"] in here or (name == "label_boxes" and here & relabelled), row["name"]


def test_features_without_a_zone_have_no_shore(shore: gpd.GeoDataFrame):
    for row in rows("no_zone"):
        box = shapely.box(*(float(row[side]) for side in ("west", "south", "east", "north")))
        assert not shore.intersects(box).any(), row["name"]


def test_islands_that_the_shoreline_lacks_are_in_the_baseline():
    loaded = baseline.load()
    tree = Tree(loaded.points)
    for row in rows("islands"):
        where = ellipsoid.earth_centred([float(row["lat"])], [float(row["lon"])])
        distance, nearest = tree.nearest(where)
        assert distance[0] < 0.01, row["name"]
        assert loaded.territories[loaded.owners[nearest[0]]].code == row["territory"]


def test_views_name_disputed_features():
    disputed = {row["territory"]: row["sovereign"] for row in rows("disputes")}
    for row in rows("views"):
        assert row["territory"] in disputed
        assert row["sovereign"] != disputed[row["territory"]], "a view that changes nothing"
        assert (row["rule"] == "no zone") == (row["sovereign"] == "")


def test_sovereigns_are_iso_codes(shore: gpd.GeoDataFrame):
    assert shore.sovereign.str.fullmatch("[A-Z]{3}").all()
    assert shore.territory.is_unique


def test_antarctica_has_no_shore_in_the_baseline(shore: gpd.GeoDataFrame):
    assert shore.total_bounds[1] > -60


def test_each_view_drops_or_moves_only_disputed_territories():
    loaded = baseline.load()
    held = np.array(loaded.sovereigns("de facto"))
    for claimant in loaded.claimants:
        seen = np.array(loaded.sovereigns(claimant))
        changed = {loaded.territories[i].code for i in np.flatnonzero(held != seen)}
        assert changed
        assert changed <= loaded.disputed
