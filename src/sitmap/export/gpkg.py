"""GeoPackage 1.2: a table a layer in drawing order, findings, events, reports, reviews, meanings and styles.

QGIS loads the styles by itself.
"""

import json
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from sitmap import schema
from sitmap.errors import ExportError
from sitmap.export import contract, cover, events_table, files, findings_table, reports_table, styles
from sitmap.model import Finding
from sitmap.product import Product

#: OGC 12-128r14; QGIS and GDAL of 2018 read it.
_VERSION = "1.2"

#: A table has one geometry type: single parts become multi-parts of one part.
_MULTI = {"Point": "Point", "LineString": "MultiLineString", "Polygon": "MultiPolygon"}

#: When no report has a date. A date of the content instead of the clock keeps files the same.
_NO_DATE = "1970-01-01"

#: Tables without geometry: their columns and titles by name. The last two are written where there are any:
#: a case has its own (`case.derived`), and only a case has reviews.
_PLAIN: Mapping[str, tuple[Sequence[schema.Column], str]] = {
    "findings": (schema.FINDING_COLUMNS, "Findings"),
    "events": (schema.EVENT_COLUMNS, "Events told more than once"),
    "reports": (schema.REPORT_COLUMNS, "Reports"),
    "reviews": (schema.REVIEW_COLUMNS, "Reviews"),
}
_WHERE_ANY = {"reports", "reviews"}

#: Of metadata that follow no published standard but our own words (OGC 12-128r14 wants a URI).
_METADATA_URI = "urn:sitmap:cover"

#: GDAL's options are one for all threads.
_GDAL_OPTIONS = threading.Lock()


@dataclass(frozen=True, slots=True)
class Table:
    """A table beside those that every GeoPackage of ours has.

    Parameters
    ----------
    name, title : str
        Of the table, and as QGIS shows it.
    rows : DataFrame or GeoDataFrame
        (lon, lat), EPSG:4326; all geometries of one type.
    geometry : str
        Type of its geometries: "MultiPolygon"; "" for none.
    """

    name: str
    title: str
    rows: pd.DataFrame
    geometry: str = ""


def write(product: Product, dest: Path) -> None:
    """Write the file.

    Parameters
    ----------
    product : Product
        As in `to_bytes`.
    dest : Path
        Replaced if it is there and not in use.

    Raises
    ------
    ExportError
        If it cannot be written, or is a case, whose reports and reviews would be lost.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    real = dest.resolve()
    if is_case(real):
        raise ExportError(
            f"{dest} is a case, with reports and reviews in it: `sitmap case layers` makes its layers anew; "
            "choose another name for these"
        )
    with files.beside(dest) as made:
        check_not_in_use(dest)
        _fill(product, made, (), dest=dest)


def check_not_in_use(dest: Path) -> None:
    """See that no program, such as QGIS, has a GeoPackage open.

    Raises
    ------
    ExportError
        If one has.
    """
    real = dest.resolve()
    in_use = real.with_name(f"{real.name}-wal")
    if in_use.exists():
        raise ExportError(
            f"{dest} is open in another program: close it there, or choose another name "
            f"(if no program has it open, delete {in_use.name})"
        )


def is_case(path: Path) -> bool:
    """Whether a file is one that `sitmap.case` keeps; what is no database is none."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            named = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sitmap_case'")
            return bool(named.fetchone()[0])
    except sqlite3.Error:
        return False


