"""The learned second look: which pairs it decides about, and what it adds to the rules."""

import csv
import json
from collections import Counter
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from broken import TEXTS
from sitmap import geocode, resources
from sitmap.extract import reader
from sitmap.extract.learned import candidates, decision, features
from sitmap.extract.text import document
from sitmap.extract.text.vocabulary import rule
from sitmap.model import Report
from sitmap.pipeline import read_report


def _read(text):
    report = Report(report_id="test", text=text, published=date(2024, 11, 1))
    taken_apart = document.read(report, geocode.toponyms(text))
    drafts, moments = reader.read(taken_apart)
    return taken_apart, drafts, moments


def _pairs(text):
    taken_apart, _, moments = _read(text)
    return [
        (
            taken_apart.text(c.theme.first, c.theme.last),
            taken_apart.text(c.where.first, c.where.last),
            c.origin,
        )
        for c in candidates.candidates(taken_apart, moments)
    ]


def _certain(pairs, label):
    """Certainty that every pair is of this class."""
    told = np.zeros((len(pairs), len(decision.LABELS)))
    told[:, decision.LABELS.index(label)] = 1
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
        (
            "The mayor spoke in Riga. It was Friday. He thanked 40 soldiers.",
            ("40 soldiers", "in Riga", "earlier"),
        ),
    ],
)
def test_a_force_pairs_with_a_place_of_its_sentence_or_the_ones_before(text, pair):
    assert pair in _pairs(text)


def test_another_place_and_one_told_of_long_before_pair_with_nothing():
    assert _pairs("The mayor spoke in Riga. He thanked 40 soldiers of the nearby island.") == []
    assert _pairs(f"The mayor spoke in Riga.{' It was Friday.' * 3} He thanked 40 soldiers.") == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [("Danish soldiers sang. She was in Tapa.", 0), ("The frigate left. She is in Riga.", 1)],
)
def test_she_is_a_ship(text, pairs):
    assert len(_pairs(text)) == pairs


@pytest.mark.parametrize(
    ("text", "based", "fired"),
    [
        ("Poland has 40 tanks and bought a cruise missile. A house near Riga was hit.", "", "cruise"),
        ("Poland has 40 tanks. On Friday all left Riga.", "armour", ""),
    ],
)
def test_a_verb_without_a_force_is_about_what_was_spoken_of_before(text, based, fired):
    taken_apart, _, moments = _read(text)
    meant = [c.meant for c in candidates.candidates(taken_apart, moments) if c.theme.pronoun]
    assert [(str(m.based), str(m.fired)) for m in meant] == [(based, fired)]


def test_far_words_and_speeches_without_a_place_pair_with_nothing():
    assert _pairs("Soldiers sang.") == []
    assert _pairs(f"Riga woke early{', and the rain fell' * 20}, while 40 soldiers slept.") == []


def test_a_pronoun_means_the_force_that_was_named():
    taken_apart, _, moments = _read("Poland trains 40 tanks a day. They rust near Riga.")
    pairs = candidates.candidates(taken_apart, moments)
    assert next(c.meant for c in pairs if c.theme.pronoun).based == "armour"


def test_what_the_rules_told_is_not_told_again():
    taken_apart, drafts, moments = _read("Some 300 French soldiers are stationed in Riga.")
    assert len(drafts) == 1
    pairs = list(candidates.candidates(taken_apart, moments))
    assert decision.added(taken_apart, drafts, pairs, _certain(pairs, "present"), least=0.5) == drafts


@pytest.mark.parametrize(
    ("label", "kind", "status", "certainty"),
    [("planned", "deployment", "planned", "expected"), ("withdrawn", "deployment", "withdrawn", "stated")],
)
def test_a_pair_becomes_a_claim_of_its_class_that_says_why(label, kind, status, certainty):
    taken_apart, _, moments = _read("Some 300 French soldiers toast the new year in Riga.")
    pairs = list(candidates.candidates(taken_apart, moments))
    (told,) = decision.added(taken_apart, [], pairs, _certain(pairs, label), least=0.5)
    assert (told.kind, told.status, told.certainty, told.theme.low) == (kind, status, certainty, 300)
    assert [reason.rule for reason in told.reasons["kind"]] == ["learned"]
    assert rule("learned")


