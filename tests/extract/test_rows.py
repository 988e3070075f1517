"""Adding a row needs no code: a sentence made with each row of the vocabulary finds it."""

from collections import Counter, defaultdict

import pytest

from sitmap.extract.text import mentions, tokens
from sitmap.extract.text.vocabulary import cells, phrases, table

#: Tables of phrases with one meaning each: table, column of the words, kind of mention.
PHRASES = (
    ("bounds", "words", "bound"),
    ("cues", "words", "cue"),
    ("days", "words", "day"),
    ("directions", "words", "direction"),
    ("facilities", "words", "facility"),
    ("forces", "words", "force"),
    ("months", "words", "month"),
    ("nouns", "words", "noun"),
    ("numbers", "words", "number"),
    ("prepositions", "words", "preposition"),
    ("references", "words", "reference"),
    ("sitecues", "words", "sitecue"),
    ("speakers", "words", "speaker"),
    ("timezones", "words", "timezone"),
    ("units", "words", "unit"),
    ("weapons", "words", "weapon"),
    ("weekdays", "words", "weekday"),
    ("zones", "words", "zone"),
)


def told(name, column):
    return [phrase for row in table(name) for phrase in cells(row[column])]


@pytest.mark.parametrize(("name", "column", "kind"), PHRASES, ids=[name for name, _, _ in PHRASES])
def test_a_phrase_stands_once_in_its_table_and_is_found_in_a_text(name, column, kind):
    phrases = told(name, column)
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []
    missed = []
    for phrase in phrases:
        words = tokens.tokenize(f"Then , {phrase} , then .")
        found = mentions.find(words).ordered.get(kind, [])
        length = len(tokens.tokenize(phrase))
        if (2, 2 + length) not in {(m.first, m.last) for m in found}:
            missed.append(phrase)
    assert missed == []


def test_no_row_of_a_kind_shadows_another():
    """Of two phrases of the same words and kind, the first of the lexicon would hide the other."""
    meanings = defaultdict(set)
    for phrase in phrases():
        # A state may be called as its capital is, and one form be two verbs'.
        meaning = getattr(phrase.value, "code", None) or repr(phrase.value)
        if phrase.kind != "verb":
            meanings[phrase.kind, phrase.words, phrase.cased].add(meaning)
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def sentences(row, name):
    """What a report would say of a weapon, and the assets that the claim may have."""
    if row["fired"] and row["based"] != "aircraft":
        yield f"A {name} was fired from Sunan.", {row["fired"], "missile"}
    if row["based"] in {"ships", "submarines"}:
        noun = "submarine" if row["based"] == "submarines" else "destroyer"
        yield f"The {noun} {name} is in Poland.", {row["based"]}
    elif row["fired"] != "satellite-launcher":
        yield f"Two {name} are in Poland.", {row["based"]}


def test_every_designation_is_found_with_what_it_is_and_whose(read):
    launchers = {phrase.lower() for phrase in told("forces", "words")}
    missed = []
    for row in table("designations"):
        for name in cells(row["names"]):
            for text, assets in sentences(row, name):
                if name.lower() in launchers and "fired" in text:
                    continue  # the name of a system that fires: what it fires has another name
                claims = read(text)
                if not any(
                    claim.designation.removesuffix("s") == name.removesuffix("s")
                    and claim.asset in assets
                    and claim.actor in ({row["actor"]} if row["actor"] else {claim.actor})
                    for claim in claims
                ):
                    missed.append((text, [(c.designation, c.asset, c.actor) for c in claims]))
    assert missed == []


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        ("names", "{} sent 300 soldiers to Poland."),
        ("demonyms", "300 {} soldiers are in Poland."),
        ("governments", "{} sent 300 soldiers to Poland."),
    ],
)
def test_every_actor_is_found_by_every_name(read, column, sentence):
    missed = []
    for row in table("actors"):
        for words in cells(row[column]):
            claims = read(sentence.format(words))
            if row["actor"] not in {claim.actor for claim in claims}:
                missed.append((words, [claim.actor for claim in claims]))
    assert missed == []


def test_every_prefix_makes_a_ship_of_its_navy(read):
    missed = []
    for row in table("ships"):
        (claim,) = read(f"{row['prefix']} Kestrel is at Busan.")
        if (claim.actor, claim.asset) != (row["actor"].partition("|")[0], row["asset"]):
            missed.append((row["prefix"], claim.actor, claim.asset))
    assert missed == []


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        ("launch", "Iran {past} two missiles from Tehran."),
        ("fall", "Two missiles {past} in Sumy."),
        ("strike", "Two missiles {past} Sumy."),
        ("deploy", "Poland has {participle} 300 soldiers in Riga."),
        ("send", "Poland has {participle} 300 soldiers to Riga."),
    ],
)
def test_every_verb_of_a_frame_makes_a_claim(read, frame, sentence):
    missed = []
    for row in table("verbs"):
        if row["frame"] == frame:
            forms = _forms(row["verb"])
            text = sentence.format(past=forms["past"], participle=forms["participle"])
            if not read(text):
                missed.append(text)
    assert missed == []


def _forms(verb):
    """Forms of a verb as the lexicon has them."""
    found = {}
    for phrase in phrases():
        if phrase.kind == "verb" and phrase.value.verb == verb:
            for form in {"both": ("past", "participle"), "any": ("past", "participle")}.get(
                phrase.value.form, (phrase.value.form,)
            ):
                found.setdefault(form, " ".join(phrase.words))
    return {"participle": found.get("past", verb), "past": verb} | found
