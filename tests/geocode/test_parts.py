"""Where "the eastern Mediterranean" or "northern Japan" is drawn."""

import pytest
import shapely

from sitmap import geocode

# Words, west, south, east, north: a box that the marker must lie in, from any atlas.
PARTS = [
    ("eastern Mediterranean", 24, 31, 36, 37),
    ("western Mediterranean", -6, 35, 10, 44),
    ("northern Japan", 139, 38, 146, 46),
    ("southern Lebanon", 35, 33, 35.9, 33.6),
    # Over the antimeridian.
    ("western Pacific", 120, -40, 180, 50),
    ("eastern Russia", 125, 42, 180, 75),
    # Without what lies far out: Alaska, Hawaii, the Chatham Islands, French Guiana.
    ("western United States", -125, 30, -100, 49),
    ("eastern New Zealand", 174, -43, 179, -34),
    ("southern France", -2, 42, 8, 46),
    # Of many islands.
    ("eastern Indonesia", 125, -11, 141, 2),
]


@pytest.mark.parametrize(("words", "west", "south", "east", "north"), PARTS)
def test_the_marker_of_a_side_lies_towards_its_edge_and_in_it(words, west, south, east, north):
    (found,) = geocode.toponyms(f"Ships and aircraft were seen in the {words} on Friday.")
    place = geocode.get(found.place.place_id)
    assert west <= place.lon <= east
    assert south <= place.lat <= north
    assert shapely.dwithin(place.area, shapely.Point(place.lon, place.lat), 1e-4)
    assert place.area.is_valid
