import math
import re
from pathlib import Path

import numpy as np
import pytest

from sitmap.export.paper import symbols
from sitmap.export.paper.outlines import outline

DRAWING = Path(__file__).parents[3] / "src" / "sitmap" / "maps" / "assets" / "symbols.js"


def corners(data):
    """Vertices of an outline, its curves made into short lines."""
    return np.vstack(outline(data).to_polygons(closed_only=False))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("M1 2 3 4", [(1, 2), (3, 4)]),
        ("m1 2 3 4", [(1, 2), (4, 6)]),
        ("M1 2h3v-4H0V0", [(1, 2), (4, 2), (4, -2), (0, -2), (0, 0)]),
        ("M.5-.5l1e1.5", [(0.5, -0.5), (10.5, 0.0)]),
    ],
)
def test_lines_are_read_as_svg_has_them(data, expected):
    assert corners(data).tolist() == [list(map(float, pair)) for pair in expected]


@pytest.mark.parametrize(("large", "sweep", "turn"), [(0, 1, 90), (1, 0, 270), (0, 0, 90), (1, 1, 270)])
def test_an_arc_lies_on_its_circle_and_has_its_length(large, sweep, turn):
    points = corners(f"M5000 0A5000 5000 0 {large} {sweep} 0 5000")
    assert points[-1] == pytest.approx((0, 5000), abs=1e-6)
    centre = (0, 0) if (large, sweep) in {(0, 1), (1, 0)} else (5000, 5000)
    assert np.hypot(*(points - centre).T) == pytest.approx(5000, rel=5e-4)
    length = np.hypot(*np.diff(points, axis=0).T).sum()
    assert length == pytest.approx(5000 * math.radians(turn), rel=0.01)


def test_an_arc_too_short_for_its_chord_grows():
    points = corners("M-5000 0A1 1 0 0 1 5000 0")
    assert np.hypot(*points.T) == pytest.approx(5000, rel=5e-4)


def test_a_smooth_curve_mirrors_the_handle_before_it():
    assert outline("M0 0C0 1 1 2 2 2S4 1 4 0").vertices[4].tolist() == [3, 2]


def test_the_symbols_are_those_of_the_browser():
    text = DRAWING.read_text(encoding="utf-8")
    inner = re.search(r"const GLYPHS = \{(.*?)\};", text, re.DOTALL)[1]
    found = symbols.drawn()
    assert dict(re.findall(r'"?([\w-]+)"?: "([^"]+)"', inner)) == found["glyph"]
    for data in (*found["shape"].values(), *(found["corner"][name] for name in ("inconsistent", "marginal"))):
        assert str(data) in text
    assert str(found["half"]) in text


def test_glyphs_stay_inside_their_square():
    for name, data in symbols.drawn()["glyph"].items():
        assert np.abs(corners(data)).max() < symbols.drawn()["half"][0] - 2, name
