"""GeoJSON that any reader takes, with every field and null of the layers."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import geopandas as gpd
import pytest
import shapely

import samples
from export import rfc7946, situations
from sitmap import layers, schema
from sitmap.errors import ExportError, SchemaError
from sitmap.export import geojson
from sitmap.product import Cover, Product

FOUNDING = geojson.contents(situations.PRODUCT)
TRICKY = ("[1, 2]", '{"a": 1}', "\x01\x1f\x7f", "a\r\nb\tc", "null", "1e5", "2024-10-31", " ")


def features(contents, layer):
    return json.loads(contents[f"{layer}.geojson"])["features"]


def build(claims):
    return layers.build(claims, (), zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries"))


@pytest.mark.parametrize("layer", schema.LAYERS)
@pytest.mark.parametrize("situation", [situations.FOUNDING, situations.EVERY_STATE, situations.BERING])
def test_every_layer_follows_rfc_7946(situation, layer):
    contents = geojson.contents(Product(layers=situation))
    assert rfc7946.faults(contents[f"{layer}.geojson"]) == []
    assert len(features(contents, layer)) == len(situation[layer])


def test_the_folder_holds_a_file_and_a_style_a_layer_the_findings_and_a_readme():
    expected = {f"{layer}.{suffix}" for layer in schema.LAYERS for suffix in ("geojson", "qml")}
    assert set(FOUNDING) == expected | {
        "README.md",
        "situation.json",
        "findings.json",
        "findings.csv",
        "events.json",
        "events.csv",
    }


def test_the_same_input_gives_the_same_bytes():
    assert geojson.contents(situations.PRODUCT) == FOUNDING
    zipped = geojson.archive(situations.PRODUCT)
    assert geojson.archive(situations.PRODUCT) == zipped


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_no_field_and_no_null_is_lost(layer):
    frame = situations.FOUNDING[layer]
    names = [column.name for column in schema.LAYERS[layer].columns]
    rows = json.loads(frame[names].to_json(orient="records", double_precision=15))
    written = features(FOUNDING, layer)
    assert [list(feature["properties"]) for feature in written] == [names] * len(frame)
    assert [feature["properties"] for feature in written] == rows
    for feature, geometry in zip(written, frame.geometry, strict=True):
        if geometry is None:
            assert feature["geometry"] is None
        else:
            made = shapely.geometry.shape(feature["geometry"])
            assert made.normalize().equals_exact(geometry.normalize(), tolerance=1e-7)


def test_numbers_stay_numbers_beside_nulls():
    russia, kursk = (feature["properties"] for feature in features(FOUNDING, "deployments"))
    assert (russia["count_min"], type(russia["count_min"])) == (10000, int)
    assert russia["background"] is False
    assert kursk["range_km"] is None
    launch = features(FOUNDING, "launches")[0]["properties"]
    assert (launch["range_km"], type(launch["range_km"])) == (1000.0, float)
    site = features(FOUNDING, "sites")[0]["properties"]
    assert site["count_min"] is None


def test_geopandas_reads_it_back():
    read = gpd.read_file(io.BytesIO(FOUNDING["impact_areas.geojson"]))
    assert read.crs.to_epsg() == 4326
    assert read["claim_id"].tolist() == ["c-impact"]


@pytest.mark.parametrize("text", [*samples.HOSTILE, *TRICKY])
def test_hostile_text_survives(text):
    fields = ("summary", "source", "designation", "count_text", "quote", "place_text", "publisher", "url")
    claim = replace(samples.TROOPS_KURSK, **dict.fromkeys(fields, text))
    written = features(geojson.contents(Product(layers=build([claim]))), "deployments")[0]["properties"]
    assert {written[field] for field in fields} == {schema.text(text)}


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\0b", "a\ufffdb"), ("\ud800", "\ufffd"), ("\ud83d\ude80", "\N{ROCKET}"), ("\u2028é🚀", "\u2028é🚀")],
)
def test_what_no_file_can_hold_is_marked(text, kept):
    assert schema.text(text) == kept


def test_the_zip_holds_the_same_files():
    with zipfile.ZipFile(io.BytesIO(geojson.archive(situations.PRODUCT))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FOUNDING


def test_a_missing_layer_is_named():
    some = {name: frame for name, frame in situations.FOUNDING.items() if name != "sites"}
    with pytest.raises(SchemaError, match=r"'sites'.*missing"):
        geojson.contents(Product(layers=some))


def test_into_a_new_folder(tmp_path):
    geojson.write(situations.PRODUCT, tmp_path / "layers")
    assert {path.name: path.read_bytes() for path in (tmp_path / "layers").iterdir()} == FOUNDING
    assert [path.name for path in tmp_path.iterdir()] == ["layers"]


def test_again_into_our_own_folder_leaves_other_files_alone(tmp_path):
    geojson.write(Product(layers=situations.BERING), tmp_path)
    (tmp_path / "mine.qgz").write_bytes(b"mine")
    geojson.write(situations.PRODUCT, tmp_path)
    there = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert there.pop("mine.qgz") == b"mine"
    assert there == FOUNDING


def test_the_cover_stands_in_the_readme_the_json_and_every_layer():
    shown = Cover(title="A <b>\n# x", as_of=datetime(2024, 11, 1, 12, tzinfo=UTC), handling="TLP:AMBER")
    made = geojson.contents(replace(situations.PRODUCT, cover=shown))
    readme = made["README.md"].decode()
    assert "**TLP:AMBER**: for the recipients' organization and its clients" in readme
    assert "Situation: A &#60;b&#62; &#35; x\n" in readme
    assert json.loads(made["situation.json"]) == {
        "title": "A <b>\n# x",
        "as_of": "2024-11-01T12:00:00Z",
        "handling": "TLP:AMBER",
        "audience": "the recipients' organization and its clients, as they need to know",
        "reports": [report.report_id for report in situations.PRODUCT.reports],
    }
    for name in schema.LAYERS:
        about = json.loads(made[f"{name}.geojson"])["description"]
        assert about == "TLP:AMBER. A <b> # x. As of 1 Nov 2024, 12:00 UTC"


@pytest.mark.parametrize("name", ["README.md", "findings.csv", "sites.qml"])
def test_files_that_are_not_ours_are_not_replaced(tmp_path, name):
    (tmp_path / name).write_text("# My own notes\n")
    with pytest.raises(ExportError, match=f"did not write.*{name}.*choose a new folder"):
        geojson.write(Product(layers=situations.FOUNDING), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "# My own notes\n"


def test_a_folder_of_the_same_name_is_not_replaced(tmp_path):
    geojson.write(Product(layers=situations.FOUNDING), tmp_path)
    (tmp_path / "sites.qml").unlink()
    (tmp_path / "sites.qml").mkdir()
    with pytest.raises(ExportError, match="did not write"):
        geojson.write(Product(layers=situations.FOUNDING), tmp_path)
    assert (tmp_path / "sites.qml").is_dir()


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "layers").write_text("mine")
    with pytest.raises(ExportError, match=r"layers is a file.*choose another name"):
        geojson.write(Product(layers=situations.FOUNDING), tmp_path / "layers")
    assert (tmp_path / "layers").read_text() == "mine"
