"""What readers do to claims, and what the map, the checks and the layers then see."""

import pickle
from dataclasses import replace

import pytest

import samples
from case import cases
from case.cases import READING, applied, reviewed
from sitmap import case, geodesy
from sitmap.errors import CaseError, CoordinateError
from sitmap.model import Claim, Evidence, Span

KURSK_TOWN = "geonames:538560"


def test_without_entries_nothing_changes():
    assert applied().readings == (READING,)


@pytest.mark.parametrize(
    ("acts", "review"),
    [
        ([case.accept], "accepted"),
        ([case.reject], "rejected"),
        ([case.accept, case.reject], "rejected"),
        ([case.reject, case.accept], "accepted"),
        ([lambda c: case.correct(c, count_max=9000)], "corrected"),
        ([lambda c: case.correct(c, count_max=9000), case.accept], "corrected"),
        ([lambda c: case.correct(c, count_max=9000), case.reject], "rejected"),
        ([case.reject, lambda c: case.correct(c, count_max=9000)], "corrected"),
        ([lambda c: case.credibility(c, "3")], "machine"),
    ],
)
def test_the_last_decision_holds_and_corrections_are_kept(acts, review):
    made = reviewed(*(act(samples.TROOPS_KURSK) for act in acts))
    assert made["c-kursk"].review == review
    assert made["c-russia"].review == "machine"


def test_a_corrected_claim_is_told_as_it_was_before():
    made = applied(
        case.correct(samples.TROOPS_KURSK, count_max=9000),
        case.correct(samples.TROOPS_KURSK, source="A", spot=case.spot(KURSK_TOWN)),
        case.accept(samples.LAUNCH),
    )
    assert made.before == {"c-kursk": samples.TROOPS_KURSK}
    named = case.alias(samples.TROOPS_KURSK.place_text, case.spot(KURSK_TOWN))
    corrected = case.correct(samples.TROOPS_KURSK, spot=case.spot(KURSK_TOWN))
    assert applied(corrected, named).before == {"c-kursk": samples.TROOPS_KURSK}


def test_who_when_and_why_stand_with_the_claim():
    (entry,) = cases.history(case.accept(samples.IMPACT), reviewer="B. Reader")
    made = case.apply([READING], [replace(entry, reason="seen on video")]).readings[0].claims[-1]
    assert (made.reviewer, made.reviewed, made.review_reason) == (
        "B. Reader",
        "2024-11-02T08:00:00Z",
        "seen on video",
    )


@pytest.mark.parametrize(
    ("changes", "summary"),
    [
        (
            {"count_min": 9000, "count_max": 9500, "count_text": ""},
            "9,000 to 9,500 North Korean troops in Kursk Oblast",
        ),
        ({"actor": "RUS"}, "About 8,000 Russian troops in Kursk Oblast"),
        ({"status": "withdrawn"}, "About 8,000 North Korean troops leaving in Kursk Oblast"),
        ({"stance": "denied"}, "Denied: About 8,000 North Korean troops in Kursk Oblast"),
        (
            {"asset": "artillery", "count_min": None, "count_max": None},
            "North Korean artillery in Kursk Oblast",
        ),
        ({"summary": "Mine"}, "Mine"),
    ],
)
def test_any_field_is_corrected_and_the_line_follows(changes, summary):
    made = reviewed(case.correct(samples.TROOPS_KURSK, **changes))["c-kursk"]
    assert {name: getattr(made, name) for name in changes} == changes
    assert made.summary == summary
    assert (made.quote, made.location) == (samples.TROOPS_KURSK.quote, samples.TROOPS_KURSK.location)


def test_the_later_correction_of_a_field_holds_and_others_stay():
    made = reviewed(
        case.correct(samples.TROOPS_KURSK, count_max=9000, source="A"),
        case.correct(samples.TROOPS_KURSK, count_max=9500),
    )["c-kursk"]
    assert (made.count_max, made.source) == (9500, "A")


def test_evidence_names_the_reader_for_what_the_reader_gave():
    words = Span(samples.TROOPS_KURSK.quote_start, samples.TROOPS_KURSK.quote_start + 5)
    read = replace(samples.TROOPS_KURSK, evidence=(Evidence("count", words), Evidence("actor", words)))
    made = reviewed(case.correct(read, count_max=9000), reading=replace(READING, claims=(read,)))["c-kursk"]
    assert [(e.field, e.why) for e in made.evidence] == [("actor", ""), ("count", "correct by A. Reader")]


# Places