@pytest.mark.parametrize(("sure", "places"), [(0.55, 1), (0.95, 2)])
def test_one_force_is_told_of_at_a_second_place_only_when_that_is_surer(sure, places):
    taken_apart, _, moments = _read("Some 300 soldiers toast the new year in Riga and in Tartu.")
    pairs = list(candidates.candidates(taken_apart, moments))
    assert len(pairs) == 2
    table = sure * _certain(pairs, "present") + (1 - sure) * _certain(pairs, "none")
    told = decision.added(taken_apart, [], pairs, table, least=0.5)
    assert len({one.where.words for one in told}) == places


def test_no_pair_is_told_of_twice():
    taken_apart, _, moments = _read("Some 300 soldiers toast the new year in Riga.")
    pairs = list(candidates.candidates(taken_apart, moments))
    assert len(decision.added(taken_apart, [], pairs * 2, _certain(pairs * 2, "present"), least=0.5)) == 1


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("On Nov. 3 the minister ordered 300 soldiers to Riga.", False),
        ("On Nov. 3 the minister will toast 300 soldiers in Riga.", True),
    ],
)
def test_the_day_of_an_order_is_no_day_to_come(text, ahead):
    taken_apart, _, moments = _read(text)
    (pair,) = candidates.candidates(taken_apart, moments)
    assert decision.draft(taken_apart, pair, "planned").planned_day is ahead


def test_nothing_is_added_that_is_not_sure_enough():
    taken_apart, drafts, moments = _read(
        "Some 300 soldiers toast the new year in Riga. Two tanks rust in Tartu."
    )
    assert decision.supplement(taken_apart, drafts, moments, sure=1.1) == drafts


def test_an_unknown_feature_says_nothing():
    known = {decision.OFFSET: np.zeros(2), "a": np.array([0.0, 5.0])}
    table = decision.probabilities([["a"], ["b"], []], known)
    assert table[0, 1] > 0.99
    assert table[1] == pytest.approx([0.5, 0.5])
    assert table[2] == pytest.approx([0.5, 0.5])


def test_the_table_of_weights_is_whole():
    with resources.data("curated", "decision.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["feature", *decision.LABELS]
    assert rows[0]["feature"] == decision.OFFSET
    names = [row["feature"] for row in rows[1:]]
    assert names == sorted(set(names))
    assert all(np.isfinite(values).all() for values in decision.weights().values())


def test_features_of_the_table_are_those_that_pairs_have():
    seen = set()
    for path in sorted(resources.data("samples").glob("*.json")):
        taken_apart, drafts, moments = _read(json.loads(path.read_text(encoding="utf-8"))["text"])
        for pair in candidates.candidates(taken_apart, moments):
            seen |= set(features.features(taken_apart, pair, Counter(d.sentence for d in drafts)))
    # A feature renamed in the code would be missing from the table: most that samples show must be there.
    assert len(seen & set(decision.weights())) > 0.8 * len(seen)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_whatever_the_text_quotes_are_verbatim(text):
    report = Report(report_id="test", text=text, published=date(2024, 11, 1))
    for claim in read_report(report).claims:
        assert report.text[claim.quote_start : claim.quote_end] == claim.quote


#: A report on shares, with a figure of speech.
MARKETS = (
    "Shares of arms makers rose again on Tuesday, and by noon the index of the sector stood nine per "
    "cent above Friday's close. Buyers came after a poll that saw the government's plan to borrow for "
    "defence ahead. A maker of gearboxes gained seven per cent, a shipyard in the north eight, and a "
    "firm of Riga, whose radars fly over half the Black Sea, eleven. Analysts warn that orders take "
    "years to turn into profit: a tank that is ordered this spring is delivered in four years, and "
    'the steel for it has yet to be bought. "You pay today for what a factory may build in 2030," one '
    "of them said. Oil fell by a dollar, and the euro hardly moved. Bond yields were a touch higher. "
    "Trading ends early on Thursday because of the holiday, and the next figures on prices are out on "
    "Friday morning."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MARKETS, False),
        # Shorter, or of forces that are there.
        (MARKETS[: MARKETS.index("Analysts")], True),
        (MARKETS.replace("radars fly over half", "two frigates patrol"), True),
    ],
)
def test_the_only_claims_of_a_report_must_be_likely(text, told):
    taken_apart, drafts, moments = _read(text)
    found = decision.supplement(taken_apart, drafts, moments)
    assert found
    assert bool(decision.believed(taken_apart, found, moments)) == told
