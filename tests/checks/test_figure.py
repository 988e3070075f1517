"""Numbers as words state them: rounding of kilometres, miles and minutes, and bounds."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import duration, figure, trajectory
from sitmap.checks import range as distance
from sitmap.checks.case import open_case
from sitmap.checks.figure import Figure
from sitmap.model import Evidence, Report, Span


@pytest.mark.parametrize(
    ("value", "half_step"),
    [(200.0, 25.0), (1180.0, 29.5), (129.6, 5 * 1.852), (321.9, 25 * 1.609344), (999.2, 0.025 * 999.2)],
)
def test_kilometres_are_rounded_in_the_unit_they_were_told_in(value, half_step):
    assert figure.kilometres(value).half_step == pytest.approx(half_step)


@pytest.mark.parametrize(("value", "half_step"), [(86.0, 0.5), (30.0, 3.75), (45.0, 2.5), (67.5, 0.5)])
def test_minutes(value, half_step):
    assert figure.minutes(value).half_step == half_step


@pytest.mark.parametrize(
    ("value", "told", "half_step"),
    [
        (180.0, "nearly three hours", 15.0),
        (90.0, "an hour and a half", 15.0),
        (90.0, "one hour and 30 minutes", 5.0),
        (60.0, "60 minutes", 5.0),
        (480.0, "eight hours", 30.0),
        (86.0, "1 hr 26 min", 0.5),
    ],
)
def test_a_time_in_hours_alone_is_good_to_a_quarter(value, told, half_step):
    assert figure.minutes(value, told=told).half_step == half_step


@pytest.mark.parametrize(
    ("before", "words", "bound"),
    [
        ("reached a height of more than ", "6,000 km", "least"),
        ("reached a height of ", "over 6,000 km", "least"),
        ("reached a height of in excess of ", "6,000 km", "least"),
        ("reached Up To ", "6,000 km", "most"),
        ("no more than ", "6,000 km", "most"),
        ("No missile flew more than ", "6,000 km", "most"),
        ("None of the missiles rose above ", "6,000 km", "most"),
        ("No missile flew up to ", "6,000 km", "least"),
        ("No ship was hurt, and it flew more than ", "6,000 km", "least"),
        ("No missile fell. It flew more than ", "6,000 km", "least"),
        ("not fewer than about ", "6,000 km", "least"),
        ("about ", "6,000 km", ""),
        ("flew over ", "Japan to 6,000 km", ""),
        ("it flew over Japan and reached ", "6,000 km", ""),
        ("", "6,000 km", ""),
    ],
)
def test_bound_in_the_words_before_a_number(before, words, bound):
    start = len(before)
    if words.startswith("Japan"):
        start += words.index("6,000")
    assert figure.bound_before(before + words, start) == bound


@pytest.mark.parametrize(
    ("bound", "low", "high", "gap"),
    [
        ("", 90, 95, 5),
        ("", 110, 120, 10),
        ("", 90, 110, 0),
        ("least", 110, 120, 0),
        ("least", 80, 90, 10),
        ("most", 80, 90, 0),
        ("most", 110, 120, 10),
    ],
)
def test_gap(bound, low, high, gap):
    assert Figure(100.0, 5.0, bound).gap(low, high) == gap


@pytest.mark.parametrize(
    ("bound", "text"), [("", "6,000"), ("least", "at least 6,000"), ("most", "up to 6,000")]
)
def test_text(bound, text):
    assert Figure(6000.0, 500.0, bound).text == text


def told(text, **figures):
    """Case of the founding flight whose figures stand in a text, each at the first place of its number."""
    spans = {name: text.index(words) for name, (_, words) in figures.items()}
    evidence = tuple(Evidence(name, Span(start, start + 1)) for name, start in spans.items())
    values = {name: value for name, (value, _) in figures.items()}
    plain = {"range_km": None, "apogee_km": None, "flight_min": None} | values
    claims = [replace(claim, evidence=evidence, **plain) for claim in (samples.LAUNCH, samples.IMPACT)]
    return open_case(claims, None, [Report(report_id="founding", text=text)])


def test_more_than_a_height_is_a_bound_for_the_arc():
    text = "It flew 74 minutes over 1,000 km and rose to more than 6,000 km."
    case = told(text, flight_min=(74.0, "74"), range_km=(1000.0, "1,000"), apogee_km=(6000.0, "6,000"))
    (found,) = trajectory.judge(case)
    assert found.verdict == "consistent"
    assert found.stated == "at least 6,000"
    assert "as the words allow" in found.explanation


def test_up_to_a_distance_is_a_bound_for_the_places():
    case = told("It flew up to 5,000 km.", range_km=(5000.0, "5,000"))
    (found,) = distance.judge(case)
    assert found.verdict == "consistent"
    assert "up to 5,000 km" in found.explanation


def test_more_than_an_hour_is_a_bound_for_the_clock():
    (found,) = duration.judge(told("It flew for more than 60 minutes.", flight_min=(60.0, "60")))
    assert found.verdict == "consistent"
    assert found.computed == "86"
