"""Numbers of a flight: whose they are when several sources give them, and what is no number of a flight."""

import pytest

FIRED = "Iran fired a missile from Tehran on Monday. "


def launch(read, text):
    (found,) = (claim for claim in read(text) if claim.kind == "launch")
    return found


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        (
            "Qatar's army said it flew 900 km. Iraq's government said the missile covered 1,300 km.",
            "range_km",
            [("Qatar's army", 900.0), ("Iraq's government", 1300.0)],
        ),
        (
            "It rose to 400 km, Qatar's army said. State media said it reached an altitude of 700 km.",
            "apogee_km",
            [("Qatar's army", 400.0), ("State media", 700.0)],
        ),
    ],
)
def test_each_source_keeps_its_number(read, text, field, told):
    found = launch(read, FIRED + text)
    kept = [(v.source, v.value) for v in found.variants if v.field == field]
    assert [value for _, value in kept] == [value for _, value in told]
    assert getattr(found, field) == told[0][1]


def test_a_number_said_again_by_one_source_is_one(read):
    text = FIRED + "Iraq said it flew 900 km. Iraq said it flew 950 km."
    assert launch(read, text).variants == ()


@pytest.mark.parametrize(
    "text",
    [
        "The hearing in Qatar lasted four minutes.",
        "The ministers' talks took 40 minutes.",
        "A convoy was told to stay at least 20 km away.",
        "Ships are to keep 20 km away.",
        "No missile flew 20 km.",
    ],
)
def test_what_does_not_fly_gives_no_number(read, text):
    found = launch(read, FIRED + text)
    assert (found.range_km, found.flight_min) == (None, None)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The flight took 12 minutes.", "flight_min", 12.0),
        ("It was tracked for 12 minutes.", "flight_min", 12.0),
        ("It went up to 900 km.", "apogee_km", 900.0),
        ("It flew up to 900 km.", "range_km", 900.0),
        ("It came four days after a launch in May.", "flight_min", None),
        ("It fell 900 km away.", "range_km", 900.0),
        ("It rose to 300 km and fell some 900 km from where it was fired.", "range_km", 900.0),
        ("Its highest point was about 300 km.", "apogee_km", 300.0),
        ("No missile flew more than 900 km.", "range_km", 900.0),
        ("None of them flew beyond 900 km.", "range_km", 900.0),
        ("The weapon reached an altitude of 300 km.", "apogee_km", 300.0),
    ],
)
def test_what_flies_does(read, text, field, value):
    assert getattr(launch(read, FIRED + text), field) == value


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It flew some 900 km to the east, at a height of no more than 120 km, in 22 minutes.", 22.0),
        ("It flew some 900 km to the east, and at a school the drill ended in 22 minutes.", None),
    ],
)
def test_a_time_behind_all_else_is_that_of_the_flight(read, text, minutes):
    assert launch(read, FIRED + text).flight_min == minutes
