"""A GeoPackage that is whole, valid SQLite and the same each time."""

import json
import resource
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import geopandas as gpd
import pyogrio
import pytest
import shapely
from pandas.testing import assert_frame_equal

import samples
from export import situations
from sitmap import export, layers, schema
from sitmap.errors import ExportError
from sitmap.export import gpkg, styles
from sitmap.product import Cover, Product


@pytest.fixture(scope="module")
def founding(tmp_path_factory):
    path = tmp_path_factory.mktemp("gpkg") / "founding.gpkg"
    gpkg.write(situations.PRODUCT, path)
    return path


def ask(path, sql):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


def test_it_is_a_valid_geopackage_1_2(founding):
    assert ask(founding, "PRAGMA integrity_check") == [("ok",)]
    assert ask(founding, "PRAGMA foreign_key_check") == []
    assert ask(founding, "PRAGMA application_id") == [(0x47504B47,)]
    assert ask(founding, "PRAGMA user_version") == [(10200,)]


def test_layers_stand_in_drawing_order_then_the_tables(founding):
    tables = ask(founding, "SELECT table_name, data_type, identifier FROM gpkg_contents ORDER BY rowid")
    assert [name for name, kind, _ in tables if kind == "features"] == list(schema.LAYERS)
    assert [name for name, kind, _ in tables if kind == "attributes"] == [
        "findings",
        "events",
        "layer_styles",
    ]
    assert {name: title for name, _, title in tables}["zones"] == "Maritime zones (estimate)"


def test_the_cover_is_what_qgis_shows_of_a_layer_and_metadata_of_the_file(tmp_path):
    shown = Cover(title="A title", as_of=datetime(2024, 11, 1, 12, tzinfo=UTC), handling="TLP:RED")
    path = tmp_path / "marked.gpkg"
    gpkg.write(replace(situations.PRODUCT, cover=shown), path)
    abstracts = ask(path, "SELECT DISTINCT description FROM gpkg_contents WHERE data_type = 'features'")
    assert abstracts == [("TLP:RED. A title. As of 1 Nov 2024, 12:00 UTC",)]
    told = ask(
        path,
        "SELECT reference_scope, mime_type, metadata FROM gpkg_metadata_reference"
        " JOIN gpkg_metadata ON md_file_id = id",
    )
    assert [(scope, kind) for scope, kind, _ in told] == [("geopackage", "application/json")]
    assert json.loads(told[0][2])["handling"] == "TLP:RED"
    assert ask(path, "PRAGMA foreign_key_check") == []


def test_without_a_cover_there_is_nothing_to_tell(founding):
    assert ask(founding, "SELECT count(*) FROM gpkg_metadata") == [(0,)]


