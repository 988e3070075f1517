"""What is told as context: vague periods that are over, old days, and what goes on all the same."""

from datetime import date

import pytest

from sitmap.extract.text import mentions, periods
from sitmap.extract.text.tokens import tokenize

#: 1 November 2024, the day on which the `read` fixture publishes.
PUBLISHED = date(2024, 11, 1)


@pytest.mark.parametrize(
    ("text", "at", "over"),
    [
        ("in 2022", 1, date(2022, 12, 31)),
        ("since late 2020", 2, date(2020, 12, 31)),
        ("last year", 0, date(2023, 12, 31)),
        ("last month", 0, date(2024, 10, 31)),
        ("last March", 0, date(2024, 3, 31)),
        ("last December", 0, date(2023, 12, 31)),
        ("last autumn", 0, date(2023, 11, 30)),
        ("in the spring", 2, date(2024, 5, 31)),
        ("in the spring of 2023", 2, date(2023, 5, 31)),
        ("this winter", 1, date(2024, 2, 29)),
    ],
)
def test_a_period_ends_on_its_last_day(text, at, over):
    tokens = tokenize(text)
    found = periods.period(tokens, mentions.find(tokens), at, PUBLISHED)
    assert found == (len(tokens), over)


@pytest.mark.parametrize(
    ("text", "at"), [("the fall of Riga", 1), ("2022 soldiers", 0), ("of 2000 troops", 1), ("at last", 1)]
)
def test_what_is_no_period(text, at):
    tokens = tokenize(text)
    assert periods.period(tokens, mentions.find(tokens), at, PUBLISHED) is None


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Russian troops left Kharkiv in March.", True),
        ("Russian troops left Kharkiv in November.", False),
        ("Russian troops were driven out of Kharkiv in the spring of 2023.", True),
        ("A drone fell in Odesa in 2022.", True),
        ("Russian troops have been in Kharkiv since 2022.", False),
        ("Russian troops had been in Kharkiv since 2022.", False),
        ("Russian troops are to leave Kharkiv by November 30.", False),
        ("Russian troops leave Kharkiv on November 30.", False),
        ("The army said that two drones had fallen in Odesa.", False),
        ("Two drones had fallen in Odesa.", True),
        ("Russian troops used to be based in Kharkiv.", True),
    ],
)
def test_background(read, text, background):
    assert [claim.background for claim in read(text)] == [background]


def test_what_fell_days_before_the_news_is_background(read):
    text = "Two drones fell in Sumy on Thursday. One came down in Odesa on October {}."
    assert [claim.background for claim in read(text.format(20))] == [False, True]
    assert [claim.background for claim in read(text.format(29))] == [False, False]


def test_the_august_offensive_is_no_day_of_what_is_told_beside_it(read):
    (claim,) = read("Ukraine sent 500 soldiers to Sumy, where they met the August offensive.")
    assert not claim.background


def test_a_month_is_not_handed_on_as_the_day_of_what_follows(read):
    first, second = read(
        "Drones struck Sumy on Thursday. A drone that was built in March also fell in Odesa."
    )
    assert (first.date, second.background) == ("2024-10-31", False)
