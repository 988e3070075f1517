"""The line that two states share."""

import pytest
import shapely

from sitmap import geocode
from sitmap.geocode import borders
from sitmap.geocode.outlines import country

# Two states, a town on their border, and a town of one of them far from it.
SHARED = [
    ("FIN", "NOR", "Utsjoki", "Helsinki"),
    ("POL", "SVK", "Zakopane", "Warsaw"),
    ("IND", "MMR", "Moreh", "Mumbai"),
    ("ARM", "TUR", "Gyumri", "Ankara"),
    ("CHN", "PRK", "Dandong", "Pyongyang"),
    ("RUS", "UKR", "Belgorod", "Kyiv"),
]


def km_from(area, town):
    place = geocode.search(town)[0].place
    return 111.2 * shapely.distance(area, shapely.Point(place.lon, place.lat))


@pytest.mark.parametrize(("one", "other", "on_it", "far"), SHARED)
def test_a_border_is_what_two_outlines_share(one, other, on_it, far):
    border = borders.shared(country(one), country(other))
    assert (border.type, border.country) == ("border", "")
    assert shapely.dwithin(border.area, shapely.Point(border.lon, border.lat), 0.1)
    assert km_from(border.area, on_it) < 60
    assert km_from(border.area, far) > 60
    assert borders.shared(country(other), country(one)).place_id == border.place_id


@pytest.mark.parametrize(("one", "other"), [("JPN", "KOR"), ("FRA", "POL"), ("CHN", "CHN")])
def test_states_that_do_not_touch_share_no_border(one, other):
    assert borders.shared(country(one), country(other)) is None


def test_a_town_has_no_border():
    town = geocode.search("Utsjoki")[0].place
    assert borders.shared(country("NOR"), town) is None
