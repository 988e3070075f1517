import dataclasses
import math
import pickle

import pytest

import samples
from sitmap import model
from sitmap.errors import CoordinateError

TYPES = [
    found
    for found in vars(model).values()
    if isinstance(found, type) and dataclasses.is_dataclass(found) and found.__module__ == "sitmap.model"
]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_type_is_frozen_and_documented(kind):
    assert kind.__dataclass_params__.frozen
    assert kind.__doc__
    assert hasattr(kind, "__slots__")


@pytest.mark.parametrize(
    "value",
    [samples.FOUNDING, samples.KURSK, samples.IMPACT, samples.UNFOUND, samples.ZONE_FINDING],
    ids=lambda value: type(value).__name__,
)
def test_what_travels_survives_the_way_to_another_process(value):
    # Pickle is how a process pool hands values over; these bytes are our own.
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, dataclasses.fields(value)[0].name, "")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_has_words(start, end):
    with pytest.raises(ValueError, match=f"span {start}..{end}: must start at 0 or later"):
        model.Span(start, end)


def test_spans_sort_as_they_stand():
    assert sorted([model.Span(5, 9), model.Span(0, 9), model.Span(0, 2)]) == [
        model.Span(0, 2),
        model.Span(0, 9),
        model.Span(5, 9),
    ]


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (0, -181), (math.nan, 0), (139, 42)])
def test_nothing_lies_where_nothing_can(lat, lon):
    with pytest.raises(CoordinateError):
        model.Place(place_id="x", name="X", type="town", country="", lat=lat, lon=lon)
    with pytest.raises(CoordinateError):
        model.Location(lat=lat, lon=lon)


@pytest.mark.parametrize("half", [{"lat": 1.0}, {"lon": 1.0}])
def test_half_a_coordinate_is_none(half):
    with pytest.raises(CoordinateError, match="give both or neither"):
        model.Location(**half)


@pytest.mark.parametrize("radius", [-1, math.nan, math.inf])
def test_uncertainty_is_a_length(radius):
    with pytest.raises(ValueError, match="must be a finite number of at least 0"):
        model.Location(uncertainty_km=radius)


def test_a_claim_that_was_not_found_has_a_location_that_says_why():
    assert model.Location(note="no such place").lat is None


def test_a_claim_starts_with_what_no_words_support():
    claim = model.Claim(claim_id="c", report_id="r", kind="launch", quote="q", quote_start=0, quote_end=1)
    assert claim.location is None
    assert (claim.count_min, claim.count_max, claim.range_km) == (None, None, None)
    assert claim.actor == claim.date == claim.zone_claim == ""
    assert (claim.stance, claim.certainty, claim.review) == ("asserted", "stated", "machine")
    assert claim.background is False
