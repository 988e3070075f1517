"""Numbers that stand for what was told of before, each with a place of its own or with that of the first."""

import pytest


def told(claims, *fields):
    return [tuple(getattr(claim, field) for field in fields) for claim in claims]


FIELDS = ("kind", "count_max", "status", "place_text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Iran fired missiles on Sunday. Two hit Kharkiv and three Odesa.",
            [("impact", 2, "", "Kharkiv"), ("impact", 3, "", "Odesa")],
        ),
        (
            "Russia fired missiles overnight. Five left Bryansk and two the Voronezh region.",
            [("launch", 5, "", "Bryansk")],
        ),
        (
            "Russia fired missiles overnight. Five left Bryansk and two Voronezh region.",
            [("launch", 5, "", "Bryansk"), ("launch", 2, "", "Voronezh region")],
        ),
        (
            "Eight drones hit Bryansk: three in Sumy, five in Odesa.",
            [("impact", 8, "", "Bryansk"), ("impact", 3, "", "Sumy"), ("impact", 5, "", "Odesa")],
        ),
        (
            "Denmark sent 90 soldiers. Sixty went to Tapa and 30 to Riga.",
            [("deployment", 60, "arriving", "Tapa"), ("deployment", 30, "arriving", "Riga")],
        ),
        (
            "Three Danish frigates came on Monday: one to Riga and two to Busan.",
            [("deployment", 1, "arriving", "Riga"), ("deployment", 2, "arriving", "Busan")],
        ),
        (
            "Four Danish F-16s arrived at Tapa on Monday, and two more on Tuesday.",
            [("deployment", 4, "arriving", "Tapa"), ("deployment", 2, "arriving", "Tapa")],
        ),
    ],
)
def test_each_share_has_its_place(read, text, expected):
    claims = told(read(text), *FIELDS)
    assert [claim for claim in claims if claim[3] not in {"Russia", "Iran"}] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A second followed at noon.", (1, "arriving", "")),
        ("Three more followed on Tuesday.", (3, "arriving", "2024-10-29")),
        ("Two more landed on Tuesday.", (2, "arriving", "2024-10-29")),
        ("A fifth is expected on Sunday.", (1, "planned", "2024-11-03")),
    ],
)
def test_more_of_those_told_of_went_where_they_did(read, sentence, expected):
    first, *rest = read(f"A Danish F-16 landed at Tapa on Monday. {sentence}")
    assert first.count_max == 1
    count, status, day = expected
    assert [(c.count_max, c.status, c.place_text, c.designation) for c in rest] == [
        (count, status, "Tapa", "F-16")
    ]
    assert rest[0].date == (day or "2024-10-28")


def test_a_second_missile_that_followed_fell_where_the_first_did(read):
    claims = read("A missile hit Odesa on Monday. Another followed on Tuesday.")
    assert told(claims, "kind", "place_text", "date") == [
        ("impact", "Odesa", "2024-10-28"),
        ("impact", "Odesa", "2024-10-29"),
    ]


def test_a_list_of_numbers_and_places_after_a_strike_tells_where_it_struck(read):
    claims = read(
        "Russian missiles hit nine plants on Monday. The list is long: three in Sumy and two at Odesa."
    )
    assert told(claims, "kind", "actor", "count_max", "place_text") == [
        ("impact", "RUS", None, "Sumy"),
        ("impact", "RUS", None, "Odesa"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested ten men in Riga and two in Tapa.",
        "Three died in Kharkiv, two of them in Sumy.",
        "Two more spoke on Tuesday.",
    ],
)
def test_numbers_of_other_things_are_no_shares(read, text):
    assert read(text) == ()


def test_the_hurt_are_not_what_fell(read):
    claims = read("A drone hit Odesa, wounding three people there and two in Sumy.")
    assert told(claims, "count_max", "place_text") == [(1, "Odesa")]
