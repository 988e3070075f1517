"""The curated tables held against independent entries, and the traps of the raw sources."""

import csv

import pytest
import shapely

from sitmap import geocode, geodesy, resources
from sitmap.geocode import features, store
from sitmap.geocode.fold import fold


def rows(name):
    with resources.data("curated", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "name",
    [
        "sites",
        "seas",
        "lakes",
        "islands",
        "areas",
        "aliases",
        "cues",
        "stop",
        "demonyms",
        "divisions",
        "country_points",
    ],
)
def test_every_row_has_a_source(name):
    assert [row for row in rows(name) if not row["source"].strip()] == []


@pytest.mark.parametrize("row", [r for r in rows("sites") if r["check"]], ids=lambda r: r["slug"])
def test_a_site_stands_where_an_independent_entry_says(row):
    site, entry = geocode.get(f"sitmap:site/{row['slug']}"), geocode.get(row["check"])
    point = shapely.Point(site.lon, site.lat)
    if entry.area is None or shapely.contains(entry.area, point):
        near = shapely.Point(entry.lon, entry.lat) if entry.area is None else point
    else:
        near = shapely.ops.nearest_points(entry.area, point)[0]
    assert geodesy.distance(site.lat, site.lon, near.y, near.x) <= float(row["check_km"])


@pytest.mark.parametrize("row", rows("seas"), ids=lambda r: r["slug"])
def test_the_marker_of_a_sea_lies_in_its_water(row):
    sea = geocode.get(f"sitmap:sea/{row['slug']}")
    assert sea.area.is_valid
    assert shapely.contains_xy(sea.area, sea.lon, sea.lat)


def test_crimea_is_one_place_in_ukraine():
    # One source files its division under Russia, another under Ukraine; see areas.csv for the choice.
    crimea = geocode.search("Crimea")[0].place
    assert crimea.country == "UKR"
    ukraine, russia = (geocode.get(geocode.search(name)[0].place.place_id) for name in ("Ukraine", "Russia"))
    assert shapely.contains_xy(ukraine.area, 34.1, 44.95)
    assert not shapely.contains_xy(russia.area, 34.1, 44.95)


def test_golan_lies_in_no_state():
    golan = geocode.get("sitmap:area/golan")
    assert golan.country == ""
    assert shapely.contains_xy(golan.area, 35.75, 33.0)
    israel = geocode.get(geocode.search("Israel")[0].place.place_id)
    assert shapely.area(shapely.intersection(golan.area, israel.area)) < 0.05 * golan.area.area


def test_a_composite_is_its_parts():
    donbas = geocode.get("sitmap:area/donbas")
    for lat, lon in ((48.0, 37.8), (48.57, 39.3)):
        assert shapely.contains_xy(donbas.area, lon, lat)
    assert not shapely.contains_xy(donbas.area, 36.23, 49.99)


def test_every_feature_has_a_weight_and_a_finite_worth():
    table = features.weights()
    assert {f"type {kind}" for kind in store.TYPES} <= set(table)
    assert {f"code {code}" for code in store.CODES if code} <= set(table)
    assert {fold(row["name"]) for row in rows("aliases")} - {""} != set()


@pytest.mark.parametrize("row", rows("aliases"), ids=lambda r: r["name"])
def test_an_alias_leads_to_an_entry(row):
    kinds = [candidate.kind for candidate in store.lookup(row["name"])]
    assert store.KINDS[row["kind"]] in kinds or store.PRIMARY in kinds or store.ALTERNATE in kinds
