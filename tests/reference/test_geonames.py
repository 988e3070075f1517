"""GeoNames' points: plain rows are read, a pickle that wants to run something is refused."""

import os
import pickle

import pyogrio
import pytest

from sitmap import geodesy, resources
from sitmap.errors import ResourceError
from sitmap.reference import geonames

ROWS = [
    ["Alberta", "Alberta", "CA", -117.469, 52.28333, "5883102", "admin1", 3497881],
    ["Calgary", "Calgary", "CA", -114.08529, 51.05011, "5913490", "city", 1019942],
]


class Hostile:
    def __reduce__(self):
        return os.getcwd, ()


def test_points_of_states_and_divisions_are_read():
    assert geonames.read(pickle.dumps(ROWS)) == {"5883102": (52.28333, -117.469)}


def test_a_pickle_that_runs_something_is_refused():
    with pytest.raises(ResourceError, match=r"asks for \w+\.getcwd"):
        geonames.read(pickle.dumps([*ROWS, Hostile()]))


@pytest.mark.parametrize(
    ("place_id", "lat", "lon"),
    [
        ("geonames:5883102", 52.28333, -117.469),
        ("geonames:2152274", -20.0, 145.0),
        ("geonames:6115047", 52.00017, -71.99907),
        ("geonames:538555", 51.5, 36.0),
    ],
)
def test_a_division_stands_at_its_point(place_id, lat, lon):
    frame = pyogrio.read_dataframe(resources.geo("admin1.fgb"), where=f"place_id = '{place_id}'")
    assert geodesy.distance(frame.lat.iat[0], frame.lon.iat[0], lat, lon) < 60
