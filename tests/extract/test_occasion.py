"""The day of what is told: its own, the one spoken of, and of a state the one on which it was said."""

import pytest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # "Said on Tuesday that they had hit" is the hit of Monday, spoken of before.
        (
            "Two missiles struck Sumy on Monday.\n\nThe army said on Tuesday that two had hit Odesa.",
            ["2024-10-28", "2024-10-28"],
        ),
        # A source has its day for all that it says of states.
        (
            "The ministry said on Tuesday that 50 soldiers were in Sumy. The ministry has sent 20 to Odesa.",
            ["2024-10-29", "2024-10-29"],
        ),
        # What a report is "as of" is the day of its states.
        (
            "These are the positions as of Oct. 28, 2024.\n\nThe frigate Admiral Essen is in Odesa.",
            ["2024-10-28"],
        ),
        # A paragraph that tells what was goes on with its day, the next one does not.
        (
            "On Wednesday two frigates left Odesa. Three others entered the port of Busan.",
            ["2024-10-30", "2024-10-30"],
        ),
        (
            "On Wednesday two frigates left Odesa.\n\nThree others are in the port of Busan.",
            ["2024-10-30", ""],
        ),
        # "Two days after the army ordered it" counts from what follows.
        ("The talks came two days after the army sent 50 soldiers to Sumy.", [""]),
    ],
)
def test_days(read, text, days):
    assert [claim.date for claim in read(text)] == days
