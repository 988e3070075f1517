"""Sentences of our own on public facts, and what a careful reader takes from each."""

from datetime import date

import pytest

import samples
import sitmap


def told(claims, *fields):
    return [tuple(getattr(claim, field) for field in fields) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Around 10,000 North Korean troops are in Russia.",
            ("deployment", "PRK", "troops", 10000, 10000, "present", "Russia", "in"),
        ),
        (
            "As many as 8,000 of the North Korean soldiers are stationed in the Kursk region.",
            ("deployment", "PRK", "troops", None, 8000, "present", "Kursk region", "in"),
        ),
        (
            "Turkey has around 800 soldiers in Qatar.",
            ("deployment", "TUR", "troops", 800, 800, "present", "Qatar", "in"),
        ),
        (
            "Ethiopia plans to send 10,000 soldiers to Somalia.",
            ("deployment", "ETH", "troops", 10000, 10000, "planned", "Somalia", "at"),
        ),
        (
            "More than 4,000 British troops will be deployed to Estonia next year.",
            ("deployment", "GBR", "troops", 4000, None, "planned", "Estonia", "at"),
        ),
        (
            "The last French soldiers left Niger in December.",
            ("deployment", "FRA", "troops", None, None, "withdrawn", "Niger", "at"),
        ),
        (
            "Germany is sending two Patriot batteries to Poland.",
            ("deployment", "DEU", "air-defence", 2, 2, "planned", "Poland", "at"),
        ),
        (
            "The carrier USS Carl Vinson arrived in Busan.",
            ("deployment", "USA", "ships", 1, 1, "arriving", "Busan", "in"),
        ),
        (
            "The British-led battlegroup is at Tapa with about 900 British soldiers.",
            ("deployment", "GBR", "troops", 900, 900, "present", "Tapa", "at"),
        ),
        (
            "North Korea fired two short-range ballistic missiles from Wonsan.",
            ("launch", "PRK", "srbm", 2, 2, "", "Wonsan", "from"),
        ),
        (
            "An ICBM was launched from Sunan.",
            ("launch", "PRK", "icbm", 1, 1, "", "Sunan", "from"),
        ),
        (
            "SpaceX launched a Falcon 9 from Cape Canaveral.",
            ("launch", "USA", "satellite-launcher", 1, 1, "", "Cape Canaveral", "from"),
        ),
        (
            "A Houthi missile struck a ship in the Gulf of Aden, about 50 nautical miles southwest of Aden.",
            ("impact", "Houthis", "missile", 1, 1, "", "Aden", "offset"),
        ),
        (
            "Two Russian Iskander-M ballistic missiles hit a hotel in Kharkiv.",
            ("impact", "RUS", "ballistic", 2, 2, "", "Kharkiv", "in"),
        ),
        (
            "Wreckage of a Ukrainian drone was found near Riga.",
            ("impact", "UKR", "drone", 1, 1, "", "Riga", "near"),
        ),
        (
            "Satellite images show that North Korea has repaired the launch pad at Sohae.",
            ("site", "PRK", "base", None, None, "", "Sohae", "at"),
        ),
    ],
)
def test_one_claim(read, text, expected):
    fields = ("kind", "actor", "asset", "count_min", "count_max", "status", "place_text", "relation")
    assert told(read(text), *fields) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A Tomahawk launched from Guam could reach Pyongyang.",
        "If troops were in Kharkiv, the war would widen.",
        "Are North Korean soldiers in Russia?",
        "The minister visited Riga and signed a treaty.",
        "Air defences shot down 20 drones over Odesa.",
        "The regiment held a parade in Pyongyang.",
        "Sanctions were put on a bank in Pyongyang.",
        "Jordan closed its airspace.",
        "The nuclear test at Punggye-ri was felt in Russia.",
        "RIGA, Nov. 1 (Wire) - The weather was fine.",
        "",
        "\n\n",
    ],
)
def test_no_claim(read, text):
    assert read(text) == ()


def test_a_list_gives_a_claim_each_and_the_total_to_none(read):
    claims = read("Russia deployed 3,000 soldiers in Kharkiv, Sumy and Odesa.")
    assert told(claims, "place_text", "count_min") == [("Kharkiv", None), ("Sumy", None), ("Odesa", None)]


def test_a_movement_gives_origin_and_destination(read):
    claims = read("Two Patriot batteries have been moved from South Korea to Iraq.")
    assert sorted(told(claims, "status", "place_text")) == [
        ("arriving", "Iraq"),
        ("withdrawn", "South Korea"),
    ]


