"""What the words of a claim cover."""

from dataclasses import replace

import pytest
import shapely

from sitmap import geodesy
from sitmap.checks import area
from sitmap.model import Location

BOX = shapely.box(28, 41, 41, 46)


def test_outline():
    spot = Location(lat=42.0, lon=137.0)
    assert area.outline(spot) is None
    assert area.outline(Location(note="not found")) is None
    circle = area.outline(replace(spot, uncertainty_km=10.0))
    assert geodesy.distance(42.0, 137.0, *circle.exterior.coords[0][::-1]) == pytest.approx(10.0)
    assert area.outline(replace(spot, area=BOX)) is BOX
    assert area.outline(replace(spot, area=shapely.Polygon())) is None
