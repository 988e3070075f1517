"""On what day it was, in the ways that newsrooms tell it; published on Friday, 1 November 2024."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two missiles hit a depot in Odesa on Thursday.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa on Thursday night.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa overnight.", "2024-11-01"),
        ("Two missiles hit a depot in Odesa last night.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa this morning.", "2024-11-01"),
        ("Two missiles hit a depot in Odesa yesterday.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa two days ago.", "2024-10-30"),
        ("Two missiles hit a depot in Odesa a week ago.", "2024-10-25"),
        ("Two missiles hit a depot in Odesa three days earlier.", "2024-10-29"),
        ("Two missiles hit a depot in Odesa the day before yesterday.", "2024-10-30"),
        ("Two missiles hit a depot in Odesa on the night of 28-29 October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on the night of 28 to 29 October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on the night of October 28-29.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on the night of 28 October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa in the night to Thursday.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa in the early hours of Thursday.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa early on Thursday.", "2024-10-31"),
        ("Two missiles hit a depot in Odesa late on Wednesday.", "2024-10-30"),
        ("Two missiles hit a depot in Odesa on Wednesday evening.", "2024-10-30"),
        ("Two missiles hit a depot in Odesa between Tuesday and Wednesday.", "2024-10-29"),
        ("Two missiles hit a depot in Odesa overnight into Wednesday.", "2024-10-30"),
        ("Two missiles hit a depot in Odesa on 28 October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on 28 Oct.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on Oct 28.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on October 28th.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on the 28th of October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on the 28th.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on 28/10/2024.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on 28.10.2024.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on 2024-10-28.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on 28 October last year.", "2023-10-28"),
        ("Two missiles hit a depot in Odesa on 28 October 2022.", "2022-10-28"),
        ("Two missiles hit a depot in Odesa last Monday.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on Monday of last week.", "2024-10-21"),
        ("Two missiles hit a depot in Odesa on Monday last week.", "2024-10-21"),
        ("Two missiles hit a depot in Odesa the previous Monday.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa last weekend.", "2024-10-26"),
        ("Two missiles hit a depot in Odesa at the weekend.", "2024-10-26"),
        ("Two missiles hit a depot in Odesa over the weekend.", "2024-10-26"),
        ("Two missiles hit a depot in Odesa on the last day of September.", "2024-09-30"),
        ("Two missiles hit a depot in Odesa on the first Monday of October.", "2024-10-07"),
        ("Two missiles hit a depot in Odesa on Oct. 28 (Monday).", "2024-10-28"),
        ("Two missiles hit a depot in Odesa on Monday, Oct. 28.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa Monday.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa Monday morning.", "2024-10-28"),
        ("On Monday morning, two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Monday's missile strike on Odesa killed two.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa at noon on 28 October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa at 3 a.m. on Monday.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa at 3 a.m. today.", "2024-11-01"),
        ("Two missiles hit a depot in Odesa earlier today.", "2024-11-01"),
        ("Two missiles hit a depot in Odesa from 28 to 29 October.", "2024-10-28"),
        ("Two missiles hit a depot in Odesa in October.", ""),
        ("28 October: two missiles hit a depot in Odesa.", "2024-10-28"),
        ("28 Oct - Two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Mon 28 Oct: Two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Mon 28: Two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Mon 28, 11:56 - Two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Sun. 27 - Two missiles hit a depot in Odesa.", "2024-10-27"),
        ("MONDAY. Two missiles hit a depot in Odesa.", "2024-10-28"),
        ("MONDAY\n\nTwo missiles hit a depot in Odesa.", "2024-10-28"),
        ("Monday 28 October\n\nTwo missiles hit a depot in Odesa.", "2024-10-28"),
        ("28 OCTOBER\n\u2013 Two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Situation on 28 October. Two frigates are moored at Busan.", "2024-10-28"),
        ("As of 28 October two frigates are moored at Busan.", "2024-10-28"),
        ("As at 28 October, two frigates are moored at Busan.", "2024-10-28"),
        ("By 28 October two frigates were moored at Busan.", "2024-10-28"),
        ("Two frigates have been moored at Busan since 28 October.", "2024-10-28"),
        ("Since Monday two frigates have been moored at Busan.", "2024-10-28"),
        ("Two frigates are moored at Busan, the navy said on Monday.", "2024-10-28"),
        ("The navy said on Monday that two frigates will go to Busan.", "2024-10-28"),
        ("Two frigates will go to Busan on 5 November, the navy said on Monday.", "2024-11-05"),
        ("Two frigates will go to Busan next Tuesday.", "2024-11-05"),
        ("Two frigates will go to Busan on Tuesday.", "2024-11-05"),
        ("Two frigates will go to Busan tomorrow.", "2024-11-02"),
        ("Two frigates are due at Busan on 12 January.", "2025-01-12"),
        ("Satellite pictures of 28 October show two frigates at Busan.", "2024-10-28"),
        ("An image taken on Monday shows two frigates at Busan.", "2024-10-28"),
        ("Two frigates could be seen at Busan in a picture dated 28 October.", "2024-10-28"),
        ("Talks were held on Monday. On the same day two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Talks were held on Monday. That night two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Talks were held on Monday. Two hours later two missiles hit a depot in Odesa.", "2024-10-28"),
        ("Talks were held on Monday. The next day two missiles hit a depot in Odesa.", "2024-10-29"),
        ("Talks were held on Monday. A day later two missiles hit a depot in Odesa.", "2024-10-29"),
        ("Talks were held on Monday. Two days later two missiles hit a depot in Odesa.", "2024-10-30"),
        ("Talks were held on Monday. The following night two missiles hit a depot in Odesa.", "2024-10-29"),
        ("Talks were held on Monday. The night before, two missiles hit a depot in Odesa.", "2024-10-27"),
        ("Talks were held on Monday. The day before, two missiles hit a depot in Odesa.", "2024-10-27"),
    ],
)
def test_a_day_is_told_from_the_report_the_month_or_the_day_before(read, text, day):
    assert read(text)[0].date == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "22.31 - Two missiles hit a depot in Odesa.\n\n00.20 - Two drones hit a pier in Riga.",
            ["2024-10-31", "2024-11-01"],
        ),
        (
            "22:31 Two missiles hit a depot in Odesa.\n\n23:20 Two drones hit a pier in Riga.",
            ["2024-11-01", "2024-11-01"],
        ),
        (
            "01.10 - Two drones hit a pier in Riga.\n\n23.40 - Two missiles hit a depot in Odesa.",
            ["2024-10-31", "2024-11-01"],
        ),
        ("13:30 Latvia has moved howitzers to Riga.\n\n14:10 Sirens in Tapa.", ["2024-11-01"]),
    ],
)
def test_entries_of_a_live_account_pass_midnight(read, text, days):
    assert sorted(claim.date for claim in read(text)) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two missiles hit a depot in Odesa on Wednesday.\n\nFour frigates sailed to Busan.", "2024-10-30"),
        ("Two missiles hit a depot in Odesa on Wednesday.\n\nA howitzer was set up near Riga.", "2024-10-30"),
        # Another time is told, or none: a state of affairs.
        ("Two missiles hit a depot in Odesa on Wednesday.\n\nFour frigates sailed to Busan last month.", ""),
        ("Two missiles hit a depot in Odesa on Wednesday.\n\nFour frigates were once moored at Busan.", ""),
        ("Two missiles hit a depot in Odesa on Wednesday.\n\nFour frigates are moored at Busan.", ""),
        (
            "Two missiles hit a depot in Odesa on Wednesday.\n\nTokyo always denied that men were in Busan.",
            "",
        ),
        ("Two missiles hit a depot in Odesa in June.\n\nFour frigates sailed to Busan.", ""),
    ],
)
def test_what_was_done_was_done_on_the_day_of_the_news(read, text, day):
    assert next(claim.date for claim in read(text) if claim.kind == "deployment") == day


def test_a_log_counts_from_the_month_of_its_weekday(read):
    claims = read("Sun 2, 11:56 - Two missiles hit a depot in Odesa.", published=date(2025, 11, 10))
    assert claims[0].date == "2025-11-02"
