"""Verbs of doing, being and going along: constructions in sentences of our own."""

import pytest


def told(claims, *fields):
    return [tuple(getattr(claim, field) for field in fields) for claim in claims]


FIELDS = ("actor", "asset", "count_min", "status", "place_text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A verb right behind its force, whatever the table of verbs calls it.
        (
            "Four Danish F-16 aircraft remain on alert near Riga.",
            ("DNK", "aircraft", 4, "present", "Riga"),
        ),
        (
            "The Bataan Amphibious Ready Group, with 2,000 marines aboard, patrols off Okushiri Island.",
            ("USA", "ships", None, "present", "Okushiri Island"),
        ),
        (
            "Turkish transport planes shuttle between Aden and Riga.",
            ("TUR", "aircraft", None, "present", "Aden and Riga"),
        ),
        (
            "Some 90 Polish sappers are defusing shells in Bryansk.",
            ("POL", "troops", 90, "present", "Bryansk"),
        ),
        ("USS Kestrel is doing sea trials off Busan.", ("USA", "ships", 1, "present", "Busan")),
        ("USS Kestrel is pierside in Busan.", ("USA", "ships", 1, "present", "Busan")),
        ("Czech engineers have cleared mines near Sumy.", ("CZE", "troops", None, "present", "Sumy")),
        ("Israeli troops keep two outposts near Aden.", ("ISR", "troops", None, "present", "Aden")),
        ("The garrison at Riga has not changed its flag.", ("LVA", "troops", None, "present", "Riga")),
        # Auxiliaries that assert an infinitive or a gerund.
        ("About 40 Polish soldiers began to arrive in Riga.", ("POL", "troops", 40, "arriving", "Riga")),
        (
            "Six Russian bombers are believed to operate from Bryansk.",
            ("RUS", "aircraft", 6, "present", "Bryansk"),
        ),
        ("Danish soldiers started withdrawing from Iraq.", ("DNK", "troops", None, "withdrawn", "Iraq")),
    ],
)
def test_what_a_force_does_somewhere_says_that_it_is_there(read, text, expected):
    assert expected in told(read(text), *FIELDS)


@pytest.mark.parametrize(
    "text",
    [
        "Police in Riga defused a shell.",
        "Four people in Riga watched a film of the navy.",
        "Danish soldiers may remain in Riga.",
        "A Latvian soldier was decorated in Riga.",
        "A soldier able to speak Danish met his uncle, of Riga.",
        "The troop strength in Riga is not known.",
    ],
)
def test_what_is_no_deployment(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "sentence",
    ["USS Kestrel is with her.", "Two American destroyers escort her.", "USS Kestrel keeps her company."],
)
def test_who_goes_along_is_where_those_are(read, sentence):
    carrier, escort = read(f"USS Nimitz is in the Red Sea. {sentence}")
    assert (carrier.place_text, escort.place_text) == ("Red Sea", "Red Sea")
    assert escort.quote == sentence[:-1]


def test_who_goes_along_with_one_told_of_long_ago_is_nowhere(read):
    filler = " It was a calm day." * 4
    assert len(read(f"USS Nimitz is in the Red Sea.{filler} USS Kestrel is with her.")) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Danish soldiers are at Tapa, at the camp in Riga and at Bryansk.", ["Tapa", "Riga", "Bryansk"]),
        ("Polish tanks were moved from Riga to Tapa and to Bryansk.", ["Tapa", "Bryansk", "Riga"]),
        ("Danish soldiers are in Aden, in Riga and in Sumy.", ["Aden", "Riga", "Sumy"]),
        ("Danish soldiers are at Tapa, in Estonia.", ["Tapa"]),
        ("Danish soldiers hold Bryansk, south of Sumy.", ["Bryansk"]),
    ],
)
def test_each_place_of_a_list_with_prepositions(read, text, places):
    assert [claim.place_text for claim in read(text)] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Danish force in Riga consists of two frigates, a submarine and 300 soldiers.",
            [("ships", 2), ("submarines", 1), ("troops", 300)],
        ),
        ("The Danish contingent at Tapa comprises 12 tanks.", [("armour", 12)]),
        ("Three corvettes lie in Busan, with one old submarine.", [("ships", 3), ("submarines", 1)]),
        ("The carrier Kestrel, two frigates and a supply ship sailed in the Red Sea.", [("ships", 4)]),
    ],
)
def test_parts_of_a_force(read, text, expected):
    assert told(read(text), "asset", "count_max") == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("No Turkish soldiers are in Aden.", "present"),
        ("There is no Danish frigate in the Red Sea.", "present"),
        ("The 200 Danish soldiers are in Riga. They will not deploy to Iraq.", "planned"),
    ],
)
def test_what_is_denied_without_a_source(read, text, status):
    claim = read(text)[-1]
    assert (claim.stance, claim.status) == ("denied", status)


def test_a_sight_that_nobody_had_is_no_denial(read):
    assert read("No Danish ships were seen off Busan.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The frigate sailed from Busan last week.", ("withdrawn", "Busan")),
        ("HMS Kestrel passed through the Red Sea.", ("present", "Red Sea")),
        ("HMS Kestrel is to make for Busan.", ("planned", "Busan")),
        ("Danish soldiers travelled through Iraq.", ("present", "Iraq")),
        ("Danish border guards took over Tapa.", ("arriving", "Tapa")),
    ],
)
def test_verbs_of_the_way(read, text, expected):
    assert expected in told(read(f"Two Danish frigates are in Aden. {text}"), "status", "place_text")


@pytest.mark.parametrize(
    ("text", "designation"),
    [
        ("USS Frank E. Petersen (DDG-121) is at Busan.", "USS Frank E. Petersen"),
        ("The frigate HMAS Stuart and Canada's HMCS Toronto are in the Red Sea.", "HMAS Stuart"),
        ("Two destroyers, USS Mahan and USS Kestrel, are in the Red Sea.", "USS Mahan; USS Kestrel"),
        ("The Bataan Amphibious Ready Group is in the Red Sea.", "Bataan Amphibious Ready Group"),
        ("The Tulip Rifles have put up a post at Riga.", "Tulip Rifles"),
    ],
)
def test_names_of_ships_and_units(read, text, designation):
    assert read(text)[0].designation == designation


def test_who_tells_of_a_force_is_not_the_force_spoken_of(read):
    claims = read("American soldiers left Riga, an officer of the Quds Force said. Others went to Iraq.")
    assert [(claim.actor, claim.place_text) for claim in claims] == [("USA", "Riga"), ("USA", "Iraq")]


def test_the_month_of_may_makes_nothing_unsure(read):
    (claim,) = read("Danish soldiers hold Riga, according to pictures from late May.")
    assert claim.place_text == "Riga"
