from datetime import date

import pytest

from sitmap.extract.text import clock, dates, document, mentions, numbers
from sitmap.extract.text.sentences import LONGEST, dateline_end, sentences
from sitmap.extract.text.tokens import tokenize
from sitmap.model import Report


def parts(text):
    tokens = tokenize(text)
    return [text[tokens[s.first].start : tokens[s.last - 1].end] for s in sentences(text, tokens)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hwasong-19, Soyuz-2.1a", ["Hwasong-19", ",", "Soyuz-2.1a"]),
        ("the U.S. sent 10,000", ["the", "U.S.", "sent", "10,000"]),
        ("Japan\u2019s EEZ", ["Japan", "\u2019s", "EEZ"]),
        ("at 7:11 a.m. today", ["at", "7:11", "a.m.", "today"]),
        ("ended.The next", ["ended", ".", "The", "next"]),
    ],
)
def test_tokens(text, words):
    assert [token.text for token in tokenize(text)] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It sank.", ["It fell.", "It sank."]),
        ("Gen. Smith spoke on Nov. 1 in Kyiv.", ["Gen. Smith spoke on Nov. 1 in Kyiv."]),
        ("A headline\n\nThe text.", ["A headline", "The text."]),
        ("Where they fell:\n- one at A;\n- two at B.", ["Where they fell:", "one at A;", "two at B."]),
        ("a line that is wrapped\nin its middle.", ["a line that is wrapped\nin its middle."]),
        ("He left at 7 a.m. The rest stayed.", ["He left at 7 a.m.", "The rest stayed."]),
    ],
)
def test_sentences(text, expected):
    assert parts(text) == expected


def test_a_text_without_stops_is_cut():
    tokens = tokenize("word " * 5000)
    assert max(s.last - s.first for s in sentences("word " * 5000, tokens)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("TOKYO, Nov. 1 (Wire A) - The missile", "The missile"),
        ("SAN JUAN, Puerto Rico, Sept. 15 (Wire) - Five jets", "Five jets"),
        ("LUBLIN - The wreckage", "The wreckage"),
        ("The missile flew", "The missile flew"),
    ],
)
def test_datelines(text, body):
    assert text[dateline_end(text) :] == body


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 8,000 troops", 8000, 8000),
        ("up to 8,000 troops", None, 8000),
        ("as many as 40 tanks", None, 40),
        ("more than 3,000 men", 3000, None),
        ("at least 15 ships", 15, None),
        ("8,000 to 10,000 soldiers", 8000, 10000),
        ("20-30 soldiers", 20, 30),
        ("two or three jets", 2, 3),
        ("between 350 and 700 men", 350, 700),
        ("a dozen rockets", 12, 12),
        ("two dozen soldiers", 24, 24),
        ("twenty-five missiles", 25, 25),
        ("half a million men", 500000, 500000),
        ("1.5 million shells", 1500000, 1500000),
    ],
)
def test_counts(text, low, high):
    tokens = tokenize(text)
    (count,) = numbers.counts(tokens, mentions.find(tokens), frozenset())
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["40 percent of them", "$500 was paid", "in 2024, he left", "5 years later", "152 mm guns"]
)
def test_what_is_no_count(text):
    tokens = tokenize(text)
    assert not numbers.counts(tokens, mentions.find(tokens), frozenset())


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("flew 1,000 kilometers", "length", 1000),
        ("70 nautical miles north", "length", 129.64),
        ("45 miles (72 km) away", "length", 72),
        ("130 miles (210 km) west", "length", 210),
        ("30,000 feet high", "length", 9.144),
        ("one hour and 26 minutes", "time", 86),
        ("19 minutes", "time", 19),
        ("half a minute", "time", 0.5),
        ("90 seconds", "time", 1.5),
    ],
)
def test_measures(text, kind, value):
    tokens = tokenize(text)
    (measure,) = numbers.measures(tokens, mentions.find(tokens), frozenset())
    assert measure.kind == kind
    assert measure.value == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("at 7:11 am local time", "07:11", "local"),
        ("at around 10:14 (JST) today", "10:14", "Asia/Tokyo"),
        ("at 10:44 p.m. (1344 GMT)", "22:44", ""),
        ("at 2240 UTC on 8 June", "22:40", "UTC"),
        ("at 6:57 on the morning of Friday", "06:57", ""),
        ("at 9:12 p.m. EST", "21:12", "America/New_York"),
        ("at 12:05 a.m.", "00:05", ""),
        ("at 17:27 Beijing time", "17:27", "Asia/Shanghai"),
        ("around midnight", "00:00", ""),
        ("at 0312Z", "03:12", "UTC"),
    ],
)
def test_clock_times(text, time, zone):
    tokens = tokenize(text)
    found = clock.clocks(tokens, mentions.find(tokens))[0]
    assert (found.time, found.timezone) == (time, zone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 15 September 2025", date(2025, 9, 15)),
        ("on October 28", date(2024, 10, 28)),
        ("on December 22", date(2023, 12, 22)),
        ("on Sept. 2", date(2024, 9, 2)),
        ("on 2024-06-08", date(2024, 6, 8)),
        ("on Thursday", date(2024, 10, 31)),
        ("on Friday", date(2024, 11, 1)),
        ("yesterday", date(2024, 10, 31)),
        ("on Thursday, 31 October", date(2024, 10, 31)),
        ("On October 28 he spoke; three days later", date(2024, 10, 28)),
        ("overnight into Sunday", date(2024, 10, 27)),
        ("overnight from Saturday to Sunday", date(2024, 10, 27)),
        ("on Saturday night, and again", date(2024, 10, 26)),
    ],
)
def test_days_against_publication(text, expected):
    tokens = tokenize(text)
    found = dates.days(tokens, mentions.find(tokens), published=date(2024, 11, 1), body=0)
    assert found[0].day == expected


def test_days_told_from_another_day():
    tokens = tokenize("On October 28 it moved. Three days earlier it stood; the day after the 29th,")
    found = dates.days(tokens, mentions.find(tokens), published=date(2024, 11, 1), body=0)
    assert [day.day for day in found][:2] == [date(2024, 10, 28), date(2024, 10, 25)]


def test_a_plan_means_the_coming_day():
    tokens = tokenize("They will arrive on Tuesday")
    (day,) = dates.days(tokens, mentions.find(tokens), published=date(2024, 11, 1), body=0)
    assert (day.day, day.ahead) == (date(2024, 10, 29), date(2024, 11, 5))


@pytest.mark.parametrize("text", ["on Thursday", "on October 28", "three days earlier"])
def test_without_a_publication_date_relative_days_stay_open(text):
    tokens = tokenize(text)
    found = dates.days(tokens, mentions.find(tokens), published=None, body=0)
    assert [day.day for day in found] == [None]


def test_the_name_of_a_rocket_is_no_date():
    report = Report(report_id="x", text="A Long March 5 rocket rose on 3 May.", published=date(2024, 5, 4))
    assert [day.day for day in document.read(report, ()).days] == [date(2024, 5, 3)]
