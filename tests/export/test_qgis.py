"""A real QGIS opens every file as a user would: valid, typed, styled, drawn without a streak."""

from pathlib import Path

import pytest
import shapely

import qgis
from export import situations
from sitmap import export, schema
from sitmap.product import Product

pytestmark = pytest.mark.qgis

PROBE = Path(__file__).with_name("qgis_probe.py")
#: Pictures to look at; CI keeps them.
ARTEFACTS = Path(__file__).parents[2] / "artefacts"

SEA = "#e3ecf2"
#: A colour of each marker layer that nothing else has.
INK = {"deployments": "#0072b2", "launches": "#d55e00", "impacts": "#cc79a7", "sites": "#009e73"}
RULES = {
    "deployments": {"Deployment", "Deployment, denied", "Checks: inconsistent", "Checks: too close to call"},
    "launches": {"Launch", "Launch, planned or expected", "Launch, denied"},
    "impacts": {"Impact", "Impact, denied"},
    "sites": {"Launch or basing site"},
    "deployment_areas": {"Deployment area: the place itself", "Deployment area: what the words allow"},
    "origin_areas": {"Possible launch points: what the words allow"},
    "tracks": {"Ground track", "Ground track, denied"},
    "zone_boundaries": {"200-mile limit (estimate)", "Median line (estimate)", "Disputed stretch"},
    "zones": {"Maritime zone (estimate)"},
}
SITUATIONS = {"founding": situations.FOUNDING, "states": situations.EVERY_STATE, "bering": situations.BERING}
PACIFIC = "PROJ:+proj=laea +lat_0=60 +lon_0=180 +datum=WGS84"
LAND = Path(__file__).parents[2] / "geo" / "basemap" / "land_50m.fgb"
#: CRS, bounds (west, south, east, north), size, base.
PICTURES = {
    "founding": [("EPSG:3857", (122, 34, 147, 48), (1400, 900), LAND)],
    "states": [("EPSG:3857", (28.8, 45.2, 39.5, 51.8), (1400, 900), LAND)],
    "bering": [
        ("EPSG:4326", (-180, 40, 180, 80), (1800, 300), None),
        (PACIFIC, (170, 53, 179, 68), (1200, 900), LAND),
    ],
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What QGIS says of each situation in each format: {(situation, format): answer}."""
    folder = tmp_path_factory.mktemp("qgis")
    ARTEFACTS.mkdir(exist_ok=True)
    return {
        (situation, form): qgis.ask(PROBE, request(folder, situation, form))
        for situation in SITUATIONS
        for form in ("geojson", "gpkg")
    }


def request(folder, situation, form):
    dest = folder / (f"{situation}.gpkg" if form == "gpkg" else situation)
    export.save(Product(layers=SITUATIONS[situation], findings=situations.FINDINGS), dest)
    names = [*schema.LAYERS, "findings"] if form == "gpkg" else list(schema.LAYERS)
    return {
        "layers": {
            name: f"{dest}|layername={name}" if form == "gpkg" else str(dest / f"{name}.geojson")
            for name in names
        },
        "pictures": [
            picture(ARTEFACTS / f"qgis-{situation}-{form}-{index}.png", *wanted)
            for index, wanted in enumerate(PICTURES[situation])
        ],
    }


def picture(png, crs, extent, size, base):
    shown = str(base) if base and base.exists() else None
    return {"png": str(png), "crs": crs, "extent": extent, "size": size, "base": shown}


def drawable(form, frame):
    """GeoJSON has no way to say what geometry a file without any would have."""
    return form == "gpkg" or frame.geometry.notna().any()


@pytest.fixture(params=["geojson", "gpkg"])
def form(request):
    return request.param


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_layer_is_valid_complete_and_in_wgs_84(answers, situation, form):
    for name, frame in SITUATIONS[situation].items():
        layer = answers[situation, form]["layers"][name]
        assert layer["valid"]
        assert layer["count"] == len(frame)
        assert layer["nulls"] == frame.geometry.isna().sum()
        if drawable(form, frame):
            assert layer["crs"] == "EPSG:4326"
            assert layer["geometry"].removeprefix("Multi") in schema.LAYERS[name].geometry


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_layer_opens_in_its_style(answers, situation, form):
    for name, frame in SITUATIONS[situation].items():
        layer = answers[situation, form]["layers"][name]
        if drawable(form, frame):
            assert layer["renderer"] == "RuleRenderer"
            assert layer["faults"] == []
            assert RULES.get(name, set()) <= set(layer["rules"])
            assert INK.get(name, layer["colours"][0]) in layer["colours"]
            assert layer["labels"] == (name not in {*schema.AREA_LAYER.values(), "origin_areas"})


def test_fields_keep_their_types(answers, form):
    states = answers["founding", form]["layers"]
    fields = states["launches"]["fields"]
    assert {fields[name] for name in ("claim_id", "quote", "alternatives")} == {"String"}
    assert fields["range_km"] == fields["uncertainty_km"] == "Real"
    assert fields["count_min"] in {"Integer", "Integer64"}
    assert fields["background"] == "Boolean"


def test_a_geopackage_keeps_types_without_a_value(answers):
    fields = answers["founding", "gpkg"]["layers"]["site_areas"]["fields"]
    assert (fields["count_min"], fields["range_km"], fields["background"]) == (
        "Integer64",
        "Real",
        "Boolean",
    )
    assert answers["founding", "gpkg"]["layers"]["site_areas"]["geometry"] == "MultiPolygon"


def test_findings_open_as_a_table(answers):
    findings = answers["founding", "gpkg"]["layers"]["findings"]
    assert findings["valid"]
    assert findings["count"] == len(situations.FINDINGS)
    assert findings["fields"]["margin"] == "Real"


def test_the_picture_shows_every_kind(answers, form):
    (picture,) = answers["states", form]["pictures"]
    assert picture["errors"] == []
    for name, colour in INK.items():
        assert picture["colours"].get(colour, 0) > 300, f"{name} is not on the map"
    for mark in ("#c8102e", "#e69f00"):  # inconsistent, marginal
        assert picture["colours"].get(mark, 0) > 100


def test_the_founding_picture_is_not_blank(answers, form):
    (picture,) = answers["founding", form]["pictures"]
    pixels = sum(picture["colours"].values())
    assert max(picture["colours"].values()) < 0.9 * pixels
    for colour in ("#d55e00", "#cc79a7", "#4a6885"):  # launch, impact, boundary
        assert picture["colours"].get(colour, 0) > 100
    assert picture["errors"] == []


def test_no_streak_spans_the_world(answers, form):
    assert answers["bering", form]["pictures"][0]["middle"] == []
    assert "#d55e00" in answers["bering", form]["pictures"][1]["colours"]


def test_an_uncut_track_would_be_seen(tmp_path):
    tracks = situations.BERING["tracks"]
    start, end = situations.CHUKOTKA, situations.ALASKA
    uncut = shapely.LineString([(start.lon, start.lat), (end.lon, end.lat)])
    streaked = situations.BERING | {"tracks": tracks.set_geometry([uncut] * len(tracks), crs=schema.CRS)}
    export.save(Product(layers=streaked), tmp_path / "streaked.gpkg")
    answer = qgis.ask(
        PROBE,
        {
            "layers": {"tracks": f"{tmp_path}/streaked.gpkg|layername=tracks"},
            "pictures": [picture(tmp_path / "streaked.png", *PICTURES["bering"][0])],
        },
    )
    assert answer["pictures"][0]["middle"]