def test_every_layer_has_its_geometry_type_even_when_empty(founding):
    kinds = dict(ask(founding, "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
    assert kinds["sites"] == kinds["launches"] == "POINT"
    assert kinds["site_areas"] == kinds["zones"] == "MULTIPOLYGON"
    assert kinds["tracks"] == kinds["zone_boundaries"] == "MULTILINESTRING"
    assert set(ask(founding, "SELECT srs_id FROM gpkg_geometry_columns")) == {(4326,)}


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_no_field_and_no_null_is_lost(founding, layer):
    frame = situations.FOUNDING[layer]
    columns = schema.LAYERS[layer].columns
    read = gpd.read_file(founding, layer=layer)
    assert [*read.columns] == [*(column.name for column in columns), "geometry"]
    typed = read[[c.name for c in columns]].astype({c.name: c.dtype for c in columns})
    assert_frame_equal(typed, frame[[c.name for c in columns]])
    assert read.geometry.isna().tolist() == frame.geometry.isna().tolist()
    pairs = zip(read.geometry.dropna(), frame.geometry.dropna(), strict=True)
    assert all(shapely.equals(made, given) for made, given in pairs)


@pytest.mark.parametrize(
    ("column", "kind"),
    [("count_min", "INTEGER"), ("range_km", "REAL"), ("background", "BOOLEAN"), ("claim_id", "TEXT")],
)
def test_columns_are_typed_even_without_a_value(founding, column, kind):
    types = dict(ask(founding, "SELECT name, type FROM pragma_table_info('site_areas')"))
    assert types[column] == kind


def test_findings_are_a_table(founding):
    read = pyogrio.read_dataframe(founding, layer="findings")
    assert [*read.columns] == [column.name for column in schema.FINDING_COLUMNS]
    assert [json.loads(ids) for ids in read["claim_ids"]] == [["c-impact"], ["c-launch"]]
    assert read["margin"].tolist() == [8.0, 650.0]


def test_events_are_a_table_that_joins_the_layers_by_event(founding):
    read = pyogrio.read_dataframe(founding, layer="events")
    assert [*read.columns] == [column.name for column in schema.EVENT_COLUMNS]
    assert len(read) == 10
    ranges = read[read["what"] == "range"]
    assert ranges[["teller", "value", "verdict"]].to_numpy().tolist() == [
        ["Tokyo", "1,000 km", "inconsistent"],
        ["Seoul", "1,600 km", "inconsistent"],
    ]
    assert [json.loads(ids) for ids in ranges["claim_ids"]] == [["c-launch", "c-impact"], ["c-2"]]
    joined = "SELECT count(*) FROM events JOIN launches USING (event_id)"
    assert ask(founding, joined) == [(6,)]
    kinds = dict(ask(founding, "SELECT name, type FROM pragma_table_info('events')"))
    assert kinds["over_time"] == "BOOLEAN"


def test_every_layer_has_a_default_style(founding):
    rows = ask(founding, "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles")
    assert rows == [(layer, "geom", 1, styles.qml(layer)) for layer in schema.LAYERS]


def test_every_column_is_explained(founding):
    rows = ask(founding, "SELECT table_name, column_name, description FROM gpkg_data_columns")
    tables = {layer.name: layer.columns for layer in schema.LAYERS.values()}
    tables |= {"findings": schema.FINDING_COLUMNS, "events": schema.EVENT_COLUMNS}
    assert rows == [
        (table, column.name, column.meaning) for table, columns in tables.items() for column in columns
    ]
    extensions = ask(founding, "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'")
    assert set(extensions) == {("gpkg_data_columns",), ("gpkg_data_column_constraints",)}


def test_the_same_input_gives_the_same_bytes():
    first = gpkg.to_bytes(situations.PRODUCT)
    assert gpkg.to_bytes(situations.PRODUCT) == first
    assert b"2024-11-01T00:00:00.000Z" in first  # the date of the newest report, not of today


def test_threads_do_not_disturb_each_other():
    before = pyogrio.get_gdal_config_option("OGR_SQLITE_SYNCHRONOUS")
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: gpkg.to_bytes(Product(layers=situations.BERING)), range(4)))
    assert len(set(made)) == 1
    assert pyogrio.get_gdal_config_option("OGR_SQLITE_SYNCHRONOUS") == before


