"""Launches and impacts told in other ways than by a subject, a verb and its place in this order."""

import pytest

#: A participle that opens the sentence, and a subject behind its verb.
TURNED = [
    (
        "Launched from Sohae at 6:30 a.m., the rocket broke up over the Sea of Japan.",
        [("launch", "Sohae"), ("impact", "Sea of Japan")],
    ),
    (
        "Fired from the Red Sea, the Tomahawks struck targets in Aden on Friday.",
        [("launch", "Red Sea"), ("impact", "Aden")],
    ),
    ("Hit overnight by six drones, the refinery at Bryansk was still burning.", [("impact", "Bryansk")]),
    ("Struck by a missile on Sunday was the port of Odesa.", [("impact", "Odesa")]),
    ("Up from Baikonur on Friday went a Soyuz-2.1b.", [("launch", "Baikonur")]),
    ("Out of Sunan came two ballistic missiles on Sunday night.", [("launch", "Sunan")]),
    ("Into the Sea of Japan on Tuesday fell what Seoul calls a Hwasong-12.", [("impact", "Sea of Japan")]),
    ("On the market of Sumy fell a Russian missile at noon.", [("impact", "Sumy")]),
    ("Launched in March, the programme has helped two rocket makers in Riga.", []),
]
#: Rows of a list, and forms of labelled fields.
LISTED = [
    ("16 OCT - KHARKIV - 4 x Shahed-136 on warehouse, 2 hurt.", [("impact", "KHARKIV")]),
    ("17 Oct: Odesa, 2 x Iskander-M, railway depot damaged", [("impact", "Odesa")]),
    ("Sat 19 Oct, 02:10 - tower block, Sumy - 1 ballistic missile - 6 killed.", [("impact", "Sumy")]),
    ("Sat 19 Oct, 21:15 - launches seen, Wonsan area - about 12 rockets.", [("launch", "Wonsan area")]),
    ("Tapa - 12 x HIMARS, Riga - 24 x HIMARS.", []),
    ("Musudan: no orbital launch in October.", []),
    ("Vehicle: Soyuz-2.1a. Site: Baikonur. Liftoff: 21:40 UTC, 12 October.", [("launch", "Baikonur")]),
    ("Rocket: Atlas V\nLaunch site: Cape Canaveral\nOutcome: success", [("launch", "Cape Canaveral")]),
    ("Weapon: Kh-101. Target: power plant, Sumy. Date: 11 October.", [("impact", "Sumy")]),
    ("Rocket: Soyuz-2.1a. Pad: Baikonur. Date: NET 30 November.", []),
    ("Ten rockets were fired at noon. Launch area: north of Bryansk.", [("launch", "north of Bryansk")]),
]
LISTED += [("SUMY, 06:30: two Kinzhals on the power station.", [("impact", "SUMY")])]
#: Nouns of launches and hits whose weapon stands elsewhere.
UNNAMED = [
    ("Liftoff from Baikonur came at 10:31 p.m. on Sunday. The Soyuz-2.1a carried a probe.", ["Baikonur"]),
    ("A second launch, from Musudan, followed at noon. It was of a medium-range missile.", ["Musudan"]),
    (
        "North Korea fired a ballistic missile on Friday. The launch from Sunan came after a drill.",
        ["Sunan"],
    ),
    ("A direct hit on a block of flats in Odesa killed three; the missile came at night.", ["Odesa"]),
    ("Kharkiv: direct hit by a Shahed on a school.", ["Kharkiv"]),
    ("Monday's strike on the port of Odesa lasted two hours. Drones came in waves.", ["Odesa"]),
    ("The mayor counted nine impacts in Sumy on Friday, all of them by Grad rockets.", ["Sumy"]),
    ("A missile fell on Sumy on Monday. An Iranian air strike on Riga killed two.", ["Sumy"]),
    ("An attack on a checkpoint in Niger killed four soldiers. Drones were seen later.", []),
    ("Images show preparations for a launch from Sohae, where a rocket stands on the pad.", []),
    ("The state wants 30 launches a year from Baikonur. Its rocket is new.", []),
]
#: What was hit, told by what it did, left or was used against.
HIT = [
    ("Missile impacts were recorded in Odesa and Sumy on Friday.", [("impact", "Odesa"), ("impact", "Sumy")]),
    ("A missile destroyed a house, killing four people, in Sumy on Monday.", [("impact", "Sumy")]),
    (
        "Firefighters in Odesa were still at work after three drones set a fuel tank alight.",
        [("impact", "Odesa")],
    ),
    ("People in Sumy woke to explosions: a missile had struck a gas store.", [("impact", "Sumy")]),
    ("Kharkiv was the target of twelve missiles, of which three struck home.", [("impact", "Kharkiv")]),
    ("The port of Odesa took three hits from drones on Tuesday.", [("impact", "Odesa")]),
    ("A crater is what the missile left in a field at Sumy on Tuesday.", [("impact", "Sumy")]),
    ("Twenty drones headed for Kharkiv on Friday, the army said.", []),
    ("Debris of an interceptor fell on a school in Sumy.", [("impact", "Sumy")]),
    ("Police recovered parts of a drone from a reed bed near Odesa.", [("impact", "Odesa")]),
    ("Kyiv said it had used ATACMS against an arsenal at Bryansk.", [("impact", "Bryansk")]),
    ("Russia answered with an Oreshnik against Odesa on Thursday.", [("impact", "Odesa")]),
    ("Iran warned that it would use missiles against Odesa.", []),
]