def to_bytes(product: Product, more: Sequence[Table] = ()) -> bytes:
    """All layers, findings and events as one GeoPackage: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        Its layers, findings and events are written.
    more : sequence of Table
        Written beside them.

    Returns
    -------
    bytes

    Raises
    ------
    ExportError
        If the system's folder for temporary files cannot be written.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    workshop = Path(tempfile.gettempdir())
    with files.explained(workshop), tempfile.TemporaryDirectory(prefix="sitmap-") as folder:
        made = Path(folder, "layers.gpkg")
        _fill(product, made, more, dest=workshop)
        return made.read_bytes()


def _fill(product: Product, path: Path, more: Sequence[Table], *, dest: Path) -> None:
    draft = path.with_name(f"draft{path.suffix}")
    try:
        _fill_tables(product, draft, more)
        with closing(sqlite3.connect(draft)) as database:
            database.execute("PRAGMA synchronous = OFF")  # as in `_unhurried`
            with database:
                _add_tables(database)
                _add_cover(database, product)
                _set_dates(database, _newest(product.layers.values()))
            # The draft remembers how it was written; a fresh copy is the same for the same content.
            database.execute("VACUUM INTO ?", (str(path),))
    except (sqlite3.Error, pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        # The cause keeps what SQLite or GDAL said, which may be pages of SQL.
        raise ExportError(
            f"{dest} cannot be written: SQLite stopped half-way, as it does when the disk is full: "
            "free some space or choose another disk"
        ) from error


def _fill_tables(product: Product, path: Path, more: Sequence[Table]) -> None:
    with _GDAL_OPTIONS, _unhurried():
        for name, spec in schema.LAYERS.items():
            pyogrio.write_dataframe(
                product.layers[name],
                path,
                driver="GPKG",
                layer=name,
                geometry_type=_MULTI[spec.geometry[0]],
                promote_to_multi=spec.geometry[0] != "Point",
                dataset_options={"VERSION": _VERSION},
                layer_options={"IDENTIFIER": spec.title},
            )
        tables = [
            Table(name, _PLAIN[name][1], _table(_PLAIN[name][0], rows))
            for name, rows in _plain(product).items()
        ]
        for table in (*tables, *more):
            pyogrio.write_dataframe(
                table.rows,
                path,
                driver="GPKG",
                layer=table.name,
                **({"geometry_type": table.geometry} if table.geometry else {}),
                layer_options={"IDENTIFIER": table.title},
            )


@contextmanager
def _unhurried() -> Iterator[None]:
    """Let SQLite not wait for the disk after each table: the finished file is brought there once."""
    option = "OGR_SQLITE_SYNCHRONOUS"
    before = pyogrio.get_gdal_config_option(option)
    pyogrio.set_gdal_config_options({option: "OFF"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({option: before})


def plain_tables(product: Product) -> frozenset[str]:
    """Names of the tables without geometry that are written of a product."""
    return frozenset(_plain(product))


def _plain(product: Product) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Rows of the tables without geometry."""
    found: dict[str, Sequence[Mapping[str, Any]]] = {
        "findings": _finding_rows(product.findings),
        "events": events_table.rows(product.events),
        "reports": reports_table.rows(product.reports),
        "reviews": product.reviews,
    }
    return {name: rows for name, rows in found.items() if rows or name not in _WHERE_ANY}


def _finding_rows(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    rows = findings_table.rows(findings)
    return [row | {"claim_ids": json.dumps(row["claim_ids"], ensure_ascii=False)} for row in rows]


def _table(columns: Sequence[schema.Column], rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {column.name: pd.Series([row[column.name] for row in rows], dtype=column.dtype) for column in columns}
    )


def _add_tables(database: sqlite3.Connection) -> None:
    database.executescript(resources.files("sitmap.export").joinpath("gpkg_tables.sql").read_text("utf-8"))
    described = {layer.name: layer.columns for layer in schema.LAYERS.values()}
    described |= {name: tuple(columns) for name, (columns, _) in _PLAIN.items()}
    there = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
    database.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, description) VALUES (?, ?, ?)",
        [
            (table, column.name, column.meaning)
            for table, columns in described.items()
            for column in columns
            if table in there
        ],
    )
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,"
        " styleName, styleQML, styleSLD, useAsDefault, description, owner, ui)"
        " SELECT '', '', table_name, column_name, table_name, ?, '', 1, ?, '', ''"
        " FROM gpkg_geometry_columns WHERE table_name = ?",
        [(styles.qml(layer.name), layer.title, layer.name) for layer in schema.LAYERS.values()],
    )


def _add_cover(database: sqlite3.Connection, product: Product) -> None:
    """Put title, time and handling mark where QGIS shows them, and as metadata of the whole file."""
    about = cover.line(product.cover)
    if not about:
        return
    database.execute("UPDATE gpkg_contents SET description = ? WHERE data_type = 'features'", (about,))
    database.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES (?, ?, ?, ?)",
        ("dataset", _METADATA_URI, "application/json", cover.as_json(product)),
    )
    database.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, md_file_id) VALUES ('geopackage', ?)",
        (database.execute("SELECT last_insert_rowid()").fetchone()[0],),
    )


def _set_dates(database: sqlite3.Connection, day: str) -> None:
    moment = f"{day}T00:00:00.000Z"
    database.execute("UPDATE gpkg_contents SET last_change = ?", (moment,))
    database.execute("UPDATE layer_styles SET update_time = ?", (moment,))
    database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (moment,))


def _newest(layers: Iterable[gpd.GeoDataFrame]) -> str:
    days = (day for layer in layers if "published" in layer for day in layer["published"] if day)
    return max(days, default=_NO_DATE)
