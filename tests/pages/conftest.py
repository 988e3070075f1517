from collections.abc import Iterator

import pytest

import samples
import sitmap
from sitmap.model import Reading, Report
from sitmap.pages import readings
from sitmap.pipeline import Situation

CLAIMS = (*samples.FOUNDING_CLAIMS, samples.UNFOUND)
FINDINGS = (samples.ZONE_FINDING, samples.TRAJECTORY_FINDING)


def stand_in(found: tuple[Report, ...], **_: object) -> Situation:
    """The sample claims for the founding report, none for another: no stage of reading runs."""
    told = any(report.report_id == "founding" for report in found)
    return Situation(
        readings=tuple(
            Reading(report=report, claims=CLAIMS if report.report_id == "founding" else ())
            for report in found
        ),
        findings=FINDINGS if told else (),
    )


@pytest.fixture
def read_stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sitmap, "situation", stand_in, raising=False)
    readings.read.clear()
    yield
    readings.read.clear()
