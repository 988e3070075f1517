"""A table of the claims that spreadsheets, pandas and QGIS open, with nothing lost and nothing that runs."""

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import samples
from export import attack, situations
from sitmap import layers, schema
from sitmap.errors import SchemaError
from sitmap.export import cells, claims_csv, claims_table
from sitmap.product import Product

FOUNDING = claims_csv.to_bytes(situations.PRODUCT)
NAMES = [column.name for column in schema.CLAIM_COLUMNS]


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def build(*claims):
    return layers.build(claims, (), zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries"))


def test_a_row_is_a_claim_and_its_point_stands_behind_its_place():
    read = rows(FOUNDING)
    assert [row["claim_id"] for row in read] == ["c-russia", "c-kursk", "c-launch", "c-impact", "c-unfound"]
    header = list(read[0])
    assert [name for name in header if name not in {"lat", "lon"}] == NAMES
    assert header[header.index("country") + 1 :][:2] == ["lat", "lon"]
    assert (read[0]["lat"], read[0]["lon"]) == ("60.0", "100.0")
    assert (read[4]["lat"], read[4]["lon"]) == ("", "")
    assert read[4]["geocode_note"].startswith("no place called")


@pytest.mark.parametrize("situation", [situations.FOUNDING, situations.EVERY_STATE, situations.BERING])
def test_no_field_and_no_null_is_lost(situation):
    given = claims_table.claims(situation)
    types = {column.name: column.dtype for column in schema.CLAIM_COLUMNS}
    texts = [name for name, dtype in types.items() if dtype == schema.TEXT]
    read = pd.read_csv(
        io.BytesIO(claims_csv.to_bytes(Product(layers=situation))),
        dtype=types | {"lat": "float", "lon": "float"},
        keep_default_na=False,
        na_values={name: [""] for name in (*types, "lat", "lon") if name not in texts},
    )
    for name in texts:
        read[name] = read[name].map(cells.unguarded).astype(schema.TEXT)
    assert_frame_equal(read[NAMES], pd.DataFrame(given[NAMES]))
    assert read["lat"].round(6).equals(given.geometry.y.round(6).rename("lat"))
    assert read["lon"].round(6).equals(given.geometry.x.round(6).rename("lon"))


@pytest.mark.parametrize("payload", attack.PAYLOADS)
def test_hostile_text_survives_and_is_no_formula(payload):
    claim = replace(samples.TROOPS_KURSK, **dict.fromkeys(attack.FIELDS, payload))
    (row,) = rows(claims_csv.to_bytes(Product(layers=build(claim))))
    for field in attack.FIELDS:
        assert cells.unguarded(row[field]) == schema.text(payload)
        assert not row[field].startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))


def test_numbers_stay_numbers():
    claim = replace(samples.IMPACT, location=replace(samples.IMPACT.location, lat=-17.8, lon=-179.5))
    (row,) = rows(claims_csv.to_bytes(Product(layers=build(claim))))
    assert (row["lat"], row["lon"], row["range_km"], row["count_min"]) == ("-17.8", "-179.5", "1000.0", "1")
    assert row["background"] == "false"


def test_the_same_input_gives_the_same_bytes():
    assert claims_csv.to_bytes(situations.PRODUCT) == FOUNDING


def test_no_claim_is_a_header():
    empty = {name: schema.empty(name) for name in schema.LAYERS}
    assert claims_csv.to_bytes(Product(layers=empty)).decode("utf-8-sig").count("\r\n") == 1


def test_a_missing_layer_is_named():
    with pytest.raises(SchemaError, match="missing"):
        claims_csv.to_bytes(Product(layers={}))
