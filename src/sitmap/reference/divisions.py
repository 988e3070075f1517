"""First-level divisions: their codes, and which of them a point lies in."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pyogrio
import shapely

from sitmap.geocode import store
from sitmap.reference import layers
from sitmap.reference.entry import Entry

_LAYER = "admin1.fgb"
#: Feature types that are a spot in one division; a range of mountains is not.
_SPOTS = frozenset({"town", "base", "airport", "port", "launch-site", "range", "facility", "cape"})


def by_code(geo: Path) -> dict[str, str]:
    """Id of each division by its GeoNames code ("UA.05").

    Parameters
    ----------
    geo : Path
        Folder of the layers.

    Returns
    -------
    dict
    """
    found: dict[str, str] = {}
    for layer in store.LAYERS:
        for entry in layers.entries(geo / layer):
            if entry.code and entry.type == "admin1":
                found.setdefault(entry.code, entry.place_id)
    return found


def place(entries: Iterable[Entry], geo: Path) -> None:
    """Give airfields, ports, sites and towns the division of their own country whose outline holds them.

    A town has one already where its code is some outline's.

    Parameters
    ----------
    entries : iterable of Entry
        Those without a division are changed.
    geo : Path
        Folder of the layers.
    """
    spots = [entry for entry in entries if entry.type in _SPOTS and entry.country and not entry.admin1]
    frame = pyogrio.read_dataframe(geo / _LAYER, columns=["place_id", "country"])
    points = shapely.points([entry.lon for entry in spots], [entry.lat for entry in spots])
    tree = shapely.STRtree(np.asarray(frame.geometry))
    for at, division in tree.query(points, predicate="intersects").T.tolist():
        entry = spots[at]
        if not entry.admin1 and frame["country"].iat[division] == entry.country:
            entry.admin1 = frame["place_id"].iat[division]
