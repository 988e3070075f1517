"""Synthetic reports by the thousand, of five claims each, at varied places and in varied words."""

import random
from datetime import date, timedelta

from sitmap.model import Report

_PLACES = (
    *(
        "Sumy",
        "Kharkiv",
        "Odesa",
        "Kyiv",
        "Lviv",
        "Dnipro",
        "Kherson",
        "Poltava",
        "Chernihiv",
        "Zaporizhzhia",
    ),
    *(
        "Belgorod",
        "Kursk",
        "Bryansk",
        "Voronezh",
        "Tel Aviv",
        "Haifa",
        "Damascus",
        "Aleppo",
        "Homs",
        "Beirut",
    ),
    *("Tehran", "Isfahan", "Baghdad", "Erbil", "Mosul", "Sanaa", "Hodeidah", "Aden", "Riyadh", "Pyongyang"),
    *(
        "Wonsan",
        "Seoul",
        "Busan",
        "Okinawa",
        "Manila",
        "Taipei",
        "Hanoi",
        "Delhi",
        "Karachi",
        "Rostov-on-Don",
    ),
)
_SENTENCES = (
    "{n} troops arrived in {place} on {day}, the {who} said.",
    "{n} drones struck a {what} in {place} on {day}.",
    "A missile hit a {what} in {place} on {day}, wounding {m} people.",
    "About {n} soldiers are deployed in {place}, according to the {who}.",
    "{m} ballistic missiles were fired from {place} on {day}, the {who} said.",
    "{n} tanks were moved to {place}, residents told reporters on {day}.",
)
_WHAT = ("depot", "barracks", "power station", "bridge", "rail yard", "warehouse", "refinery", "hangar")
_WHO = (
    "defence ministry",
    "governor",
    "general staff",
    "army spokesman",
    "mayor",
    "air force",
    "regional council",
)
_FILLING = (
    "weather",
    "harvest",
    "budget",
    "schools",
    "traffic",
    "prices",
    "elections",
    "football",
    "tourism",
    "rain",
)


def reports(number: int) -> list[Report]:
    """Make reports that no two runs make differently."""
    draw = random.Random(7)  # noqa: S311 - variety, not secrecy
    return [_report(index, draw) for index in range(number)]


def _report(index: int, draw: random.Random) -> Report:
    published = date(2024, 1, 1) + timedelta(days=draw.randrange(300))
    told = published - timedelta(days=draw.randrange(3))
    sentences = [
        sentence.format(
            n=draw.randrange(20, 9_000),
            m=draw.randrange(2, 20),
            place=place,
            day=f"{told:%B} {told.day}",
            who=draw.choice(_WHO),
            what=draw.choice(_WHAT),
        )
        for sentence, place in zip(draw.sample(_SENTENCES, 5), draw.sample(_PLACES, 5), strict=True)
    ]
    between = [" ".join(draw.choices(_FILLING, k=12)).capitalize() + "." for _ in sentences]
    text = "\n\n".join(f"{one} {other}" for one, other in zip(sentences, between, strict=True))
    return Report(
        report_id=f"r{index}",
        text=text,
        title=f"Report {index}",
        publisher=f"Agency {index % 40}",
        published=published,
    )
