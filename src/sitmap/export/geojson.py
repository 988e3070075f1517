"""A folder of GeoJSON: a file a layer after RFC 7946, its QGIS style, findings, events, a README."""

import io
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pyogrio

from sitmap import schema
from sitmap.errors import ExportError
from sitmap.export import contract, cover, events_table, files, findings_table, readme, styles
from sitmap.export.archive import packed
from sitmap.product import Product


def contents(product: Product) -> dict[str, bytes]:
    """Every file of the folder: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        Its layers, findings and events are written.

    Returns
    -------
    dict of str to bytes
        By file name.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    made = {readme.NAME: readme.text(product.cover).encode()}
    made["situation.json"] = cover.as_json(product).encode()
    about = cover.line(product.cover)
    for name in schema.LAYERS:
        made[f"{name}.geojson"] = _layer(name, product.layers[name], about)
        made[f"{name}.qml"] = styles.qml(name).encode()
    made["findings.json"] = findings_table.as_json(product.findings).encode()
    made["findings.csv"] = findings_table.as_csv(product.findings).encode()
    made["events.json"] = events_table.as_json(product.events).encode()
    made["events.csv"] = events_table.as_csv(product.events).encode()
    return made


def write(product: Product, dest: Path) -> None:
    """Write the folder.

    Parameters
    ----------
    product : Product
        As in `contents`.
    dest : Path
        A new folder; or one that is there, in which other files are left alone.

    Raises
    ------
    ExportError
        If it cannot be written, or would replace files that are not ours.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    made = contents(product)
    with files.explained(dest):
        _refuse_foreign(dest, made)
    files.write_folder(dest, made)


def archive(product: Product) -> bytes:
    """Folder of GeoJSON as a ZIP archive: the same input gives the same bytes.

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
    return packed(contents(product))


def _layer(name: str, layer: gpd.GeoDataFrame, about: str) -> bytes:
    written = io.BytesIO()
    described = {"DESCRIPTION": about} if about else {}
    pyogrio.write_dataframe(
        layer,
        written,
        driver="GeoJSON",
        layer=name,
        RFC7946="YES",
        # Else GDAL takes text that begins with "[" or "{" for JSON and writes it bare.
        AUTODETECT_JSON_STRINGS="NO",
        **described,
    )
    return written.getvalue()


def _refuse_foreign(dest: Path, made: Mapping[str, bytes]) -> None:
    if dest.exists() and not dest.is_dir():
        raise ExportError(f"{dest} is a file, and GeoJSON layers are a folder: choose another name")
    there = [name for name in made if (dest / name).exists()]
    if any((dest / name).is_dir() for name in there) or (there and not readme.is_ours(dest)):
        raise ExportError(
            f"{dest} has files of the same names that sitmap did not write ({', '.join(there[:3])}): "
            "choose a new folder, or move them away"
        )
