"""A real QGIS opens the KML: every layer valid and in its colours, and nothing spans the world."""

from pathlib import Path

import pyogrio
import pytest

import qgis
import scenes
from export import situations
from sitmap import export, palette, schema
from sitmap.product import Product

pytestmark = pytest.mark.qgis

TESTS = Path(__file__).parents[2]
PROBE = TESTS / "export" / "qgis_probe.py"
#: Pictures to look at; CI keeps them.
ARTEFACTS = TESTS.parent / "artefacts"
LAND = TESTS.parent / "geo" / "basemap" / "land_50m.fgb"

#: Claims and a boundary at Anadyr, Attu and Fiji, on both sides of the antimeridian.
PACIFIC = scenes.pacific()
LAYERS = {
    "founding": situations.FOUNDING,
    "states": situations.EVERY_STATE,
    "bering": situations.BERING,
    "pacific": PACIFIC,
}
WORLD = ("EPSG:4326", (-180, -90, 180, 90), (1800, 900), None)
AROUND_180 = "PROJ:+proj=laea +lat_0={} +lon_0=180 +datum=WGS84"
#: CRS, bounds (west, south, east, north), size, base.
PICTURES = {
    "founding": [("EPSG:3857", (122, 34, 147, 48), (1400, 900), LAND)],
    "states": [("EPSG:3857", (28.8, 45.2, 39.5, 51.8), (1400, 900), LAND)],
    "bering": [WORLD, (AROUND_180.format(60), (170, 53, 179, 68), (1200, 900), LAND)],
    "pacific": [
        WORLD,
        (AROUND_180.format(60), (168, 50, 179, 70), (1200, 900), LAND),
        (AROUND_180.format(-18), (172, -23, 179, -13), (1200, 900), None),
    ],
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What QGIS says of each situation: {situation: answer}."""
    folder = tmp_path_factory.mktemp("kml")
    ARTEFACTS.mkdir(exist_ok=True)
    return {name: qgis.ask(PROBE, request(folder / f"{name}.kml", name)) for name in LAYERS}


def request(dest, situation):
    export.save(Product(layers=LAYERS[situation], findings=situations.FINDINGS), dest)
    titles = {
        name: schema.LAYERS[name].title
        for name, frame in LAYERS[situation].items()
        if frame.geometry.notna().any()
    }
    edges = [title for title, _ in pyogrio.list_layers(dest) if title.endswith(": edges")]
    return {
        "layers": {
            name: f"{dest}|layername={title}"
            for name, title in (titles | {edge: edge for edge in edges}).items()
        },
        "pictures": [
            {"png": str(ARTEFACTS / f"qgis-kml-{situation}-{index}.png"), "crs": crs, "extent": extent}
            | {"size": size, "base": str(base) if base else None}
            for index, (crs, extent, size, base) in enumerate(PICTURES[situation])
        ],
    }


@pytest.mark.parametrize("situation", LAYERS)
def test_every_layer_is_valid_complete_and_in_its_own_styles(answers, situation):
    assert answers[situation]["layers"]
    for name, layer in answers[situation]["layers"].items():
        assert layer["valid"]
        assert layer["renderer"] == "embeddedSymbol"
        if name not in schema.LAYERS:
            continue
        assert layer["crs"] == "EPSG:4326"
        assert layer["count"] == LAYERS[situation][name].geometry.notna().sum()
        assert layer["geometry"].removeprefix("Multi") in schema.LAYERS[name].geometry


def test_fields_keep_their_types_and_times_are_times(answers):
    fields = answers["founding"]["layers"]["launches"]["fields"]
    assert {fields[name] for name in ("claim_id", "quote", "tz")} == {"String"}
    assert (fields["range_km"], fields["count_min"]) == ("Real", "Integer")
    assert fields["timestamp"] == "DateTime"


def test_the_picture_shows_every_kind_in_its_colour(answers):
    shown = {
        "states": ("deployment", "impact-area", "site", "track"),
        "founding": ("launch", "zone", "dispute"),
    }
    for situation, colours in shown.items():
        (picture,) = answers[situation]["pictures"]
        assert picture["errors"] == []
        for colour in colours:
            assert picture["colours"].get(palette.colours()[colour], 0) > 20, colour


@pytest.mark.parametrize("situation", ["bering", "pacific"])
def test_no_streak_spans_the_world(answers, situation):
    world, *near = answers[situation]["pictures"]
    assert world["middle"] == []
    assert all(picture["errors"] == [] and len(picture["colours"]) > 20 for picture in near)
