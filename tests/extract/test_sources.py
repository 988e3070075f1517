"""Who is said to have said it: before, after and between what was said, by name, title and pronoun."""

import pytest

SAID = [
    ("A drone fell in Odesa, regional officials and residents said.", "regional officials and residents"),
    ("Poland's foreign ministry on Monday said that a missile fell in Sumy.", "Poland's foreign ministry"),
    ("Maria Lind, the Latvian defence minister, said on Friday that a drone fell in Riga.", "Maria Lind"),
    ("A rocket fell near Sumy, according to the head of the council, Petro Bondar.", "Petro Bondar"),
    ("A drone fell in Tapa, wrote the mayor, Jaan Kask, on his page.", "Jaan Kask"),
    ("The captain of a trawler reports that the ship was hit by a drone off Aden.", "captain of a trawler"),
    ("The army confirmed that a drone had hit a store of cruise missiles at the base in Tapa.", "army"),
    ("A missile fell in Sumy, the governor said. It came down in Kharkiv too.", "governor"),
    ("A missile fell in Sumy.\n\nThe governor spoke of schools.", ""),
    (
        "A drone fell in Riga, wounding two, a first-aid post in the quarter said.",
        "first-aid post in the quarter",
    ),
    (
        "A drone fell in Riga, its owner Lemminki and harbour agents said.",
        "owner Lemminki and harbour agents",
    ),
    (
        "A spokesman for the port, asked an hour later, said that a drone fell in Riga.",
        "spokesman for the port",
    ),
    (
        "A drone fell in Riga, General Jonas Ozols, the chief of the defence force, told parliament.",
        "Jonas Ozols",
    ),
    ("The pilot, who spoke by telephone, said a drone fell in Riga.", "pilot"),
    ("The Latvian defence minister, Maria Lind, said a drone fell in Riga.", "Maria Lind"),
    ("On May 3 Maria Lind, Latvia's defence minister, conceded that a drone fell in Riga.", "Maria Lind"),
    ("A clerk of the port guards pointed out that a drone fell in Riga.", "clerk of the port guards"),
    ("A drone fell in Riga, the mayor said this week.", "mayor"),
    ("A drone fell in Riga, a harbour official said, briefing reporters by telephone.", "harbour official"),
    ("A drone fell in Riga, according to the owner of a boat.", "owner of a boat"),
    ("A drone fell in Riga, the harbour said in a news release.", "harbour"),
    ("The mayor: A drone fell in Riga.", "mayor"),
    (
        "The navy has confirmed the following.\n\n1. A drone fell in Riga.\n\n2. A drone fell in Tapa.",
        "navy",
    ),
    ("The quay burned, the mayor said, and a drone fell in Riga.", "mayor"),
    ("The quay burned, the mayor said, after a drone fell in Riga.", "mayor"),
    ("A drone fell in Riga, prosecutors in Tapa conclude from pictures.", "prosecutors in Tapa"),
    ("A drone fell in Riga, a letter by a port official suggests.", "letter by a port official"),
    ("A drone fell in Riga, the council of the port decided.", "council of the port"),
    ("A drone fell in Riga, the army chief, General Ana Ruiz, posted on Friday.", "Ana Ruiz"),
    ("The owner of that boat confirmed that a drone fell in Riga.", "owner of that boat"),
    ("The lorry drivers' club said that a drone fell in Riga.", "lorry drivers' club"),
    ("The port authority announces:\n\nThe quay is closed.\n\nA drone fell in Riga.", "port authority"),
    ("LATVIA SAYS\nA drone fell in Riga.\n\nWHAT IS SEEN\nThe quay is closed.", "LATVIA"),
]


@pytest.mark.parametrize(("text", "source"), SAID, ids=[text[:40] for text, _ in SAID])
def test_who_said_it(read, text, source):
    found = [c.source for c in read(text) if c.kind == "impact"]
    assert found
    assert set(found) == {source}


