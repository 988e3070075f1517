"""Build the layers of seas, lakes, islands, composite areas and sites from the tables in `data/curated/`."""

import csv
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from sitmap.errors import ResourceError
from sitmap.reference import coast, layers, shapes
from sitmap.reference.composites import Parts

_NEAR_DEG = 0.05
_SLIVER = 1e-4
#: Oceans and continents: with a side longer than this, outlines are good to that share of it.
_WIDE_DEG = 30.0
_WIDE_SHARE = 0.0025


def table(data: Path, name: str) -> list[dict[str, str]]:
    """Rows of a curated table, all text."""
    with (data / "curated" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def polygon(text: str) -> BaseGeometry:
    """Polygons from ``"lon lat,lon lat,...;lon lat,..."``, a ring each."""
    rings = [[tuple(map(float, pair.split())) for pair in ring.split(",")] for ring in text.split(";")]
    return shapely.make_valid(shapely.union_all([shapely.Polygon(ring) for ring in rings]))


def seas(data: Path, land: BaseGeometry) -> gpd.GeoDataFrame:
    """Waters: what the land leaves of each hull."""
    rows = []
    for row in table(data, "seas"):
        water = shapely.difference(polygon(row["hull"]), land)
        parts = shapely.get_parts(water)
        water = shapely.multipolygons(list(parts[shapely.area(parts) > _SLIVER]))
        water = _plain(water, min(0.05, 0.005 * float(shapely.area(water)) ** 0.5))
        rows.append(_row(f"sitmap:sea/{row['slug']}", "sea", water, row))
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _plain(area: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Outline as coarse as the area is large, without parts and holes that are no larger than that."""
    side = float(shapely.area(area)) ** 0.5
    if side > _WIDE_DEG:
        tolerance = _WIDE_SHARE * side
    simple = shapely.make_valid(shapely.simplify(area, tolerance))
    parts = [
        shapely.Polygon(part.exterior, [ring for ring in part.interiors if _size(ring) > 4 * tolerance**2])
        for part in shapely.get_parts(simple)
        if isinstance(part, shapely.Polygon) and (side < _WIDE_DEG or _size(part.exterior) > tolerance**2)
    ]
    return shapely.make_valid(shapely.union_all(parts))


def _size(ring: shapely.LinearRing) -> float:
    """Area inside a ring, in square degrees."""
    return float(shapely.area(shapely.Polygon(ring)))


def islands(data: Path) -> gpd.GeoDataFrame:
    """Islands and groups of islands: polygons of the full shoreline.

    Raises
    ------
    ResourceError
        If no polygon lies at the point or in the box that a row gives.
    """
    return _from_shore(data, "islands", "island", coast.land())


def lakes(data: Path) -> gpd.GeoDataFrame:
    """Lakes: polygons of the full shoreline.

    Raises
    ------
    ResourceError
        If no lake lies at the point that a row gives.
    """
    return _from_shore(data, "lakes", "lake", coast.lakes())


def _from_shore(data: Path, name: str, kind: str, shore: npt.NDArray[np.object_]) -> gpd.GeoDataFrame:
    tree = shapely.STRtree(shore)
    rows = []
    for row in table(data, name):
        pieces = [_land(shore, tree, place) for place in row["holds"].split(";")]
        found = [piece for piece in pieces if piece is not None]
        if len(found) < len(pieces):
            raise ResourceError(f"{name}.csv: no shore at {row['holds']} for {row['name']!r}")
        part = shapely.union_all(found)
        tolerance = min(0.02, 0.004 * float(shapely.area(part)) ** 0.5)
        outline = shapely.make_valid(shapely.simplify(part, tolerance))
        rows.append(_row(f"sitmap:{kind}/{row['slug']}", kind, outline, row))
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _land(shore: npt.NDArray[np.object_], tree: shapely.STRtree, place: str) -> BaseGeometry | None:
    """Find the land at "lat lon", or all of it in "box west south east north"."""
    numbers = [float(number) for number in place.removeprefix("box").split()]
    return _in_box(shore, tree, numbers) if place.startswith("box") else _at(shore, tree, numbers)


def _at(shore: npt.NDArray[np.object_], tree: shapely.STRtree, numbers: list[float]) -> BaseGeometry | None:
    point = shapely.Point(numbers[1], numbers[0])
    nearest = int(tree.nearest(point))
    part: BaseGeometry = shore[nearest]
    return part if shapely.distance(part, point) <= _NEAR_DEG else None


def _in_box(
    shore: npt.NDArray[np.object_], tree: shapely.STRtree, numbers: list[float]
) -> BaseGeometry | None:
    west, south, east, north = numbers
    inside = tree.query(shapely.box(west, south, east, north), predicate="contains")
    found = shore[np.sort(inside)]
    return shapely.multipolygons(list(found)) if len(found) else None


def areas(
    data: Path, countries: gpd.GeoDataFrame, admin1: gpd.GeoDataFrame, isles: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Composites and historic regions, from their parts."""
    parts = Parts(countries, admin1, isles)
    rows = []
    for row in table(data, "areas"):
        outline = parts.union(row["parts"], row["country"])
        outline = _plain(outline, min(0.06, 0.01 * float(shapely.area(outline)) ** 0.5))
        if row["type"] == "border":
            row["point"] = _middle(outline)
        rows.append(_row(f"sitmap:area/{row['slug']}", row["type"], outline, row))
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _middle(strip: BaseGeometry) -> str:
    """Point of a strip nearest to its centroid, as "lat lon"."""
    largest = max(shapely.get_parts(strip), key=shapely.area)
    within = shapely.buffer(largest, -0.25 * shapely.area(largest) / (0.5 * shapely.length(largest)))
    point = nearest_points(within, shapely.centroid(largest))[0]
    return f"{point.y} {point.x}"


def sites(data: Path, points: dict[str, tuple[float, float]]) -> gpd.GeoDataFrame:
    """Launch and basing sites, capes, reefs: points.

    A row that `is` an airfield takes its id, so that the gazetteer has one entry under the names of both;
    one that stands `at` an airfield or a town takes its position and nothing else.

    Parameters
    ----------
    data : Path
        Holds `curated/sites.csv`.
    points : dict
        (lat, lon) in degrees of the entries that rows may name, by id.

    Raises
    ------
    ResourceError
        If a row names an entry that is in no source.
    """
    rows = []
    for row in table(data, "sites"):
        entry = row["is"] or row["at"]
        if entry and entry not in points:
            raise ResourceError(f"sites.csv: {row['name']!r} names {entry!r}, which no source has")
        lat, lon = points[entry] if entry else (float(row["lat"]), float(row["lon"]))
        rows.append(
            {
                **_base(row["is"] or f"sitmap:site/{row['slug']}", row["type"], row),
                "cued": layers.join([row["cued"]]),
                "lat": lat,
                "lon": lon,
                "extent_km": float(row["extent_km"]),
                "geometry": shapely.Point(lon, lat),
            }
        )
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _base(place_id: str, kind: str, row: dict[str, str]) -> dict[str, Any]:
    return {
        "place_id": place_id,
        "name": row["name"],
        "type": kind,
        "country": row.get("country", ""),
        "names": layers.join([row["name"], row["names"]]),
        "source": row["source"],
    }


def _row(place_id: str, kind: str, outline: BaseGeometry, row: dict[str, str]) -> dict[str, Any]:
    point = tuple(float(n) for n in row.get("point", "").split())
    lat, lon = shapes.inner_point(outline, (point[0], point[1]) if point else None)
    return {
        **_base(place_id, kind, row),
        "lat": lat,
        "lon": lon,
        "extent_km": shapes.reach_km(outline, lat, lon),
        "geometry": outline,
    }
