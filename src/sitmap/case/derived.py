"""The layers of a case: made by the export of GeoPackages, and put into the case in one transaction.

Whoever has the file open, such as QGIS, sees the old layers or the new ones and nothing between. Tables
and styles that a person added to the file are left alone.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sitmap import export
from sitmap.product import Product

#: What tells of a table in a GeoPackage, children before their parent `gpkg_contents`.
_TOLD_OF = (
    "gpkg_data_columns",
    "gpkg_extensions",
    "gpkg_ogr_contents",
    "gpkg_geometry_columns",
    "gpkg_contents",
)
_STYLE = (
    "f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,"
    " description, owner, ui, update_time"
)


@contextmanager
def made(product: Product) -> Iterator[Path]:
    """Write layers, findings and events as a GeoPackage that is gone in the end.

    Parameters
    ----------
    product : Product
        With every layer of `schema.LAYERS`.

    Yields
    ------
    Path
        The file.

    Raises
    ------
    ExportError
        If there is no room for it.
    SchemaError
        If a layer breaks the contract.
    """
    with tempfile.TemporaryDirectory(prefix="sitmap-") as folder:
        # Reports and reviews are in the case already: they are its truth, and nothing made replaces them.
        derived = replace(product, reports=(), reviews=())
        yield export.save(derived, Path(folder, "layers.gpkg"))


@contextmanager
def attached(database: sqlite3.Connection, layers: Path) -> Iterator[None]:
    """Have the file of `made` at hand as the schema `made`."""
    database.execute("ATTACH ? AS made", (f"{layers.as_uri()}?mode=ro&immutable=1",))
    yield
    database.execute("DETACH made")


def put(database: sqlite3.Connection) -> None:
    """Replace the layers of a case by those that are at hand, inside a transaction.

    Parameters
    ----------
    database : sqlite3.Connection
        The case, with `attached` layers.
    """
    names = [
        name
        for (name,) in database.execute("SELECT table_name FROM made.gpkg_contents ORDER BY rowid")
        if name != "layer_styles"
    ]
    for name in names:
        _drop(database, name)
        _copy(database, name)


def _drop(database: sqlite3.Connection, name: str) -> None:
    for told in _TOLD_OF:
        database.execute(f"DELETE FROM main.{told} WHERE table_name = ?", (name,))  # noqa: S608 - our own names
    database.execute("DELETE FROM main.layer_styles WHERE f_table_name = ? AND owner = ''", (name,))
    database.execute(f"DROP TABLE IF EXISTS main.{_quoted(_index(name))}")
    database.execute(f"DROP TABLE IF EXISTS main.{_quoted(name)}")


def _copy(database: sqlite3.Connection, name: str) -> None:
    for table in (name, _index(name)):
        for (sql,) in database.execute(
            "SELECT sql FROM made.sqlite_master WHERE name = ?", (table,)
        ).fetchall():
            database.execute(sql)
            database.execute(f"INSERT INTO main.{_quoted(table)} SELECT * FROM made.{_quoted(table)}")  # noqa: S608 - names of our own export
    # Last, so that none runs: they count features and index them, which is done.
    of_it = (
        "SELECT sql FROM made.sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql <> ''"
    )
    for (sql,) in database.execute(of_it, (name,)).fetchall():
        database.execute(sql)
    for told in reversed(_TOLD_OF):
        database.execute(
            f"INSERT INTO main.{told} SELECT * FROM made.{told} WHERE table_name = ?",  # noqa: S608 - our own names
            (name,),
        )
    # A style that a person made the default stays it.
    database.execute(
        f"INSERT INTO main.layer_styles ({_STYLE}, useAsDefault) SELECT {_STYLE}, NOT EXISTS ("  # noqa: S608 - our own names
        "SELECT 1 FROM main.layer_styles AS own"
        " WHERE own.f_table_name = given.f_table_name AND own.useAsDefault)"
        " FROM made.layer_styles AS given WHERE f_table_name = ?",
        (name,),
    )


def _index(name: str) -> str:
    return f"rtree_{name}_geom"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
