"""Which names in a sentence say where something is, in sentences of our own."""

import pytest


def told(claims):
    return [(claim.kind, claim.place_text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What only says where the place lies that follows.
        ("Two Polish frigates are at the Red Sea port of Aden.", ["Aden"]),
        ("Some 40 Latvian soldiers landed on the Sea of Japan island of Guam.", ["Guam"]),
        ("A drone struck the Kursk region town of Sunan.", ["Sunan"]),
        # A part of what follows is the place itself.
        ("Three missiles were fired from the Sunan area of Pyongyang.", ["Sunan area"]),
        # The name of a radar is a division's too.
        ("Two rockets were fired from the Voronezh region.", ["Voronezh region"]),
        ("Two rockets were fired from Russia\u2019s Voronezh region.", ["Voronezh region"]),
    ],
)
def test_the_place_among_names(read, text, expected):
    assert [place for _, place in told(read(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A missile struck a tanker, its Riga-based owner said.",
        "The Poland-flagged tanker was hit by a missile.",
        "There are 20 bombers in the Russia inventory.",
        "Forty old tanks are in Ukraine custody.",
    ],
)
def test_names_that_say_nothing_of_where(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Poland sent 500 soldiers to its border with Ukraine.", {"Poland", "Ukraine"}),
        ("Some 400 Latvian soldiers are at Estonia's border with Russia.", {"Estonia", "Russia"}),
        ("A drone fell in Iran. Some 60 soldiers are near the border with Iraq.", {"Iran", "Iraq"}),
        ("Two missiles fell on the frontier between Iran and Iraq.", {"Iran", "Iraq"}),
    ],
)
def test_a_border_is_that_of_two_states(read, text, states):
    claim = read(text)[-1]
    assert claim.relation == "between"
    assert {text[span.start : span.end] for span in claim.anchors} == states


def test_a_border_that_nothing_pairs_is_near_the_state_named(read):
    (claim,) = read("Some 60 soldiers are near the border with Iraq.")
    assert (claim.relation, claim.place_text) == ("near", "Iraq")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Where in the region it is says more than the region.
        ("Ten Russian tanks are in Kursk region, near Bryansk.", "Bryansk"),
        # A noun between commas only explains the name before it.
        ("The troops moved to Sumy, a town 125 km northwest of Kharkiv.", "Sumy"),
    ],
)
def test_the_closer_of_two_places_told_together_is_the_claims(read, text, words):
    (claim,) = read(text)
    assert text[claim.anchors[0].start : claim.anchors[0].end] == words
    assert claim.relation in {"near", "at"}


@pytest.mark.parametrize(
    "text",
    [
        "Two Russian ships are in Japan's waters.",
        "Two Russian ships are in Japan's territorial waters.",
        "Two Russian ships came into Japanese waters, off Japan.",
    ],
)
def test_the_waters_of_a_state_are_off_it(read, text):
    assert [claim.relation for claim in read(text)] == ["off"]


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("A missile fell about 100 kilometers off Guam.", 100.0),
        ("A missile fell some 12 nautical miles off the coast of Guam.", 22.2),
        ("A missile fell off the coast of Guam.", None),
    ],
)
def test_how_far_off_a_coast(read, text, km):
    (claim,) = read(text)
    assert claim.relation == "off"
    assert claim.offset_km == (km if km is None else pytest.approx(km, abs=0.05))
    assert claim.range_km is None
