"""The layer contract: names that are a promise, and every fault at once."""

import dataclasses
import json

import geopandas as gpd
import pandas as pd
import pytest
import shapely

import samples
from sitmap import schema
from sitmap.errors import SchemaError

#: The fields of every claim, as they were promised to everyone who loads our files; add, never rename.
PROMISED = {
    "claim_id": "str",
    "report_id": "str",
    "event_id": "str",
    "kind": "str",
    "summary": "str",
    "actor": "str",
    "asset": "str",
    "designation": "str",
    "count_min": "Int64",
    "count_max": "Int64",
    "count_text": "str",
    "status": "str",
    "stance": "str",
    "certainty": "str",
    "source": "str",
    "date": "str",
    "time": "str",
    "tz": "str",
    "date_end": "str",
    "range_km": "Float64",
    "apogee_km": "Float64",
    "flight_min": "Float64",
    "bearing_deg": "Float64",
    "zone_claim": "str",
    "quote": "str",
    "quote_start": "Int64",
    "quote_end": "Int64",
    "background": "bool",
    "place_text": "str",
    "place_id": "str",
    "place_name": "str",
    "place_type": "str",
    "country": "str",
    "relation": "str",
    "offset_km": "Float64",
    "offset_deg": "Float64",
    "uncertainty_km": "Float64",
    "geocode_score": "Float64",
    "geocode_note": "str",
    "alternatives": "str",
    "review": "str",
    "publisher": "str",
    "url": "str",
    "published": "str",
}
PROMISED_LAYERS = {
    "deployments",
    "deployment_areas",
    "launches",
    "impacts",
    "impact_areas",
    "sites",
    "tracks",
    "zones",
}
PROMISED_FINDING = [
    *("finding_id", "check", "claim_ids", "verdict", "stated", "computed", "unit", "margin", "tolerance"),
    *("explanation", "method"),
]


def test_the_promised_fields_are_there_with_their_types():
    columns = {column.name: column.dtype for column in schema.CLAIM_COLUMNS}
    assert PROMISED.items() <= columns.items()


def test_the_promised_layers_are_there():
    assert set(schema.LAYERS) >= PROMISED_LAYERS
    for name in ("deployments", "launches", "impacts", "sites"):
        assert schema.LAYERS[name].geometry == ("Point",)


def test_the_promised_fields_of_a_finding_are_there():
    names = [column.name for column in schema.FINDING_COLUMNS]
    assert set(PROMISED_FINDING) <= set(names)


@pytest.mark.parametrize("layer", schema.LAYERS.values(), ids=lambda layer: layer.name)
def test_no_column_stands_twice_and_each_says_what_it_means(layer):
    names = [column.name for column in layer.columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in layer.columns)
    assert layer.title


def test_every_kind_has_its_layers():
    kinds = {"deployment", "launch", "impact", "site"}
    assert set(schema.MARKER_LAYER) == set(schema.AREA_LAYER) == kinds
    assert {*schema.MARKER_LAYER.values(), *schema.AREA_LAYER.values()} <= set(schema.LAYERS)


def test_a_claim_becomes_a_row():
    row = schema.row(samples.IMPACT)
    assert list(row) == [column.name for column in schema.CLAIM_COLUMNS]
    assert (row["kind"], row["place_name"], row["country"]) == ("impact", "Okushiri Island", "JPN")
    assert (row["offset_km"], row["uncertainty_km"], row["geocode_score"]) == (200.0, 81.0, 0.95)
    assert row["alternatives"] == "[]"


def test_a_claim_without_a_place_becomes_a_row_that_says_why():
    row = schema.row(samples.UNFOUND)
    assert (row["place_id"], row["place_name"], row["country"]) == ("", "", "")
    assert row["geocode_note"] == "no place called 'Nowhere-ri' was found"


def test_runners_up_are_listed_as_json():
    where = dataclasses.replace(samples.IMPACT.location, alternatives=(samples.KURSK,))
    listed = json.loads(schema.row(dataclasses.replace(samples.IMPACT, location=where))["alternatives"])
    assert listed == [
        {
            "place_id": "geonames:538555",
            "name": "Kursk Oblast",
            "type": "admin1",
            "country": "RUS",
            "lat": 51.67,
            "lon": 36.17,
        }
    ]


@pytest.mark.parametrize("attack", samples.HOSTILE, ids=ascii)
def test_hostile_text_reaches_a_row_as_text_that_can_be_written(attack):
    quote = schema.row(dataclasses.replace(samples.IMPACT, quote=attack))["quote"]
    assert "\x00" not in quote
    quote.encode()
    assert quote == attack.encode("utf-16", "surrogatepass").decode("utf-16").replace("\x00", "\ufffd")


