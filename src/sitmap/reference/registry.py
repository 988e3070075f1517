"""Build `geo/registry.toml`: every reference layer, where it came from, what is in it, its hash.

What a person knows of a layer stands in `data/curated/layers.toml`; the rest is measured. The same goes into
a .qmd beside each layer, which QGIS shows as the layer's metadata.
"""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pyogrio

from sitmap.errors import ResourceError
from sitmap.reference import qmd, toml

#: What the registry says of each layer.
REQUIRED = (
    "file",
    "title",
    "description",
    "sources",
    "licence",
    "licence_files",
    "attribution",
    "crs",
    "geometry",
    "features",
    "bounds",
    "id_column",
    "scale",
    "accuracy",
    "style",
    "metadata",
    "bytes",
    "sha256",
    "fields",
)
#: What a person must say of each layer.
_WRITTEN = ("file", "title", "description", "sources", "id_column", "scale", "accuracy")
_HEAD = "# Built by `python -m sitmap.reference registry` from data/curated/layers.toml; do not edit.\n\n"
_TYPES = {
    "object": "text",
    "int32": "whole number",
    "int64": "whole number",
    "float64": "number",
    "bool": "true or false",
}
_LAYERS = ("fgb", "geojson", "gpkg")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write `geo/registry.toml` and the .qmd of each layer.

    Parameters
    ----------
    geo, data : Path
        The repository's folders.
    cache : Path
        Not used.

    Raises
    ------
    ResourceError
        If a layer is not described, or what is described does not hold; names every fault.
    """
    told = tomllib.loads((data / "curated" / "layers.toml").read_text(encoding="utf-8"))
    gaps = [
        f"{name}: {key!r} is missing"
        for name, row in told["layers"].items()
        for key in _WRITTEN
        if key not in row
    ]
    if gaps:
        raise ResourceError("data/curated/layers.toml: " + "; ".join(gaps))
    layers = {name: _layer(geo, row, told) for name, row in told["layers"].items()}
    tables = {name: row | _terms(row, told["sources"]) for name, row in told["tables"].items()}
    text = toml.text({"sources": told["sources"], "layers": layers, "tables": tables})
    (geo / "registry.toml").write_text(_HEAD + text, encoding="utf-8")
    for name, layer in layers.items():
        written = qmd.text(name, layer, [told["sources"][source]["title"] for source in layer["sources"]])
        (geo / layer["metadata"]).write_text(written, encoding="utf-8")
    left = faults(geo)
    if left:
        raise ResourceError("data/curated/layers.toml: " + "; ".join(left))


def read(geo: Path) -> dict[str, Any]:
    """Everything that `registry.toml` says, by `sources`, `layers` and `tables`."""
    return tomllib.loads((geo / "registry.toml").read_text(encoding="utf-8"))


def faults(geo: Path) -> list[str]:
    """Everything in the registry that does not hold.

    Parameters
    ----------
    geo : Path
        The folder that holds `registry.toml`.

    Returns
    -------
    list of str
        One sentence a fault; empty when all is well.
    """
    registry = read(geo)
    found = [fault for name, layer in registry["layers"].items() for fault in _layer_faults(geo, name, layer)]
    files = {layer.get("file") for layer in registry["layers"].values()}
    there = [path.relative_to(geo).as_posix() for suffix in _LAYERS for path in geo.rglob(f"*.{suffix}")]
    found += [
        f"{file} is described nowhere: add it to data/curated/layers.toml"
        for file in there
        if file not in files
    ]
    texts = {row["text"] for row in registry["sources"].values()}
    found += [f"{text} is missing" for text in sorted(texts) if not (geo / text).is_file()]
    return found


def _layer(geo: Path, row: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Put together what a person wrote of a layer and what is measured."""
    path = geo / row["file"]
    if not path.is_file():
        raise ResourceError(
            f"data/curated/layers.toml names {row['file']}, which is not there: build it first, or strike it"
        )
    info = pyogrio.read_info(path, force_feature_count=True, force_total_bounds=True)
    meanings = told["fields"] | row.get("fields", {})
    fields = {
        name: {"type": _TYPES.get(dtype, dtype), "meaning": meanings.get(name, "")}
        for name, dtype in zip(info["fields"], info["dtypes"], strict=True)
    }
    stem = row["file"].rpartition(".")[0]
    measured = {
        "crs": info["crs"],
        "geometry": info["geometry_type"],
        "features": int(info["features"]),
        "bounds": [round(float(edge), 5) for edge in info["total_bounds"]],
        "style": f"{stem}.qml",
        "metadata": f"{stem}.qmd",
        "bytes": path.stat().st_size,
        "sha256": digest(path),
        "fields": fields,
    }
    written = {key: value for key, value in row.items() if key != "fields"}
    return written | _terms(row, told["sources"]) | measured


def _terms(row: dict[str, Any], sources: dict[str, Any]) -> dict[str, Any]:
    """Licence, its texts and the credit, of all sources together.

    Raises
    ------
    ResourceError
        If a source is not listed.
    """
    unknown = sorted(set(row["sources"]) - set(sources))
    if unknown:
        raise ResourceError(f"data/curated/layers.toml: no source {', '.join(unknown)} under [sources]")
    used = [sources[name] for name in row["sources"]]
    licences = dict.fromkeys(part for source in used for part in source["licence"].split(" AND "))
    return {
        "licence": " AND ".join(licences),
        "licence_files": list(dict.fromkeys(source["text"] for source in used)),
        "attribution": "; ".join(dict.fromkeys(source["credit"] for source in used)),
    }


def _layer_faults(geo: Path, name: str, layer: dict[str, Any]) -> list[str]:
    found = [f"{name}: {key!r} is missing" for key in REQUIRED if key not in layer]
    if found:
        return found
    files = [layer["style"], layer["metadata"], *layer["licence_files"]]
    found += [f"{name}: no file {file}" for file in files if not (geo / file).is_file()]
    path = geo / layer["file"]
    if not path.is_file():
        return [*found, f"{name}: no file {layer['file']}"]
    if digest(path) != layer["sha256"]:
        found.append(f"{name}: {layer['file']} is not the file that was registered")
    fields = pyogrio.read_info(path)["fields"].tolist()
    if list(layer["fields"]) != fields:
        found.append(f"{name}: the file has the fields {', '.join(fields)}")
    found += [
        f"{name}: say what the field {key} means"
        for key, row in layer["fields"].items()
        if not row["meaning"]
    ]
    if layer["id_column"] not in fields:
        found.append(f"{name}: no column {layer['id_column']} to be the id")
    return found