def test_another_place_is_drawn_by_the_claims_own_relation():
    made = reviewed(case.correct(samples.IMPACT, spot=case.spot("geonames:2130658")))["c-impact"]
    place = made.location.place
    away = geodesy.distance(place.lat, place.lon, made.location.lat, made.location.lon)
    assert place.place_id == "geonames:2130658"
    assert 180 < away < 320  # 200 km from its edge
    assert made.location.score == 1.0
    assert made.location.alternatives[0] == samples.OKUSHIRI
    assert place.name in made.summary


def test_a_marker_moved_by_hand_stands_where_it_was_put():
    spot = case.Spot(lat=41.5, lon=137.2, uncertainty_km=20, name="A buoy")
    made = reviewed(case.correct(samples.IMPACT, spot=spot))["c-impact"]
    where = made.location
    assert (where.lat, where.lon, where.uncertainty_km, where.place.name) == (41.5, 137.2, 20, "A buoy")
    assert (where.place.country, where.area) == ("", None)
    ashore = reviewed(case.correct(samples.IMPACT, spot=case.Spot(lat=51.7, lon=36.2)))["c-impact"]
    assert ashore.location.place.country == "RUS"


def test_two_pins_are_two_places():
    spots = [case.Spot(lat=51.7, lon=36.2), case.Spot(lat=51.8, lon=36.2)]
    made = reviewed(
        case.correct(samples.TROOPS_KURSK, spot=spots[0]), case.correct(samples.TROOPS_RUSSIA, spot=spots[1])
    )
    assert len({made[name].location.place.place_id for name in ("c-kursk", "c-russia")}) == 2


def test_another_distance_moves_the_marker():
    made = reviewed(case.correct(samples.IMPACT, offset_km=100.0))["c-impact"]
    before, after = samples.IMPACT.location, made.location
    assert after.place == before.place
    assert 80 < geodesy.distance(before.lat, before.lon, after.lat, after.lon) < 120


def test_a_place_that_a_later_gazetteer_lacks_is_as_it_was_chosen():
    spot = case.Spot(lat=51.0, lon=36.0, place_id="geonames:999999999999", name="Gone", uncertainty_km=3)
    where = reviewed(case.correct(samples.TROOPS_KURSK, spot=spot))["c-kursk"].location
    assert (where.place.name, where.lat, where.lon) == ("Gone", 51.0, 36.0)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "changes nothing"),
        ({"count_min": "many"}, "count_min 'many' must be a whole number"),
        ({"count_min": True}, "count_min True must be"),
        ({"count_min": -1}, "count_min -1 must be"),
        ({"count_min": 9000}, "count_min 9000 is greater than count_max 8000: change both"),
        ({"date": "2024-02-30"}, "date '2024-02-30' must be a day"),
        ({"date": "20241101"}, "must be a day"),
        ({"date": "2024-11-02", "date_end": "2024-11-01"}, "greater than date_end"),
        ({"time": "25:00"}, "time '25:00' must be a time"),
        ({"tz": "Mars/Base"}, "must be a time zone"),
        ({"status": "gone"}, "one of present, arriving, planned, withdrawn, or ''"),
        ({"kind": "battle"}, "one of deployment, launch, impact, site"),
        ({"range_km": float("nan")}, "range_km nan must be a number"),
        ({"range_km": 1e9}, "range_km"),
        ({"bearing_deg": 361}, "a number of 0 to 360"),
        ({"zone_claim": "in Japan"}, "outside:JPN-EEZ"),
        ({"background": "no"}, "true or false"),
        ({"actor": "x" * 3000}, "at most 2,000 characters"),
        ({"actor": "\ud800"}, "UTF-8"),
        ({"actor": "a\0b"}, "NUL"),
        ({"claim_id": "c"}, "'claim_id' is no field that a reader may give"),
        ({"quote": "c"}, "'quote' is no field"),
    ],
)
def test_a_value_that_is_none_is_refused(changes, words):
    with pytest.raises(CaseError, match=words):
        case.correct(samples.TROOPS_KURSK, **changes)


def test_all_faults_are_told_at_once():
    with pytest.raises(CaseError, match=r"count_min.*; tz"):
        case.correct(samples.TROOPS_KURSK, count_min="x", tz="y")


def test_impossible_places_are_refused():
    with pytest.raises(CoordinateError):
        case.Spot(lat=91, lon=0)
    with pytest.raises(CaseError, match="uncertainty_km"):
        case.Spot(lat=0, lon=0, uncertainty_km=-1)
    with pytest.raises(CaseError, match="no place has the id"):
        case.spot("geonames:999999999999")


# Claims added


def words(text):
    start = samples.FOUNDING.text.index(text)
    return Span(start, start + len(text))