def test_a_second_number_shares_the_verb(read):
    claims = read("The U.S. military has 2,500 troops in Iraq and 900 in Syria.")
    assert told(claims, "count_min", "place_text") == [(2500, "Iraq"), (900, "Syria")]


def test_a_state_that_fired_stands_for_the_place(read):
    (claim,) = read("Iran fired 180 ballistic missiles at Al Asad air base in Iraq.")
    assert (claim.kind, claim.place_text, claim.count_min) == ("launch", "Iran", 180)


def test_a_capital_stands_for_its_state(read):
    claims = read("Tehran fired 16 missiles on Tuesday. Iran has warned of more.")
    assert told(claims, "kind", "actor", "place_text") == [("launch", "IRN", "Iran")]


def test_a_weapon_named_like_a_place(read):
    (claim,) = read("North Korea launched a Musudan missile from Wonsan.")
    assert (claim.designation, claim.place_text) == ("Musudan", "Wonsan")


def test_a_ship_named_like_a_place(read):
    claims = read("The Russian cruiser Bryansk is in the Red Sea.")
    assert told(claims, "designation", "place_text") == [("Bryansk", "Red Sea")]


@pytest.mark.parametrize(
    ("text", "stance", "certainty", "source"),
    [
        ("Russian soldiers are in Sumy, the Kremlin said.", "asserted", "stated", "Kremlin"),
        ("The Kremlin denied that Russian soldiers were in Sumy.", "denied", "stated", "Kremlin"),
        ("NATO confirmed that Russian soldiers were in Sumy.", "asserted", "confirmed", "NATO"),
        ("Kyiv claims that Russian soldiers are in Sumy.", "asserted", "alleged", "Kyiv"),
        (
            "The UK Ministry of Defence assesses that Russian soldiers are in Sumy.",
            "asserted",
            "assessed",
            "UK Ministry of Defence",
        ),
        (
            "According to Defence Minister Itsunori Onodera, Russian soldiers are in Sumy.",
            "asserted",
            "stated",
            "Itsunori Onodera",
        ),
        ("No Russian soldiers are in Sumy, the Kremlin said.", "denied", "stated", "Kremlin"),
    ],
)
def test_who_says_so_and_how_surely(read, text, stance, certainty, source):
    (claim,) = read(text)
    assert (claim.stance, claim.certainty, claim.source) == (stance, certainty, source)


def test_numbers_of_a_flight_told_later_stand_on_launch_and_impact(read):
    claims = read(
        "North Korea launched an ICBM from Sunan at 7:11 a.m. It flew eastward for 1,000 km, reached a "
        "height of 7,000 km and landed at 8:37 a.m. about 200 km west of Okushiri Island, inside "
        "Japan's EEZ. "
        "The flight lasted one hour and 26 minutes.",
        tz="Asia/Tokyo",
    )
    launch, impact = claims
    numbers = ("range_km", "apogee_km", "flight_min", "bearing_deg", "event_id")
    assert told(claims, *numbers) == [(1000, 7000, 86, 90, launch.event_id)] * 2
    assert (launch.kind, launch.time, launch.tz) == ("launch", "07:11", "Asia/Tokyo")
    assert (impact.kind, impact.time, impact.zone_claim) == ("impact", "08:37", "inside:JPN-EEZ")
    assert (impact.offset_km, impact.offset_deg) == (200, 270)


def test_two_sources_give_a_claim_each(read):
    claims = read(
        "North Korea launched a missile from Pyongyang, Japan's Defense Ministry said. South Korea's "
        "military said that the missile was launched from Sunan."
    )
    assert told(claims, "place_text", "source") == [
        ("Pyongyang", "Japan's Defense Ministry"),
        ("Sunan", "South Korea's military"),
    ]
    assert len({claim.event_id for claim in claims}) == 1


def test_the_headline_is_no_claim_of_its_own(read):
    claims = read(
        "North Korean troops in Russia\n\nSome 3,000 North Korean troops are in Russia, Seoul said."
    )
    assert told(claims, "count_min", "source") == [(3000, "Seoul")]


def test_places_by_reference(read):
    claims = read("A missile rose from Sohae in May. Another was launched from the same station on June 3.")
    assert [claim.place_text for claim in claims] == ["Sohae", "the same station"]
    assert claims[1].anchors == claims[0].anchors


def test_list_entries_take_verb_and_source_from_their_lead_in(read):
    claims = read(
        "Russia fired 14 missiles. Where they fell, according to the governor:\n"
        "- two in Kharkiv;\n- one near Sumy;\n- several in Odesa."
    )
    impacts = [claim for claim in claims if claim.kind == "impact"]
    assert told(impacts, "place_text", "count_min", "source") == [
        ("Kharkiv", 2, "governor"),
        ("Sumy", 1, "governor"),
        ("Odesa", None, "governor"),
    ]


