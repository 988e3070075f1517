"""Ports of the World Port Index, and of GeoNames where the index has none, from the package harborly.

The index is the U.S. National Geospatial-Intelligence Agency's (Pub. 150, public domain); GeoNames is
CC BY 4.0. Harbours, anchorages, docks and landings of GeoNames are left out: few bear a name of their own.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import KDTree

from sitmap import resources
from sitmap.geocode import store
from sitmap.geocode.fold import fold
from sitmap.reference import sources, towns
from sitmap.reference.entry import Entry

_INDEX = "NGA_WPI"
_SAME_PORT_KM = 12.0
_EXTENT_KM = 3.0
_EARTH_KM = 6371.0


def ports(data: Path) -> Iterator[Entry]:
    """Every port of the index, and GeoNames' own that lie farther than 12 km from all of those.

    A port is "Port of X"; X by itself, which is mostly a town, means it only beside a word such as
    "port".

    Parameters
    ----------
    data : Path
        Its `curated/port_words.csv` tells the generic words in a name, and ports too small to name.

    Yields
    ------
    Entry
    """
    before, after, small = (_words(data, side) for side in ("before", "after", "small"))
    generic = re.compile(rf"^(?:{before}) +| +(?:{after})$", re.IGNORECASE)
    folder = sources.pypi("harborly") / "data"
    registry = pd.read_parquet(folder / "port_registry.parquet").sort_values("registry_id")
    aliases = pd.read_parquet(folder / "port_aliases.parquet").groupby("registry_id")["alias"].agg(list)
    indexed = registry.loc[registry["provider"] == _INDEX]
    others = registry.loc[registry["function_code"] == "L.PRT"]
    others = others.loc[~others["canonical_name"].str.contains(rf"\b(?:{small})\b", case=False)]
    away, _ = KDTree(_in_space(indexed)).query(_in_space(others))
    iso3 = towns.countries_by_code()
    for row in pd.concat([indexed, others.loc[away > _SAME_PORT_KM]]).to_dict("records"):
        names = [row["canonical_name"], *aliases.get(row["registry_id"], [])]
        yield _port(row, [name.strip() for name in names], generic, iso3.get(row["country_code"], ""))


def _words(data: Path, side: str) -> str:
    rows = resources.rows(data / "curated" / "port_words.csv")
    return "|".join(re.escape(row["words"]) for row in rows if row["side"] == side)


def _in_space(rows: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Positions in km in space, on a sphere, so that no longitude is special."""
    phi, lam = np.radians(rows["latitude"].to_numpy()), np.radians(rows["longitude"].to_numpy())
    found: npt.NDArray[np.float64] = _EARTH_KM * np.stack(
        [np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1
    )
    return found


def _port(row: dict[Any, Any], names: list[str], generic: re.Pattern[str], country: str) -> Entry:
    own = [generic.sub("", name).strip() for name in names]
    spelled = sorted({*names, *own} - {""})
    return Entry(
        place_id=f"{'wpi' if row['provider'] == _INDEX else 'geonames'}:{row['provider_id']}",
        name=f"Port of {own[0]}" if fold(own[0]) not in {"", "port"} else names[0],
        type="port",
        country=country,
        lat=round(float(row["latitude"]), 5),
        lon=round(float(row["longitude"]), 5),
        extent_km=_EXTENT_KM,
        names=[(f"{own[0]} port", store.ALTERNATE), *((name, store.CUED) for name in spelled)],
    )
