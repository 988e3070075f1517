"""The files of geo/basemap as they are shipped, and the rules that made them."""

import csv

import geopandas as gpd
import pytest
import shapely

from sitmap import resources
from sitmap.reference import basemap


@pytest.mark.parametrize("name", ["land_50m", "land_10m", "borders_50m", "borders_10m"])
def test_layers_are_whole(name):
    layer = gpd.read_file(resources.geo("basemap", f"{name}.fgb"))
    assert layer.crs.to_epsg() == 4326
    assert layer["id"].is_unique
    assert layer.is_valid.all()
    west, south, east, north = layer.total_bounds
    assert (west, east) <= (180, 180)
    assert west >= -180
    assert south >= -90
    assert north <= 90


@pytest.mark.parametrize("name", ["countries", "seas", "towns"])
def test_names_are_points(name):
    layer = gpd.read_file(resources.geo("basemap", f"{name}.geojson"))
    assert set(layer.geom_type) == {"Point"}
    assert layer["id"].is_unique
    assert layer["min_zoom"].is_monotonic_increasing


@pytest.mark.parametrize("table", ["sea_labels", "disputed_borders"])
def test_every_curated_row_has_a_source(table):
    with resources.geo("basemap", f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["source"].strip() for row in rows)


def test_every_dispute_is_on_the_map():
    with resources.geo("basemap", "disputed_borders.csv").open(encoding="utf-8", newline="") as file:
        told = {row["why"] for row in csv.DictReader(file)}
    assert set(gpd.read_file(resources.geo("basemap", "borders_10m.fgb"))["why"]) == {"", *told}


def test_sea_names_stand_on_the_sea():
    land = gpd.read_file(resources.geo("basemap", "land_50m.fgb"))
    seas = gpd.read_file(resources.geo("basemap", "seas.geojson"))
    seas = seas[seas["name"] != "Caspian Sea"]  # a lake to Natural Earth's land layer
    on_land = seas[seas.intersects(shapely.union_all(land.geometry.to_numpy()))]
    assert list(on_land["name"]) == []


def test_a_border_is_cut_where_its_dispute_begins():
    line = shapely.LineString([(0, 0), (10, 0)])
    window = {"left": "A", "right": "B", "west": "4", "south": "-1", "east": "20", "north": "1", "why": "war"}
    parts = list(basemap._split(line, {"A", "B"}, [window]))
    assert [(why, part.length) for why, part in parts] == [("war", 6), ("", 4)]
    assert list(basemap._split(line, {"A", "C"}, [window])) == [("", line)]
    assert next(iter(basemap._split(line, {"A", "C"}, [{**window, "right": ""}])))[0] == "war"


@pytest.mark.parametrize(
    ("names", "usual"),
    [
        (("China", "China", "People's Republic of China", "China"), "China"),
        (("South Korea", "Republic of Korea", "South Korea", "Republic of Korea"), "South Korea"),
        (("A", "B", "C", "D"), "A"),
    ],
)
def test_countries_have_their_usual_names(names, usual):
    row = dict(zip(("ADMIN", "NAME", "NAME_EN", "NAME_LONG"), names, strict=True))
    assert basemap._usual_name(row) == usual


@pytest.mark.parametrize(
    ("code", "population", "zoom"),
    [
        ("PPLC", 20_000_000, 4),
        ("PPLC", 5_000, 5),
        ("PPLA", 50_000, 7),
        ("PPL", 2_000_000, 6),
        ("PPL", 100_000, 8),
    ],
)
def test_towns_are_named_by_weight(code, population, zoom):
    assert basemap._town_zoom(code, population) == zoom
