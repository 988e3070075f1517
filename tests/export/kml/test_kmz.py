"""A KMZ is the document with every picture that it names, and no other."""

import io
import zipfile

import matplotlib.image
import numpy as np
import pytest
from fastkml import validator
from lxml import etree

import scenes
from export import attack, situations
from sitmap import export, palette
from sitmap.errors import SchemaError
from sitmap.export import kml
from sitmap.export.kml import icons
from sitmap.export.kml.looks import Look
from sitmap.product import Product

KML = "{http://www.opengis.net/kml/2.2}"
PRODUCTS = {
    "founding": situations.PRODUCT,
    "states": Product(layers=situations.EVERY_STATE, findings=situations.STATES_FINDINGS),
    "looks": Product(layers=scenes.layers(scenes.every_state())),
    "pacific": Product(layers=scenes.pacific()),
    "attack": attack.product(),
}
WRITTEN = {name: kml.to_kmz(product) for name, product in PRODUCTS.items()}


@pytest.fixture(params=PRODUCTS)
def situation(request):
    return request.param


def unpacked(situation):
    with zipfile.ZipFile(io.BytesIO(WRITTEN[situation])) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def pixels(png):
    return matplotlib.image.imread(io.BytesIO(png), format="png")


def test_the_document_comes_first_and_is_valid(situation):
    found = unpacked(situation)
    assert next(iter(found)) == "doc.kml"
    assert validator.validate(element=etree.fromstring(found["doc.kml"]))


def test_every_picture_is_there_and_none_is_elsewhere(situation):
    found = unpacked(situation)
    named = {href.text for href in etree.fromstring(found["doc.kml"]).iter(f"{KML}href")}
    assert named == set(found) - {"doc.kml"}
    assert all(name.startswith("icons/") and name.endswith(".png") and name.isascii() for name in named)


def test_every_look_has_a_picture_of_its_own(situation):
    pictures = [data for name, data in unpacked(situation).items() if name != "doc.kml"]
    assert len(set(pictures)) == len(pictures)
    for picture in map(pixels, pictures):
        assert picture.shape == (96, 96, 4)
        assert picture[0, 0, 3] == picture[-1, -1, 3] == 0


@pytest.mark.parametrize(
    ("look", "colour", "share"),
    [
        (Look("deployment"), "deployment", 0.15),
        (Look("deployment", asset="troops"), "deployment", 0.12),
        (Look("launch"), "launch", 0.08),
        (Look("impact"), "impact", 0.05),
        (Look("site"), "site", 0.05),
        (Look("deployment", status="withdrawn", asset="troops"), "paper", 0.1),
        (Look("launch", verdict="inconsistent"), "inconsistent", 0.005),
        (Look("launch", verdict="marginal"), "marginal", 0.005),
    ],
    ids=str,
)
def test_a_picture_has_the_colours_of_the_map(look, colour, share):
    picture = (pixels(icons.picture(look)) * 255).round().astype(int)
    wanted = (*bytes.fromhex(palette.colours()[colour].removeprefix("#")), 255)
    assert (picture == wanted).all(axis=2).mean() > share


def test_nothing_reaches_the_edge_of_a_picture():
    for look in (Look("deployment", status=status, stance="denied") for status in ("withdrawn", "arriving")):
        opaque = np.argwhere(pixels(icons.picture(look))[..., 3] > 0)
        assert opaque.min() > 0
        assert opaque.max() < 95


@pytest.mark.parametrize("side", ["1", "3", "4", "6"])
@pytest.mark.parametrize("status", ["", "withdrawn", "arriving"])
def test_a_symbol_after_app6_fits_its_picture_with_all_around_it(side, status):
    # A brigade, whose mark stands over the frame, denied and with a finding.
    look = Look("deployment", status, "denied", "inconsistent", sidc=f"100{side}1000180000000000")
    opaque = np.argwhere(pixels(icons.picture(look))[..., 3] > 0)
    assert opaque.min() > 0
    assert opaque.max() < 95


def test_a_name_stands_on_the_map_only_when_it_is_pointed_at():
    root = etree.fromstring(unpacked("founding")["doc.kml"])
    scales = {
        style.get("id").rpartition("-")[2]: style.findtext(f"{KML}LabelStyle/{KML}scale")
        for style in root.iter(f"{KML}Style")
        if style.find(f"{KML}LabelStyle") is not None
    }
    assert scales == {"normal": "0", "pointed": "0.8"}
    names = [placemark.findtext(f"{KML}name") for placemark in root.iter(f"{KML}Placemark")]
    assert not any(name.startswith(("▲", "■", "⊗", "⬡")) for name in names)


def test_the_same_input_gives_the_same_bytes():
    assert export.to_bytes(PRODUCTS["states"], ".kmz") == WRITTEN["states"]


def test_a_missing_layer_is_named():
    with pytest.raises(SchemaError, match="missing"):
        kml.to_kmz(Product(layers={}))
