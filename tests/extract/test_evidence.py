"""Every field of a claim can say why: the words that gave it, or a rule."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import sitmap
from broken import TEXTS
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import phrases, rule, table

FIELDS = (
    "kind",
    "actor",
    "asset",
    "designation",
    "status",
    "stance",
    "certainty",
    "source",
    "time",
    "tz",
    "range_km",
    "apogee_km",
    "flight_min",
    "bearing_deg",
    "zone_claim",
    "background",
    "relation",
    "offset_km",
    "offset_deg",
)
#: Fields that share the words of another.
SHARED = {
    "count_text": "count",
    "count_min": "count",
    "count_max": "count",
    "date": "date",
    "date_text": "date",
    "date_end": "date",
    "place_text": "place",
}
NUMBER = re.compile(r"\d|\b(?:a|an|another|others)\b", re.IGNORECASE)


def valued(claim):
    """Fields of a claim that say something, by the name that their evidence has."""
    found = {name for name in FIELDS if getattr(claim, name) not in ("", None, False)}
    return found | {to for name, to in SHARED.items() if getattr(claim, name) not in ("", None)}


def number_words():
    return {p.words for p in phrases() if p.kind == "number"}


def counts(words):
    named = {word for phrase in number_words() for word in phrase}
    return bool(NUMBER.search(words) or set(re.split(r"[\s-]+", words.lower())) & named)


def check(text, claims):
    known = {row["words"] for row in table("rules")} | {""}
    firsts = {}
    for claim in claims:
        assert valued(claim) - {e.field for e in claim.evidence} == set(), claim
        words = [(e.field, text[e.span.start : e.span.end], e.why) for e in claim.evidence]
        assert [w for w in words if w[2] not in known or not w[1]] == []
        assert [w for w in words if w[0] == "count" and not w[2] and not counts(w[1])] == []
        joins = firsts.setdefault(claim.event_id, claim) is not claim
        assert not joins or "event" in [field for field, _, _ in words], claim


def words_of(text, claim, field):
    return [(text[e.span.start : e.span.end], e.why) for e in claim.evidence if e.field == field]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_every_field_of_any_text_says_why(read, text):
    check(text, read(text))


@pytest.mark.parametrize("folder", ["../shared/reports", "data/corpus/development"])
def test_every_field_of_the_reports_says_why(folder):
    paths = sorted((Path(__file__).parents[2] / folder).glob("*.json"))
    if not paths:
        pytest.skip(f"no reports in {folder} here")
    for path in paths:
        record = json.loads(path.read_text(encoding="utf-8"))
        claims = sitmap.read_text(record["text"], published=record["published"]).claims
        check(record["text"], claims)


@pytest.mark.parametrize(
    ("text", "kind", "field", "words", "why"),
    [
        # Words in the same clause.
        ("Two Iranian drones fell in Sumy.", "impact", "kind", "fell", ""),
        ("Two Iranian drones fell in Sumy.", "impact", "actor", "Iranian", ""),
        ("Two Iranian drones fell in Sumy.", "impact", "asset", "drones", ""),
        ("Japan is withdrawing 40 soldiers from Djibouti.", "deployment", "status", "is withdrawing", ""),
        ("Riga confirmed the presence of Latvian troops in Niger.", "deployment", "kind", "presence", ""),
        ("300 soldiers will be sent to Riga.", "deployment", "status", "will be sent", ""),
        ("300 soldiers will be sent to Riga.", "deployment", "certainty", "will be sent", ""),
        ("Poland plans to send 300 soldiers to Riga.", "deployment", "status", "plans", ""),
        ("A frigate is on its way to Busan.", "deployment", "status", "way to", ""),
        ("40 soldiers allegedly arrived in Sumy.", "deployment", "certainty", "allegedly", ""),
        ("Moscow denied that its soldiers are in Sumy.", "deployment", "stance", "denied", ""),
        ("No Polish soldiers are in Sumy, Warsaw said.", "deployment", "stance", "No", ""),
        (
            "A missile fell about 200 km west of Okushiri Island.",
            "impact",
            "offset_km",
            "about 200 km west of",
            "",
        ),
        ("A missile fell at 8:37 a.m. Japan time in Odesa.", "impact", "tz", "Japan time", ""),
        ("Iran had sent 30 drones to Sumy.", "deployment", "background", "had sent", ""),
        # Words elsewhere.
        ("Iran fired a missile from Tehran. It fell in Sumy.", "impact", "asset", "missile", "means-before"),
        ("Iran fired a missile from Tehran. It fell in Sumy.", "impact", "actor", "Iran", ""),
        (
            "A missile fell in Sumy. Iran fired the missile from Tehran.",
            "impact",
            "actor",
            "Iran",
            "of-the-flight",
        ),
        ("Iran fired a missile from Tehran. It fell in Sumy.", "impact", "count", "a", "counted-before"),
        ("Iran fired a missile from Tehran. It fell in Sumy.", "impact", "event", "It", "same-flight"),
        ("40 Polish troops are in Riga. 20 soldiers are there.", "deployment", "place", "Riga", ""),
        # A rule.
        ("A Hwasong-19 was launched.", "launch", "actor", "Hwasong-19", "maker"),
        ("A missile was fired from Tehran.", "launch", "actor", "Tehran", "state-of-place"),
        ("Russia withdrew from Sumy.", "deployment", "asset", "Russia", "state-alone"),
        ("A drone fell in Odesa on Thursday.", "impact", "date", "Thursday", "counted-from-report"),
        ("A drone fell in Odesa on 3 May 2019.", "impact", "background", "3 May 2019", "older-than-news"),
        ("USS Boxer is at Busan.", "deployment", "actor", "USS", "ship-prefix"),
        ("North Korea fired two missiles.", "launch", "place", "North Korea", "no-place-said"),
        ("Tapa: British armour at Riga.", "deployment", "status", "British armour at Riga", "labelled-line"),
    ],
)
def test_why_a_field_has_its_value(read, text, kind, field, words, why):
    claim = next(c for c in read(text) if c.kind == kind)
    assert (words, rule(why) if why else "") in words_of(text, claim, field)


def test_a_denial_and_a_hedge_stand_alone_when_nothing_else_is_said(read):
    text = "Two Iranian drones fell in Sumy."
    (claim,) = read(text)
    assert words_of(text, claim, "stance") == [(claim.quote, rule("nothing-denies"))]
    assert words_of(text, claim, "certainty") == [(claim.quote, rule("nothing-hedges"))]


def test_the_zone_of_a_dateline_and_of_a_speaker_is_told_as_such(read):
    text = "A missile fell in Odesa at 7:11 a.m., Japan's Defense Ministry said."
    (claim,) = read(text, tz="Europe/Kyiv")
    assert (claim.tz, words_of(text, claim, "tz")) == ("Europe/Kyiv", [("7:11 a.m.", rule("zone-of-report"))])
    (claim,) = read(text)
    assert (claim.tz, words_of(text, claim, "tz")) == ("Asia/Tokyo", [("Japan", rule("zone-of-speaker"))])


def test_a_value_keeps_its_words_and_its_first_rule():
    told = Told("JPN", (3, 4))
    assert told == "JPN"
    assert hash(told) == hash("JPN")
    handed = told.by("of-the-flight").by("told-before")
    assert (handed.words, handed.rule) == ((3, 4), "of-the-flight")
    assert handed.reason == Reason((3, 4), "of-the-flight")
    assert UNSAID.by("told-before").reason is None


def test_claims_hold_plain_texts(read):
    (claim,) = read("Iran said that two Hwasong-12 missiles fell in Sumy at 8:37 a.m. Japan time.")
    values = [getattr(claim, name) for name in FIELDS]
    assert {type(value) for value in values if isinstance(value, str)} == {str}
