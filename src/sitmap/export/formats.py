"""Which suffix is which format: the only place that knows."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitmap.errors import ExportError
from sitmap.export import claims_csv, files, geojson, geoparquet, gpkg, kml, qgz
from sitmap.product import Product

Write = Callable[[Product, Path], None]
Make = Callable[[Product], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file or folder that layers can be saved as.

    Parameters
    ----------
    name : str
        One word, by which the app knows its label.
    title : str
        As messages name it, with its suffix.
    media_type : str
        Of its bytes (IANA); of a folder, that of the archive.
    write : callable
        Writes it whole or not at all.
    make : callable
        Gives what is written as bytes; of more than one file, a ZIP archive.
    ending : str
        Of the name of those bytes, where it is not the suffix.
    """

    name: str
    title: str
    media_type: str
    write: Write
    make: Make
    ending: str = ""


def _file(name: str, title: str, media_type: str, make: Make) -> Format:
    """Format of a file that is made in memory."""

    def write(product: Product, dest: Path) -> None:
        files.write_bytes(dest, make(product))

    return Format(name, title, media_type, write, make)


def _pdf(product: Product) -> bytes:
    from sitmap.export import paper  # noqa: PLC0415 - matplotlib takes a second that other formats need not wait

    return paper.pdf(product)


def _pptx(product: Product) -> bytes:
    from sitmap.export import slides  # noqa: PLC0415 - as above

    return slides.to_bytes(product)


def _png(product: Product) -> bytes:
    from sitmap.export import paper  # noqa: PLC0415 - as above

    return paper.png(product)


#: By suffix; "" is a folder.
FORMATS: Mapping[str, Format] = {
    "": Format(
        "geojson",
        "a folder of GeoJSON (a name without suffix, or a folder that is there)",
        "application/zip",
        geojson.write,
        geojson.archive,
    ),
    ".zip": _file("geojson-zip", "that folder as a ZIP archive (.zip)", "application/zip", geojson.archive),
    ".gpkg": Format(
        "geopackage", "a GeoPackage (.gpkg)", "application/geopackage+sqlite3", gpkg.write, gpkg.to_bytes
    ),
    ".qgz": Format(
        "qgis",
        "a QGIS project, with its GeoPackage beside it (.qgz)",
        "application/zip",
        qgz.write,
        qgz.to_bytes,
        "-qgis.zip",
    ),
    ".csv": _file("csv", "a CSV table of the claims (.csv)", "text/csv", claims_csv.to_bytes),
    ".kml": _file("kml", "a KML document (.kml)", "application/vnd.google-earth.kml+xml", kml.to_kml),
    ".kmz": _file(
        "kmz",
        "the same with the map's symbols (.kmz)",
        "application/vnd.google-earth.kmz",
        kml.to_kmz,
    ),
    ".parquet": _file(
        "geoparquet",
        "a GeoParquet table of the claims (.parquet)",
        "application/vnd.apache.parquet",
        geoparquet.to_bytes,
    ),
    ".pdf": _file("pdf", "a briefing on paper (.pdf)", "application/pdf", _pdf),
    ".pptx": _file(
        "pptx",
        "PowerPoint slides (.pptx)",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _pptx,
    ),
    ".png": _file("png", "its first page as a picture (.png)", "image/png", _png),
}


def save(product: Product, dest: str | os.PathLike[str]) -> Path:
    """Write a situation in the format that the destination's suffix names.

    Parameters
    ----------
    product : Product
        What is written of it, each format says.
    dest : str or path
        A name with a suffix of `FORMATS`, or a folder: a name without suffix, or a folder that is
        there.

    Returns
    -------
    Path
        `dest`.

    Raises
    ------
    ExportError
        If the format is not known or the destination cannot be written. What was there before
        is untouched.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    path = Path(dest)
    suffix = "" if path.is_dir() and path.suffix.lower() not in FORMATS else path.suffix.lower()
    if suffix not in FORMATS:
        raise ExportError(_unknown(path, suffix))
    FORMATS[suffix].write(product, path)
    return path


def to_bytes(product: Product, suffix: str) -> bytes:
    """Give a situation as the bytes of a file.

    Parameters
    ----------
    product : Product
        As in `save`.
    suffix : str
        One of `FORMATS`; "" gives the folder of GeoJSON as a ZIP archive, ".qgz" the project and its
        GeoPackage as one.

    Returns
    -------
    bytes
        The same input gives the same bytes.

    Raises
    ------
    ExportError
        If the format is not known.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    if suffix not in FORMATS:
        raise ExportError(_unknown("layers", suffix))
    return FORMATS[suffix].make(product)


def _unknown(what: Path | str, suffix: str) -> str:
    there_are = " or ".join(known.title for known in FORMATS.values())
    return f"{what}: {suffix!r} is not a format that layers are written in; write {there_are}"
