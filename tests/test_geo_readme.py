"""`geo/README.md` names what lies in the folder and nothing else; what it says to type works."""

import re
from importlib import metadata
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest
from pyproj import CRS

from sitmap import resources
from sitmap.reference import registry

TEXT = resources.geo("README.md").read_text(encoding="utf-8")
ZONES = resources.geo("zones", "README.md").read_text(encoding="utf-8")
LAYERS = registry.read(resources.geo())["layers"]
REPO = Path(__file__).parents[1]


def row(layer):
    """Row of the table of layers as it must stand."""
    fields = ", ".join(f"`{name}`" for name in layer["fields"])
    return f"| `{layer['file']}` | {layer['title']} | {layer['scale']} | {fields} |"


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_stands_with_its_scale_and_fields(name):
    assert row(LAYERS[name]) in TEXT.splitlines(), f"the row should read:\n{row(LAYERS[name])}"


def test_nothing_else_stands_as_a_layer():
    table = TEXT.split("## Layers")[1].split("\n## ")[0].split("Beside them lie")[0]
    assert re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE) == [
        layer["file"] for layer in LAYERS.values()
    ]


def test_everything_in_the_folder_is_named():
    there = {path.name for path in resources.geo().iterdir() if path.suffix not in {".qml", ".qmd"}}
    assert {name for name in there - {"README.md"} if f"| `{name}` |" not in TEXT.replace("/`", "`")} == set()


def test_every_file_of_the_zones_is_named():
    there = {path.name for path in resources.geo("zones").glob("*.fgb")}
    there |= {path.name for path in resources.geo("zones", "curated").iterdir()}
    assert set(re.findall(r"^\| `([^`]+)` \|", ZONES, re.MULTILINE)) == there


def test_every_file_that_is_named_is_there():
    named = set(re.findall(r"`([\w./-]+\.(?:fgb|geojson|csv|toml|md|qml))`", TEXT))
    missing = {name for name in named if not ((REPO / "geo" / name).exists() or (REPO / name).exists())}
    assert missing == set()


def test_the_line_of_python_works():
    (line,) = re.findall(r'`geopandas\.read_file\("([^"]+)"\)`', TEXT)
    (window,) = re.findall(r"`bbox=\(([^)]+)\)`", TEXT)
    bbox = tuple(float(edge) for edge in window.split(","))
    near = gpd.read_file(REPO / line, bbox=bbox)
    assert {"JPN", "KOR"} <= set(near["sovereign"])
    assert len(near) < LAYERS["zones_eez"]["features"]


def test_the_line_of_gdal_names_a_driver_and_a_layer():
    """GDAL's programs are no dependency; its library is."""
    ((driver, layer),) = re.findall(r"`ogr2ogr -f (\w+) zones\.gpkg geo/([\w/.]+)`", TEXT)
    assert "w" in pyogrio.list_drivers()[driver]
    assert layer in {row["file"] for row in LAYERS.values()}


def test_projections_are_what_they_are_said_to_be():
    names = {3832: "PDC Mercator", 3995: "Arctic", 3031: "Antarctic", 8857: "Equal Earth", 3857: "Mercator"}
    assert {int(code) for code in re.findall(r"EPSG:(\d+)", TEXT)} == {4326, *names}
    assert all(part in CRS.from_epsg(code).name for code, part in names.items())
    (aeqd,) = re.findall(r"`(\+proj=aeqd [^`]+)`", TEXT)
    assert CRS.from_proj4(aeqd).is_projected


def test_the_version_to_cite_is_the_projects():
    (version,) = re.findall(r"sitmap reference geography, version ([\d.]+)\. ", TEXT)
    assert version == metadata.version("sitmap")


def test_the_picture_is_there_and_small():
    (picture,) = re.findall(r"!\[[^\]]+\]\(\.\./([^)]+)\)", TEXT)
    assert (REPO / picture).stat().st_size < 200_000
