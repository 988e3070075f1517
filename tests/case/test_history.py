"""Any sequence of acts and undos is the fold of its history, whatever the order and the file."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from case import cases
from case.cases import READING
from sitmap import case
from sitmap.case import lines
from sitmap.errors import CaseError
from sitmap.model import Span

CLAIMS = samples.FOUNDING_CLAIMS
ACTS = st.one_of(
    st.builds(case.accept, st.sampled_from(CLAIMS)),
    st.builds(case.reject, st.sampled_from(CLAIMS)),
    st.builds(
        lambda c, n: case.correct(c, count_min=n, count_max=n), st.sampled_from(CLAIMS), st.integers(0, 9)
    ),
    st.builds(case.credibility, st.sampled_from(CLAIMS), st.sampled_from(["", *case.CREDIBILITY])),
    st.builds(
        case.reliability,
        st.sampled_from(["Antony Blinken", "Reuters"]),
        st.sampled_from(["", *case.RELIABILITY]),
    ),
)


@st.composite
def histories(draw):
    """Acts, and undos of what came before them, undos among it."""
    acts = []
    for number in range(draw(st.integers(0, 12))):
        back = draw(st.integers(-2 * number, number - 1)) if number else -1
        acts.append(case.undo(f"entry-{back:04}") if back >= 0 else draw(ACTS))
    return cases.history(*acts)


def holds(entry, history):
    """Whether no undo that itself holds takes an entry back: the definition, word for word."""
    return not any(other.act.undoes == entry.entry_id and holds(other, history) for other in history)


@given(histories())
def test_an_entry_stands_unless_an_undo_that_stands_takes_it_back(history):
    standing = [entry for entry in history if entry.act.action != "undo" and holds(entry, history)]
    assert list(case.effective(history)) == standing


@given(histories(), st.randoms())
def test_the_order_in_which_entries_lie_does_not_matter(history, random):
    mixed = list(history)
    random.shuffle(mixed)
    assert case.fold(mixed) == case.fold(history)
    assert case.apply([READING], mixed) == case.apply([READING], history)


@given(histories())
def test_only_what_holds_counts(history):
    assert case.apply([READING], case.effective(history)) == case.apply([READING], history)


@given(histories())
def test_every_entry_survives_a_line_of_json(history):
    assert [lines.parse(lines.line(entry)) for entry in history] == list(history)


def test_an_undo_and_its_undo():
    reject, undo = case.reject(samples.IMPACT), case.undo("entry-0000")
    for acts, review in (
        ([reject], "rejected"),
        ([reject, undo], "machine"),
        ([reject, undo, case.undo("entry-0001")], "rejected"),
        ([reject, undo, case.undo("entry-0001"), case.undo("entry-0002")], "machine"),
    ):
        assert cases.reviewed(*acts)["c-impact"].review == review


def test_undos_that_chase_each_other_end():
    history = cases.history(case.undo("entry-0001"), case.undo("entry-0000"))
    assert case.effective(history) == ()


def test_a_place_survives_a_line_of_json():
    spot = case.Spot(lat=41.5, lon=137.25, name="A buoy", uncertainty_km=2.5)
    acts = (
        case.correct(samples.IMPACT, spot=spot, designation="Hwasong-19"),
        case.alias("the cape", spot),
        case.add(samples.FOUNDING, Span(0, 40), "site", place_span=Span(4, 6), actor="PRK"),
    )
    history = tuple(replace(entry, reason="because\nof 'this'") for entry in cases.history(*acts))
    assert tuple(lines.parse(lines.line(entry)) for entry in history) == history


GOOD = lines.record(cases.history(case.correct(samples.IMPACT, count_max=2))[0])


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"action": "explode"}, "action 'explode' is none of accept"),
        ({"action": ["accept"]}, "is none of"),
        ({"entry_id": "../../etc"}, "entry_id"),
        ({"at": "yesterday"}, "an instant like"),
        ({"at": "2024-13-02T08:00:00.000000Z"}, "no instant"),
        ({"at": "9999-01-01T00:00:00.000000Z"}, "ahead of this machine's clock"),
        ({"reviewer": " "}, "reviewer's name"),
        ({"reviewer": None}, "reviewer"),
        ({"reason": 5}, "reason 5 must be text"),
        ({"kind": "battle"}, "no kind of claim"),
        ({"quote_end": 3}, "quote must be the words"),
        ({"quote": None}, "quote must be the words"),
        ({"quote_start": -1}, "number of characters"),
        ({"quote_start": 1e400}, "number of characters"),
        ({"place_start": 5, "place_end": None}, "place_start must come before"),
        ({"place_start": 5, "place_end": 5}, "place_start must come before"),
        ({"changes": []}, "changes nothing"),
        ({"changes": [1]}, "an object"),
        ({"changes": {"quote": "x"}}, "is no field"),
        ({"changes": {"place": 3}}, "object with lat and lon"),
        ({"changes": {"place": {"lat": 1}}}, "needs lat and lon"),
        ({"changes": {"place": {"lat": "1", "lon": 2}}}, "needs lat and lon"),
        ({"changes": {"place": {"lat": 99, "lon": 2}}}, "the place: "),
        ({"action": "credibility", "value": "B"}, "no grade of credibility"),
        ({"action": "accept", "value": "B"}, "no grade of accept"),
        ({"action": "reliability", "value": "B"}, "needs name"),
        ({"action": "alias", "name": "x", "changes": None}, "needs spot"),
        ({"action": "undo"}, "needs undoes"),
    ],
)
def test_a_record_that_is_no_entry_is_refused(fault, words):
    with pytest.raises(CaseError, match=words):
        lines.entry({**GOOD, **fault})


@pytest.mark.parametrize(
    "text", ["{", "[]", "null", "[" * 100_000, '{"action": 1' + "0" * 5000 + "}", "x" * 1_000_001]
)
def test_a_line_that_is_no_record_is_refused(text):
    with pytest.raises(CaseError):
        lines.parse(text)


def test_fields_that_no_one_knows_are_passed_over():
    assert lines.entry({**GOOD, "mood": "good"}) == lines.entry(GOOD)
