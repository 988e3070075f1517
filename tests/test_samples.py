"""Every sample that the app offers, through the whole line."""

import pytest

import sitmap
from sitmap import reports

SAMPLES = reports.samples()


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_a_sample_gives_claims_that_quote_it(sample):
    situation = sitmap.situation([sample.report])
    assert situation.claims
    assert any(claim.location.lat is not None for claim in situation.claims)
    for claim in situation.claims:
        assert sample.report.text[claim.quote_start : claim.quote_end] == claim.quote