def test_a_finding_becomes_a_row():
    row = schema.finding_row(samples.ZONE_FINDING)
    assert row["claim_ids"] == ["c-impact"]
    assert (row["verdict"], row["margin"], row["unit"]) == ("marginal", 8.0, "km")


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_an_empty_layer_keeps_the_contract(layer):
    gdf = schema.empty(layer)
    assert len(gdf) == 0
    assert list(gdf.columns) == [*(column.name for column in schema.LAYERS[layer].columns), "geometry"]
    assert gdf.crs.to_epsg() == 4326
    schema.validate(layer, gdf)


def impacts(*claims, geometries=None):
    points = [shapely.Point(claim.location.lon, claim.location.lat) for claim in claims]
    return schema.frame("impacts", [schema.row(claim) for claim in claims], geometries or points)


def test_a_layer_of_claims():
    gdf = impacts(samples.IMPACT)
    assert gdf.loc[0, "quote"] == samples.IMPACT.quote
    assert gdf.loc[0, "count_min"] == 1
    assert gdf.geometry.x[0] == pytest.approx(136.98, abs=0.01)


def test_the_rows_of_a_layer_come_back_as_they_were_given():
    given = [schema.row(claim) for claim in (samples.LAUNCH, samples.IMPACT)]
    frame = schema.frame("launches", given, [None, None])
    assert schema.records(frame) == given
    kinds = [type(value) for row in schema.records(frame) for value in row.values()]
    assert set(kinds) <= {str, int, float, bool, type(None)}


def test_a_layer_without_a_row_has_no_records():
    assert schema.records(schema.empty("tracks")) == []


def test_a_claim_that_was_not_found_has_no_geometry():
    gdf = schema.frame("sites", [schema.row(samples.UNFOUND)], [None])
    assert gdf.geometry.isna().all()
    assert gdf["count_min"].isna().all()


def faults(gdf, layer="impacts"):
    with pytest.raises(SchemaError) as raised:
        schema.validate(layer, gdf)
    return raised.value.faults


def test_every_fault_is_found_at_once():
    gdf = impacts(samples.IMPACT).drop(columns=["quote", "actor"])
    gdf["count_min"] = "eight"
    gdf["summary"] = pd.Series([None], dtype="str")
    gdf["geometry"] = gpd.GeoSeries([shapely.box(170, 0, 190, 95)], crs=4326)
    found = faults(gdf.set_crs("EPSG:3857", allow_override=True))
    for part in (
        "column 'quote' is missing",
        "column 'actor' is missing",
        "column 'count_min' is",
        "column 'summary' has nulls",
        "CRS is EPSG:3857, not EPSG:4326",
        "geometry type Polygon is not one of Point",
        "coordinates leave the Earth",
    ):
        assert any(part in fault for fault in found), part
    assert len(found) == 7


@pytest.mark.parametrize(
    ("column", "values", "fault"),
    [
        ("count_min", ["1"], "column 'count_min' is"),
        ("count_min", [1.5], "column 'count_min' is float64, not Int64"),
        ("range_km", ["1,000"], "column 'range_km' is"),
        ("background", ["no"], "column 'background' is"),
        ("quote", [5], "column 'quote' is int64, not str"),
    ],
)
def test_a_column_of_the_wrong_type(column, values, fault):
    gdf = impacts(samples.IMPACT)
    gdf[column] = values
    (found,) = faults(gdf)
    assert found.startswith(fault)


BOW_TIE = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


@pytest.mark.parametrize(
    ("layer", "geometry", "fault"),
    [
        ("impacts", shapely.Point(181, 0), "coordinates leave the Earth"),
        ("impacts", shapely.Point(0, 91), "coordinates leave the Earth"),
        ("impacts", shapely.Point(), "1 geometries are empty"),
        ("impacts", shapely.LineString([(0, 0), (1, 1)]), "geometry type LineString is not one of Point"),
        ("impact_areas", BOW_TIE, "1 geometries are invalid"),
        ("impact_areas", shapely.Point(0, 0), "geometry type Point is not one of Polygon, MultiPolygon"),
        ("tracks", shapely.box(0, 0, 1, 1), "geometry type Polygon is not one of LineString"),
    ],
)
def test_a_geometry_that_breaks_the_contract(layer, geometry, fault):
    with pytest.raises(SchemaError, match=fault):
        schema.frame(layer, [schema.row(samples.IMPACT)], [geometry])


def test_a_layer_without_geometry():
    assert "no column is the geometry" in faults(gpd.GeoDataFrame(schema.row(samples.IMPACT), index=[0]))


def test_a_layer_that_no_one_knows():
    with pytest.raises(SchemaError, match="'craters': is none of zones"):
        schema.validate("craters", schema.empty("impacts"))


def test_a_layer_without_crs():
    assert "CRS is None, not EPSG:4326" in faults(schema.empty("impacts").set_crs(None, allow_override=True))