def test_empty_layers_and_no_findings_are_written(tmp_path):
    empty = {layer: schema.empty(layer) for layer in schema.LAYERS}
    gpkg.write(Product(layers=empty), tmp_path / "empty.gpkg")
    assert ask(tmp_path / "empty.gpkg", "SELECT DISTINCT last_change FROM gpkg_contents") == [
        ("1970-01-01T00:00:00.000Z",)
    ]
    assert len(pyogrio.list_layers(tmp_path / "empty.gpkg")) == len(schema.LAYERS) + 3


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_hostile_text_survives(tmp_path, text):
    claim = replace(samples.TROOPS_KURSK, summary=text, quote=text, source=text)
    made = layers.build([claim], (), zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries"))
    finding = replace(samples.ZONE_FINDING, explanation=text)
    gpkg.write(Product(layers=made, findings=[finding]), tmp_path / "x.gpkg")
    rows = ask(tmp_path / "x.gpkg", "SELECT summary, quote, source FROM deployments")
    assert rows == [(schema.text(text),) * 3]
    assert ask(tmp_path / "x.gpkg", "SELECT explanation FROM findings") == [(schema.text(text),)]


def test_a_file_in_use_is_not_pulled_away(tmp_path):
    dest = tmp_path / "x.gpkg"
    dest.write_bytes(b"in use")
    (tmp_path / "x.gpkg-wal").write_bytes(b"not yet written")
    with pytest.raises(ExportError, match="open in another program: close it"):
        export.save(Product(layers=situations.FOUNDING), dest)
    assert dest.read_bytes() == b"in use"


@pytest.mark.parametrize("at", [0, 5, 11])
def test_a_failure_midway_leaves_the_old_file(tmp_path, monkeypatch, at):
    dest = tmp_path / "x.gpkg"
    dest.write_bytes(b"old")
    real, calls = pyogrio.write_dataframe, iter(range(1000))

    def failing(*args, **kwargs):
        if next(calls) == at:
            raise pyogrio.errors.DataSourceError("disk I/O error")
        return real(*args, **kwargs)

    monkeypatch.setattr(pyogrio, "write_dataframe", failing)
    with pytest.raises(
        ExportError, match=r"x\.gpkg cannot be written: SQLite stopped half-way.*free some space"
    ):
        gpkg.write(Product(layers=situations.FOUNDING), dest)
    assert dest.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.gpkg"]


def test_a_failure_of_sqlite_leaves_nothing(tmp_path, monkeypatch):
    def failing(_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(gpkg, "_add_tables", failing)
    with pytest.raises(ExportError, match="disk is full: free some space"):
        gpkg.write(Product(layers=situations.FOUNDING), tmp_path / "x.gpkg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("limit", [0, 5_000, 150_000, 400_000])
def test_a_disk_that_is_really_full(tmp_path, limit):
    dest = tmp_path / "x.gpkg"
    dest.write_bytes(b"old")
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    try:
        with pytest.raises(ExportError, match="cannot be written"):
            gpkg.write(situations.PRODUCT, dest)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
        signal.signal(signal.SIGXFSZ, ignored)
    assert dest.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.gpkg"]


def test_reports_are_a_table_numbered_as_sources_with_their_words(tmp_path):
    path = tmp_path / "x.gpkg"
    other = replace(samples.FOUNDING, report_id="other", title="[a]", text="a\0b", published=None)
    gpkg.write(replace(situations.PRODUCT, reports=(samples.FOUNDING, other)), path)
    rows = ask(path, "SELECT source_no, report_id, title, published, text FROM reports")
    assert rows == [
        (1, "founding", samples.FOUNDING.title, "2024-11-01", samples.FOUNDING.text),
        (2, "other", "[a]", "", "a\ufffdb"),
    ]
    quoted = ask(
        path,
        "SELECT substr(text, quote_start + 1, quote_end - quote_start) = quote FROM launches"
        " JOIN reports USING (report_id)",
    )
    assert quoted == [(1,)]
    assert ask(path, "SELECT data_type FROM gpkg_contents WHERE table_name = 'reports'") == [("attributes",)]
    assert [name for (name,) in ask(path, "SELECT name FROM pragma_table_info('reports')")] == [
        "fid", *(column.name for column in schema.REPORT_COLUMNS),
    ]  # fmt: skip


def test_the_history_of_a_case_is_a_table_with_its_types_and_meanings(tmp_path):
    path = tmp_path / "x.gpkg"
    values = {schema.TEXT: "", schema.INTEGER: None}
    entry = {column.name: values[column.dtype] for column in schema.REVIEW_COLUMNS}
    entry |= {"entry_id": "1", "reviewer": "=A. Reader", "quote_start": 5, "reason": "<b>"}
    gpkg.write(replace(situations.PRODUCT, reviews=(entry,)), path)
    kinds = dict(ask(path, "SELECT name, type FROM pragma_table_info('reviews')"))
    assert (kinds["quote_start"], kinds["reason"]) == ("INTEGER", "TEXT")
    assert ask(path, "SELECT reviewer, reason, quote_start, quote_end FROM reviews") == [
        ("=A. Reader", "<b>", 5, None)
    ]
    told = ask(path, "SELECT column_name, description FROM gpkg_data_columns WHERE table_name = 'reviews'")
    assert told == [(column.name, column.meaning) for column in schema.REVIEW_COLUMNS]


def test_meanings_are_of_tables_that_are_there(founding):
    told = ask(founding, "SELECT DISTINCT table_name FROM gpkg_data_columns")
    assert set(told) <= set(ask(founding, "SELECT table_name FROM gpkg_contents"))
