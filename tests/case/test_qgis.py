"""A real QGIS has the case open, tables and layers, while sitmap writes to it."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import qgis
import samples
from case import cases
from case.cases import READING, ask
from sitmap import case, pipeline, schema
from sitmap.case.store import Case

pytestmark = pytest.mark.qgis

SESSION = Path(__file__).with_name("qgis_session.py")
LAYERS = ["reports", "reviews", "findings", "events", *schema.LAYERS]
PATIENCE_S = 120


def refreshed(own):
    found = own.snapshot()
    situation = pipeline.assemble(case.apply([READING], found.history).readings)
    return own.refresh(situation.product(), found.revision)


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """What QGIS saw before and after a review and new layers, and the case."""
    folder = tmp_path_factory.mktemp("case")
    own = cases.made(folder)
    own.record(case.accept(samples.TROOPS_RUSSIA), reviewer="A. Reader")
    assert refreshed(own)
    with ThreadPoolExecutor(1) as beside:
        request = {"case": str(own.path), "folder": str(folder), "layers": LAYERS}
        answer = beside.submit(qgis.ask, SESSION, request)
        until = time.monotonic() + PATIENCE_S
        while not (folder / "opened").exists() and not answer.done() and time.monotonic() < until:
            time.sleep(0.05)
        try:
            own.record(case.reject(samples.TROOPS_KURSK), reviewer="B. Reader")
            refreshed(own)
        finally:
            (folder / "written").touch()
        return answer.result(PATIENCE_S), own


def test_every_table_and_layer_opens_styled(session):
    for name in LAYERS:
        layer = session[0]["before"][name]
        assert layer["valid"]
        assert layer["spatial"] == (name in schema.LAYERS)
        if name in schema.LAYERS:
            assert layer["renderer"] == "RuleRenderer"


def test_it_sees_reports_reviews_and_reviewed_claims(session):
    before = session[0]["before"]
    assert [row["report_id"] for row in before["reports"]["rows"]] == ["founding"]
    assert [row["action"] for row in before["reviews"]["rows"]] == ["accept"]
    assert {row["claim_id"]: row["review"] for row in before["deployments"]["rows"]} == {
        "c-russia": "accepted",
        "c-kursk": "machine",
    }


def test_what_is_written_meanwhile_is_seen(session):
    answer, own = session
    assert [row["action"] for row in answer["after"]["reviews"]["rows"]] == ["accept", "reject"]
    assert {row["claim_id"]: row["review"] for row in answer["after"]["deployments"]["rows"]} == {
        "c-russia": "accepted",
        "c-kursk": "rejected",
    }
    assert len(own.snapshot().history) == 2


def test_the_file_is_sound_afterwards_and_goes_on(session):
    own = Case.open(session[1].path)
    assert session[0]["journal"] == "wal"
    assert ask(own.path, "PRAGMA integrity_check") == [("ok",)]
    own.record(case.accept(samples.LAUNCH), reviewer="A. Reader")
    assert ask(own.path, "PRAGMA journal_mode") == [("wal",)]
