"""Makes `v1.gpkg.gz`, a case as the first version of its schema had it: run it only for that version.

python tests/case/make_v1.py
"""

import gzip
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sitmap import export, schema
from sitmap.case import migrations
from sitmap.product import Product

DEST = Path(__file__).with_name("v1.gpkg.gz")
REPORTS = (
    ("founding", "North Korean troops in Kursk", "sitmap sample", "2024-11-01", "", "Asia/Tokyo", ""),
    ("second", "Drones near Sumy", "", "", "https://example.org/Drones/", "", "en"),
)
TEXTS = (
    (
        "The US Secretary of State, Antony Blinken, said on Thursday that around 10,000 North Korean "
        "troops are in Russia and that about 8,000 of them are in the Kursk region.\n\n"
        "North Korea launched an ICBM-class missile at 7:11 a.m. local time on Thursday, Japan's Defense "
        "Ministry said. It flew eastward for about 1,000 kilometers, reached a height of 7,000 kilometers "
        "and landed at 8:37 a.m. in waters around 200 kilometers west of Okushiri Island, outside Japan's "
        "EEZ. The flight lasted one hour and 26 minutes.\n"
    ),
    "Two drones fell near Sumy on Friday, police said.",
)
QUOTE = "around 10,000 North Korean troops are in Russia"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "v1.gpkg")
        export.save(Product(layers={name: schema.empty(name) for name in schema.LAYERS}), made)
        with closing(sqlite3.connect(made, isolation_level=None)) as database:
            migrations.migrate(database, to=1)
            _fill(database)
            database.execute("VACUUM")
        DEST.write_bytes(gzip.compress(made.read_bytes(), 9, mtime=0))


def _fill(database: sqlite3.Connection) -> None:
    for report, text in zip(REPORTS, TEXTS, strict=True):
        database.execute(
            "INSERT INTO reports (report_id, title, publisher, published, url, tz, lang, text, added)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2024-11-02T07:00:00.000000Z')",
            (*report, text),
        )
    start = TEXTS[0].index(QUOTE)
    database.execute(
        "INSERT INTO reviews (entry_id, at, reviewer, action, reason, report_id, claim_id, kind, quote,"
        " quote_start, quote_end, changes) VALUES ('entry-0001', '2024-11-02T08:00:00.000000Z', 'A. Reader',"
        " 'correct', 'a later count', 'founding', 'c-russia', 'deployment', ?, ?, ?, ?)",
        (QUOTE, start, start + len(QUOTE), '{"count_max": 12000}'),
    )
    database.execute(
        "INSERT INTO reviews (entry_id, at, reviewer, action, reason, undoes) VALUES ('entry-0002',"
        " '2024-11-02T08:01:00.000000Z', 'B. Reader', 'undo', '', 'entry-0001')"
    )


if __name__ == "__main__":
    main()