def test_a_claim_is_added_from_selected_words():
    act = case.add(
        samples.FOUNDING,
        words("troops are in Russia"),
        "deployment",
        place_span=words("Russia"),
        actor="PRK",
        asset="troops",
    )
    made = list(reviewed(act).values())
    (claim,) = [claim for claim in made if claim.claim_id.startswith("a")]
    assert (claim.kind, claim.quote, claim.place_text) == ("deployment", "troops are in Russia", "Russia")
    assert (claim.review, claim.reviewer) == ("accepted", "A. Reader")
    assert (claim.location.place.name, claim.summary) == ("Russia", "North Korean troops in Russia")
    assert (claim.publisher, claim.published) == ("sitmap sample", "2024-11-01")
    assert [c.quote_start for c in made] == sorted(c.quote_start for c in made)


def test_an_added_claim_without_a_place_is_listed_and_says_so():
    made = reviewed(case.add(samples.FOUNDING, words("The flight lasted"), "launch"))
    (claim,) = [claim for claim in made.values() if claim.claim_id.startswith("a")]
    assert claim.location.lat is None
    assert claim.location.note == "the report names no place for this claim"


def test_an_added_claim_is_reviewed_like_any_other():
    added = case.add(samples.FOUNDING, words("The flight lasted"), "site")
    (claim,) = [c for c in reviewed(added).values() if c.claim_id.startswith("a")]
    made = reviewed(added, case.correct(claim, spot=case.Spot(lat=40, lon=127)), case.credibility(claim, "2"))
    assert (made[claim.claim_id].review, made[claim.claim_id].location.lat) == ("corrected", 40)
    assert made[claim.claim_id].credibility == "2"


def test_a_claim_that_the_machine_learns_to_read_is_not_there_twice():
    act = case.add(
        samples.FOUNDING, words("about 8,000 of them are in"), "deployment", place_span=words("Kursk region")
    )
    made = reviewed(act)
    assert "c-kursk" not in made
    assert len(made) == 4
    both = reviewed(act, case.accept(samples.TROOPS_KURSK))
    assert "c-kursk" in both
    assert len(both) == 5


def test_words_that_are_not_in_the_report():
    with pytest.raises(CaseError, match="select words of its text"):
        case.add(samples.FOUNDING, Span(5, 10_000), "launch")


# Aliases


def test_an_alias_moves_every_claim_on_its_words_and_no_other():
    made = reviewed(case.alias("kursk  REGION", case.spot(KURSK_TOWN)))
    assert made["c-kursk"].location.place.place_id == KURSK_TOWN
    assert made["c-kursk"].location.alternatives[0] == samples.KURSK
    assert made["c-kursk"].summary == "About 8,000 North Korean troops in Kursk"
    assert made["c-kursk"].review == "machine"
    assert [e.why for e in made["c-kursk"].evidence if e.field == "place"] == ["alias by A. Reader"]
    assert made["c-russia"] == samples.TROOPS_RUSSIA


def test_an_alias_may_be_a_spot_and_is_found_without_a_toponym():
    read = replace(READING, claims=(*READING.claims, samples.UNFOUND), toponyms=())
    made = reviewed(case.alias("Nowhere-ri", case.Spot(lat=39.6, lon=125.5, name="Nowhere-ri")), reading=read)
    where = made["c-unfound"].location
    assert (where.lat, where.lon, where.place.name) == (39.6, 125.5, "Nowhere-ri")


def test_a_correction_of_a_claim_is_stronger_than_an_alias():
    spot = case.Spot(lat=51.0, lon=35.0)
    made = reviewed(
        case.correct(samples.TROOPS_KURSK, spot=spot), case.alias("Kursk region", case.spot(KURSK_TOWN))
    )
    assert made["c-kursk"].location.lat == 51.0


# Grades


def test_grades_are_set_by_source_and_by_claim_and_never_otherwise():
    made = reviewed(case.reliability("Japan's  defense ministry", "B"), case.credibility(samples.IMPACT, "2"))
    assert [(c.reliability, c.credibility) for c in made.values()] == [
        ("", ""), ("", ""), ("B", ""), ("B", "2"),
    ]  # fmt: skip


def test_what_the_report_itself_says_has_the_grade_of_its_publisher():
    own = replace(samples.IMPACT, source="")
    made = reviewed(case.reliability("sitmap sample", "C"), reading=replace(READING, claims=(own,)))
    assert made["c-impact"].reliability == "C"


