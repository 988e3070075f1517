"""Which suffix is which format: the only place that knows."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from sitmap.errors import ExportError
from sitmap.export import geojson, gpkg
from sitmap.model import Finding


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file or folder that layers can be saved as."""

    title: str
    write: Callable[[Mapping[str, gpd.GeoDataFrame], Sequence[Finding], Path], None]


#: By suffix; "" is a folder.
FORMATS: Mapping[str, Format] = {
    "": Format("a folder of GeoJSON (a name without suffix, or a folder that is there)", geojson.write),
    ".gpkg": Format("a GeoPackage (.gpkg)", gpkg.write),
}

#: Promised, and not in this version.
_LATER: Mapping[str, str] = {
    ".qgz": "QGIS project",
    ".kml": "KML",
    ".csv": "CSV",
    ".parquet": "GeoParquet",
}


def save(
    layers: Mapping[str, gpd.GeoDataFrame], findings: Sequence[Finding], dest: str | os.PathLike[str]
) -> Path:
    """Write layers and findings in the format that the destination's suffix names.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        Every layer of `schema.LAYERS`.
    findings : sequence of Finding
        Go along as `findings.json` and `findings.csv`, or as a table.
    dest : str or path
        `name.gpkg`, or a folder: a name without suffix, or a folder that is there.

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
    FORMATS[suffix].write(layers, findings, path)
    return path


def _unknown(path: Path, suffix: str) -> str:
    there_are = " or ".join(known.title for known in FORMATS.values())
    what = (
        f"{_LATER[suffix]} is not in this version"
        if suffix in _LATER
        else f"{suffix!r} is not a format that layers are written in"
    )
    later = ", ".join(f"{title} ({ending})" for ending, title in _LATER.items())
    return f"{path}: {what}; write {there_are}. Not in this version: {later}"
