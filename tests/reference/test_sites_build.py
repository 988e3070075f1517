"""The table of sites becomes a layer: positions joined from airfields and towns, or as typed."""

import csv

import pytest

from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.reference import curated, layers, towns

COLUMNS = (
    "slug",
    "name",
    "type",
    "country",
    "names",
    "cued",
    "is",
    "at",
    "lat",
    "lon",
    "extent_km",
    "check",
    "check_km",
    "source",
)
KHMEIMIM = {
    "slug": "khmeimim",
    "name": "Khmeimim Air Base",
    "type": "base",
    "country": "SYR",
    "names": "Khmeimim|Hmeimim",
    "cued": "Latakia",
    "is": "ourairports:OSLK",
    "extent_km": "3",
    "source": "OurAirports",
}
POINTS = {"ourairports:OSLK": (35.40109, 35.94869), "geonames:496278": (69.06936, 33.40807)}


@pytest.fixture
def build(tmp_path):
    def build(*rows):
        folder = tmp_path / "curated"
        folder.mkdir()
        with (folder / "sites.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(rows)
        return curated.sites(tmp_path, POINTS)

    return build


def test_a_row_that_is_an_airfield_takes_its_id_and_position(build):
    (row,) = build(KHMEIMIM).to_dict("records")
    assert row["place_id"] == "ourairports:OSLK"
    assert (row["lat"], row["lon"]) == (row["geometry"].y, row["geometry"].x) == POINTS["ourairports:OSLK"]


def test_a_row_at_a_town_takes_its_position_alone(build):
    (row,) = build({**KHMEIMIM, "is": "", "at": "geonames:496278"}).to_dict("records")
    assert row["place_id"] == "sitmap:site/khmeimim"
    assert (row["lat"], row["lon"]) == POINTS["geonames:496278"]


def test_a_typed_position_stands_as_typed(build):
    (row,) = build({**KHMEIMIM, "is": "", "lat": "35.4", "lon": "35.95"}).to_dict("records")
    assert (row["lat"], row["lon"]) == (35.4, 35.95)


@pytest.mark.parametrize("column", ["is", "at"])
def test_an_entry_that_no_source_has_is_an_error(build, column):
    with pytest.raises(ResourceError, match=r"'Khmeimim Air Base' names 'ourairports:XXXX'"):
        build({**KHMEIMIM, "is": "", column: "ourairports:XXXX"})


def test_cued_names_reach_the_index_as_such(build, tmp_path):
    layers.write(build(KHMEIMIM), tmp_path / "sites.geojson")
    (entry,) = layers.entries(tmp_path / "sites.geojson")
    assert ("Hmeimim", store.ALTERNATE) in entry.names
    assert [name for name, kind in entry.names if kind == store.CUED] == ["Latakia"]


def test_points_are_those_of_both_sources():
    points = towns.points()
    assert points["ourairports:OSLK"] == pytest.approx((35.401, 35.949), abs=0.01)
    assert points["geonames:496278"] == pytest.approx((69.069, 33.417), abs=0.02)
