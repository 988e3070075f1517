"""Time the opening of a large case, step by step: `python tests/benchmarks/bench_case.py [REPORTS]`.

Makes synthetic reports of some five claims each from templates, at varied places and with varied words, puts
them into a case and opens it as the app does, short of the browser: the snapshot, the readings, the reviews,
the checks, and the drawing that goes to the browser. Beside it, in the same run, a loop of folium Markers
with popup and tooltip draws the same claims. The aim for 2,000 reports and 10,000 claims is a map in 3 s
and 1.5 GB, which is not reached yet: what each step takes is printed, with the greatest memory so far.
"""

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import folium

from sitmap import case, pipeline
from sitmap.model import Claim, Report
from sitmap.pages.drawing import drawing

_REPORTS = 2_000
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


@contextmanager
def timed(what: str, spent: dict[str, float]) -> Iterator[None]:
    """Print what a step took, and what the process has needed at most until now."""
    start = time.perf_counter()
    yield
    spent[what] = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    sys.stdout.write(f"{what:<44} {spent[what]:8.2f} s   {peak:5.2f} GB at most\n")
    sys.stdout.flush()


def markers(claims: tuple[Claim, ...]) -> str:
    """Draw the claims as folium's own tutorial does: a Marker each."""
    drawn = folium.Map(tiles=None)
    for claim in claims:
        where = claim.location
        if where is not None and where.lat is not None and where.lon is not None:
            folium.Marker((where.lat, where.lon), popup=claim.quote, tooltip=claim.summary).add_to(drawn)
    return str(drawn.get_root().render())


def main() -> None:
    """Make a case, open it, and draw it both ways."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else _REPORTS
    spent: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        own = case.Case.create(Path(folder, "case.gpkg"))
        with timed("put the reports into the case", spent):
            own.add(reports(number))
        with timed("snapshot", spent):
            found = case.Case.open(own.path).snapshot()
    with timed("read the reports (once a session)", spent):
        readings = pipeline.read_reports(found.reports)
    with timed("apply the reviews", spent):
        reviewed = case.apply(readings, found.history)
    with timed("events and checks", spent):
        situation = pipeline.assemble(reviewed.readings)
    with timed("drawing for the browser", spent):
        made = drawing(situation, datetime.now(UTC))
    with timed("baseline: a folium Marker a claim", spent):
        page = markers(situation.claims)
    sizes = ", ".join(f"{name} {len(json.dumps(part)) / 1e6:.1f} MB" for name, part in made.items())
    sys.stdout.write(
        f"{number} reports, {len(situation.claims)} claims, {len(situation.findings)} findings\n"
    )
    sys.stdout.write(f"drawing: {sizes}; folium's page {len(page) / 1e6:.1f} MB\n")
    ratio = spent["baseline: a folium Marker a claim"] / spent["drawing for the browser"]
    sys.stdout.write(f"drawing is {ratio:.1f} times as fast as the loop of Markers\n")


if __name__ == "__main__":
    main()
