"""The registry of reference layers: written from one table, and held against the files."""

import shutil
import tomllib
from pathlib import Path

import pytest

from sitmap import resources
from sitmap.errors import ResourceError
from sitmap.reference import registry, toml

REGISTRY = registry.read(resources.geo())
LICENCES = "licences"


@pytest.fixture
def copy(tmp_path):
    """A small geo/ and data/ that hold: two layers, as shipped."""
    geo, data = tmp_path / "geo", tmp_path / "data"
    (data / "curated").mkdir(parents=True)
    (geo / "basemap").mkdir(parents=True)
    shutil.copytree(resources.geo(LICENCES), geo / LICENCES)
    for file in ("sites.geojson", "sites.qml", "basemap/seas.geojson", "basemap/seas.qml"):
        shutil.copy(resources.geo(file), geo / file)
    told = tomllib.loads(resources.data("curated", "layers.toml").read_text(encoding="utf-8"))
    told["layers"] = {name: told["layers"][name] for name in ("sites", "basemap_seas")}
    (data / "curated" / "layers.toml").write_text(toml.text(told), encoding="utf-8")
    registry.build(geo, data, tmp_path)
    return geo, data


def test_the_shipped_registry_holds():
    assert registry.faults(resources.geo()) == []


def test_the_shipped_registry_is_what_the_table_says(tmp_path):
    geo = tmp_path / "geo"
    geo.mkdir()
    for path in resources.geo().iterdir():
        (geo / path.name).symlink_to(path)
    for folder in ("basemap", "zones"):
        (geo / folder).unlink()
        (geo / folder).mkdir()
        for path in resources.geo(folder).iterdir():
            (geo / folder / path.name).symlink_to(path)
    for path in [*geo.rglob("*.qmd"), geo / "registry.toml"]:
        path.unlink()
    registry.build(geo, resources.data(), tmp_path)
    for path in [*geo.rglob("*.qmd"), geo / "registry.toml"]:
        assert path.read_bytes() == resources.geo(str(path.relative_to(geo))).read_bytes(), path.name


def test_a_rebuild_writes_the_same_bytes(copy):
    geo, data = copy
    before = {path: path.read_bytes() for path in geo.rglob("*") if path.is_file()}
    registry.build(geo, data, geo)
    assert {path: path.read_bytes() for path in geo.rglob("*") if path.is_file()} == before


def test_a_changed_file_is_noticed(copy):
    geo, _ = copy
    path = geo / "sites.geojson"
    path.write_text(path.read_text(encoding="utf-8").replace("Sunan", "Sunam"), encoding="utf-8")
    assert registry.faults(geo) == ["sites: sites.geojson is not the file that was registered"]


def test_a_layer_that_no_one_described_is_noticed(copy):
    geo, _ = copy
    shutil.copy(geo / "sites.geojson", geo / "basemap" / "more.geojson")
    (fault,) = registry.faults(geo)
    assert fault == "basemap/more.geojson is described nowhere: add it to data/curated/layers.toml"


@pytest.mark.parametrize(
    ("missing", "faults"),
    [
        ("sites.qml", ["sites: no file sites.qml"]),
        ("sites.qmd", ["sites: no file sites.qmd"]),
        (
            "licences/CC0-1.0.txt",
            ["basemap_seas: no file licences/CC0-1.0.txt", "licences/CC0-1.0.txt is missing"],
        ),
        ("licences/word-lists.txt", ["licences/word-lists.txt is missing"]),
    ],
)
def test_what_is_missing_is_noticed(copy, missing, faults):
    geo, _ = copy
    (geo / missing).unlink()
    assert registry.faults(geo) == faults


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "ocean, sea, gulf or strait"\n', "", "basemap_seas: say what the field kind means"),
        ('id_column = "id"', 'id_column = "key"', "no column key to be the id"),
        ('sources = ["sea-labels"]', 'sources = ["atlantis"]', "no source atlantis under"),
        (
            'file = "basemap/seas.geojson"',
            'file = "basemap/lakes.geojson"',
            "lakes.geojson, which is not there",
        ),
        ('accuracy = "within extent_km"\n', "", "sites: 'accuracy' is missing"),
    ],
)
def test_a_wrong_description_is_an_error_that_says_so(copy, old, new, message):
    geo, data = copy
    path = data / "curated" / "layers.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        registry.build(geo, data, geo)


@pytest.mark.parametrize("name", REGISTRY["layers"])
def test_every_licence_named_has_its_text(name):
    layer = REGISTRY["layers"][name]
    used = [REGISTRY["sources"][source] for source in layer["sources"]]
    assert {row["text"] for row in used} == set(layer["licence_files"])
    assert layer["licence"].split(" AND ")
    assert layer["attribution"]


def test_every_licence_text_is_used():
    there = {f"{LICENCES}/{path.name}" for path in resources.geo(LICENCES).iterdir()}
    assert there == {row["text"] for row in REGISTRY["sources"].values()}


def test_every_source_is_used():
    used = {
        name for kind in ("layers", "tables") for row in REGISTRY[kind].values() for name in row["sources"]
    }
    assert used == set(REGISTRY["sources"])


def test_the_projects_own_licence_is_the_projects():
    ours = Path(__file__).parents[2] / "LICENSE"
    assert resources.geo(LICENCES, "MIT.txt").read_bytes() == ours.read_bytes()


def test_every_folder_of_tables_is_credited():
    told = {row["path"].removeprefix("data/") for row in REGISTRY["tables"].values()}
    there = {path.name for path in resources.data().iterdir() if path.is_dir()}
    assert there - told == set(), "add a table to data/curated/layers.toml, with its sources"


def test_toml_is_read_as_it_was_written():
    table = {"a": 1, "b": [1.5, "x"], "c": {"d": 'say "é"\n\\', "e": True, "f.g": {"h i": "j"}}, "k": {}}
    assert tomllib.loads(toml.text(table)) == table
