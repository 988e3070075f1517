"""Clock times against stated minutes: time zones, midnight, rounding, and what is missing."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import duration
from sitmap.checks.case import open_case
from sitmap.model import Evidence, Span


def judge(launch, impact):
    claims = []
    if launch is not None:
        claims.append(replace(samples.LAUNCH, **launch))
    if impact is not None:
        claims.append(replace(samples.IMPACT, **impact))
    return tuple(duration.judge(open_case(claims, zones=None)))


def at(time, date="2024-10-31", tz="Asia/Tokyo"):
    return {"time": time, "date": date, "tz": tz}


@pytest.mark.parametrize(
    ("launch", "impact", "minutes", "verdict", "computed"),
    [
        (at("07:11"), at("08:37"), 86.0, "consistent", "86"),
        (at("06:57"), at("07:16"), 19.0, "consistent", "19"),
        (at("18:43"), at("18:50"), 17.0, "inconsistent", "7"),
        (at("07:11"), at("08:38"), 86.0, "consistent", "87"),
        (at("07:11"), at("08:39"), 86.0, "marginal", "88"),
        (at("07:00"), at("07:27"), 30.0, "consistent", "27"),
        (at("07:00"), at("07:20"), 30.0, "inconsistent", "20"),
        # Over midnight: dated, with one date for both, and without any.
        (at("23:50"), at("00:20", "2024-11-01"), 30.0, "consistent", "30"),
        (at("23:50"), at("00:20"), 30.0, "consistent", "30"),
        (at("23:50", ""), at("00:20", ""), 30.0, "consistent", "30"),
        # 22:11 UTC on the 30th is 07:11 in Tokyo on the 31st.
        (at("22:11", "2024-10-30", "UTC"), at("08:37"), 86.0, "consistent", "86"),
        (at("07:11"), at("08:37", "", ""), 86.0, "consistent", "86"),
        (at("07:11", tz=""), at("08:37", tz=""), 86.0, "consistent", "86"),
        # Summer time ends in New York at 02:00 on 3 November 2024.
        (at("00:30", "2024-11-03", "America/New_York"), at("02:30", "", ""), 180.0, "consistent", "180"),
        (at("08:37", "2024-10-31"), at("07:11", "2024-10-30"), 86.0, "inconsistent", "-1,526"),
    ],
)
def test_clock_against_minutes(launch, impact, minutes, verdict, computed):
    (found,) = judge(launch | {"flight_min": minutes}, impact | {"flight_min": minutes})
    assert (found.verdict, found.computed) == (verdict, computed), found.explanation
    assert found.margin == pytest.approx(abs(float(computed.replace(",", "")) - minutes))


def test_one_clock_read_for_both_says_nothing_of_how_long():
    evidence = (Evidence("time", Span(3, 9)),)
    told = {"flight_min": 9.0, "evidence": evidence}
    (found,) = judge(at("06:52") | told, at("06:52") | told)
    assert found.verdict == "undetermined"
    assert "no clock time of the impact" in found.explanation


def test_the_sentence_names_clocks_zones_and_minutes():
    (found,) = judge(at("22:11", "2024-10-30", "UTC"), at("08:37"))
    assert found.explanation == "22:11 UTC to 08:37 JST is 86 minutes, as stated."


def test_an_impact_before_its_launch_is_said_so():
    (found,) = judge(at("08:37", "2024-10-31"), at("07:11", "2024-10-30"))
    assert "before the launch" in found.explanation


@pytest.mark.parametrize(
    ("launch", "impact", "missing"),
    [
        (at("07:11"), None, "the impact"),
        (None, at("08:37"), "the launch"),
        (at("07:11"), at(""), "the impact"),
        (at(""), at("08:37"), "the launch"),
        (at("07:11", "", "UTC"), at("08:37", "", "Asia/Tokyo"), "date and time zone"),
        (at("25:99"), at("08:37"), "date and time zone"),
        (at("07:11", tz="Nowhere/Land"), at("08:37"), "date and time zone"),
        (at("07:11", tz="Asia"), at("08:37"), "date and time zone"),
    ],
)
def test_undetermined_says_what_is_missing(launch, impact, missing):
    (found,) = judge(launch, impact)
    assert found.verdict == "undetermined"
    assert missing in found.explanation


def test_the_time_of_a_salvo_may_be_that_of_another_missile():
    impacts = [replace(samples.IMPACT, claim_id=f"c-{n}", time=f"09:{n}0") for n in range(2)]
    found = tuple(duration.judge(open_case([samples.LAUNCH, *impacts], zones=None)))
    assert [judgement.verdict for judgement in found] == ["undetermined", "undetermined"]


def test_without_a_stated_duration_there_is_nothing_to_hold_to_account():
    assert judge(at("07:11") | {"flight_min": None}, at("08:37") | {"flight_min": None}) == ()
