"""A case is worked out as far as it is asked for, and no report is read twice."""

import sqlite3
from dataclasses import replace

import pytest

import crowd
from sitmap import case, pipeline, resources
from sitmap.pages import opening, reviewing
from sitmap.pages.casefile import Opened


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A cache of the test's own, and nothing in memory."""
    monkeypatch.setenv(resources.OWN_CACHE, str(tmp_path / "kept"))
    monkeypatch.setattr(opening, "_memory", opening._Memory)
    return tmp_path / "kept"


@pytest.fixture
def file(tmp_path) -> case.Case:
    made = case.Case.create(tmp_path / "case.gpkg")
    made.add(crowd.reports(3))
    return made


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """Ids of the reports that are read."""
    found: list[str] = []
    real = pipeline.read_report

    def noted(report):
        found.append(report.report_id)
        return real(report)

    monkeypatch.setattr(pipeline, "read_report", noted)
    return found


def opened(file: case.Case) -> opening.Opening:
    snapshot = file.snapshot()
    made = opening.Opening(snapshot, opening.key(snapshot))
    made.prepare(None)
    return made


def test_a_case_as_it_was_left_is_shown_without_reading_or_checking(file, read, monkeypatch):
    first = opened(file)
    assert read == ["r0", "r1", "r2"]
    monkeypatch.setattr(pipeline, "assemble", None)
    assert opened(file).drawing == first.drawing
    assert read == ["r0", "r1", "r2"]


def test_a_workbench_without_a_selection_waits_for_no_situation(file, monkeypatch):
    made = opened(file)
    monkeypatch.setattr(pipeline, "assemble", None)
    shown = Opened(file, file.snapshot(), opened(file))
    assert reviewing.state(shown, "")["detail"] is None
    assert made.situation.claims
    with pytest.raises(TypeError):
        reviewing.state(shown, made.situation.claims[0].claim_id)


def test_the_situation_behind_it_is_the_same(file, read):
    first, second = opened(file), opened(file)
    assert second.situation == first.situation
    assert second.reviewed == first.reviewed
    assert read == ["r0", "r1", "r2"]


def test_a_report_that_came_since_is_the_only_one_that_is_read(file, read):
    opened(file)
    read.clear()
    file.add(crowd.reports(4))
    assert len(opened(file).situation.reports) == 4
    assert read == ["r3"]


def test_a_review_is_drawn_and_reads_nothing(file, read):
    before = opened(file)
    read.clear()
    file.record(case.reject(before.situation.claims[0]), reviewer="A. Reader")
    after = opened(file)
    assert after.drawing.version != before.drawing.version
    assert [claim.review for claim in after.situation.claims].count("rejected") == 1
    assert read == []


def test_a_case_that_was_kept_says_nothing_of_another_with_the_same_ids(file, tmp_path, read):
    opened(file)
    read.clear()
    other = case.Case.create(tmp_path / "other.gpkg")
    reports = crowd.reports(3)
    other.add([replace(report, text=f"{report.text} More.") for report in reports])
    assert all(claim.report_id in read for claim in opened(other).situation.claims)
    assert read == ["r0", "r1", "r2"]


@pytest.mark.parametrize("table", ["drawing", "reading"])
def test_what_is_damaged_is_made_anew(file, folder, table):
    first = opened(file)
    (path,) = folder.glob("*.sqlite")
    with sqlite3.connect(path) as database:
        column = {"drawing": "packed", "reading": "told"}[table]
        database.execute(f"UPDATE {table} SET {column} = substr({column}, 1, 90)")  # noqa: S608 - our own names
    assert opened(file).situation == first.situation
    assert opened(file).drawing == first.drawing


def test_nothing_is_written_into_the_case(file):
    before = file.path.read_bytes()
    opened(file)
    assert file.path.read_bytes() == before
