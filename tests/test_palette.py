"""One palette: the map and the styles of QGIS have the same colours, and type can be read."""

import re
from pathlib import Path

import pytest

from sitmap import palette

STYLE_SHEET = Path(__file__).parents[1] / "src" / "sitmap" / "maps" / "assets" / "situation.css"
#: Names that both have; the rest of either is its own.
SHARED = [
    "land",
    "sea",
    "border",
    "coast",
    "water",
    "ink",
    "quiet",
    "paper",
    "deployment",
    "launch",
    "impact",
    "site",
]
TYPE = [
    "water",
    "ink",
    "quiet",
    "zone",
    "earth",
    "dispute",
    "site-ink",
    "launch-ink",
    "impact-ink",
    "deployment-ink",
]


def luminance(colour):
    """Relative luminance, WCAG 2.1."""
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", SHARED)
def test_the_map_has_the_colours_of_the_palette(name):
    light = STYLE_SHEET.read_text(encoding="utf-8").split("}")[0]
    (found,) = re.findall(rf"--sitmap-{name}: (#[0-9a-f]+);", light)
    full = found if len(found) == 7 else "#" + "".join(2 * digit for digit in found[1:])
    assert full == palette.colours()[name]


def test_a_colour_is_written_as_qgis_reads_it():
    assert palette.rgb("launch") == "213,94,0"


@pytest.mark.parametrize("ground", ["land", "sea", "paper"])
@pytest.mark.parametrize("name", TYPE)
def test_type_stands_out_from_its_ground(name, ground):
    colours = palette.colours()
    assert contrast(colours[name], colours[ground]) >= 4.5
