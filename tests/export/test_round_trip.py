"""Any claim comes back from a file for machines as it went in: fields, time zones, numbers, nulls, place."""

import io
import json
import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pandas.testing import assert_frame_equal

import samples
from export import attack
from sitmap import layers, schema
from sitmap.export import claims_table, geojson, geoparquet, gpkg, kml
from sitmap.export.kml import plain
from sitmap.model import KINDS, Claim, Location
from sitmap.product import Product

NAMES = [column.name for column in schema.CLAIM_COLUMNS]
TYPES = {column.name: column.dtype for column in schema.CLAIM_COLUMNS}
ZONES = ("Asia/Tokyo", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Etc/GMT+3", "UTC", "")
TEXT = st.text(max_size=40) | st.sampled_from(attack.PAYLOADS)
NUMBER = st.none() | st.floats(0, 1e6) | st.integers(0, 2**31).map(float)
COUNT = st.none() | st.integers(0, 2**53)


@st.composite
def claims(draw):
    """A claim with any text in any field that carries text, and any number or none in the others."""
    texts = {name: draw(TEXT) for name in attack.FIELDS}
    numbers = {name: draw(NUMBER) for name, dtype in TYPES.items() if own(name) and dtype == schema.REAL}
    counts = {name: draw(COUNT) for name in ("count_min", "count_max")}
    place = st.builds(
        Location, lat=st.floats(-90, 90), lon=st.floats(-180, 180), uncertainty_km=st.floats(0, 1e4)
    )
    return Claim(
        claim_id=draw(st.uuids()).hex,
        kind=draw(st.sampled_from(KINDS)),
        quote_start=draw(st.integers(0, 2**31 - 1)),
        quote_end=draw(st.integers(0, 2**31 - 1)),
        background=draw(st.booleans()),
        location=draw(st.none() | st.builds(Location, note=TEXT) | place),
        **texts | numbers | counts | {"tz": draw(st.sampled_from(ZONES))},
    )


def own(name):
    return name in Claim.__dataclass_fields__


def from_geojson(product):
    made = geojson.contents(product)
    features = [f for n in schema.MARKER_LAYER.values() for f in json.loads(made[f"{n}.geojson"])["features"]]
    shapes = [shapely.geometry.shape(f["geometry"]) if f["geometry"] else None for f in features]
    return [f["properties"] for f in features], shapes


def from_geopackage(product):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.gpkg")
        gpkg.write(product, path)
        frames = [gpd.read_file(path, layer=name) for name in schema.MARKER_LAYER.values()]
    return rows(frames)


def from_geoparquet(product):
    return rows([gpd.read_parquet(io.BytesIO(geoparquet.to_bytes(product)))])


def rows(frames):
    found = [row for frame in frames for row in frame[NAMES].to_dict("records")]
    return found, [shape for frame in frames for shape in frame.geometry]


READERS = {"geojson": from_geojson, "geopackage": from_geopackage, "geoparquet": from_geoparquet}


def build(given_claims):
    return layers.build(
        given_claims, (), zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries")
    )


@pytest.mark.parametrize("form", READERS)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(given_claims=st.lists(claims(), min_size=1, max_size=6, unique_by=lambda claim: claim.claim_id))
def test_nothing_is_lost(form, given_claims):
    made = build(given_claims)
    expected = claims_table.claims(made)
    found, shapes = READERS[form](Product(layers=made))
    read = pd.DataFrame(
        {name: pd.Series([row[name] for row in found], dtype=dtype) for name, dtype in TYPES.items()}
    )
    assert_frame_equal(read, pd.DataFrame(expected[NAMES]))
    for shape, point in zip(shapes, expected.geometry, strict=True):
        assert (shape is None) == (point is None)
        assert shape is None or shapely.equals_exact(shape, point, tolerance=1e-7)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(given_claims=st.lists(claims(), min_size=1, max_size=6, unique_by=lambda claim: claim.claim_id))
def test_kml_loses_no_more_than_xml_has_no_form_for(given_claims):
    made = build(given_claims)
    root = etree.fromstring(kml.to_kml(Product(layers=made)))
    read = {}
    for placemark in root.iter("{*}Placemark"):
        data = {field.get("name"): field.text for field in placemark.iter("{*}SimpleData")}
        read.setdefault(data["claim_id"], data)
    for row in claims_table.claims(made)[NAMES].to_dict("records"):
        told = read[row["claim_id"]]
        for name, dtype in TYPES.items():
            if dtype == schema.TEXT:
                assert (told.get(name) or "") == plain.legal(row[name])
            else:
                assert (None if pd.isna(row[name]) else float(row[name])) == number(told.get(name))


def number(text):
    return None if text is None else float(text)


@pytest.mark.parametrize("form", READERS)
def test_every_attack_in_every_field_comes_back_as_it_is(form):
    made = attack.product()
    found, _ = READERS[form](made)
    assert len(found) == 4 * len(attack.PAYLOADS)
    for position, payload in enumerate(attack.PAYLOADS):
        own_rows = [row for row in found if row["claim_id"].startswith(f"attack-{position}-")]
        assert len(own_rows) == 4
        for row in own_rows:
            assert {row[name] for name in attack.FIELDS if name != "event_id"} == {schema.text(payload)}


def test_there_are_enough_attacks():
    assert len(set(attack.PAYLOADS)) == len(attack.PAYLOADS) >= 50
    assert len(attack.FIELDS) >= 20
    assert {name for name in TYPES if TYPES[name] == schema.TEXT} >= set(attack.FIELDS)
    assert attack.PAYLOADS[: len(samples.HOSTILE)] == samples.HOSTILE
