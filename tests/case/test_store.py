"""The file: made whole, opened with an answer for everything that is none, added to and never overwritten."""

import os
import resource
import shutil
import signal
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import samples
from case import cases
from case.cases import ask
from export import situations
from sitmap import case, export, schema
from sitmap.case import database, migrations
from sitmap.case.store import Case
from sitmap.errors import CaseError, ExportError
from sitmap.export import styles
from sitmap.model import Report
from sitmap.product import Product


def test_a_new_case_is_a_geopackage_with_its_tables_and_layers(tmp_path):
    new = Case.create(tmp_path / "case.gpkg", title="Sea of Japan")
    assert ask(new.path, "PRAGMA application_id") == [(0x47504B47,)]
    assert ask(new.path, "PRAGMA user_version") == [(10200,)]
    assert ask(new.path, "PRAGMA journal_mode") == [("wal",)]
    assert ask(new.path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(new.path, "PRAGMA foreign_key_check") == []
    kinds = ask(new.path, "SELECT table_name, data_type FROM gpkg_contents")
    attributes = {name for name, kind in kinds if kind == "attributes"}
    assert attributes == {"reports", "reviews", "findings", "events", "layer_styles"}
    assert {name for name, kind in kinds if kind == "features"} == set(schema.LAYERS)
    found = new.snapshot()
    assert (found.title, found.reports, found.history) == ("Sea of Japan", (), ())
    assert found.revision == found.layers == (0, 0)


def test_every_column_of_the_tables_is_explained(tmp_path):
    new = Case.create(tmp_path / "case.gpkg")
    for table in ("reports", "reviews"):
        columns = {name for (name,) in ask(new.path, "SELECT name FROM pragma_table_info(?)", table)}
        told = "SELECT column_name FROM gpkg_data_columns WHERE table_name = ?"
        assert {name for (name,) in ask(new.path, told, table)} == columns - {"fid"}


def test_a_report_comes_back_as_it_was(tmp_path):
    report = replace(samples.FOUNDING, url="https://example.org/a?b=c", lang="en", tz="Asia/Tokyo")
    made = Case.create(tmp_path / "case.gpkg")
    assert made.add([report, cases.SECOND]).stored == (report, cases.SECOND)
    found = Case.open(made.path).snapshot()
    assert found.reports == (report, cases.SECOND)
    assert len(set(found.added.values())) == 1  # what is put in at once came at one moment


@pytest.mark.parametrize("text", samples.HOSTILE, ids=ascii)
def test_hostile_text_is_kept_as_reports_keep_it(tmp_path, text):
    made = Case.create(tmp_path / "case.gpkg", title=text)
    given = Report(report_id="r", text=f"x {text} y")
    (kept,) = made.add([given]).stored
    assert made.snapshot().reports == (kept,)
    kept.text.encode()
    assert made.add([given]).stored == ()


@pytest.mark.parametrize(
    "copy",
    [
        samples.FOUNDING,
        replace(samples.FOUNDING, report_id="other", url="https://example.net/"),
        replace(samples.FOUNDING, report_id="other", text=samples.FOUNDING.text.upper()),
        replace(samples.FOUNDING, report_id="o", text=samples.FOUNDING.text.replace(" ", "\n")),
    ],
)
def test_a_copy_is_told_of_and_not_stored(tmp_path, copy):
    made = cases.made(tmp_path, samples.FOUNDING, cases.SECOND)
    added = made.add([copy])
    assert (added.stored, added.updates, added.failures) == ((), (), ())
    assert added.duplicates == (case.Duplicate(copy, "founding"),)
    assert len(made.snapshot().reports) == 2


@pytest.mark.parametrize(
    "page",
    [
        replace(cases.SECOND, report_id="o", text="Updated: three drones."),
        Report(report_id="o", text="Three.", url="http://EXAMPLE.org:80/Drones#top"),
    ],
)
def test_a_page_that_changed_is_kept_beside_its_earlier_text(tmp_path, page):
    made = cases.made(tmp_path, samples.FOUNDING, cases.SECOND)
    added = made.add([page])
    assert (added.duplicates, added.failures) == ((), ())
    assert [(update.report.report_id, update.earlier) for update in added.updates] == [("o", "second")]
    assert [report.text for report in made.snapshot().reports] == [
        samples.FOUNDING.text,
        cases.SECOND.text,
        page.text,
    ]
    assert made.add([page]).duplicates == (case.Duplicate(page, "o"),)
    later = replace(page, report_id="p", text="Once more: four drones.")
    assert made.add([later]).updates == (case.Update(later, "o"),)


def test_reports_of_one_address_that_come_at_once_are_no_versions_of_each_other(tmp_path):
    made = cases.made(tmp_path)
    entries = [
        Report(report_id=f"e{n}", text=f"Entry {n}.", url="https://example.org/feed") for n in range(3)
    ]
    added = made.add(entries)
    assert (len(added.stored), added.updates) == (3, ())


@pytest.mark.parametrize("url", ["", "https://example.org/other", "https://example.org/Drones/?page=2"])
def test_another_report_is_no_copy(tmp_path, url):
    made = cases.made(tmp_path, samples.FOUNDING, cases.SECOND)
    added = made.add([Report(report_id="new", text="Another text.", url=url)])
    assert (len(added.stored), added.updates) == (1, ())


def test_an_id_of_another_text_is_refused_by_name_and_the_rest_is_stored(tmp_path):
    made = cases.made(tmp_path)
    other = replace(cases.SECOND, report_id="founding")
    added = made.add([other, replace(cases.SECOND, text="A third text.", url="")])
    assert len(added.stored) == 1
    assert "'founding' belongs to another text" in str(added.failures[0])


def test_nothing_is_ever_changed_or_deleted(tmp_path):
    made = cases.made(tmp_path)
    made.record(case.accept(samples.IMPACT), reviewer="A")
    for sql in (
        "UPDATE reviews SET reviewer = 'B'",
        "DELETE FROM reviews",
        "UPDATE reports SET text = 'x'",
        "DELETE FROM reports",
    ):
        with closing(sqlite3.connect(made.path)) as there, pytest.raises(sqlite3.IntegrityError):
            there.execute(sql)


# What is no case, and what cannot be used


def test_what_is_not_there_or_no_case(tmp_path):
    layers = tmp_path / "layers.gpkg"
    export.save(Product(layers=situations.FOUNDING), layers)
    (tmp_path / "text.gpkg").write_text("no database")
    with closing(sqlite3.connect(tmp_path / "plain.gpkg")) as plain:
        plain.execute("CREATE TABLE a (b)")
    (tmp_path / "cut.gpkg").write_bytes(layers.read_bytes()[:5000])
    for name, words in (
        ("none.gpkg", "is not there: `sitmap case new`"),
        ("", "is no file"),
        ("layers.gpkg", "is a GeoPackage but no case"),
        ("text.gpkg", "is no case but some other file"),
        ("plain.gpkg", "is no case but some other file"),
        ("cut.gpkg", "is damaged"),
    ):
        with pytest.raises(CaseError, match=words):
            Case.open(tmp_path / name)


def test_a_case_of_a_newer_sitmap_is_left_alone(tmp_path):
    made = cases.made(tmp_path)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as there:
        there.execute("UPDATE sitmap_case SET schema_version = 99")
    with pytest.raises(CaseError, match=r"newer sitmap \(schema 99, this one knows \d\): update sitmap"):
        Case.open(made.path)


def test_what_is_there_is_not_replaced(tmp_path):
    made = cases.made(tmp_path)
    with pytest.raises(CaseError, match="is there already"):
        Case.create(made.path)
    with pytest.raises(CaseError, match=r"ends in \.gpkg"):
        Case.create(tmp_path / "case.sqlite")
    assert len(made.snapshot().reports) == 1


def test_layers_are_not_written_over_a_case(tmp_path):
    made = cases.made(tmp_path)
    with pytest.raises(ExportError, match=r"is a case.*sitmap case layers"):
        export.save(Product(layers=situations.FOUNDING), made.path)
    assert len(made.snapshot().reports) == 1


def test_a_file_that_another_writes_for_too_long(tmp_path):
    made = replace(cases.made(tmp_path), wait_s=0.05)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(made.snapshot().reports) == 1  # readers do not wait
        with pytest.raises(CaseError, match=r"is being written by another program.* 0\.05 s: try again"):
            made.record(case.accept(samples.IMPACT), reviewer="A")


@contextmanager
def as_nobody():
    """Be a user whom permissions bind: root may write anything."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder():
    """A folder that every user may enter and none but its owner may write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("protect_folder", [False, True])
def test_a_file_that_may_not_be_written(open_folder, protect_folder):
    made = cases.made(open_folder)
    made.path.chmod(0o444)
    open_folder.chmod(0o555 if protect_folder else 0o777)
    with as_nobody():
        if not protect_folder:
            assert len(Case.open(made.path).snapshot().reports) == 1
        with pytest.raises(CaseError, match=r"may not be written|cannot be opened"):
            made.record(case.accept(samples.IMPACT), reviewer="A")
    open_folder.chmod(0o755)
    assert made.snapshot().history == ()


@pytest.mark.parametrize("room", [0, 4096, 40_000])
def test_a_disk_that_is_full(tmp_path, room):
    made = cases.made(tmp_path)
    confirmed = made.record(case.accept(samples.IMPACT), reviewer="A").entry
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        with pytest.raises(CaseError, match="free some space"):
            made.add([Report(report_id="big", text="word " * 50_000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
        signal.signal(signal.SIGXFSZ, ignored)
    assert ask(made.path, "PRAGMA integrity_check") == [("ok",)]
    found = made.snapshot()
    assert found.history == (confirmed,)
    assert [report.report_id for report in found.reports] == ["founding"]


def test_a_row_that_another_program_wrote_wrongly_is_told_of_and_the_rest_is_read(tmp_path):
    made = cases.made(tmp_path)
    entry = made.record(case.accept(samples.IMPACT), reviewer="A").entry
    with closing(sqlite3.connect(made.path)) as there, there:
        there.execute(
            "INSERT INTO reviews (entry_id, at, reviewer, action, reason)"
            " VALUES ('by-hand-1', 'now', '', 'x', '')"
        )
        there.execute(
            "INSERT INTO reports (report_id, title, publisher, published, url, tz, lang, text, added)"
            " VALUES ('r', '', '', 'soon', '', '', '', 'text', '')"
        )
    found = made.snapshot()
    assert found.history == (entry,)
    assert len(found.reports) == 1
    assert [fault.split(":")[0] for fault in found.faults] == ["row 2 of reports", "row 2 of reviews"]


# Layers


def test_layers_are_put_in_and_replaced(tmp_path):
    made = cases.made(tmp_path)
    revision = made.revision()
    for _ in range(2):
        assert made.refresh(situations.PRODUCT, revision)
        assert made.snapshot().layers == revision
        assert ask(made.path, "SELECT count(*) FROM impacts") == [(1,)]
        assert ask(made.path, "SELECT count(*) FROM findings") == [(2,)]
        assert ask(made.path, "SELECT count(*) FROM events") == [(10,)]
        assert ask(made.path, "SELECT count(*) FROM rtree_impacts_geom") == [(1,)]
        assert ask(made.path, "PRAGMA integrity_check") == [("ok",)]
        assert ask(made.path, "PRAGMA foreign_key_check") == []
        styled = "SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault"
        assert dict(ask(made.path, styled)) == {name: styles.qml(name) for name in schema.LAYERS}
    assert made.refresh(Product(layers={name: schema.empty(name) for name in schema.LAYERS}), revision)
    assert ask(made.path, "SELECT count(*) FROM impacts") == [(0,)]
    assert len(made.snapshot().reports) == 1


def test_no_report_and_no_review_that_is_put_in_replaces_those_of_the_case(tmp_path):
    made = cases.made(tmp_path)
    made.record(case.reject(samples.IMPACT), reviewer="A")
    rows = ask(made.path, "SELECT * FROM reports"), ask(made.path, "SELECT * FROM reviews")
    foreign = replace(samples.FOUNDING, report_id="foreign", text="Another text.")
    entry = {column.name: "" for column in schema.REVIEW_COLUMNS} | {"entry_id": "foreign"}
    entry |= dict.fromkeys(("quote_start", "quote_end", "place_start", "place_end"))
    product = replace(situations.PRODUCT, reports=(foreign,), reviews=(entry,))
    assert made.refresh(product, made.revision())
    assert (ask(made.path, "SELECT * FROM reports"), ask(made.path, "SELECT * FROM reviews")) == rows


def test_the_layers_in_a_case_are_those_of_a_file_of_layers(tmp_path):
    made = cases.made(tmp_path)
    made.refresh(situations.PRODUCT, made.revision())
    alone = tmp_path / "layers.gpkg"
    export.save(situations.PRODUCT, alone)
    for table in (*schema.LAYERS, "findings", "events", "rtree_impact_areas_geom"):
        rows = f"SELECT * FROM {table}"  # noqa: S608 - our own names
        assert ask(made.path, rows) == ask(alone, rows)
    for told in ("gpkg_geometry_columns", "gpkg_extensions", "gpkg_ogr_contents"):
        rows = f"SELECT * FROM {told} ORDER BY 1, 2"  # noqa: S608 - our own names
        assert ask(made.path, rows) == ask(alone, rows)
    triggers = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 're%_are_%' ORDER BY 1"
    )
    assert set(ask(alone, triggers)) <= set(ask(made.path, triggers))


def test_older_layers_do_not_replace_newer_ones(tmp_path):
    made = cases.made(tmp_path)
    early = made.revision()
    made.record(case.reject(samples.IMPACT), reviewer="A")
    assert made.refresh(Product(layers=situations.FOUNDING), made.revision())
    assert not made.refresh(Product(layers={name: schema.empty(name) for name in schema.LAYERS}), early)
    assert ask(made.path, "SELECT count(*) FROM impacts") == [(1,)]


def test_what_a_person_added_in_qgis_stays(tmp_path):
    made = cases.made(tmp_path)
    with closing(sqlite3.connect(made.path)) as there, there:
        there.execute("CREATE TABLE my_notes (a)")
        there.execute("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = 'impacts'")
        there.execute(
            "INSERT INTO layer_styles"
            " (f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, owner)"
            " VALUES ('impacts', 'geom', 'mine', '<qgis/>', 1, 'ann')"
        )
    made.refresh(Product(layers=situations.FOUNDING), made.revision())
    assert ask(made.path, "SELECT count(*) FROM my_notes") == [(0,)]
    styles = "SELECT styleName, useAsDefault FROM layer_styles WHERE f_table_name = 'impacts' ORDER BY 1"
    assert ask(made.path, styles) == [("impacts", 0), ("mine", 1)]


# Versions


def test_a_case_of_version_1_is_brought_up_to_date(tmp_path):
    old = cases.version_1(tmp_path / "old.gpkg")
    assert ask(old, "SELECT schema_version FROM sitmap_case") == [(1,)]
    found = Case.open(old).snapshot()
    assert [report.report_id for report in found.reports] == ["founding", "second"]
    assert found.reports[0].published == date(2024, 11, 1)
    assert [entry.act.action for entry in found.history] == ["correct", "undo"]
    assert found.history[0].act.changes == {"count_max": 12000}
    assert found.faults == ()
    assert ask(old, "SELECT schema_version FROM sitmap_case") == [(migrations.LATEST,)]
    assert ask(old, "PRAGMA integrity_check") == [("ok",)]
    assert len(Case.open(old).add([samples.FOUNDING]).duplicates) == 1


def test_a_migrated_case_has_the_schema_of_a_new_one(tmp_path):
    old = Case.open(cases.version_1(tmp_path / "old.gpkg"))
    new = Case.create(tmp_path / "new.gpkg")
    tables = (
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE tbl_name IN ('reports', 'reviews', 'sitmap_case') ORDER BY 2"
    )
    assert ask(old.path, tables) == ask(new.path, tables)


def test_a_migration_that_fails_leaves_the_old_version(tmp_path, monkeypatch):
    old = cases.version_1(tmp_path / "old.gpkg")
    before = ask(old, "SELECT sql FROM sqlite_master ORDER BY 1")
    monkeypatch.setattr(migrations, "_statements", lambda _: ("CREATE TABLE half (a)", "SELECT no_such()"))
    with pytest.raises(sqlite3.OperationalError):
        Case.open(old)
    assert ask(old, "SELECT schema_version FROM sitmap_case") == [(1,)]
    assert ask(old, "SELECT sql FROM sqlite_master ORDER BY 1") == before


def test_a_fault_that_is_ours_is_not_explained_away(tmp_path):
    with pytest.raises(sqlite3.OperationalError), database.connected(cases.made(tmp_path).path) as there:
        there.execute("SELECT no_such_column FROM reports")


def test_a_copy_of_the_file_is_the_case(tmp_path):
    made = cases.made(tmp_path)
    made.record(case.accept(samples.IMPACT), reviewer="A")
    shutil.copy(made.path, tmp_path / "copy.gpkg")
    assert Case.open(tmp_path / "copy.gpkg").snapshot() == made.snapshot()
