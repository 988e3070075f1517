"""Since last time: what is new, changed and withdrawn between two saved situations, and why."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

import samples
import scenes
from export import attack
from sitmap import case, changes, export, pipeline, release, schema
from sitmap.cli import main
from sitmap.errors import ChangesError
from sitmap.model import Location

OTHER = replace(samples.FOUNDING, report_id="other")
LATER = replace(samples.IMPACT, claim_id="c-later", report_id="other", summary="A later impact")


def product(*claims, reports=(samples.FOUNDING, OTHER), **cover):
    return scenes.product(scenes.layers(claims), (), reports, **cover)


def state(*claims, reports=(samples.FOUNDING, OTHER)) -> changes.Saved:
    """Claims as `changes.saved` takes them from a product, without the layers, which take their time."""
    spots = [claim.location or Location() for claim in claims]
    rows = [
        schema.row(claim) | {"lat": spot.lat, "lon": spot.lon}
        for claim, spot in zip(claims, spots, strict=True)
    ]
    known = frozenset(report.report_id for report in reports)
    return changes.Saved(name="state", as_of="", claims=tuple(rows), reports=known)


def told(found: changes.Changes) -> dict:
    """Claim ids by what became of them."""
    record = changes.record(found)
    return {part: [claim["claim_id"] for claim in record[part]] for part in ("added", "changed", "withdrawn")}


def test_a_situation_has_not_changed_since_itself():
    one = state(*samples.FOUNDING_CLAIMS, samples.UNFOUND)
    found = changes.compare(one, one)
    assert told(found) == {"added": [], "changed": [], "withdrawn": []}
    assert found.same == 5


def test_what_is_new_is_new():
    found = changes.compare(state(samples.IMPACT), state(samples.IMPACT, LATER))
    assert told(found) == {"added": ["c-later"], "changed": [], "withdrawn": []}


def test_a_change_says_which_field_from_what_to_what():
    later = replace(
        samples.TROOPS_KURSK, count_min=11000, count_max=11000, status="withdrawn", review="corrected"
    )
    (change,) = changes.compare(state(samples.TROOPS_KURSK), state(later)).changed
    assert {field.name: (field.before, field.after) for field in change.fields} == {
        "count_min": ("8000", "11000"),
        "count_max": ("8000", "11000"),
        "status": ("present", "withdrawn"),
        "review": ("machine", "corrected"),
    }
    assert all(field.meaning for field in change.fields)


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        (replace(samples.IMPACT.location, lat=samples.IMPACT.location.lat + 0.00001), []),
        (replace(samples.IMPACT.location, lat=samples.IMPACT.location.lat + 1), ["marker"]),
        (Location(place=samples.OKUSHIRI, note="gone"), ["uncertainty_km", "geocode_note", "marker"]),
    ],
    ids=["a metre", "a degree", "off the map"],
)
def test_a_marker_that_moved_is_a_change(where, fields):
    found = changes.compare(state(samples.IMPACT), state(replace(samples.IMPACT, location=where)))
    assert [field.name for change in found.changed for field in change.fields] == fields


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (state(reports=[OTHER]), "its report is gone"),
        (state(), "its report is there, and is no longer read so"),
        (state(replace(samples.IMPACT, review="rejected")), "rejected in review"),
        (
            state(replace(samples.IMPACT, review="rejected", reviewer="A. Reader", review_reason="a drill")),
            "rejected in review by A. Reader: a drill",
        ),
    ],
)
def test_what_is_withdrawn_says_why(new, why):
    (gone,) = changes.compare(state(samples.IMPACT), new).withdrawn
    assert (gone.claim["claim_id"], gone.why) == ("c-impact", why)


def test_a_rejection_that_was_taken_back_is_new_again():
    struck = replace(samples.IMPACT, review="rejected")
    assert told(changes.compare(state(struck), state(samples.IMPACT)))["added"] == ["c-impact"]
    assert told(changes.compare(state(struck), state())) == {"added": [], "changed": [], "withdrawn": []}
    assert changes.compare(state(struck), state(struck)).same == 1


def test_a_passage_that_is_cut_otherwise_is_the_same_claim():
    wider = replace(samples.IMPACT, claim_id="c-anew", quote_start=samples.IMPACT.quote_start - 5)
    assert told(changes.compare(state(samples.IMPACT), state(wider))) == {
        "added": [],
        "changed": [],
        "withdrawn": [],
    }
    elsewhere = replace(wider, quote_start=0, quote_end=5)
    assert told(changes.compare(state(samples.IMPACT), state(elsewhere)))["withdrawn"] == ["c-impact"]
    of_another = replace(wider, kind="launch")
    assert told(changes.compare(state(samples.IMPACT), state(of_another)))["added"] == ["c-anew"]


@pytest.mark.parametrize("old_as", ["a.gpkg", "a"])
@pytest.mark.parametrize("new_as", ["b.gpkg", "b"])
def test_files_tell_what_the_situations_tell(tmp_path, old_as, new_as):
    as_of = datetime(2024, 11, 1, 12, tzinfo=UTC)
    old = product(*samples.FOUNDING_CLAIMS, samples.UNFOUND, as_of=as_of)
    later = replace(samples.TROOPS_KURSK, count_max=None, date="2024-11-02")
    new = product(samples.TROOPS_RUSSIA, later, samples.LAUNCH, LATER, reports=[samples.FOUNDING, OTHER])
    saved = [export.save(made, tmp_path / name) for made, name in ((old, old_as), (new, new_as))]
    found = changes.compare(*map(changes.read, saved))
    assert told(found) == told(changes.compare(*(changes.saved(made, name="x") for made in (old, new))))
    assert told(found) == {
        "added": ["c-later"],
        "changed": ["c-kursk"],
        "withdrawn": ["c-impact", "c-unfound"],
    }
    (change,) = found.changed
    assert [(f.name, f.before, f.after) for f in change.fields] == [
        ("count_max", "8000", ""),
        ("date", "2024-10-31", "2024-11-02"),
    ]
    assert {gone.why for gone in found.withdrawn} == {"its report is there, and is no longer read so"}
    assert found.old.as_of == "2024-11-01T12:00:00Z"


def test_a_file_that_is_no_situation_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("no map", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    export.save(product(samples.IMPACT), tmp_path / "old")
    layer = tmp_path / "old" / "impacts.geojson"
    layer.write_text(layer.read_text(encoding="utf-8").replace('"certainty"', '"certain"'), encoding="utf-8")
    for name, words in (
        ("notes.txt", "no situation that sitmap saved"),
        ("empty", "no situation that sitmap saved"),
        ("nothing", "there is no such file"),
        ("old", "layer impacts has no field 'certainty'"),
    ):
        with pytest.raises(ChangesError, match=words):
            changes.read(tmp_path / name)


def test_a_released_situation_is_refused(tmp_path):
    def in_view(_):
        return schema.empty("zones"), schema.empty("zone_boundaries")

    def in_views(_):
        return schema.empty("zone_boundaries").assign(views=[])

    rules = release.rules("green")
    made = release.apply(product(samples.IMPACT), rules, in_view=in_view, in_views=in_views).product
    with pytest.raises(ChangesError, match="numbers claims anew"):
        changes.saved(made, name="released")
    with pytest.raises(ChangesError, match="numbers claims anew"):
        changes.read(export.save(made, tmp_path / "released.gpkg"))


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, sorted(name for name, _ in attrs)))


def altered(text: str) -> changes.Changes:
    words = {name: text for name in attack.FIELDS if name != "report_id"}
    before = replace(samples.TROOPS_KURSK, quote="before")
    claims = [replace(samples.LAUNCH, **words), replace(samples.TROOPS_KURSK, **words)]
    gone = replace(samples.IMPACT, **words)
    return changes.compare(state(before, gone), state(*claims))


@pytest.mark.parametrize("text", attack.PAYLOADS, ids=range(len(attack.PAYLOADS)))
def test_no_text_becomes_markup(text):
    page = changes.html(altered(text), title=text)
    calm = changes.html(altered("plain"), title="plain")
    assert {str(tag) for tag in Tags(page).tags} <= {str(tag) for tag in Tags(calm).tags}
    assert "<script" not in page
    assert page.startswith("<!DOCTYPE html>")
    page.encode("utf-8")


def test_the_page_says_it_all_and_runs_nothing():
    page = changes.html(changes.compare(state(samples.IMPACT), state(LATER)), handling="TLP:GREEN")
    assert "default-src 'none'" in page
    assert page.count("TLP:GREEN</strong>") == 2
    for words in ("1 new, 0 changed, 1 withdrawn, 0 as they were", "A later impact", "Why: ", LATER.quote):
        assert words in page


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_prints_writes_and_gives_json(tmp_path):
    old, new = (
        export.save(made, tmp_path / name)
        for made, name in ((product(samples.IMPACT), "old.gpkg"), (product(samples.IMPACT, LATER), "new"))
    )
    done = run("changes", old, new)
    assert done.exit_code == 0, done.output
    assert "new        A later impact" in done.stdout
    done = run(
        "changes", old, new, "-o", tmp_path / "changes.html", "--tlp", "red", "--heading", "Week 44", "--json"
    )
    assert json.loads(done.stdout)["added"][0]["claim_id"] == "c-later"
    page = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert "<title>Week 44</title>" in page
    assert "TLP:RED</strong>" in page
    done = run("changes", old, tmp_path / "nothing")
    assert done.exit_code == 2
    assert "there is no such file" in done.stderr


def test_a_case_at_two_moments(tmp_path):
    own = case.Case.create(tmp_path / "case.gpkg")
    own.add([samples.FOUNDING])

    def refresh():
        found = own.snapshot()
        situation = pipeline.assemble(
            case.apply(pipeline.read_reports(found.reports), found.history).readings
        )
        own.refresh(situation.product(), found.revision)
        return situation

    before = refresh()
    export.save(before.product(), tmp_path / "monday.gpkg")
    claim = next(claim for claim in before.claims if claim.kind == "impact")
    own.record(case.reject(claim), reviewer="A. Reader", reason="a drill")
    done = run("changes", tmp_path / "monday.gpkg", own.path)
    assert done.exit_code == 2
    assert "its layers are older" in done.stderr
    refresh()
    done = run("changes", tmp_path / "monday.gpkg", own.path, "--json")
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert [gone["why"] for gone in record["withdrawn"]] == ["rejected in review by A. Reader: a drill"]
    assert record["added"] == []
