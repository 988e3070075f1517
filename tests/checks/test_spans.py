"""How long a flight took by the words of a text."""

import pytest

from sitmap.checks.spans import lasted


@pytest.mark.parametrize(
    ("text", "minutes", "words"),
    [
        ("It was in orbit 12 minutes after launch.", 12, "12 minutes"),
        ("It fell nine minutes after it was fired.", 9, "nine minutes"),
        ("It struck the depot after a flight of an hour and ten minutes.", 70, "an hour and ten minutes"),
        ("A flight of two hours and a half ended there.", 150, "two hours and a half"),
        ("They came after a flight of three hours.", 180, "three hours"),
        ("It came down after a flight of some 35 minutes.", 35, "35 minutes"),
        ("The 2-hour wait ended 1 hour 20 minutes after take-off.", 80, "1 hour 20 minutes"),
    ],
)
def test_what_a_text_counts_from_the_launch(text, minutes, words):
    (told,) = lasted(text)
    assert told.time.value == minutes
    assert text[told.start : told.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "It fell 12 minutes later.",
        "The alert lasted 12 minutes.",
        "Twelve minutes after the statement the lights went out.",
        "A flight of 12 aircraft and a flight of stairs.",
        "It was seen 0 minutes after launch.",
    ],
)
def test_minutes_of_anything_else_are_left(text):
    assert not list(lasted(text))
