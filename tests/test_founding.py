"""The founding story from report to findings: what an analyst takes from it, and what the checks say.

It is read as it arrived (from ../shared, where there is one) and as the sample in our own words.
"""

import re
from pathlib import Path

import pytest

import sitmap
from sitmap import resources

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "report.txt"
seed_only = pytest.mark.skipif(
    not SEED.is_file(), reason="the founding report is third-party text and lies beside the project"
)

#: kind, place, actor, asset, count_min, count_max, date
EXPECTED = {
    ("deployment", "Russia", "PRK", "troops", 10000, 10000, "2024-10-31"),
    ("deployment", "Kursk Oblast", "PRK", "troops", 8000, "2024-10-31"),
    ("deployment", "Kursk Oblast", "PRK", "troops", None, None, "2024-10-28"),
    ("launch", "North Korea", "PRK", "icbm", 1, 1, "2024-10-31"),
    ("impact", "Okushiri Island", "PRK", "icbm", 1, 1, "2024-10-31"),
}


def taken(situation, *, dated=True):
    """Claims as rows of EXPECTED; 8,000 in Kursk may be "about" or "as many as"."""
    rows = set()
    for claim in situation.claims:
        counts = (claim.count_min, claim.count_max) if claim.count_max != 8000 else (8000,)
        row = (claim.kind, claim.location.place.name, claim.actor, claim.asset, *counts)
        rows.add((*row, claim.date) if dated else row)
    return rows


@pytest.fixture(scope="module")
def sample():
    return sitmap.read(resources.data("samples", "founding.json"))


@pytest.fixture(scope="module")
def seed():
    return sitmap.read(SEED, published="2024-11-01")


def only(situation, kind):
    (claim,) = (claim for claim in situation.claims if claim.kind == kind)
    return claim


def finding(situation, check):
    (found,) = (finding for finding in situation.findings if finding.check == check)
    return found


def test_the_sample_gives_the_five_claims(sample):
    assert taken(sample) == EXPECTED


@seed_only
def test_the_report_as_it_arrived_gives_the_five_claims(seed):
    assert taken(seed) == EXPECTED
    assert len(seed.claims) == 5


@seed_only
def test_without_a_date_the_claims_are_the_same_and_relative_dates_stay_empty():
    undated = sitmap.read(SEED)
    assert taken(undated, dated=False) == {row[:-1] for row in EXPECTED}
    launch = only(undated, "launch")
    assert (launch.date, launch.date_text) == ("", "Thursday")


@pytest.mark.parametrize("which", ["sample", pytest.param("seed", marks=seed_only)])
class TestNumbersAndFindings:
    @pytest.fixture
    def situation(self, which, request):
        return request.getfixturevalue(which)

    def test_the_flight(self, situation):
        for kind in ("launch", "impact"):
            flight = only(situation, kind)
            assert (flight.range_km, flight.apogee_km, flight.flight_min) == (1000, 7000, 86)
            assert flight.tz == "Asia/Tokyo"
        assert only(situation, "launch").time == "07:11"
        assert only(situation, "launch").bearing_deg == 90
        assert only(situation, "impact").time == "08:37"
        assert only(situation, "launch").event_id == only(situation, "impact").event_id

    def test_the_impact_is_200_km_west_of_the_island(self, situation):
        impact = only(situation, "impact")
        assert (impact.relation, impact.offset_km, impact.offset_deg) == ("offset", 200, 270)
        assert impact.zone_claim == "outside:JPN-EEZ"
        assert impact.location.lat == pytest.approx(42.13, abs=0.1)
        assert impact.location.lon == pytest.approx(137.0, abs=0.1)
        assert impact.location.area.geom_type == "Polygon"

    def test_every_quote_is_verbatim(self, situation):
        text = {report.report_id: report.text for report in situation.reports}
        for claim in situation.claims:
            assert text[claim.report_id][claim.quote_start : claim.quote_end] == claim.quote

    def test_duration_agrees_at_86_minutes(self, situation):
        duration = finding(situation, "duration")
        assert duration.verdict == "consistent"
        assert float(duration.computed) == 86

    def test_trajectory_does_not_agree(self, situation):
        trajectory = finding(situation, "trajectory")
        assert trajectory.verdict in {"inconsistent", "marginal"}
        implied = [
            float(number.replace(",", "")) for number in re.findall(r"\d[\d,.]*\d", trajectory.computed)
        ]
        assert implied
        assert all(7400 <= apogee <= 7900 for apogee in implied)

    def test_zone_is_too_close_to_call(self, situation):
        zone = finding(situation, "zone")
        assert zone.verdict == "marginal"
        assert 0 < zone.margin < 30
        assert zone.unit == "km"

    def test_sum_agrees(self, situation):
        assert finding(situation, "sum").verdict == "consistent"

    def test_origin_fits_sunan_and_not_musudan_ri(self, situation):
        origin = finding(situation, "origin")
        assert origin.verdict == "consistent"
        assert "Sunan" in origin.explanation.partition(", not ")[0]
        assert "Tonghae" in origin.explanation.partition(", not ")[2]
