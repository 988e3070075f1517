"""Reports, readings and cases that more than one test of the case file uses."""

import gzip
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import samples
from sitmap import case
from sitmap.case.acts import Entry
from sitmap.case.store import Case
from sitmap.model import Reading, Report, Toponym

READING = Reading(
    report=samples.FOUNDING,
    toponyms=tuple(
        Toponym(span=claim.place_span, text=claim.place_text, place=claim.location.place, score=0.9)
        for claim in samples.FOUNDING_CLAIMS
    ),
    claims=samples.FOUNDING_CLAIMS,
)
SECOND = Report(
    report_id="second",
    text="Two drones fell near Sumy on Friday, police said.",
    title="Drones near Sumy",
    url="https://example.org/Drones/",
)


@cache
def _empty():
    """Bytes of a new case: one is made, and copied for every test that does not test the making."""
    with tempfile.TemporaryDirectory() as folder:
        return Case.create(Path(folder, "case.gpkg")).path.read_bytes()


def made(folder, *reports):
    """A case with reports in it, the founding one unless others are given."""
    path = folder / "case.gpkg"
    path.write_bytes(_empty())
    new = Case.open(path)
    new.add(reports or [samples.FOUNDING])
    return new


def history(*acts, reviewer="A. Reader"):
    """Entries of some acts, a minute apart."""
    start = datetime(2024, 11, 2, 8, tzinfo=UTC)
    return tuple(
        Entry(entry_id=f"entry-{n:04}", at=start + timedelta(minutes=n), reviewer=reviewer, act=act)
        for n, act in enumerate(acts)
    )


def reviewed(*acts, reading=READING):
    """Claims by id, as these acts leave them."""
    return {claim.claim_id: claim for claim in applied(*acts, reading=reading).readings[0].claims}


def applied(*acts, reading=READING):
    return case.apply([reading], history(*acts))


def ask(path, sql, *values):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql, values).fetchall()


#: A case of the first version of the schema; `make_v1.py` made it.
V1 = Path(__file__).with_name("v1.gpkg.gz")


def version_1(dest):
    dest.write_bytes(gzip.decompress(V1.read_bytes()))
    return dest
