"""Who stands where and where something came from, told in passing: sentences of our own."""

import pytest


def told(claims):
    return sorted((c.kind, c.status, c.asset, c.place_text) for c in claims)


#: Weapons fired from a spot, a ship or a state that no plain "from P" names.
FIRED = [
    ("The Kh-101s had been released by bombers over Bryansk.", ("missile", "Bryansk")),
    ("Two Kalibrs came from ships in the Red Sea.", ("missile", "Red Sea")),
    ("A rocket fired at it from a position in Sumy missed.", ("rocket", "Sumy")),
    ("A battery stationed near Wonsan fired two missiles at the jet.", ("missile", "Wonsan")),
    ("The battery, which is stationed at Wonsan, launched the missile at dawn.", ("missile", "Wonsan")),
    ("Hezbollah fighters near Riga fired ten rockets.", ("rocket", "Riga")),
    ("The missile was detected at 6:53 a.m. leaving Sunan.", ("missile", "Sunan")),
]


@pytest.mark.parametrize(("text", "expected"), FIRED)
def test_where_it_was_fired(read, text, expected):
    assert ("launch", "", *expected) in told(read(text))


def test_weapons_that_a_state_sends_across_another_are_fired(read):
    claims = read("Russia sent 476 drones and 48 missiles across Ukraine.")
    assert {(c.kind, c.actor, c.count_min) for c in claims if c.kind == "launch"} == {
        ("launch", "RUS", 476),
        ("launch", "RUS", 48),
    }


#: Forces that hold, keep, lead or are in the air, and the assets that are told there.
STANDING = [
    (
        "Djiboutian soldiers hold Riga with Somali special forces.",
        [("present", "troops"), ("present", "troops")],
    ),
    ("The British keep about 900 soldiers in Riga.", [("present", "troops")]),
    ("The French have 300 men in Riga.", [("present", "troops")]),
    ("M23 has governed Riga since January.", [("present", "troops")]),
    ("Two F-16s are airborne from Riga.", [("present", "aircraft")]),
    ("Russian troops landed in Sumy. A company guards Riga.", [("present", "troops")]),
]


@pytest.mark.parametrize(("text", "expected"), STANDING)
def test_who_stands_there(read, text, expected):
    claims = [c for c in read(text) if c.place_text.startswith("Riga")]
    assert sorted((c.status, c.asset) for c in claims) == expected


def test_a_date_behind_a_preposition_opens_no_clause(read):
    claims = read("The 1,000 Burundians who were at Sumy until May have flown to Riga.")
    assert [c.place_text for c in claims] == ["Sumy", "Riga"]


def test_there_in_an_aside_is_the_town_that_the_sentence_is_about(read):
    text = "Officials in Sumy spoke. Riga is in the hands of the army, which has around 600 men there."
    (claim,) = read(text)
    assert (claim.place_text, claim.count_min) == ("there", 600)
    assert read(text)[0].anchors[0].start == text.index("Riga")


def test_it_is_not_there_to_do_something_names_no_place(read):
    assert not [
        c for c in read("Soldiers came to Riga. The force is not there to fight.") if c.place_text == "there"
    ]


@pytest.mark.parametrize("name", ["Kh-101s", "Kh-22s", "Shahed-136s", "Hwasong-12s"])
def test_several_of_a_numbered_weapon(read, name):
    (claim,) = read(f"Two {name} hit Riga.")
    assert (claim.kind, claim.designation, claim.count_min) == ("impact", name[:-1], 2)


def test_one_that_is_found_came_down_and_a_stock_did_not(read):
    assert told(read("A drone was found in a field near Riga.")) == [("impact", "", "drone", "Riga")]
    assert "impact" not in {c.kind for c in read("Missiles were found in a depot near Riga.")}


def test_a_firm_is_no_unit_where_no_forces_are_told_of(read):
    assert read("A German company is still at Riga. Its shares rose.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The exercise near Riga involved 12 ships and 40 aircraft.",
        "The drill in Riga includes 12 ships and 40 aircraft.",
        "A one-day exercise around Riga brought out 40 aircraft, along with 12 ships.",
    ],
)
def test_what_an_exercise_has_is_where_it_is_held(read, text):
    found = {(c.status, c.asset, c.count_min) for c in read(text)}
    assert found == {("present", "ships", 12), ("present", "aircraft", 40)}


def test_arms_beside_those_that_are_kept_are_there_too(read):
    claims = read("The British keep about 900 soldiers in Riga, with Challenger tanks.")
    assert [(c.asset, c.count_min, c.place_text) for c in claims] == [
        ("troops", 900, "Riga"),
        ("armour", None, "Riga"),
    ]


#: What is told, and what of it is denied by whom.
DENIED = [
    ("Officials say that 300 Cuban soldiers are in Riga. Havana rejected the allegations.", "Havana"),
    ("Polish soldiers have left Riga, according to two officials; the army denied it.", "army"),
    (
        "Officials say that 300 Polish soldiers are in Riga. The Polish government denies it.",
        "Polish government",
    ),
]


@pytest.mark.parametrize(("text", "source"), DENIED)
def test_what_is_denied_right_after_is_told_again_as_denied(read, text, source):
    claims = [(c.stance, c.source) for c in read(text) if c.place_text == "Riga"]
    assert claims[0][0] == "asserted"
    assert claims[1:] == [("denied", source)]


def test_who_denies_something_else_denies_no_claim(read):
    claims = read("There are 300 Polish soldiers in Riga. The army denied them leave.")
    assert [c.stance for c in claims] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "asset", "certainty"),
    [
        ("A radar is being put up in Riga.", "radar", "stated"),
        ("A new radar is to be built in Riga.", "radar", "expected"),
        ("Construction of launcher pads has started at RAF Akrotiri.", "base", "stated"),
        ("Work on the apron for six B-52s goes on in Riga.", "base", "stated"),
    ],
)
def test_what_is_built_is_a_site(read, text, asset, certainty):
    assert [(c.kind, c.asset, c.certainty) for c in read(text)] == [("site", asset, certainty)]


def test_a_radar_that_has_been_set_up_is_there(read):
    assert told(read("Two radars were put up near Riga.")) == [("deployment", "present", "radar", "Riga")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Second wave: Kalibrs from the direction of Bryansk, the navy says.", ["direction of Bryansk"]),
        ("Two missiles from Bryansk, a monitoring channel reports.", ["Bryansk"]),
        ("Missiles from Iran, the ministry says.", []),
    ],
)
def test_weapons_and_where_from_need_no_verb(read, text, expected):
    assert [c.place_text for c in read(text) if c.kind == "launch"] == expected
