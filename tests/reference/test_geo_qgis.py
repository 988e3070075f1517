"""A real QGIS opens every layer of geo/ as it lies: drawn, named, described, without a streak."""

from pathlib import Path

import pytest

import qgis
from sitmap import palette, resources
from sitmap.reference import registry, styles

pytestmark = pytest.mark.qgis

PROBE = Path(__file__).with_name("geo_probe.py")
#: Pictures to look at; CI keeps them.
ARTEFACTS = Path(__file__).parents[2] / "artefacts"

LAYERS = {
    Path(layer["file"]).with_suffix("").as_posix(): layer
    for layer in registry.read(resources.geo())["layers"].values()
}
#: Land alone, tiled land and label points have nothing to write beside them.
UNNAMED = {"basemap/land_50m", "basemap/land_10m", "zones/land"}
#: Layers that cover the land, so that a row of one colour is no streak.
SOLID = {"basemap/land_50m", "basemap/land_10m", "countries", "zones/land", "zones/eez", "seas", "islands"}

BASE = ["basemap/borders_50m", "basemap/land_50m"]
WEB, PLAIN = "EPSG:3857", "EPSG:4326"
#: CRS, bounds (west, south, east, north), size, layers topmost first, colours that must be there.
PICTURES = {
    "world": (WEB, (-179.9, -58, 179.9, 80), (1500, 800),
              ["basemap/seas", "basemap/towns", "basemap/countries", "zones/boundaries", *BASE],
              {"land": 300_000, "coast": 500, "border": 500, "water": 200, "quiet": 500}),
    "east-asia": (WEB, (112, 22, 150, 48), (1400, 1000),
                  ["sites", "seas", "zones/boundaries", "zones/eez", "countries"],
                  {"land": 300_000, "site": 200, "quiet": 200, "zone": 100, "water": 100}),
    "black-sea": (WEB, (26, 40, 43, 49), (1400, 900),
                  ["sites", "basemap/towns", "basemap/seas", "zones/boundaries", "admin1", "countries"],
                  {"land": 300_000, "sea": 200_000, "site": 50, "zone": 200, "dispute": 50, "ink": 100}),
    "gulf": (WEB, (44, 21, 61, 32), (1400, 1000),
             ["sites", "basemap/towns", "basemap/seas", "islands", "zones/boundaries", "basemap/borders_10m",
              "basemap/land_10m"],
             {"land": 300_000, "sea": 200_000, "site": 50, "zone": 200, "ink": 100, "border": 300}),
    "areas": (WEB, (20, 28, 60, 52), (1400, 900), ["areas", "countries"], {"land": 300_000, "earth": 50}),
    "barents": (WEB, (10, 64, 60, 80), (1400, 900),
                ["zones/agreed_areas", "zones/agreed_lines", "zones/baseline", "zones/land"],
                {"land": 100_000, "zone": 1000}),
}  # fmt: skip


def pixels(picture, name):
    """Pixels of a colour of the palette or next to it: the edges of lines and letters are softened."""
    wanted = bytes.fromhex(palette.colours()[name][1:])
    return sum(
        count
        for colour, count in picture["colours"].items()
        if max(abs(a - b) for a, b in zip(bytes.fromhex(colour[1:]), wanted, strict=True)) <= 24
    )


def path(name):
    return str(resources.geo(LAYERS[name]["file"]))


@pytest.fixture(scope="module")
def answers():
    """What QGIS says of every layer, of the pictures, and of each layer alone on a plain map of the world."""
    ARTEFACTS.mkdir(exist_ok=True)
    shown = [
        {
            "png": str(ARTEFACTS / f"geo-{name}.png"),
            "crs": crs,
            "extent": extent,
            "size": size,
            "layers": layers,
        }
        for name, (crs, extent, size, layers, _) in PICTURES.items()
    ]
    alone = [
        {
            "png": str(ARTEFACTS / f"geo-alone-{name.replace('/', '-')}.png"),
            "crs": PLAIN,
            "extent": (-180, -90, 180, 90),
            "size": (800, 400),
            "layers": [name],
        }
        for name in LAYERS
    ]
    answer = qgis.ask(PROBE, {"layers": {name: path(name) for name in LAYERS}, "pictures": [*shown, *alone]})
    return {
        "layers": answer["layers"],
        "pictures": dict(zip(PICTURES, answer["pictures"], strict=False)),
        "alone": dict(zip(LAYERS, answer["pictures"][len(PICTURES) :], strict=True)),
    }


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_opens_as_it_lies(answers, name):
    layer, told = answers["layers"][name], LAYERS[name]
    assert layer["valid"]
    assert layer["crs"] == "EPSG:4326" == told["crs"]
    assert layer["count"] == told["features"] > 0
    assert layer["geometry"] == told["geometry"]


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_opens_in_its_style(answers, name):
    layer, style = answers["layers"][name], styles.table()[name]
    assert layer["renderer"] == "RuleRenderer"
    assert layer["rules"] == [rule["title"] for rule in style["rules"]]
    assert layer["labels"] == len(style.get("labels", ()))
    assert (layer["labels"] == 0) == (name in UNNAMED)
    assert layer["shown"] == style["shown"]
    assert layer["faults"] == []
    assert layer["empty"] == []
    assert layer["undrawn"] == 0


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_brings_its_metadata(answers, name):
    metadata, told = answers["layers"][name]["metadata"], LAYERS[name]
    assert metadata["title"] == told["title"]
    assert told["description"] in metadata["abstract"]
    assert metadata["licences"] == [told["licence"]]
    assert metadata["rights"] == [told["attribution"]]
    assert metadata["crs"] == "EPSG:4326"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_it_should(answers, name):
    picture = answers["pictures"][name]
    assert picture["errors"] == []
    found = {colour: pixels(picture, colour) for colour in PICTURES[name][-1]}
    assert {colour for colour, least in PICTURES[name][-1].items() if found[colour] < least} == set(), found


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_shows_something_alone_and_no_streak(answers, name):
    picture = answers["alone"][name]
    assert picture["errors"] == []
    ground = picture["colours"].get(palette.colours()["sea"], 0)
    if not LAYERS[name]["geometry"].endswith("Point") or name in {"sites", "zones/baseline"}:
        assert ground < 800 * 400 - 100
    if name not in SOLID:
        assert picture["streaks"] < 0.2


def test_a_streak_would_be_seen(tmp_path):
    uncut = tmp_path / "uncut.geojson"
    uncut.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"left":"a","right":"b",'
        '"disputed":false,"why":""},"geometry":{"type":"LineString","coordinates":[[179,10],[-179,10]]}}]}',
        encoding="utf-8",
    )
    style = resources.geo("basemap", "borders_50m.qml").read_text(encoding="utf-8")
    uncut.with_suffix(".qml").write_text(style, encoding="utf-8")
    picture = {"png": str(tmp_path / "uncut.png"), "crs": PLAIN, "extent": (-180, -90, 180, 90)}
    answer = qgis.ask(
        PROBE,
        {"layers": {"uncut": str(uncut)}, "pictures": [picture | {"size": (800, 400), "layers": ["uncut"]}]},
    )
    assert answer["pictures"][0]["streaks"] > 0.5