def test_a_grade_may_be_taken_away():
    acts = [case.reliability("Antony Blinken", value) for value in ("B", "")]
    assert reviewed(*acts)["c-kursk"].reliability == ""
    acts = [case.credibility(samples.IMPACT, value) for value in ("4", "")]
    assert reviewed(*acts)["c-impact"].credibility == ""


@pytest.mark.parametrize("grade", ["G", "a", "7", "B2"])
def test_what_is_no_grade(grade):
    with pytest.raises(CaseError, match="is no grade"):
        case.reliability("Reuters", grade)
    with pytest.raises(CaseError, match="is no grade"):
        case.credibility(samples.IMPACT, grade)


def test_a_source_without_a_name_has_no_grade():
    with pytest.raises(CaseError, match="needs a name"):
        case.reliability(" ", "A")


# Re-runs


def rerun(*changed: Claim):
    return replace(READING, claims=changed)


def moved(claim, *, by=0, longer=0, claim_id="c-new", **changes):
    """A claim as another extractor reads it: with another id and another passage."""
    start, end = claim.quote_start + by, claim.quote_end + longer
    text = samples.FOUNDING.text[start:end]
    return replace(claim, claim_id=claim_id, quote=text, quote_start=start, quote_end=end, **changes)


@pytest.mark.parametrize(
    "changes",
    [{}, {"by": 6}, {"longer": 1}, {"by": 30}, {"actor": "RUS", "count_min": 1}],
    ids=["id", "later", "longer", "much later", "fields"],
)
def test_a_review_finds_its_claim_after_a_rerun(changes):
    again = rerun(samples.TROOPS_RUSSIA, moved(samples.TROOPS_KURSK, **changes), samples.LAUNCH)
    found = applied(case.reject(samples.TROOPS_KURSK), reading=again)
    assert found.orphans == ()
    assert [c.review for c in found.readings[0].claims] == ["machine", "rejected", "machine"]


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ([], "no deployment stands on its words any more"),
        ([samples.TROOPS_RUSSIA], "no deployment stands"),
        ([moved(samples.TROOPS_KURSK, kind="impact")], "no deployment stands"),
        ([moved(samples.TROOPS_KURSK, place_span=words("Russia"))], "no deployment stands"),
        (
            [moved(samples.TROOPS_KURSK), moved(samples.TROOPS_KURSK, claim_id="c-other")],
            "2 claims of its kind stand on its words now",
        ),
    ],
    ids=["none", "another", "kind", "place", "two"],
)
def test_a_review_without_its_claim_is_listed_and_moves_to_no_other(claims, why):
    found = applied(case.reject(samples.TROOPS_KURSK), reading=rerun(*claims))
    assert [orphan.why.startswith(why) for orphan in found.orphans] == [True]
    assert {claim.review for claim in found.readings[0].claims} <= {"machine"}


def test_without_words_of_a_place_the_passage_must_be_mostly_the_same():
    bare = replace(samples.LAUNCH, place_span=None)
    whole = moved(bare, by=5)
    half = moved(bare, by=len(bare.quote) - 20)
    assert applied(case.accept(bare), reading=rerun(whole)).orphans == ()
    assert len(applied(case.accept(bare), reading=rerun(half)).orphans) == 1


def test_entries_of_an_old_and_a_new_id_meet_at_one_claim():
    again = moved(samples.TROOPS_KURSK)
    made = reviewed(case.credibility(samples.TROOPS_KURSK, "2"), case.accept(again), reading=rerun(again))
    assert (made["c-new"].credibility, made["c-new"].review) == ("2", "accepted")


def test_an_entry_does_not_take_the_claim_of_another():
    wider = moved(samples.TROOPS_KURSK, claim_id="c-wider", longer=1)
    found = applied(case.accept(wider), case.reject(samples.TROOPS_KURSK), reading=rerun(wider))
    assert [claim.review for claim in found.readings[0].claims] == ["accepted"]
    assert len(found.orphans) == 1


def test_reports_that_were_not_read_and_other_texts_lose_no_entry():
    gone = case.apply([], cases.history(case.accept(samples.IMPACT)))
    assert [orphan.why for orphan in gone.orphans] == ["its report was not read"]
    other = replace(READING, report=replace(samples.FOUNDING, text="x" + samples.FOUNDING.text), claims=())
    lost = applied(case.accept(samples.IMPACT), reading=other)
    assert [orphan.why for orphan in lost.orphans] == ["its words do not stand in its report"]


def test_everything_travels_between_processes():
    entries = cases.history(case.correct(samples.IMPACT, spot=case.Spot(lat=1, lon=2), count_max=3))
    assert pickle.loads(pickle.dumps(entries)) == entries  # noqa: S301 - our own
