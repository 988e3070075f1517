"""Versions of the case's schema: a script each, run in order, all of it or none.

A script is never changed after a release. A new case runs them all, so each of them is tried with every
case that is made.
"""

import sqlite3
from functools import cache
from importlib import resources
from pathlib import Path

from sitmap.case.database import transaction
from sitmap.errors import CaseError

#: The version that this sitmap writes and reads.
LATEST = 2


def version(database: sqlite3.Connection) -> int:
    """Version of a database, 0 when it is no case."""
    there = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sitmap_case'").fetchone()
    if not there[0]:
        return 0
    found = database.execute("SELECT schema_version FROM sitmap_case").fetchone()
    return int(found[0]) if found and isinstance(found[0], int) else 0


def check(database: sqlite3.Connection, path: Path) -> int:
    """See that a GeoPackage is a case that this sitmap can read.

    Returns
    -------
    int
        Its version, at most `LATEST`.

    Raises
    ------
    CaseError
        If it is no case, or of a newer sitmap.
    """
    found = version(database)
    if not found:
        raise CaseError(f"{path} is a GeoPackage but no case: `sitmap case new` makes a case")
    if found > LATEST:
        raise CaseError(
            f"{path} was written by a newer sitmap (schema {found}, this one knows {LATEST}): update sitmap"
        )
    return found


def migrate(database: sqlite3.Connection, to: int = LATEST) -> None:
    """Bring a GeoPackage to a version of the schema, from whichever it has.

    Parameters
    ----------
    database : sqlite3.Connection
        A GeoPackage with the schema extension (`gpkg_data_columns`).
    to : int
        Version that is wanted; an older one only to test what comes after.
    """
    with transaction(database):
        for number in range(version(database) + 1, to + 1):
            for statement in _statements(number):
                database.execute(statement)
            database.execute("UPDATE sitmap_case SET schema_version = ?", (number,))


@cache
def _statements(number: int) -> tuple[str, ...]:
    """Split the statements of a script: `executescript` would end the transaction."""
    script = resources.files(__package__).joinpath(f"{number:04}.sql").read_text(encoding="utf-8")
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    return tuple(found)
