"""`sitmap case` as a user types it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import samples
from case import cases
from case.cases import ask
from sitmap import case
from sitmap.case.store import Case
from sitmap.cli import main

REPO = Path(__file__).parents[2]


def run(*arguments):
    return CliRunner().invoke(main, ["case", *(str(a) for a in arguments)])


@pytest.fixture
def path(tmp_path):
    return cases.made(tmp_path).path


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "drones.txt"
    file.write_text(
        "Two Russian drones struck Sumy in Ukraine on 1 November 2024, police said.", encoding="utf-8"
    )
    return file


def test_new_makes_a_case_and_never_replaces_one(tmp_path):
    done = run("new", tmp_path / "a.gpkg", "--title", "Sea of Japan", "--json")
    assert (done.exit_code, json.loads(done.stdout)["title"]) == (0, "Sea of Japan")
    assert Case.open(tmp_path / "a.gpkg").snapshot().title == "Sea of Japan"
    again = run("new", tmp_path / "a.gpkg")
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_add_stores_each_report_once_and_makes_the_layers(path, report):
    done = run("add", path, report, "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (len(told["added"]), told["duplicates"], told["reports"]) == (1, [], 2)
    assert ask(path, "SELECT place_name FROM impacts ORDER BY 1") == [("Okushiri Island",), ("Sumy",)]
    again = run("add", path, report)
    assert again.exit_code == 0
    assert "not added, its text is in the case as r" in again.stderr
    assert len(Case.open(path).snapshot().reports) == 2


def test_a_page_that_changed_is_said_to_be_one(path, tmp_path):
    page = tmp_path / "page.json"
    for text, known in (("One drone fell in Sumy.", 0), ("Two drones fell in Sumy.", 1)):
        page.write_text(json.dumps({"text": text, "url": "https://example.org/page"}), encoding="utf-8")
        done = run("add", path, page, "--no-layers", "--json")
        assert len(json.loads(done.stdout)["updates"]) == known
    page.write_text(json.dumps({"text": "Three.", "url": "https://example.org/page"}), encoding="utf-8")
    assert "with another text: both are kept" in run("add", path, page, "--no-layers").stderr
    assert len(Case.open(path).snapshot().reports) == 4


def test_add_without_layers_says_that_they_are_old(path, report):
    assert run("add", path, report, "--no-layers").exit_code == 0
    assert ask(path, "SELECT count(*) FROM impacts") == [(0,)]
    assert "its layers are older" in run("show", path).stdout
    assert run("layers", path).exit_code == 0
    assert "its layers are older" not in run("show", path).stdout


def test_a_bad_report_is_named_and_the_rest_is_added(path, report, tmp_path):
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    done = run("add", path, tmp_path / "bad.json", report, "--no-layers")
    assert done.exit_code == 3
    assert "bad.json" in done.stderr
    assert len(Case.open(path).snapshot().reports) == 2


def test_reviews_are_in_the_layers_and_in_every_export(path, tmp_path):
    claim = next(c for c in read(path) if c.kind == "impact")
    troops = next(c for c in read(path) if c.place_text == "Kursk region")
    own = Case.open(path)
    own.record(case.reject(claim), reviewer="A. Reader", reason="a copy")
    own.record(case.correct(troops, count_max=9000), reviewer="A. Reader")
    own.record(case.reliability("Antony Blinken", "B"), reviewer="A. Reader")
    own.record(case.credibility(troops, "2"), reviewer="A. Reader")
    told = json.loads(run("layers", path, "--json").stdout)
    assert (told["rejected"], told["orphans"]) == (1, [])
    assert ask(path, "SELECT review, geom, review_reason FROM impacts") == [("rejected", None, "a copy")]
    columns = (
        "SELECT review, count_max, reliability, credibility, reviewer FROM deployments WHERE place_text = ?"
    )
    assert ask(path, columns, "Kursk region") == [("corrected", 9000, "B", "2", "A. Reader")]
    assert ask(path, "SELECT count(*) FROM findings WHERE claim_ids LIKE ?", f"%{claim.claim_id}%") == [(0,)]

    assert run("export", path, "-o", tmp_path / "out").exit_code == 0
    features = json.loads((tmp_path / "out" / "deployments.geojson").read_text(encoding="utf-8"))["features"]
    assert {"B"} == {f["properties"]["reliability"] for f in features}
    assert run("export", path, "-o", tmp_path / "map.html").exit_code == 0
    assert run("export", path, "-o", tmp_path / "own.gpkg").exit_code == 0
    assert ask(tmp_path / "own.gpkg", "SELECT text FROM reports") == ask(path, "SELECT text FROM reports")
    acts = "SELECT action, reviewer, reason, coalesce(claim_id, ''), coalesce(changes, '') FROM reviews"
    assert ask(tmp_path / "own.gpkg", acts) == ask(path, acts)
    assert len(ask(path, acts)) == 4
    html = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "B2: usually reliable source; information probably true" in html
    assert "Rejected by A. Reader" in html


def read(path):
    from sitmap import pipeline  # noqa: PLC0415 - only here

    return pipeline.read_reports(Case.open(path).snapshot().reports)[0].claims


def test_an_orphan_is_told_of(path):
    Case.open(path).record(case.reject(samples.UNFOUND), reviewer="A. Reader")
    done = run("layers", path)
    assert "A. Reader's reject of 20" in done.stderr
    assert "found no claim: no site stands on its words" in done.stderr


def test_show_tells_the_history(path):
    own = Case.open(path)
    own.record(case.reliability("Antony Blinken", "B"), reviewer="A. Reader", reason="long record")
    text = run("show", path).stdout
    assert "1 report, 1 entry in the history" in text
    assert "A. Reader: reliability B  'Antony Blinken' (long record)" in text
    record = json.loads(run("show", path, "--json").stdout)
    assert [entry["action"] for entry in record["history"]] == ["reliability"]


def test_reviews_go_out_and_come_in(path, tmp_path):
    own = Case.open(path)
    own.record(case.accept(samples.IMPACT), reviewer="A. Reader")
    out = tmp_path / "reviews.jsonl"
    assert run("reviews", "export", path, "-o", out).exit_code == 0
    assert run("reviews", "export", path).stdout == out.read_text(encoding="utf-8") == own.export_reviews()
    (tmp_path / "other").mkdir()
    other = cases.made(tmp_path / "other").path
    told = json.loads(run("reviews", "import", other, out, "--no-layers", "--json").stdout)
    assert (told["taken"], told["known"]) == (1, 0)
    assert Case.open(other).snapshot().history == own.snapshot().history
    out.write_text(out.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    done = run("reviews", "import", other, out, "--no-layers")
    assert done.exit_code == 3
    assert "reviews.jsonl: line 2: action None is none of" in done.stderr


@pytest.mark.parametrize("data", [b"\xff\xfe{", b"\x00\x9f\x92\x96"])
def test_a_file_that_is_no_text_is_refused(path, tmp_path, data):
    (tmp_path / "bad.jsonl").write_bytes(data)
    done = run("reviews", "import", path, tmp_path / "bad.jsonl", "--no-layers")
    assert done.exit_code in {2, 3}
    assert "bad.jsonl" in done.stderr or "UTF-8" in done.stderr


@pytest.mark.parametrize(
    "command", [["show"], ["layers"], ["reviews", "export"], ["add"], ["export", "-o", "x"]]
)
def test_every_command_says_what_is_no_case(tmp_path, report, command):
    (tmp_path / "x.gpkg").write_text("no")
    done = run(*command, tmp_path / "x.gpkg", *([report] if command == ["add"] else []))
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "is no case" in done.stderr


def test_what_the_readme_shows_does_what_it_says(tmp_path, monkeypatch):
    section = (
        (REPO / "README.md").read_text(encoding="utf-8").split("### A case that grows")[1].split("\n## ")[0]
    )
    commands = re.findall(r"^    sitmap case (.+?)(?: +#.*)?$", section, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["new", "add", "export"]
    monkeypatch.chdir(tmp_path)
    shutil.copytree(REPO / "data" / "samples", tmp_path / "data" / "samples")
    for command in commands:
        done = run(*(word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)))
        assert done.exit_code == 0, done.output
    (script,) = re.findall(r"```python\n(.+?)```", section, re.DOTALL)
    exec(script, {})  # noqa: S102 - our own README
    rows = ask(
        tmp_path / "case.gpkg",
        "SELECT review, count_max, reliability FROM deployments WHERE review <> 'machine'",
    )
    assert rows == [("corrected", 11000, "B")]
    assert (tmp_path / "briefing.html").is_file()
