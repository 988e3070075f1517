"""A situation as it was saved: its claims as rows, and the reports that it stood on."""

import json
import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio

from sitmap import content, schema, words
from sitmap.errors import ChangesError, printable
from sitmap.product import Product

Row = Mapping[str, Any]

#: An id that a release gives: numbers of two releases do not name the same claims.
_RELEASED = re.compile(r"claim-\d+")
_TOLD = "situation.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A situation at one moment.

    Parameters
    ----------
    name : str
        Of the file, or what the reader is to call it.
    as_of : str
        UTC, ISO 8601, "" when not told.
    claims : tuple of mapping
        `schema.CLAIM_COLUMNS`, None for null, with `lat` and `lon` in degrees.
    reports : frozenset of str or None
        Ids of its reports, also of those without a claim; None when the file does not tell.
    """

    name: str
    as_of: str
    claims: tuple[Row, ...]
    reports: frozenset[str] | None


def saved(product: Product, *, name: str) -> Saved:
    """Take a product as a situation to compare.

    Parameters
    ----------
    product : Product
        As it is, not released.
    name : str
        What the reader is to call it.

    Raises
    ------
    ChangesError
        If it was released: its claims are numbered anew.
    """
    as_of = words.stamp(product.cover.as_of) if product.cover.as_of else ""
    reports = frozenset(report.report_id for report in product.reports)
    return _checked(Saved(name=name, as_of=as_of, claims=_claims(product.layers), reports=reports))


def read(path: Path) -> Saved:
    """Read a situation that sitmap saved.

    Parameters
    ----------
    path : Path
        A GeoPackage, also one that is a case, or a folder of GeoJSON.

    Returns
    -------
    Saved

    Raises
    ------
    ChangesError
        If it is neither, misses a layer or a field, or was released: its claims are numbered anew.
    """
    name = printable(path.name)
    if not path.exists():
        raise ChangesError(f"{printable(str(path))}: there is no such file or folder")
    try:
        layers = {layer: _layer(path, layer) for layer in schema.MARKER_LAYER.values()}
        told, reports = _about(path)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, sqlite3.Error) as error:
        raise ChangesError(
            f"{printable(str(path))}: no situation that sitmap saved: give a GeoPackage or a folder of "
            "GeoJSON that `sitmap layers` or `sitmap case` wrote"
        ) from error
    for layer, frame in layers.items():
        missing = [column.name for column in schema.CLAIM_COLUMNS if column.name not in frame]
        if missing:
            raise ChangesError(
                f"{printable(str(path))}: its layer {layer} has no field {missing[0]!r}: save it again with "
                "this version of sitmap"
            )
    as_of = told.get("as_of", "")
    made = Saved(
        name=name, as_of=as_of if isinstance(as_of, str) else "", claims=_claims(layers), reports=reports
    )
    return _checked(made)


def is_case(path: Path) -> bool:
    """Tell whether a file is a case of `sitmap.case`; what is no database is none."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return _has(database, "sitmap_case")
    except sqlite3.Error:
        return False


def _checked(found: Saved) -> Saved:
    if any(_RELEASED.fullmatch(str(row["claim_id"])) for row in found.claims):
        raise ChangesError(
            f"{found.name}: released under a handling mark, which numbers claims anew: compare the "
            "situations that were released"
        )
    return found


def _claims(layers: Mapping[str, gpd.GeoDataFrame]) -> tuple[Row, ...]:
    return tuple(
        {key: None if value != value else value for key, value in row.items()}  # noqa: PLR0124 - NaN alone differs
        for row in content.rows(layers)
    )


def _layer(path: Path, name: str) -> gpd.GeoDataFrame:
    if path.is_dir():
        frame = gpd.read_file(path / f"{name}.geojson", engine="pyogrio", DATE_AS_STRING="YES")
    else:
        frame = gpd.read_file(path, layer=name, engine="pyogrio")
    # A GeoJSON file without a feature has neither columns nor geometry.
    return schema.empty(name) if frame.empty else frame


def _about(path: Path) -> tuple[dict[str, Any], frozenset[str] | None]:
    """Read what a file tells of itself, and the ids of its reports."""
    if path.is_dir():
        there = path / _TOLD
        told = _object(there.read_text(encoding="utf-8", errors="replace")) if there.is_file() else {}
        reports = told.get("reports")
        return told, frozenset(map(str, reports)) if isinstance(reports, list) else None
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        told = {}
        if _has(database, "gpkg_metadata"):
            for (text,) in database.execute(
                "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri LIKE 'urn:sitmap:%'"
            ):
                told = _object(text)
        if not _has(database, "reports"):
            return told, None
        return told, frozenset(key for (key,) in database.execute("SELECT report_id FROM reports"))


def _has(database: sqlite3.Connection, table: str) -> bool:
    counted = database.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", (table,))
    return bool(counted.fetchone()[0])


def _object(text: str) -> dict[str, Any]:
    """JSON object of a text, empty when it is none: a file that somebody changed tells nothing of itself."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
