"""What goes to the browser: all of a small situation at once, the texts of a large one as asked for."""

import gzip
import json

import pytest

import crowd
import sitmap
from sitmap.pages import drawing as drawings
from sitmap.pages.drawing import Drawing, drawing, pack, texts


@pytest.fixture(scope="module")
def situation():
    return sitmap.situation(crowd.reports(4))


def test_a_small_situation_goes_whole(situation):
    made = drawing(situation)
    assert all(report["pieces"] for report in made["reports"])
    assert made["why"].keys() == made["map"]["claims"].keys()
    assert texts(situation, {report["id"] for report in made["reports"]}) == []


@pytest.mark.parametrize(("at_once", "along"), [(0, 1), (5, 1), (9, 1), (10, 2), (20, 4)])
def test_what_does_not_come_along_is_what_can_be_asked_for(situation, monkeypatch, at_once, along):
    whole = drawing(situation)
    monkeypatch.setattr(drawings, "AT_ONCE", at_once)
    made = drawing(situation)
    asked = texts(situation, [report.report_id for report in situation.reports])
    assert [report["pieces"] is not None for report in made["reports"]] == [n < along for n in range(4)]
    assert [each["id"] for each in asked] == [report["id"] for report in made["reports"][along:]]
    later = {each["id"]: each["pieces"] for each in asked}
    got = [{**report, "pieces": report["pieces"] or later[report["id"]]} for report in made["reports"]]
    assert got == whole["reports"]
    reasons = dict(made["why"])
    for each in asked:
        reasons |= each["why"]
    assert reasons == whole["why"]
    assert made["map"] == whole["map"]


def test_nothing_is_given_of_a_report_that_is_not_there(situation, monkeypatch):
    monkeypatch.setattr(drawings, "AT_ONCE", 0)
    assert texts(situation, ["", "another", "r0"]) == []


def test_what_is_packed_is_what_was_gathered(situation):
    made = drawing(situation)
    packed = pack(situation, made)
    assert json.loads(gzip.decompress(packed.packed[16:])) == json.loads(json.dumps(made))
    assert packed.packed[:16].decode() == packed.version
    assert packed == pack(situation, drawing(situation))
    assert packed.counts["deployment"] == sum(claim.kind == "deployment" for claim in situation.claims)
    assert packed.published == max(report.published for report in situation.reports).isoformat()


def test_a_drawing_comes_back_as_it_was_kept(situation):
    made = pack(situation, drawing(situation))
    assert Drawing.loads(made.dumps()) == made


@pytest.mark.parametrize(
    "damage",
    [
        lambda told: told[:-40],
        lambda told: told[40:],
        lambda told: told.partition(b"\n")[0],
        lambda told: told.replace(b"\n", b"", 1),
        lambda told: told[:-400] + bytes(400),
    ],
)
def test_a_damaged_drawing_is_none(situation, damage):
    told = pack(situation, drawing(situation)).dumps()
    with pytest.raises(drawings.FAULTS):
        Drawing.loads(damage(told))