def test_a_denial_with_its_day_before_the_verb(read):
    (claim,) = read("Estonia's army on Tuesday denied reports that 200 Russian soldiers were in Tapa.")
    assert (claim.stance, claim.source, claim.date) == ("denied", "Estonia's army", "2024-10-29")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # An order or a promise is said by who gives it.
        ("On Monday Nicolás Maduro ordered 5,000 soldiers to Odesa.", "Nicolás Maduro"),
        ("The Pentagon ordered 500 soldiers to go to Odesa.", "Pentagon"),
        # Who was named right before in the paragraph speaks on ...
        ("Three drones fell in Sumy, the ministry said. A drone came down in Odesa.", "ministry"),
        # ... but not of another day, nor in the next paragraph, and nobody is no source.
        ("Three drones fell in Sumy, the ministry said. On July 3 a drone came down in Odesa.", ""),
        ("Three drones fell in Sumy, the ministry said.\n\nA drone came down in Odesa.", ""),
        ("Nobody said that a drone fell in Odesa.", ""),
        # A colon hands on who spoke right before.
        (
            "Drones struck, the governor said. As to where they fell:\n- two drones fell in Odesa;",
            "governor",
        ),
        ("The same day the army said that a drone fell in Odesa.", "army"),
        ("A drone fell in Odesa, current and former officials said.", "current and former officials"),
        ("Satellite pictures taken on Monday show 500 soldiers in Odesa.", "Satellite pictures"),
        (
            "The Bear Brigade, another outfit in Moscow's pay, said that it had sent 50 men to Odesa.",
            "Bear Brigade",
        ),
    ],
)
def test_who_says_so(read, text, source):
    assert {claim.source for claim in read(text) if claim.place_text == "Odesa"} == {source}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{}, Ukraine's General Staff said in its evening report.", "Ukraine's General Staff"),
        ("{}, a senior U.S. official who asked not to be named said.", "senior U.S. official"),
        ("{}, the Interfax news agency quoted the ministry as saying.", "ministry"),
        ("{}, Interfax reported, citing the defence ministry.", "Interfax"),
        ("It was reported by the regional police that {}.", "regional police"),
        ("Governor Ana Ruiz went on to say that {}.", "Ana Ruiz"),
        ("Mayor Ana Ruiz: {}.", "Ana Ruiz"),
        ("By the ministry's account, {}.", "ministry"),
        ("By the army's count, {}.", "army"),
        ("Per the air force, {}.", "air force"),
        ("The governor posted on Telegram that {}.", "governor"),
        ("{}, the governor posted on Telegram.", "governor"),
        ("In a letter to parliament the minister wrote that {}.", "minister"),
        ("Two researchers who studied the pictures say {}.", "Two researchers"),
    ],
)
def test_every_form_in_which_a_sentence_names_its_source(read, text, source):
    (claim,) = read(text.format("two Russian missiles struck Kharkiv"))
    assert claim.source == source


def test_whose_its_ships_are_is_told_by_who_acts_and_not_by_who_says_so(read):
    (claim,) = read("U.S. researchers said that Russia is moving its ships to Aden.")
    assert claim.actor == "RUS"


def test_a_count_of_ones_own(read):
    (claim,) = read("Latvia has 200 soldiers in Tapa, by its own count.")
    assert (claim.actor, claim.source) == ("LVA", "Latvia")


def test_a_denial_ends_before_the_colon(read):
    claims = read("Villagers near Tapa denied that: the soldiers were still in Riga, they said.")
    assert [(c.stance, c.place_text) for c in claims] == [("asserted", "Riga")]


def test_a_lead_in_after_a_claim_speaks_for_its_own_paragraph_only(read):
    claims = read("A missile fell in Sumy.\n\nThe mayor said:\n\nAll is calm.\n\nA drone fell in Riga.")
    assert [c.source for c in claims] == ["", ""]


@pytest.mark.parametrize(
    ("details", "source"),
    [
        ("On Monday two Latvian ships were in Riga.", "port captain"),
        ("On Monday two Estonian ships were in Riga.", ""),
        ("The mayor spoke of schools.\n\nTwo Latvian ships were in Riga.", ""),
    ],
)
def test_who_ends_a_first_sentence_that_sums_up_tells_the_details(read, details, source):
    claims = read(f"Latvia sent its ships to sea, the port captain said.\n\n{details}")
    assert {c.source for c in claims} == {source}


@pytest.mark.parametrize("who", ["U.S. Central Command (CENTCOM)", "Tokyo", "the Guards"])
def test_a_number_of_weapons_behind_who_is_quoted_is_no_part_of_the_name(read, who):
    found = read(f"According to {who} two anti-ship ballistic missiles were fired from Sohae on Sunday.")
    assert {claim.source.removeprefix("the ") for claim in found} == {who.removeprefix("the ")}
