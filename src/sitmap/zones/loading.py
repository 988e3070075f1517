"""Open the zones: the estimate, or a user's own file before it."""

import os
from pathlib import Path
from typing import overload

from sitmap.zones import own_file
from sitmap.zones.own import OwnZones
from sitmap.zones.query import Zones, estimate


@overload
def load() -> Zones: ...
@overload
def load(own: None) -> Zones: ...
@overload
def load(own: str | os.PathLike[str], *, column: str = "") -> OwnZones: ...
@overload
def load(own: str | os.PathLike[str] | None, *, column: str = "") -> Zones | OwnZones: ...
def load(own: str | os.PathLike[str] | None = None, *, column: str = "") -> Zones | OwnZones:
    """Maritime zones of the world.

    Parameters
    ----------
    own : str or path, optional
        A file of exclusive economic zones that decides where it has a say, for example a GeoPackage in
        the layout of Marine Regions; see `data/zones/`.
    column : str
        Its column with the sovereign's ISO alpha-3 code or name, where the usual names fail.

    Returns
    -------
    Zones or OwnZones
        The estimate is read once and shared.

    Raises
    ------
    ResourceError
        If the baseline or the land is missing.
    ZoneError
        If the file cannot be read or understood.
    """
    world = estimate()
    if own is None:
        return world
    path = Path(own)
    codes = {
        name.removeprefix("The ").casefold(): row.sovereign
        for row in world.shore.territories
        for name in (row.sovereign_name,)
    }
    return OwnZones(own_file.read(path, column=column, codes=codes), own_file.shown(path), world)