#: Where something rose, told by other verbs and nouns, and where it did not.
ROSE = [
    ("A Minuteman III leapt from its silo at Cape Canaveral on Friday.", [("launch", "Cape Canaveral")]),
    ("At Baikonur on Sunday a Long March 7A lifted off at dusk.", [("launch", "Baikonur")]),
    ("The air force gave the launch site of the Oreshnik as Sunan.", [("launch", "Sunan")]),
    ("Radars tracked a missile from Sunan on Friday.", [("launch", "Sunan")]),
    ("The count at Baikonur reached zero at noon, and the Soyuz-2.1a rose.", [("launch", "Baikonur")]),
    ("Seoul gives 6:29 a.m. for the rocket's departure from Sohae.", [("launch", "Sohae")]),
    ("The ship let go two SM-6s off Guam on Thursday.", [("launch", "Guam")]),
    ("The Shaheds had set out from Bryansk, the air force said.", [("launch", "Bryansk")]),
    ("The president's departure from Riga was delayed; missiles were on his mind.", []),
]
DENIED = [
    ("No missile was fired from Poland on Monday, the ministry in Warsaw said.", "Poland"),
    ("Not one drone was launched from Latvia, said the defence minister.", "Latvia"),
    ("The drones did not come from Iran, Hezbollah said on Monday.", "Iran"),
]
#: Who is hurt by a hit, deals with it or is fired at, and what lies where it fell, is no force at the place.
AROUND = [
    ("Two soldiers were hurt at Sumy when a missile fell on a barn.", [("impact", "Sumy")]),
    ("Police sealed off the street in Sumy after a drone hit a block of flats.", [("impact", "Sumy")]),
    (
        "Nine drones came down on Monday. One of the drones still lay in a field at Sumy.",
        [("impact", "Sumy")],
    ),
    ("Guards at the plant in Odesa saw the drone hit the roof.", []),
]
#: What points back, and what is said to be among the places hit.
POINTING = [
    (
        "Two missiles rose from Wonsan on Friday. One more went up from the same place at noon.",
        [("launch", "Wonsan"), ("launch", "the same place")],
    ),
    ("SUMY - A drone fell on this town on Thursday night.", [("impact", "this town")]),
    (
        "Among the places hit by missiles were Odesa and Sumy.",
        [("impact", "Odesa"), ("impact", "Sumy")],
    ),
    ("Two of the five rockets fired at Kharkiv on Friday landed on the airport.", [("impact", "Kharkiv")]),
]
#: Where a test was held, and what ships fired at.
HELD = [
    ("North Korea tested a cruise missile at Wonsan on Friday.", [("launch", "Wonsan")]),
    ("A cruise missile test took place near Wonsan on Friday.", [("launch", "Wonsan")]),
    ("The Soyuz-2.1a launch at Baikonur on Sunday failed.", [("launch", "Baikonur")]),
    ("Iran fired 30 Tomahawks from a submarine at Odesa on Sunday.", [("launch", "Iran")]),
]
WORDED = TURNED + LISTED + HIT + ROSE + AROUND + POINTING + HELD


@pytest.mark.parametrize(("text", "place"), DENIED, ids=[text[:40] for text, _ in DENIED])
def test_a_launch_that_somebody_says_there_was_not_is_denied(read, text, place):
    (claim,) = read(text)
    assert (claim.kind, claim.stance, claim.place_text) == ("launch", "denied", place)
    assert claim.source


@pytest.mark.parametrize(("text", "told"), WORDED, ids=[text[:40] for text, _ in WORDED])
def test_claims_of_turned_sentences_and_lists(read, text, told):
    assert [(c.kind, c.place_text) for c in read(text)] == told


@pytest.mark.parametrize(("text", "told"), UNNAMED, ids=[text[:40] for text, _ in UNNAMED])
def test_what_was_fired_is_named_elsewhere(read, text, told):
    found = [c for c in read(text) if c.kind in {"launch", "impact"}]
    assert [c.place_text for c in found] == told


def test_a_form_gives_its_day_and_clock_to_its_launch(read):
    (claim,) = read("Vehicle: Soyuz-2.1a. Site: Baikonur. Liftoff: 21:40 UTC, 12 October.")
    assert (claim.date, claim.time, claim.designation) == ("2024-10-12", "21:40", "Soyuz-2.1a")


def test_some_of_a_number_are_counted_by_the_first(read):
    (claim,) = read("Three of four North Korean missiles fell in the Sea of Japan on Monday.")
    assert (claim.count_min, claim.count_max) == (3, 3)
