"""Build `geo/zones/`: the baseline of the world, its land, and the zones that follow from them."""

import logging
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyogrio
import shapely

from sitmap.reference import (
    agreed,
    baseline,
    coast,
    fgb,
    territories,
    zone_belts,
    zone_lines,
    zone_shapes,
)
from sitmap.zones import baseline as shore
from sitmap.zones import ellipsoid
from sitmap.zones.land import TILE_DEG, Land, read

_log = logging.getLogger(__name__)

_CRS = "EPSG:4326"
# Antarctica has no zone: the Antarctic Treaty, article IV, covers all south of 60 degrees.
_TREATY_LAT = -60.0
# About 2 km: the land is there to tell sea from land, not to measure from.
_LAND_TOLERANCE_DEG = 0.02
# More where land is only cut out of the zones for the eye.
_CUT_TOLERANCE_DEG = 0.035


def _write_land(polygons: npt.NDArray[np.object_], path: Path) -> Land:
    cells = coast.tiles(coast.simplify(polygons, _LAND_TOLERANCE_DEG), size_deg=TILE_DEG)
    columns = round(360 / TILE_DEG)
    frame = gpd.GeoDataFrame(
        {"tile": [row * columns + column for row, column in cells]},
        geometry=shapely.set_precision(np.array(list(cells.values()), dtype=object), 1e-6),
        crs=_CRS,
    )
    fgb.write(frame, path)
    return read(path)


def _labelled(
    polygons: npt.NDArray[np.object_], countries: gpd.GeoDataFrame, curated: Path
) -> tuple[ellipsoid.Floats, ellipsoid.Floats, territories.Codes]:
    """Shore points that generate a zone, with the code of their territory."""
    lons, lats = shapely.get_coordinates(polygons).T
    north = lats > _TREATY_LAT
    lats, lons = lats[north], lons[north]
    few = baseline.thin(lats, lons)
    lats, lons = lats[few], lons[few]
    codes, zoned = territories.label(lats, lons, frame=countries, folder=curated)
    islands = territories.table(curated, "islands")
    lats = np.append(lats[zoned], [float(row["lat"]) for row in islands])
    lons = np.append(lons[zoned], [float(row["lon"]) for row in islands])
    codes = np.append(codes[zoned], [row["territory"] for row in islands])
    return lats, lons, codes


def _write_baseline(polygons: npt.NDArray[np.object_], land: Land, curated: Path, path: Path) -> None:
    countries = territories.countries()
    lats, lons, codes = _labelled(polygons, countries, curated)
    names, owners = np.unique(codes, return_inverse=True)
    kept = baseline.controlling(lats, lons, owners, land=land)
    _log.info("%d shore points, %d of them control sea", len(lats), kept.sum())
    known = territories.territories(countries, curated)
    points = np.stack([lons[kept], lats[kept]], axis=1).round(5)
    rows = [known[name] for name in names.tolist()]
    frame = gpd.GeoDataFrame(
        {
            "territory": [row.code for row in rows],
            "name": [row.name for row in rows],
            "sovereign": [row.sovereign for row in rows],
            "sovereign_name": [row.sovereign_name for row in rows],
        },
        geometry=[shapely.MultiPoint(points[owners[kept] == i]) for i in range(len(names))],
        crs=_CRS,
    )
    fgb.write(frame[~frame.geometry.is_empty], path, index=False)


def land_to_cut(path: Path) -> npt.NDArray[np.object_]:
    """Land of all tiles of `land.fgb`, thinned: polygons, no two of which overlap."""
    _, _, wkb, _ = pyogrio.raw.read(path)
    whole = shapely.get_parts(shapely.union_all(shapely.from_wkb(wkb)))
    # Thinned each by itself, neighbours may come to overlap.
    land: npt.NDArray[np.object_] = shapely.get_parts(
        shapely.union_all(coast.simplify(whole, _CUT_TOLERANCE_DEG))
    )
    return land


def shapes(folder: Path, land: npt.NDArray[np.object_]) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Exclusive economic zones and their boundaries, from the baseline; writes the agreed lines.

    Parameters
    ----------
    folder : Path
        Holds `baseline.fgb` and `curated/`; takes `agreed_areas.fgb` and `agreed_lines.fgb`.
    land : ndarray of Polygon
        As `land_to_cut` gives it.

    Returns
    -------
    zones, boundaries : GeoDataFrame
        In the columns of `eez.fgb` and `boundaries.fgb`.
    """
    coasts = zone_shapes.World(shore.read(folder)).coasts
    medians = zone_lines.medians(coasts)
    limits = zone_lines.limits(coasts)
    changes = agreed.changes(folder / "curated", coasts, medians, limits)
    for frame, name in zip(agreed.frames(changes), ("agreed_areas", "agreed_lines"), strict=True):
        fgb.write(frame, folder / f"{name}.fgb")
    world = zone_shapes.World(shore.read(folder))
    edges = zone_shapes.network(np.concatenate([medians, limits, agreed.edges(changes, coasts)]))
    return zone_shapes.zones(edges, world, land), zone_shapes.boundaries(edges, world, land)


def _write_shapes(folder: Path) -> None:
    land = land_to_cut(folder / "land.fgb")
    zones, boundaries = shapes(folder, land)
    belts = zone_belts.belts(zone_shapes.World(shore.read(folder)), land)
    fgb.write(zones, folder / "eez.fgb")
    fgb.write(pd.concat([boundaries, belts], ignore_index=True), folder / "boundaries.fgb")


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write `geo/zones/*.fgb` from GSHHG, Natural Earth and the curated tables.

    Parameters
    ----------
    geo, data : Path
        The repository's folders.
    cache : Path
        Keeps fetched packages; nothing is fetched here.

    Raises
    ------
    ResourceError
        If raw data or the program that reads it is missing.
    """
    folder = geo / "zones"
    polygons = coast.land()
    land = _write_land(polygons, folder / "land.fgb")
    _write_baseline(polygons, land, folder / "curated", folder / "baseline.fgb")
    _write_shapes(folder)
