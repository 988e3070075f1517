"""The learned reader that the benchmark compares with the rules: candidates, labels, decision, model."""

from datetime import date

import numpy as np
import pytest

from learned import model
from learned.decide import NEVER, drafts
from learned.examples import LABELS, example
from sitmap.model import Report

_CLAIM = {
    "kind": "deployment",
    "status": "present",
    "actor": "FRA",
    "asset": "troops",
    "count_min": 300,
    "count_max": 300,
    "lat": 56.95,
    "lon": 24.11,
    "tol_km": 20,
    "place_text": "Riga",
}


@pytest.fixture
def read():
    def of(text, *claims):
        report = Report(report_id="test", text=text, published=date(2024, 11, 1))
        return example({"report_id": "test", "claims": list(claims)}, report)

    return of


def _pairs(one):
    words = one.document.text
    return [
        (words(c.theme.first, c.theme.last), words(c.where.first, c.where.last), c.origin)
        for c in one.candidates
    ]


def _sure_of(one, label):
    """Certainty that every candidate is of this class."""
    told = np.zeros((len(one.candidates), len(LABELS)))
    told[:, LABELS.index(label)] = 1
    return told


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Some 300 French soldiers toast the new year in Riga.",
            ("Some 300 French soldiers", "in Riga", "own"),
        ),
        ("Its barracks at Riga smell of paint.", ("barracks", "at Riga", "own")),
        ("The mayor spoke in Riga. He thanked 40 soldiers.", ("40 soldiers", "in Riga", "before")),
    ],
)
def test_a_force_pairs_with_a_place_of_its_sentence_or_the_one_before(read, text, pair):
    assert pair in _pairs(read(text))


def test_far_words_and_speeches_without_a_place_pair_with_nothing(read):
    assert _pairs(read("Soldiers sang.")) == []
    assert _pairs(read(f"Riga woke early{', and the rain fell' * 20}, while 40 soldiers slept.")) == []


def test_a_pronoun_means_the_force_that_was_named(read):
    one = read("Poland trains 40 tanks a day. They rust near Riga.")
    theme = next(c.meant for c in one.candidates if c.theme.pronoun)
    assert theme.based == "armour"


def test_the_candidate_most_like_a_claim_bears_its_label(read):
    text = "Some 300 French soldiers and two tanks toast the new year in Riga."
    one = read(text, _CLAIM | {"quote": text})
    labelled = {pair[0]: LABELS[label] for pair, label in zip(_pairs(one), one.labels, strict=True)}
    assert labelled == {"Some 300 French soldiers": "present", "two tanks": "none"}


def test_a_claim_elsewhere_labels_nothing(read):
    text = "Some 300 French soldiers toast the new year in Riga."
    there = {"quote": text, "lat": 48.86, "lon": 2.35, "place_text": "Paris"}
    assert not any(read(text, _CLAIM | there).labels)


def test_what_the_rules_told_is_not_told_again(read):
    one = read("Some 300 French soldiers are stationed in Riga.")
    assert len(one.drafts) == 1
    assert len(drafts(one, _sure_of(one, "present"), 0.5, rules=True)) == 1


def test_without_the_rules_the_model_tells_it_with_its_status(read):
    one = read("Some 300 French soldiers are stationed in Riga.")
    (told,) = drafts(one, _sure_of(one, "planned"), 0.5, rules=False)
    assert (told.kind, told.status, told.theme.low) == ("deployment", "planned", 300)


def test_a_threshold_that_nothing_reaches_leaves_the_rules_alone(read):
    one = read("Some 300 French soldiers toast the new year. Two tanks rust near Riga.")
    assert len(drafts(one, _sure_of(one, "present"), NEVER, rules=True)) == len(one.drafts)


def test_a_model_learns_what_its_examples_show():
    rows = [["to", "tank"], ["from", "tank"]] * 20
    known = model.fit(rows, [1, 2] * 20, [1.0] * 40, classes=3)
    told = known.probabilities([["to", "never seen"], ["from"]])
    assert told.argmax(axis=1).tolist() == [1, 2]
    assert told.sum(axis=1) == pytest.approx(1)


def test_an_example_without_weight_teaches_nothing():
    rows, labels = [["to"]] * 6, [1, 1, 1, 2, 2, 2]
    known = model.fit(rows, labels, [1.0] * 3 + [0.0] * 3, classes=3)
    assert known.probabilities([["to"]])[0].argmax() == 1


def test_the_same_examples_give_the_same_model():
    rows, labels = [["a", "b"], ["b", "c"], ["c"]] * 4, [0, 1, 2] * 4
    one, other = (model.fit(rows, labels, [1.0] * 12, classes=3) for _ in range(2))
    assert one.column == other.column
    assert np.array_equal(one.weights, other.weights)
