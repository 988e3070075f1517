"""A project and its GeoPackage: both or neither, nobody else's file replaced, the same bytes each time."""

import io
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pyogrio
import pytest

import samples
from export import attack, situations
from sitmap import export, schema
from sitmap.case import Case
from sitmap.errors import ExportError
from sitmap.export import qgz
from sitmap.export.project import document, settings
from sitmap.export.project.frame import fit
from sitmap.export.project.told import tell
from sitmap.product import Cover, Product

COVER = Cover(as_of=datetime(2024, 11, 1, 12, tzinfo=UTC), handling="TLP:AMBER")
PRODUCT = replace(situations.PRODUCT, reports=(samples.FOUNDING,), cover=COVER)


def project(files, stem="situation"):
    with zipfile.ZipFile(io.BytesIO(files[f"{stem}.qgz"])) as packed:
        assert packed.namelist() == [f"{stem}.qgs"]
        return ET.fromstring(packed.read(f"{stem}.qgs"))  # noqa: S314 - our own file


@pytest.fixture(scope="module")
def made():
    return qgz.contents(PRODUCT, "situation")


@pytest.fixture(scope="module")
def root(made):
    return project(made)


def test_two_files_lie_side_by_side(tmp_path):
    assert export.save(PRODUCT, tmp_path / "kursk.qgz") == tmp_path / "kursk.qgz"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kursk.gpkg", "kursk.qgz"]


def test_the_download_holds_both():
    with zipfile.ZipFile(io.BytesIO(export.to_bytes(PRODUCT, ".qgz"))) as packed:
        assert packed.namelist() == ["situation.gpkg", "situation.qgz"]


def test_the_same_situation_gives_the_same_bytes(made):
    assert qgz.contents(PRODUCT, "situation") == made


def test_every_layer_is_there_by_a_relative_path(made, root, tmp_path):
    (tmp_path / "situation.gpkg").write_bytes(made["situation.gpkg"])
    tables = {str(name) for name, _ in pyogrio.list_layers(tmp_path / "situation.gpkg")}
    sources = [layer.findtext("datasource") for layer in root.iter("maplayer")]
    assert {source.removeprefix("./situation.gpkg|layername=") for source in sources} <= tables
    assert set(schema.LAYERS) <= {source.split("=")[1] for source in sources}


def test_layers_of_the_tree_the_themes_and_the_legend_exist(root):
    there = {layer.findtext("id") for layer in root.iter("maplayer")}
    assert {node.get("id") for node in root.iter("layer-tree-layer")} == there
    assert {node.get("id") for node in root.find("visibility-presets").iter("layer")} <= there
    assert [node.get("id") for node in root.find("layerorder")] == [
        node.get("id") for node in root.find("layer-tree-group").iter("layer-tree-layer")
    ]


def test_names_are_laid_out_by_the_engine_that_heeds_obstacles(root):
    assert root.findtext("properties/PAL/PlacementEngineVersion") == "1"


def test_the_base_map_is_small(made):
    assert len(made["situation.gpkg"]) - len(export.to_bytes(PRODUCT, ".gpkg")) < 2_000_000


def test_a_foreign_geopackage_beside_it_is_not_replaced(tmp_path):
    export.save(PRODUCT, tmp_path / "mine.gpkg")
    with closing(sqlite3.connect(tmp_path / "mine.gpkg")) as database, database:
        database.execute("CREATE TABLE notes (fid INTEGER PRIMARY KEY, words TEXT)")
        database.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('notes', 'attributes')")
    before = (tmp_path / "mine.gpkg").read_bytes()
    with pytest.raises(ExportError, match=r"mine\.gpkg is there, and is a case, or has tables"):
        export.save(PRODUCT, tmp_path / "mine.qgz")
    assert (tmp_path / "mine.gpkg").read_bytes() == before
    assert not (tmp_path / "mine.qgz").exists()


def test_a_file_that_is_no_geopackage_is_not_replaced(tmp_path):
    (tmp_path / "mine.gpkg").write_text("mine")
    with pytest.raises(ExportError, match="choose another name for the project"):
        export.save(PRODUCT, tmp_path / "mine.qgz")
    assert (tmp_path / "mine.gpkg").read_text() == "mine"


def test_a_case_beside_it_is_not_replaced(tmp_path):
    Case.create(tmp_path / "mine.gpkg")
    with pytest.raises(ExportError, match="is a case"):
        export.save(PRODUCT, tmp_path / "mine.qgz")


def test_ones_own_files_are_replaced(tmp_path):
    export.save(PRODUCT, tmp_path / "mine.gpkg")
    for _ in range(2):
        export.save(PRODUCT, tmp_path / "mine.qgz")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.gpkg", "mine.qgz"]


@pytest.mark.parametrize("name", ["mine.qgz", "mine.gpkg"])
def test_a_folder_in_the_way_leaves_the_other_file_untouched(tmp_path, name):
    (tmp_path / name).mkdir()
    with pytest.raises(ExportError, match="it is a folder"):
        qgz.write(PRODUCT, tmp_path / "mine.qgz")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["mine.qgz", "mine.gpkg"])
def test_a_write_protected_file_leaves_the_other_untouched(tmp_path, name, monkeypatch):
    export.save(PRODUCT, tmp_path / "mine.qgz")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr("os.access", lambda path, _: path.name != name)
    with pytest.raises(ExportError, match=f"{name} is write-protected"):
        export.save(replace(PRODUCT, findings=()), tmp_path / "mine.qgz")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_geopackage_in_use_is_not_replaced(tmp_path):
    export.save(PRODUCT, tmp_path / "mine.qgz")
    (tmp_path / "mine.gpkg-wal").touch()
    with pytest.raises(ExportError, match=r"mine\.gpkg is open in another program"):
        export.save(PRODUCT, tmp_path / "mine.qgz")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ExportError, match="its folder does not exist"):
        export.save(PRODUCT, tmp_path / "none" / "mine.qgz")
    assert not (tmp_path / "none").exists()


def test_a_name_that_qgis_would_cut_is_refused(tmp_path):
    with pytest.raises(ExportError, match=r"only as far as its first '\|'"):
        export.save(PRODUCT, tmp_path / "a|b.qgz")


@pytest.mark.parametrize("text", attack.PAYLOADS)
def test_hostile_titles_stay_text(text):
    report = replace(samples.FOUNDING, title=text, publisher=text, url=text)
    product = replace(PRODUCT, reports=(report,), cover=replace(COVER, title=text))
    frame = fit(product.layers)
    written = document.qgs(product, tell(product, frame), frame, package="x.gpkg", tables=settings.names())
    root = ET.fromstring(written)  # noqa: S314 - our own file
    labels = [item.get("labelText") for item in root.iter("LayoutItem") if item.get("labelText")]
    assert labels
    assert all(label.startswith("[% @sitmap_") for label in labels)
    assert len(root.find("title").text or "") <= 120


def test_without_claims_there_is_a_project_of_the_world():
    nothing = Product(layers={name: schema.empty(name) for name in schema.LAYERS})
    root = project(qgz.contents(nothing, "situation"))
    assert "+proj=eqearth" in root.findtext("projectCrs/spatialrefsys/proj4")