def test_earlier_events_are_background(read):
    news, earlier = read(
        "Five drones fell in Odesa on Thursday. In summer, on July 3, 2024, two drones had fallen in Sumy."
    )
    assert (news.date, news.background) == ("2024-10-31", False)
    assert (earlier.date, earlier.background) == ("2024-07-03", True)


def test_the_founding_story(toponyms):
    from sitmap import extract  # noqa: PLC0415 - beside the sample it reads

    claims = extract.claims(samples.FOUNDING, toponyms(samples.FOUNDING.text))
    fields = ("kind", "actor", "asset", "count_min", "count_max", "place_text", "date")
    expected = [tuple(getattr(claim, field) for field in fields) for claim in samples.FOUNDING_CLAIMS]
    assert told(claims, *fields) == expected
    flights = [claim for claim in claims if claim.kind != "deployment"]
    numbers = ("range_km", "apogee_km", "flight_min", "bearing_deg", "source")
    assert told(flights, *numbers)[:1] == [(1000, 7000, 86, 90, "Japan's Defense Ministry")]
    assert flights[1].zone_claim == "outside:JPN-EEZ"


def test_without_a_publication_date_a_weekday_gives_no_date(read):
    (claim,) = read("A drone fell in Odesa on Thursday.", published=None)
    assert claim.date == ""
    (claim,) = read("A drone fell in Odesa on 31 October 2024.", published=None)
    assert claim.date == "2024-10-31"


def test_every_field_points_at_its_words(read):
    text = "About 900 British soldiers are at Tapa, the ministry in London said on Thursday."
    (claim,) = read(text)
    words = {e.field: text[e.span.start : e.span.end] for e in claim.evidence}
    assert words["count"] == "About 900"
    assert words["place"] == "Tapa"
    assert words["source"] == "ministry in London"
    assert words["date"] == "Thursday"
    assert claim.published == date(2024, 11, 1).isoformat()


def test_a_labelled_line_says_what_stands_where():
    text = (
        "Who is where on the eastern flank:\n\n"
        "Estonia: British armour and infantry at Tapa.\n"
        "Lithuania: German troops near Rukla.\n"
        "Note: no soldier will speak in Riga.\n"
    )
    claims = sitmap.read_text(text, published="2025-06-10").claims
    assert [(c.actor, c.asset, c.place_text, c.status) for c in claims] == [
        ("GBR", "armour", "Tapa", "present"),
        ("GBR", "troops", "Tapa", "present"),
        ("DEU", "troops", "Rukla", "present"),
    ]


@pytest.mark.parametrize(
    ("ending", "source"),
    [
        ("US Secretary of State Antony Blinken said on Thursday.", "Antony Blinken"),
        ("US officials said.", "US officials"),
        ("Ukraine said.", "Ukraine"),
        ("Ukraine's air force said.", "Ukraine's air force"),
        ("said John Smith.", "John Smith"),
        ("said the defence minister, John Smith.", "John Smith"),
    ],
)
def test_a_source_may_stand_at_the_end(ending, source):
    (claim,) = sitmap.read_text(f"About 8,000 troops are in the Kursk region, {ending}").claims
    assert claim.source == source
    assert claim.quote == "About 8,000 troops are in the Kursk region"


def test_a_definite_thing_has_no_words_of_count():
    text = (
        "North Korea fired a missile from Sunan on 3 March 2024. "
        "The missile fell 300 km west of Okushiri Island."
    )
    claims = sitmap.read_text(text).claims
    assert [(c.kind, c.count_min, c.count_max, c.count_text) for c in claims] == [
        ("launch", 1, 1, "a"),
        ("impact", 1, 1, ""),
    ]


@pytest.mark.parametrize(
    ("ending", "areas"),
    [
        (", US officials said.", []),
        (", US Secretary of State Antony Blinken said.", []),
        (", Ukraine's army said.", []),
        (", in Russia, US officials said.", ["Russia"]),
        (", the U.S. European Command said.", []),
        (" in Russia, Canada some 2,000 at Riga in Latvia.", ["Russia"]),
        (" in Russia, Italy another 1,100 at Riga in Latvia.", ["Russia"]),
    ],
)
def test_a_state_that_speaks_is_no_area_that_the_place_lies_in(ending, areas):
    text = f"About 8,000 troops are in the Kursk region{ending}"
    (claim,) = sitmap.read_text(text).claims
    assert [text[span.start : span.end] for span in claim.within] == areas
