"""Where forces are: constructions of English, each in sentences of our own."""

import pytest


def told(claims, *fields):
    return [tuple(getattr(claim, field) for field in fields) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HMS Spey and HMS Tamar remain in the Red Sea.", ("GBR", "ships", 2, "present", "Red Sea")),
        ("A Latvian battalion sits near Riga.", ("LVA", "troops", None, "present", "Riga")),
        ("Some 300 Polish soldiers serve in Iraq.", ("POL", "troops", 300, "present", "Iraq")),
        ("Two Russian frigates lie at anchor off Aden.", ("RUS", "ships", 2, "present", "Aden")),
        ("The Iranian frigate Sahand has been in port at Aden.", ("IRN", "ships", 1, "present", "Aden")),
        (
            "Three Russian corvettes are on alert in the Gulf of Aden.",
            ("RUS", "ships", 3, "present", "Gulf of Aden"),
        ),
        ("Four Japanese jets now parked at Busan need parts.", ("JPN", "aircraft", 4, "present", "Busan")),
        ("The 900 British soldiers at Tapa got new boots.", ("GBR", "troops", 900, "present", "Tapa")),
        ("Tapa has its 30 British tanks.", ("GBR", "armour", 30, "present", "Tapa")),
        ("One hundred and twenty Estonian soldiers are in Iraq.", ("EST", "troops", 120, "present", "Iraq")),
        ("Eight Estonian soldiers flew home from Somalia.", ("EST", "troops", 8, "withdrawn", "Somalia")),
    ],
)
def test_a_force_and_its_place(read, text, expected):
    assert told(read(text), "actor", "asset", "count_min", "status", "place_text") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The remains of a soldier in Riga are his uncle's.",
        "Where in Poland the battery will be set up is not known.",
        "The French arrived in Riga for the cup.",
        "There was no unusual activity at the naval base of Busan.",
    ],
)
def test_words_that_place_no_force(read, text):
    assert read(text) == ()


def test_a_part_of_what_was_named_before(read):
    claims = read(
        "Poland has 900 soldiers in Iraq. Others remain at Tapa; a smaller part will be sent to Syria."
    )
    assert told(claims, "actor", "count_min", "status", "place_text") == [
        ("POL", 900, "present", "Iraq"),
        ("POL", None, "present", "Tapa"),
        ("POL", None, "planned", "Syria"),
    ]


def test_a_number_belongs_to_the_state_that_has_it(read):
    claims = read("Japan has 200 soldiers in Djibouti; Poland keeps 40 in Iraq, and Latvia 11.")
    assert told(claims, "actor", "count_min", "place_text") == [
        ("JPN", 200, "Djibouti"),
        ("POL", 40, "Iraq"),
        ("LVA", 11, "Iraq"),
    ]


def test_a_nation_stands_for_its_soldiers_where_forces_are_spoken_of(read):
    claims = read("Poland has 900 soldiers in Iraq. The Latvians are in Somalia.")
    assert told(claims, "actor", "place_text") == [("POL", "Iraq"), ("LVA", "Somalia")]


def test_a_spot_stands_at_the_place_spoken_of(read):
    claims = read("Two Russian frigates arrived in Aden. One of them lies at the new pier.")
    assert told(claims, "count_min", "status", "place_text")[1:] == [(1, "present", "the new pier")]
    assert claims[1].anchors == claims[0].anchors


def test_joined_forces_share_the_place_behind_them(read):
    claims = read("Pictures show two Russian radars and a Russian tank at Tapa.")
    assert told(claims, "asset", "count_min", "place_text") == [("radar", 2, "Tapa"), ("armour", 1, "Tapa")]


def test_a_base_handed_over_is_left(read):
    (claim,) = read("France handed over its base at Riga to Latvia on Thursday.")
    assert (claim.actor, claim.status, claim.place_text) == ("FRA", "withdrawn", "Riga")


def test_fighters_take_a_town(read):
    (claim,) = read("The M23 captured Sumy last week.")
    assert (claim.actor, claim.status, claim.place_text) == ("M23", "arriving", "Sumy")


def test_a_list_of_states_with_numbers_and_places(read):
    claims = read(
        "The mission of 5,000 soldiers in brief:\n\n"
        "- Poland: 2,500, in and around Riga.\n- Japan: 140 planned, Sumy and Odesa.\n- Qatar: 12, Aden.\n"
    )
    assert told(claims, "actor", "asset", "count_min", "place_text") == [
        ("POL", "troops", 2500, "Riga"),
        ("JPN", "troops", None, "Sumy"),
        ("JPN", "troops", None, "Odesa"),
        ("QAT", "troops", 12, "Aden"),
    ]


