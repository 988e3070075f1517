"""Where the reference data lies: the only module that knows.

In a checkout `geo/` and `data/` stand at the top of the repository; in an installed wheel they lie
inside the package as `_geo/` and `_data/`. Everything else asks here.
"""

import csv
import hashlib
import os
import platform
from functools import cache
from pathlib import Path

from sitmap.errors import ResourceError

#: Environment variable that names a user's own gazetteer.
OWN_GAZETTEER = "SITMAP_GAZETTEER"
#: Environment variable that names the folder of what was worked out once and is kept; "off" for none.
OWN_CACHE = "SITMAP_CACHE"
_PACKAGE = Path(__file__).resolve().parent
_REPO = _PACKAGE.parent.parent


@cache
def _root(name: str) -> Path:
    for folder in (_PACKAGE / f"_{name}", _REPO / name):
        if folder.is_dir():
            return folder
    raise ResourceError(f"the folder {name!r} of reference data is missing: reinstall sitmap")


def _file(root: str, parts: tuple[str, ...]) -> Path:
    path = _root(root).joinpath(*parts)
    if not path.exists():
        raise ResourceError(
            f"{root}/{'/'.join(parts)} is missing: reinstall sitmap, or rebuild it "
            "with 'python -m sitmap.reference'"
        )
    return path


def geo(*parts: str) -> Path:
    """Path of a file or folder in `geo/`: reference layers with geometry.

    Parameters
    ----------
    *parts : str
        Path below `geo/`.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    ResourceError
        If it is not there.
    """
    return _file("geo", parts)


def data(*parts: str) -> Path:
    """Path of a file or folder in `data/`: tables without geometry, sample reports.

    Parameters
    ----------
    *parts : str
        Path below `data/`.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    ResourceError
        If it is not there.
    """
    return _file("data", parts)


def gazetteer() -> Path:
    """Folder of the gazetteer's index: the user's own, which SITMAP_GAZETTEER names, or the shipped one.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    ResourceError
        If it is not there.
    """
    own = os.environ.get(OWN_GAZETTEER)
    if not own:
        return data("gazetteer")
    folder = Path(own).expanduser()
    if not folder.is_dir():
        raise ResourceError(
            f"{OWN_GAZETTEER}={own}: no such folder; build one with "
            "'python -m sitmap.reference gazetteer --dump allCountries.zip --to FOLDER', or unset it"
        )
    return folder


def cache_folder() -> Path | None:
    """Folder in which this machine keeps what it has worked out: readings of reports, drawings of cases.

    Returns
    -------
    pathlib.Path or None
        What SITMAP_CACHE names; else `sitmap` in the user's own cache folder, which need not be there. None
        when SITMAP_CACHE is "off".
    """
    own = os.environ.get(OWN_CACHE)
    if own == "off":
        return None
    if own:
        return Path(own).expanduser()
    users = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(users) / "sitmap" / "kept"


@cache
def fingerprint() -> str:
    """Name this very program and its data: another version of either has another name.

    Returns
    -------
    str
        Of the names, sizes and times of change of all their files, in hexadecimal.
    """
    found = hashlib.sha256(platform.python_version().encode())
    for root in (_PACKAGE, _root("data"), _root("geo"), gazetteer()):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                told = path.stat()
                found.update(
                    f"{path}\0{told.st_size}\0{told.st_mtime_ns}\n".encode("utf-8", "surrogateescape")
                )
    return found.hexdigest()[:24]


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV table, all text.

    Parameters
    ----------
    path : Path
        As `data` or `geo` gives it.

    Returns
    -------
    list of dict
        Column to cell, in the table's order.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def app() -> Path:
    """Path of the Streamlit entry script: `app.py` of the checkout, or its twin inside the wheel.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    ResourceError
        If it is not there.
    """
    for path in (_REPO / "app.py", _PACKAGE / "pages" / "entry.py"):
        if path.is_file() and (path.parent / ".streamlit").is_dir():
            return path
    raise ResourceError("the app's entry script is missing: reinstall sitmap")
