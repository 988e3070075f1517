"""Admiralty grades set in the app: kept with the review, on the map, and in every file; never guessed."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from pages.conftest import sign
from sitmap.case import Case
from sitmap.cli import main

pytestmark = pytest.mark.browser


def _grade(page: Page, name: str, value: str) -> None:
    page.locator(".card.selected .review-grade", has_text=name).locator("select").select_option(value)


def _exported(file: Case, dest: Path) -> Path:
    done = CliRunner().invoke(main, ["case", "export", str(file.path), "-o", str(dest)])
    assert done.exit_code == 0, done.output
    return dest


def test_a_grade_set_in_the_app_is_on_the_map_and_in_every_file(visit, at: str, file: Case, tmp_path: Path):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        page.locator(".card.impact .card-button").first.click()
        claim = page.locator(".card.selected").get_attribute("data-claim")
        assert page.get_by_text("B2", exact=False).count() == 0  # nothing is graded before a reader does
        _grade(page, "Credibility", "2")
        expect(page.locator(".card.selected")).to_contain_text("information probably true")
        _grade(page, "Source", "B")
        expect(page.locator(".card.selected")).to_contain_text("B2: usually reliable source")
        expect(page.locator(".sitmap-card")).to_contain_text("B2: usually reliable source")
        seen.screenshot("app-graded")
        assert seen.errors == []
    acts = {(entry.reviewer, entry.act.action, entry.act.value) for entry in file.snapshot().history}
    assert acts == {("Ada", "credibility", "2"), ("Ada", "reliability", "B")}

    told = _exported(file, tmp_path / "case.html").read_text(encoding="utf-8")
    assert "B2: usually reliable source; information probably true" in told
    rows = csv.DictReader(
        io.StringIO(_exported(file, tmp_path / "case.csv").read_text("utf-8-sig"), newline="")
    )
    grades = {row["claim_id"]: (row["reliability"], row["credibility"]) for row in rows}
    assert grades[claim] == ("B", "2")
    # The grade of a source is of all that it says, that of the information of one claim; others have none.
    assert {grade for own, grade in grades.items() if own != claim} == {("B", ""), ("", "")}
    folder = _exported(file, tmp_path / "folder")
    impacts = json.loads((folder / "impacts.geojson").read_text(encoding="utf-8"))["features"]
    assert (impacts[0]["properties"]["reliability"], impacts[0]["properties"]["credibility"]) == ("B", "2")
    for path in (_exported(file, tmp_path / "layers.gpkg"), file.path):
        if path == file.path:
            assert CliRunner().invoke(main, ["case", "layers", str(path)]).exit_code == 0
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("SELECT reliability, credibility FROM impacts").fetchall() == [("B", "2")]
    table = gpd.read_parquet(_exported(file, tmp_path / "case.parquet")).set_index("claim_id")
    assert (table.loc[claim, "reliability"], table.loc[claim, "credibility"]) == ("B", "2")
    assert "usually reliable source" in _exported(file, tmp_path / "case.kml").read_text(encoding="utf-8")