def test_a_town_that_a_weapon_is_named_after(read):
    (claim,) = read("Two Iranian drones hit Musudan.")
    assert (claim.kind, claim.place_text, claim.designation) == ("impact", "Musudan", "")


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Russian engineers are lengthening the runway at Aden.", "RUS", "Aden"),
        ("At Aden the hangars have been re-roofed.", "YEM", "Aden"),
        ("Near Riga a new jetty is going up for Latvian boats.", "LVA", "Riga"),
        ("The headquarters at Tapa has been repaired.", "EST", "Tapa"),
    ],
)
def test_works_on_a_base(read, text, actor, place):
    (claim,) = read(text)
    assert (claim.kind, claim.actor, claim.place_text) == ("site", actor, place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvian drones patrol from Riga to Tapa.",
            [("LVA", "present", "Riga"), ("LVA", "present", "Tapa")],
        ),
        (
            "In Riga and Sumy, where 40 Polish soldiers serve, it rained.",
            [("POL", "present", "Riga"), ("POL", "present", "Sumy")],
        ),
        ("Odesa, where Poland keeps 200 soldiers, was calm.", [("POL", "present", "Odesa")]),
        (
            "Latvia handed over Sumy and Odesa to Poland.",
            [("LVA", "withdrawn", "Sumy"), ("LVA", "withdrawn", "Odesa")],
        ),
        ("Two Japanese frigates have crossed the Red Sea.", [("JPN", "present", "Red Sea")]),
        ("Two Japanese frigates sailed through the Red Sea.", [("JPN", "present", "Red Sea")]),
        ("Poland has sent 20 soldiers to Iraq.", [("POL", "arriving", "Iraq")]),
        ("Poland sent 20 soldiers to Iraq.", [("POL", "arriving", "Iraq")]),
    ],
)
def test_where_a_clause_and_its_verb_put_a_force(read, text, expected):
    assert told(read(text), "actor", "status", "place_text") == expected


def test_a_ship_is_known_by_the_last_word_of_its_name(read):
    claims = read("USS Harry Truman is in Busan. The Truman will leave for Guam.")
    assert told(claims, "actor", "designation", "status", "place_text")[1:] == [
        ("USA", "USS Harry Truman", "withdrawn", "Busan"),
        ("USA", "USS Harry Truman", "planned", "Guam"),
    ]


@pytest.mark.parametrize("ground", ["border with Poland", "Polish border", "Polish side"])
def test_a_neighbour_owns_no_force(read, ground):
    (claim,) = read(f"Latvia looks at the {ground}. Two frigates are in Aden.")
    assert claim.actor == "LVA"


def test_a_unit_named_twice_has_one_owner(read):
    claims = read(
        "Germany put its 45th Armoured Brigade into service in Poland. Poland waits. "
        "The 45th Armoured Brigade is at Tapa."
    )
    assert told(claims, "actor", "place_text") == [("DEU", "Poland"), ("DEU", "Tapa")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The base at Tapa is home to 900 British soldiers.", [("GBR", 900, "present", "Tapa")]),
        ("Japan, which hosts 54,000 US troops, wants fewer.", [("USA", 54000, "present", "Japan")]),
        ("The 1,200-strong Polish garrison at Tapa sleeps.", [("POL", 1200, "present", "Tapa")]),
        (
            "Japan's deployment of 300 soldiers to Somalia will take a month.",
            [("JPN", 300, "planned", "Somalia")],
        ),
        (
            "The arrival of 300 Polish soldiers in Odesa was noted in Riga.",
            [("POL", 300, "arriving", "Odesa")],
        ),
        ("HMS Diamond called at Busan.", [("GBR", 1, "arriving", "Busan")]),
        ("Latvian tanks rolled into Tapa.", [("LVA", None, "arriving", "Tapa")]),
        (
            "HMS Diamond sailed from Busan for Guam.",
            [("GBR", 1, "arriving", "Guam"), ("GBR", 1, "withdrawn", "Busan")],
        ),
        ("A Japanese frigate is due in Busan on Monday.", [("JPN", 1, "planned", "Busan")]),
        ("Two Japanese frigates are to be sent to Busan.", [("JPN", 2, "planned", "Busan")]),
        ("Latvian bombers flew over the Red Sea.", [("LVA", None, "present", "Red Sea")]),
        ("The Sudanese army controls Odesa.", [("SDN", None, "present", "Odesa")]),
        ("Polish tanks have taken up positions near Riga.", [("POL", None, "present", "Riga")]),
        ("Some 300 Polish soldiers rotate through Tapa.", [("POL", 300, "present", "Tapa")]),
        ("Iran moved missile launchers to Syria.", [("IRN", None, "arriving", "Syria")]),
        ("Two frigates of the Japanese navy lie in Busan.", [("JPN", 2, "present", "Busan")]),
        (
            "Poland has 30 tanks in Latvia, among them 12 Leopard 2 tanks.",
            [("POL", 30, "present", "Latvia"), ("POL", 12, "present", "Latvia")],
        ),
    ],
)
def test_hosts_nouns_of_action_and_voyages(read, text, expected):
    assert told(read(text), "actor", "count_min", "status", "place_text") == expected


def test_types_of_aircraft_in_one_breath_are_one_force(read):
    (claim,) = read("Tu-95 and Tu-160 bombers are parked at Bryansk.")
    assert (claim.asset, claim.designation) == ("aircraft", "Tu-95; Tu-160")


@pytest.mark.parametrize(
    "text",
    [
        "Satellite pictures show two new hangars at Tapa.",
        "Excavators are at work at the naval base of Busan.",
    ],
)
def test_building_that_is_seen(read, text):
    (claim,) = read(text)
    assert claim.kind == "site"
