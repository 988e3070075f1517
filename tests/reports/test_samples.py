"""The sample reports, and the founding report as it arrived."""

import json
from datetime import date
from pathlib import Path

import pytest

from sitmap import reports, resources

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="third-party texts lie beside the project, not in it"
)


def test_the_founding_story_comes_first():
    first, *others = reports.samples()
    assert first.name == "founding"
    assert first.path == resources.data("samples", "founding.json")
    assert len(others) >= 2
    assert [sample.name for sample in others] == sorted(sample.name for sample in others)


@pytest.mark.parametrize("sample", reports.samples(), ids=lambda sample: sample.name)
def test_each_sample_is_a_whole_report(sample):
    (report,) = reports.load([str(sample.path)]).reports
    assert report == sample.report
    assert report.report_id == sample.name == sample.path.stem
    assert report.title == sample.title
    assert report.publisher.startswith("sitmap sample")
    assert report.published
    assert report.tz
    assert sample.note.startswith("Facts: ")
    assert sample.note.rstrip(".").split("Words: ")[1].startswith("ours")
    assert sample.path.name in resources.data("samples", "README.md").read_text(encoding="utf-8")


def test_the_founding_sample_tells_the_founding_story():
    report = reports.samples()[0].report
    assert report.published == date(2024, 11, 1)
    for fact in (
        "10,000",
        "8,000",
        "Kursk",
        "Rutte",
        "October 28",
        "7:11",
        "8:37",
        "7,000",
        "Okushiri",
        "EEZ",
    ):
        assert fact in report.text


def test_the_folder_of_samples_is_read_whole():
    loaded = reports.load([str(resources.data("samples"))])
    assert len(loaded.reports) == len(reports.samples())
    assert loaded.failures == ()


@needs_shared
def test_the_founding_report_reads_as_it_is():
    path = SHARED / "seed" / "report.txt"
    loaded = reports.load([str(path)], defaults=reports.Meta(published=date(2024, 11, 1)))
    (report,) = loaded.reports
    assert report.text == path.read_text(encoding="utf-8")
    assert report.published == date(2024, 11, 1)
    assert loaded.failures == loaded.notes == ()


@needs_shared
def test_annotated_reports_read_whole():
    paths = sorted((SHARED / "reports").glob("*.json"))
    loaded = reports.load([str(SHARED / "reports")])
    assert loaded.failures == ()
    assert [report.report_id for report in loaded.reports] == [path.stem for path in paths]
    for path, report in zip(paths, loaded.reports, strict=True):
        assert report.text == json.loads(path.read_text(encoding="utf-8"))["text"]


@needs_shared
def test_no_sentence_of_a_sample_is_another_author_s():
    theirs = " ".join(
        " ".join(report.text.split())
        for report in reports.load([str(SHARED / "reports"), str(SHARED / "seed")]).reports
    )
    for sample in reports.samples():
        for sentence in sample.report.text.replace("\n", " ").split(". "):
            assert len(sentence) < 25 or sentence.strip() not in theirs
