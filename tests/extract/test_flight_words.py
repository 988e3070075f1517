"""How far, how high, how long, which way and when something flew, in the ways that newsrooms say it."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A missile launched from Wonsan flew 600 km eastward.", {"range_km": 600.0, "bearing_deg": 90.0}),
        (
            "A missile was fired from Wonsan toward the east and flew 600 km.",
            {"range_km": 600.0, "bearing_deg": 90.0},
        ),
        ("A missile was fired from Wonsan, pointing south.", {"bearing_deg": 180.0}),
        ("A missile was fired south from Wonsan.", {"bearing_deg": 180.0}),
        ("A missile was fired southward from Wonsan.", {"bearing_deg": 180.0}),
        ("A missile was fired in a southerly direction from Wonsan.", {"bearing_deg": 180.0}),
        ("A missile was fired from Wonsan on a southern trajectory.", {"bearing_deg": 180.0}),
        ("A missile was fired from Wonsan, heading south-west.", {"bearing_deg": 225.0}),
        ("A missile was fired from Wonsan on a course of 225 degrees.", {"bearing_deg": 225.0}),
        ("A missile was fired from Wonsan on a heading of 95 degrees.", {"bearing_deg": 95.0}),
        ("A missile was fired from Wonsan, course south-west.", {"bearing_deg": 225.0}),
        ("A missile was fired from Wonsan to the north-east.", {"bearing_deg": 45.0}),
        ("A missile was fired from Wonsan due east.", {"bearing_deg": 90.0}),
        ("A missile fired from Wonsan flew east.", {"bearing_deg": 90.0}),
        ("A missile fired from Wonsan travelled about 600 kilometres.", {"range_km": 600.0}),
        ("A missile fired from Wonsan covered some 600 kilometres.", {"range_km": 600.0}),
        ("A missile was fired from Wonsan. Its range was 600 km.", {"range_km": 600.0}),
        ("A missile was fired from Wonsan. It had a flight distance of 600 km.", {"range_km": 600.0}),
        ("A missile was fired from Wonsan. It hit a target 600 km away.", {"range_km": 600.0}),
        (
            "A missile was fired from Wonsan, with a flight distance of approximately 600 km.",
            {"range_km": 600.0},
        ),
        (
            "A missile was fired from Wonsan. Range: about 600 km; altitude: about 90 km.",
            {"range_km": 600.0, "apogee_km": 90.0},
        ),
        (
            "A missile left Wonsan. Flight distance: 600 km. Top altitude: 90 km. Flight time: 12 minutes.",
            {"range_km": 600.0, "apogee_km": 90.0, "flight_min": 12.0},
        ),
        ("A missile fired from Wonsan reached an altitude of 90 km.", {"apogee_km": 90.0}),
        ("A missile fired from Wonsan reached a height of 90 km.", {"apogee_km": 90.0}),
        ("A missile fired from Wonsan peaked at 90 km.", {"apogee_km": 90.0}),
        ("A missile fired from Wonsan climbed to 90 km.", {"apogee_km": 90.0}),
        ("A missile was fired from Wonsan with an apogee of 90 km.", {"apogee_km": 90.0}),
        ("A missile was fired from Wonsan. Its top altitude was put at 90 km.", {"apogee_km": 90.0}),
        ("A missile fired from Wonsan stayed in the air for 12 minutes.", {"flight_min": 12.0}),
        ("A missile fired from Wonsan was in flight for 12 minutes.", {"flight_min": 12.0}),
        ("A missile fired from Wonsan flew for 12 minutes.", {"flight_min": 12.0}),
        ("A missile fired from Wonsan came down 12 minutes later in the Sea of Japan.", {"flight_min": 12.0}),
        ("A missile was fired from Wonsan. The flight lasted 12 minutes.", {"flight_min": 12.0}),
        (
            "A missile was fired from Wonsan. It flew 600 km in 12 minutes.",
            {"range_km": 600.0, "flight_min": 12.0},
        ),
        ("A missile was fired from Wonsan at 7:22 a.m.", {"time": "07:22"}),
        ("A missile was fired from Wonsan at 7.22 a.m.", {"time": "07:22"}),
        ("A missile was fired from Wonsan at 7:22am.", {"time": "07:22"}),
        ("A missile was fired from Wonsan at 0722 local time.", {"time": "07:22"}),
        ("A missile was fired from Wonsan at 07.22 local time.", {"time": "07:22"}),
        ("A missile was fired from Wonsan at 7.22am local time.", {"time": "07:22"}),
        ("A missile was fired from Wonsan at 8.44am Beijing time.", {"time": "08:44"}),
        ("A missile was fired from Wonsan at 0415 UTC.", {"time": "04:15"}),
        ("A missile was fired from Wonsan at 04:15Z.", {"time": "04:15"}),
        ("A missile was fired from Wonsan at 7 a.m.", {"time": "07:00"}),
        ("A missile was fired from Wonsan at about 7 in the morning.", {"time": "07:00"}),
        ("A missile was fired from Wonsan at noon.", {"time": "12:00"}),
        ("A missile was fired from Wonsan shortly after 11 p.m.", {"time": "23:00"}),
        ("A missile was fired from Wonsan just before midnight.", {"time": "00:00"}),
        ("A missile was fired from Wonsan around 7:22 in the evening.", {"time": "19:22"}),
        ("A missile was fired from Wonsan between 01:45 and 02:15.", {"time": "01:45"}),
        ("A missile was fired from Wonsan from 01:45 to 02:15.", {"time": "01:45"}),
        ("A missile was fired from Wonsan at 1922 hrs.", {"time": "19:22"}),
        ("A missile was fired from Wonsan at 1922 hours.", {"time": "19:22"}),
        ("A missile was fired from Wonsan (7:22 a.m. local).", {"time": "07:22"}),
        ("10:15 - Two missiles were fired from Wonsan between 01:45 and 02:15.", {"time": "01:45"}),
    ],
)
def test_numbers_of_a_flight(read, text, told):
    claim = read(text)[0]
    assert {name: getattr(claim, name) for name in told} == told


@pytest.mark.parametrize(
    "text",
    [
        "A missile was fired from Wonsan, south of the border.",
        "A missile was fired from Wonsan on the east coast.",
        "A missile was fired from Wonsan. South Korean ships watched.",
    ],
)
def test_a_side_of_a_place_is_no_course(read, text):
    assert read(text)[0].bearing_deg is None


def test_the_clock_of_an_entry_is_none_of_what_it_tells(read):
    text = "10:15 - Two missiles have hit a depot in Odesa.\n\n10:40 - Sirens in Riga."
    assert read(text)[0].time == ""
