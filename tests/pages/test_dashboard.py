"""The dashboard: what is counted, what is still open, and how it looks in Debian's Chromium."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

import samples
from browser import Visit
from pages.conftest import VIEW, still
from sitmap import pipeline
from sitmap.pages import dashboard, messages
from sitmap.pipeline import Situation

SITUATION: Situation = pipeline.situation([samples.FOUNDING])
CLAIMS = SITUATION.claims


def reviewed(finding, review):
    return [replace(c, review=review) if c.claim_id in finding.claim_ids else c for c in CLAIMS]


def test_rejected_claims_do_not_count():
    kept = [replace(CLAIMS[0], review="rejected"), *CLAIMS[1:]]
    assert dashboard.standing(kept) == list(CLAIMS[1:])


def test_the_claims_that_pass_the_filters_count():
    passing = {claim.claim_id for claim in CLAIMS if claim.kind == "launch"}
    assert {claim.kind for claim in dashboard.standing(CLAIMS, passing)} == {"launch"}
    assert dashboard.standing(CLAIMS, frozenset()) == []


def test_claims_are_counted_by_day_and_the_rest_is_left_out():
    undated = replace(CLAIMS[0], date="")
    frame = dashboard.over_time([undated, replace(undated, date="2024-10-31"), *CLAIMS])
    assert frame["claims"].sum() == 1 + sum(bool(claim.date) for claim in CLAIMS)
    assert frame["date"].is_monotonic_increasing


@pytest.mark.parametrize("count", [dashboard.by_place, dashboard.by_source])
def test_every_claim_is_counted_and_the_most_come_first(count):
    frame = count([*CLAIMS, CLAIMS[0], CLAIMS[0]])
    assert frame["claims"].sum() == len(CLAIMS) + 2
    whole = frame.groupby(frame.columns[0], sort=False)["claims"].sum()
    assert whole.is_monotonic_decreasing


def test_a_finding_is_open_until_all_of_its_claims_are_reviewed():
    found = dashboard.still_open(SITUATION, CLAIMS)
    assert found
    assert {finding.verdict for finding in found} <= {"inconsistent", "marginal"}
    assert found[0] not in dashboard.still_open(SITUATION, reviewed(found[0], "accepted"))


@pytest.mark.browser
def test_the_charts_draw_offline_and_their_numbers_stand_beneath(founding: Visit):
    page = founding.page
    page.get_by_role("tab", name=messages.say("dashboard.tab")).click()
    charts = page.locator("[data-testid=stVegaLiteChart]:visible :is(canvas, svg)")
    expect(charts).to_have_count(3)
    charts.last.scroll_into_view_if_needed()
    founding.screenshot("app-dashboard")
    page.get_by_text(messages.say("dashboard.as_table")).first.click()
    expect(page.locator("[data-testid=stDataFrame]:visible").first).to_be_visible()


@pytest.mark.browser
def test_the_dashboard_follows_the_filters_of_the_map(founding: Visit):
    page = founding.page
    whole = page.locator(".card").count()
    page.get_by_role("tab", name=messages.say("dashboard.tab")).click()
    expect(page.get_by_text(messages.count("dashboard.counted", whole))).to_be_visible()
    still(page)
    page.locator("[data-tool=filter]").click()
    page.locator(".sitmap-filters label", has_text="Deployment").locator("input").check()
    expect(page.locator(".card:visible")).not_to_have_count(whole)
    passing = page.locator(".card:visible").count()
    assert passing > 0
    before = page.evaluate(VIEW)
    expect(page.get_by_text(messages.count("dashboard.passing", passing))).to_be_visible()
    assert page.evaluate(VIEW) == before
    # The count goes with the filters: it is told of no more once they are cleared.
    page.locator(".sitmap-clear").click()
    expect(page.get_by_text(messages.count("dashboard.counted", whole))).to_be_visible()
