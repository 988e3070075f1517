"""Refresh the hashes in `geo/registry.toml`, the list of every reference layer and where it came from."""

import hashlib
import re
import tomllib
from pathlib import Path

from sitmap.errors import ResourceError

#: What each table of the registry must say.
REQUIRED = ("file", "title", "source", "licence", "crs", "id_column", "fields", "sha256")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def faults(geo: Path) -> list[str]:
    """Everything in the registry that does not hold: missing keys, missing files, stale hashes.

    Parameters
    ----------
    geo : Path
        The folder that holds `registry.toml`.

    Returns
    -------
    list of str
        One sentence a fault; empty when all is well.
    """
    found = []
    for name, layer in tomllib.loads((geo / "registry.toml").read_text(encoding="utf-8")).items():
        found += [f"{name}: {key!r} is missing" for key in REQUIRED if key not in layer]
        path = geo / layer.get("file", "")
        if not path.is_file():
            found.append(f"{name}: no file {layer.get('file')!r}")
        elif digest(path) != layer.get("sha256"):
            found.append(f"{name}: {layer['file']} is not the file that was registered")
    return found


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write the present hash of every registered file into `geo/registry.toml`.

    Raises
    ------
    ResourceError
        If what is left after that still does not hold.
    """
    path = geo / "registry.toml"
    text = path.read_text(encoding="utf-8")
    for layer in tomllib.loads(text).values():
        file = geo / layer["file"]
        if not file.is_file():
            raise ResourceError(f"geo/registry.toml names {layer['file']}, which is not there")
        pattern = rf'(file = "{re.escape(layer["file"])}"\n(?:(?!\[).*\n)*?sha256 = )"[^"]*"'
        text = re.sub(pattern, rf'\g<1>"{digest(file)}"', text)
    path.write_text(text, encoding="utf-8")
    left = faults(geo)
    if left:
        raise ResourceError("geo/registry.toml: " + "; ".join(left))
