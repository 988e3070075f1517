"""GeoParquet that another's validator passes and that gives every field, type and null back."""

import io
import json
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from geopandas.testing import assert_geodataframe_equal

from export import attack, situations
from sitmap import export, schema
from sitmap.errors import SchemaError
from sitmap.export import claims_table, geoparquet
from sitmap.product import Cover, Product

#: Holds a file to the rules of GeoParquet 1.1; exits with 1 for a fault.
VALIDATOR = Path(sys.executable).with_name("geoparquet-validator")
NOTHING = {name: schema.empty(name) for name in schema.LAYERS}
LAYERS = {
    "founding": situations.FOUNDING,
    "states": situations.EVERY_STATE,
    "bering": situations.BERING,
    "nothing": NOTHING,
    "unplaced": NOTHING | {"sites": situations.FOUNDING["sites"]},
    "attack": attack.product().layers,
}
WRITTEN = {name: geoparquet.to_bytes(Product(layers=layers)) for name, layers in LAYERS.items()}


@pytest.fixture(params=LAYERS)
def situation(request):
    return request.param


def faults(path, conformance_class):
    command = [VALIDATOR, "check", "--json", "--class", conformance_class, path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["version"] == "1.1.0"
    failed = [o for o in report["outcomes"] if o["status"] == "fail" and conformance_class in o["id"]]
    assert bool(failed) == bool(done.returncode)
    return failed


@pytest.mark.parametrize("conformance_class", ["core", "covering"])
def test_it_follows_geoparquet_1_1(tmp_path, situation, conformance_class):
    path = tmp_path / "claims.parquet"
    path.write_bytes(WRITTEN[situation])
    assert faults(path, conformance_class) == []


def test_the_validator_finds_what_geopandas_leaves_out(tmp_path):
    path = tmp_path / "claims.parquet"
    claims = claims_table.claims(situations.FOUNDING)
    claims.to_parquet(path, schema_version="1.1.0", write_covering_bbox=True)
    assert [fault["id"] for fault in faults(path, "covering")] == ["/conf/covering/bbox-column-repetition"]


def test_geopandas_reads_every_field_type_and_null_back(situation):
    read = gpd.read_parquet(io.BytesIO(WRITTEN[situation]))
    assert_geodataframe_equal(read, claims_table.claims(LAYERS[situation]))


def test_other_readers_find_types_nulls_and_what_each_column_means(situation):
    table = pq.read_table(io.BytesIO(WRITTEN[situation]))
    claims = claims_table.claims(LAYERS[situation])
    types = {
        schema.TEXT: pa.large_string(), schema.INTEGER: pa.int64(),
        schema.REAL: pa.float64(), schema.BOOLEAN: pa.bool_(),
    }  # fmt: skip
    for column in schema.CLAIM_COLUMNS:
        field = table.schema.field(column.name)
        assert field.type == types[column.dtype]
        assert field.metadata[b"description"].decode() == column.meaning
        assert table[column.name].to_pylist() == claims_table.plain(claims[column.name])
    assert table["bbox"].is_null().to_pylist() == claims.geometry.isna().tolist()


def test_the_metadata_name_the_crs_the_types_and_the_bounds():
    geo = json.loads(pq.read_schema(io.BytesIO(WRITTEN["founding"])).metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    column = geo["columns"]["geometry"]
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Point"])
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert column["bbox"] == pytest.approx([36.17, 40.0, 136.98, 60.0], abs=0.01)


def test_the_cover_is_in_the_metadata_of_the_file():
    shown = Cover(title="A title", handling="TLP:AMBER")
    made = geoparquet.to_bytes(Product(layers=situations.FOUNDING, cover=shown))
    told = json.loads(pq.read_schema(io.BytesIO(made)).metadata[b"situation"])
    assert (told["title"], told["handling"], told["as_of"]) == ("A title", "TLP:AMBER", "")


def test_the_same_input_gives_the_same_bytes(situation):
    assert export.to_bytes(Product(layers=LAYERS[situation]), ".parquet") == WRITTEN[situation]


def test_a_missing_layer_is_named():
    with pytest.raises(SchemaError, match="missing"):
        geoparquet.to_bytes(Product(layers={}))
