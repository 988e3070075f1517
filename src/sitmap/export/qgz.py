"""QGIS project (.qgz) and the GeoPackage that it draws, beside it under the same name.

QGIS 3.22 opens no layer that lies inside a project's archive, and from a layer that was unpacked to a
temporary folder a reader's changes would be lost. So a project is two files in one folder: `situation.qgz`,
which a double click opens, and `situation.gpkg`, which holds the layers of the situation and its base map,
for QGIS and for any other program. The project names the package by a relative path; the two are put in
place together, and are moved together.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd

from sitmap import schema
from sitmap.errors import ExportError
from sitmap.export import archive, contract, files, gpkg
from sitmap.export.project import base, document, settings
from sitmap.export.project.frame import Frame, fit
from sitmap.export.project.told import tell
from sitmap.product import Product

_TABLES = "SELECT table_name FROM gpkg_contents"
#: In the download, where no one has named the files.
_STEM = "situation"


def write(product: Product, dest: Path) -> None:
    """Write the project, and its GeoPackage beside it, both or neither.

    Parameters
    ----------
    product : Product
        As in `contents`.
    dest : Path
        Name of the project; the package has the same with `.gpkg`. Both are replaced if they are
        there, the package only if sitmap wrote it and no one has added a table to it. A link is
        replaced, not followed.

    Raises
    ------
    ExportError
        If one of them cannot be written; what was there before is untouched.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    if "|" in dest.name:
        raise ExportError(f"{dest}: QGIS reads a file name only as far as its first '|': choose another name")
    package = dest.with_suffix(".gpkg")
    made = contents(product, dest.stem)
    with files.explained(dest):
        for path in (dest, package):
            files.check_replaceable(path, path)
        gpkg.check_not_in_use(package)
        _refuse_foreign(package, made[package.name])
        dest.parent.resolve(strict=True)
    files.write_folder(dest.parent, made)


def contents(product: Product, stem: str) -> dict[str, bytes]:
    """Both files: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        Its layers, findings, reports and cover are written.
    stem : str
        Name of both, without suffix.

    Returns
    -------
    dict of str to bytes
        By file name, the package first.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    frame = fit(product.layers)
    more = _more(product, frame)
    tables = {*schema.LAYERS, *gpkg.plain_tables(product), *(table.name for table in more)}
    project = document.qgs(product, tell(product, frame), frame, package=f"{stem}.gpkg", tables=tables)
    return {
        f"{stem}.gpkg": gpkg.to_bytes(product, more),
        f"{stem}.qgz": archive.packed({f"{stem}.qgs": project}),
    }


def to_bytes(product: Product) -> bytes:
    """Both files as a ZIP archive, to be unpacked into one folder: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        As in `contents`.

    Returns
    -------
    bytes

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    return archive.packed(contents(product, _STEM))


def _more(product: Product, frame: Frame) -> list[gpkg.Table]:
    """Tables that only a project needs: the base map, and which claims a finding speaks of."""
    tables = [
        gpkg.Table(name, settings.title(name), rows, base.GEOMETRY[name])
        for name, rows in base.layers(frame, product.layers).items()
    ]
    pairs = [(finding.finding_id, claim) for finding in product.findings for claim in finding.claim_ids]
    links = pd.DataFrame(pairs, columns=["finding_id", "claim_id"], dtype="str")
    return [*tables, gpkg.Table("claim_findings", settings.title("claim_findings"), links)]


def _refuse_foreign(package: Path, new: bytes) -> None:
    """Refuse to replace a GeoPackage that holds what ours does not: someone else's, or a case."""
    if not package.exists():
        return
    try:
        with closing(sqlite3.connect(f"{package.resolve().as_uri()}?mode=ro", uri=True)) as database:
            there = {name for (name,) in database.execute(_TABLES)}
    except sqlite3.Error:
        there = set()
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(new)
        ours = {name for (name,) in database.execute(_TABLES)}
    if gpkg.is_case(package) or not set(schema.LAYERS) <= there <= {*ours, *settings.names()}:
        raise ExportError(
            f"{package} is there, and is a case, or has tables that sitmap did not write: the layers of the "
            "project would take its place; choose another name for the project, or move that file away"
        )
