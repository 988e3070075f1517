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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # More of those counted, the rest of them, and parts of a whole that the clause opens with.
        ("Some 90 Danish soldiers are based in Riga and 40 in Tapa.", [("Riga", 90), ("Tapa", 40)]),
        (
            "Of the 300 Danish soldiers, 120 are in Riga, 90 in Tapa and the remainder in Sumy.",
            [("Riga", 120), ("Tapa", 90), ("Sumy", None)],
        ),
        ("The number of Danish soldiers in Riga has fallen to 700.", [("Riga", 700)]),
        ("Denmark's troops in Riga number about 700.", [("Riga", 700)]),
        # A number that belongs to the name of a unit counts nothing.
        ("A helicopter of 814 Naval Air Squadron is in Riga.", [("Riga", 1)]),
        # Weapons that are put somewhere are not fired.
        ("Denmark has deployed anti-ship missiles near Riga.", [("Riga", None)]),
        ("A new S-300 battery stands next to the old runway at Riga.", [("Riga", 1)]),
        ("Two Danish frigates are expected in Busan on Friday.", [("Busan", 2)]),
    ],
)
def test_numbers_and_their_places(read, text, expected):
    claims = [claim for claim in read(text) if claim.kind == "deployment"]
    assert told(claims, "place_text", "count_max") == expected


def test_forces_of_two_states_are_both_there(read):
    claims = read("About 200 Danish and Latvian soldiers are in Riga.")
    assert told(claims, "actor", "place_text") == [("DNK", "Riga"), ("LVA", "Riga")]
    assert {claim.count_max for claim in claims} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Danish jets took off from Riga.", [("present", "Riga")]),
        ("Two Danish jets took off from Riga for Aden.", [("arriving", "Aden"), ("withdrawn", "Riga")]),
        ("USS Nimitz is on her way from Aden to Busan.", [("planned", "Busan"), ("withdrawn", "Aden")]),
        ("USS Nimitz put to sea from Busan.", [("withdrawn", "Busan")]),
        ("The last Danish soldiers flew out of Riga.", [("withdrawn", "Riga")]),
        ("Danish soldiers recaptured the town hall in Sumy.", [("arriving", "Sumy")]),
    ],
)
def test_setting_out_and_coming(read, text, expected):
    assert told(read(text), "status", "place_text") == expected


def test_a_ship_may_be_she(read):
    claims = read("USS Nimitz was in the Red Sea in May. On Monday she was launching jets off Busan.")
    assert told(claims, "designation", "place_text") == [("USS Nimitz", "Red Sea"), ("USS Nimitz", "Busan")]


def test_she_who_speaks_is_no_force(read):
    (claim,) = read("Danish soldiers are in Riga. The minister said she was in Tapa.")
    assert claim.place_text == "Riga"


def test_soldiers_who_are_left_somewhere_remain(read):
    (claim,) = read("No Danish soldiers are left in Riga.")
    assert (claim.status, claim.stance) == ("present", "denied")


@pytest.mark.parametrize(
    "text",
    [
        # What only says when, whose body it is, who commands, and what is counted is no force there.
        "USS Nimitz is to sail after an exercise in Riga.",
        "The U.S. Army in Iraq denied it in a statement.",
        "Danish and Latvian army chiefs were in Riga.",
        "Danish drones burned. Eleven had been heading for Riga.",
        "A shed in Riga, where the Geran drone is assembled, burned.",
    ],
)
def test_what_only_looks_like_a_force_at_a_place(read, text):
    assert [claim for claim in read(text) if claim.kind == "deployment"] == []
