"""Every sample that the app offers, through the whole line."""

from dataclasses import replace

import pytest

import sitmap
from sitmap import reports
from sitmap.pages import tables
from sitmap.pages.drawing import drawing

SAMPLES = reports.samples()


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_a_sample_gives_claims_that_quote_it(sample):
    situation = sitmap.situation([sample.report])
    assert situation.claims
    assert any(claim.location.lat is not None for claim in situation.claims)
    for claim in situation.claims:
        assert sample.report.text[claim.quote_start : claim.quote_end] == claim.quote


def test_two_samples_of_one_launch_become_one_event():
    pair = [sample.report for sample in SAMPLES if sample.name.startswith("okushiri-2023")]
    situation = sitmap.situation(pair)
    turned = sitmap.situation(pair[::-1])
    assert {claim.event_id for claim in situation.claims} == {situation.events[0].event_id}
    (event,) = situation.events
    assert situation.events == turned.events
    assert {finding.finding_id for finding in situation.findings} == {
        finding.finding_id for finding in turned.findings
    }
    assert [telling.report_id for telling in event.tellings] == ["okushiri-2023-seoul", "okushiri-2023"]
    told = {field.what: (field.values, field.verdict) for field in event.fields}
    assert told["time of launch"] == (("10:00 KST", "09:59 JST"), "consistent")
    assert told["range"] == (("1,000 km", "1,000 km"), "consistent")
    assert told["flight time"] == (("", "74 min"), "")
    table = tables.events_table(situation).set_index("what")
    assert table.loc["time of launch", "told"] == (
        "South Korea's Joint Chiefs of Staff: 10:00 KST; Japanese government: 09:59 JST"
    )
    page = situation.html()
    assert "Told more than once" in page
    assert "South Korea&#39;s Joint Chiefs of Staff" in page
    shown = drawing(situation)["map"]["events"]
    assert [telling["claims"] for telling in shown[0]["tellings"]] == [
        list(telling.claim_ids) for telling in event.tellings
    ]


def test_a_copy_of_a_sample_is_told_once():
    (first,) = [sample.report for sample in SAMPLES if sample.name == "okushiri-2023"]
    copy = replace(first, report_id="copy", text=first.text.replace("SAPPORO", "OTARU"))
    assert sitmap.situation([copy, first]).events == ()
