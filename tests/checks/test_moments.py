"""Clock times beside a flight time, in wording of many kinds."""

import pytest

from sitmap.checks.moments import Moments, beside


@pytest.mark.parametrize(
    ("text", "words", "launch", "impact", "minutes"),
    [
        (
            "The rocket, launched at 9:05 p.m., came down off Andøya at 9:16 p.m. after 11 minutes.",
            "11 minutes",
            "21:05",
            "21:16",
            11,
        ),
        (
            "At 23:52 the missile was fired from Makran. It fell at 00:04 after 12 minutes aloft.",
            "12 minutes",
            "23:52",
            "00:04",
            12,
        ),
        (
            "Lift-off was at 04:10. It passed Guam at 04:21 and splashed down at 04:39, after 29 minutes.",
            "29 minutes",
            "04:10",
            "04:39",
            29,
        ),
        (
            "It took off at 7 a.m. (2200 GMT) and struck the hulk at 7:20 a.m. The flight took 20 minutes.",
            "20 minutes",
            "07:00",
            "07:20",
            20,
        ),
    ],
)
def test_times_go_with_their_verbs(text, words, launch, impact, minutes):
    found = beside(text, text.index(words))
    assert found == Moments(launch, impact)
    assert found.elapsed_min() == minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was fired at 6:42 a.m. and flew for ten minutes.", "ten"),
        ("Two were fired at 6:37 a.m. and 6:42 a.m.; one fell at 6:52 a.m. after 15 minutes.", "15"),
        ("It was fired at 6:42 a.m.\n\nAnother fell at 6:52 a.m. after a flight of 35 minutes.", "35"),
        ("It fired at 6:52 a.m. It fell nine minutes later; the ministry said so at 7:21 a.m.", "nine"),
        ("It fired at 6:52 a.m. It fell nine minutes later, the army confirmed at 7:21 a.m.", "nine"),
        (
            "Fired at 12:46 a.m. Pacific Time it fell at 8:16 p.m. by the local clock after 30 minutes.",
            "30",
        ),
        ("It was fired at 7 a.m. Moscow time and fell at 6:30 a.m. Kyiv time after 30 minutes.", "30"),
        ("It was fired at 36:42 and fell at 6:72 after 30 minutes.", "30"),
        ("The meeting began at 9:00 and ended at 10:00, and lasted 60 minutes.", "60"),
    ],
)
def test_nothing_is_made_of_half_a_pair(text, words):
    assert beside(text, text.index(words)) is None


def test_a_far_away_clock_is_not_taken():
    text = f"It was fired at 6:42 a.m.{' It was quiet.' * 60} It fell at 6:52 a.m. after 35 minutes."
    assert beside(text, text.index("35")) is None
