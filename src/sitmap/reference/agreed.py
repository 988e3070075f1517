"""Agreed lines from the curated tables: the sea that each moves from one state to the other.

A line is drawn through its turning points as its text says and joined to the network of medians and
limits at its ends. Of the faces that it then bounds, those whose nearest coast is that of the state on
the other side of the line change hands.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod

from sitmap import resources
from sitmap.reference import zone_lines
from sitmap.reference.zone_lines import Shapes
from sitmap.units import EEZ_KM
from sitmap.zones import ellipsoid
from sitmap.zones.coasts import Coasts, Codes
from sitmap.zones.tree import Tree

_CRS = "EPSG:4326"
_GEOD = Geod(ellps="WGS84")
_PIECE_M = 4000.0
_GRID_DEG = 1e-6
# Nearer than this two shapes are the same, in degrees.
_SAME_DEG = 2e-6
_OVER_DEG, _CUT_DEG = 3e-3, 1e-7
# A joint that ends on a line may miss it by rounding; one that crosses it does not.
_ACROSS_DEG = 1e-3
# Medians between the two states that run on from a line, and limits that may end it.
_AROUND_KM = 900.0
_ROUND_DEG = 0.5
# A line may end where the medians of a third state begin, off the median of its own two.
_THIRD = "third state"
_BOTH, _ONE = 2, 1
# Lines are cut there, so that one that crosses it is two, which meet.
_ANTIMERIDIAN = "antimeridian"
_CUT = shapely.multilinestrings([[[x, -90.0], [x, 90.0]] for x in (-180.0, 180.0)])
# Faces smaller than this are where a line wavers about the median.
_LEAST_KM2 = 3.0
_M2_PER_KM2 = 1e6


@dataclass(frozen=True, slots=True)
class Change:
    """What one line moves.

    Parameters
    ----------
    row : dict
        Of `lines.csv`.
    path : LineString
        The line with its joints to the medians and limits at its ends, (lon, lat).
    areas : dict
        MultiPolygon that changes hands, by the state that gets it, and a little more over the median.
    drawn : Geometry
        `path` and the medians between the two states that stay.
    """

    row: dict[str, str]
    path: shapely.Geometry
    areas: dict[str, shapely.MultiPolygon]
    drawn: shapely.Geometry


def changes(folder: Path, coasts: Coasts, medians: Shapes, limits: Shapes) -> list[Change]:
    """Find what each line that is applied moves.

    Parameters
    ----------
    folder : Path
        Holds `lines.csv` and `line_points.csv`.
    coasts : Coasts
        Shore points as held.
    medians, limits : ndarray of LineString
        As `zone_lines` draws them.
    """
    points: dict[str, list[dict[str, str]]] = {}
    for row in resources.rows(folder / "line_points.csv"):
        points.setdefault(row["line_id"], []).append(row)
    return [
        _change(row, track(points[row["line_id"]]), coasts, medians, limits)
        for row in resources.rows(folder / "lines.csv")
        if row["applied"] == "yes"
    ]


def frames(made: list[Change]) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Areas that change hands, and the boundaries between the states concerned, as layers."""
    areas = [(change.row, taker, shape) for change in made for taker, shape in sorted(change.areas.items())]
    by_area = {
        "line_id": [row["line_id"] for row, _, _ in areas],
        "taker": [taker for _, taker, _ in areas],
        "source": [row["source"] for row, _, _ in areas],
    }
    by_line = {
        "line_id": [change.row["line_id"] for change in made],
        "title": [change.row["title"] for change in made],
        "left": [change.row["left"] for change in made],
        "right": [change.row["right"] for change in made],
        "special": [change.row["special_area"] == "yes" for change in made],
        "source": [change.row["source"] for change in made],
    }
    return (
        gpd.GeoDataFrame(by_area, geometry=[shape for _, _, shape in areas], crs=_CRS),
        gpd.GeoDataFrame(by_line, geometry=[change.drawn for change in made], crs=_CRS),
    )


def edges(made: list[Change], coasts: Coasts) -> Shapes:
    """Lines that the network of zones needs besides medians and 200-mile limits."""
    found = [change.path for change in made]
    for change in made:
        if change.row["special_area"] == "no":
            found += [_own_limit(taker, area, coasts) for taker, area in sorted(change.areas.items())]
    parts = shapely.get_parts(np.array(found, dtype=object))
    lines: Shapes = parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING]
    return lines


def track(points: list[dict[str, str]]) -> shapely.LineString:
    """Line through turning points, (lon, lat), with vertices every few kilometres."""
    places = [(float(row["lon"]), float(row["lat"])) for row in points]
    drawn = places[:1]
    for (start, end), row in zip(pairwise(places), points[1:], strict=True):
        drawn += [*_between(start, end, row["connection"]), end]
    return shapely.LineString(drawn)


def _between(
    start: tuple[float, float], end: tuple[float, float], connection: str
) -> list[tuple[float, float]]:
    _, _, metres = _GEOD.inv(*start, *end)
    count = int(metres // _PIECE_M)
    if connection == "loxodrome":
        # Straight on Mercator's map; that of the sphere is good to metres over the lengths of the table.
        shares = np.arange(1, count + 1) / (count + 1)
        south, north = np.arcsinh(np.tan(np.radians([start[1], end[1]])))
        lats = np.degrees(np.arctan(np.sinh(south + (north - south) * shares)))
        lons = start[0] + (end[0] - start[0]) * shares
        return list(zip(lons.tolist(), lats.tolist(), strict=True))
    return list(_GEOD.npts(*start, *end, count)) if count else []


def _change(
    row: dict[str, str], line: shapely.LineString, coasts: Coasts, medians: Shapes, limits: Shapes
) -> Change:
    tree = Tree(_earth_centred(shapely.get_coordinates(line)))
    near = _around(medians, tree)
    ours = _of_states(near, coasts, {row["left"], row["right"]})
    between, thirds = near[ours == _BOTH], near[ours == _ONE]
    cut = [_CUT] if _ANTIMERIDIAN in (row["start"], row["end"]) else []
    known = shapely.union_all([*between, *thirds, *_around(limits, tree), *cut])
    joins = shapely.union_all([*between, *_around(limits, tree), *cut])
    ends = [
        _joint(shapely.get_point(line, k), known if row[end] == _THIRD else joins)
        for k, end in ((0, "start"), (-1, "end"))
    ]
    path = shapely.set_precision(shapely.union_all([line, *ends]), _GRID_DEG)
    faces = shapely.get_parts(
        shapely.polygonize(shapely.get_parts(shapely.union_all([known, path], grid_size=_GRID_DEG)))
    )
    areas = _taken(faces[shapely.area(faces) > 0], line, row, coasts)
    dead = shapely.buffer(shapely.union_all(list(areas.values())), _SAME_DEG)
    stays = shapely.difference(shapely.multilinestrings(list(between)), dead)
    wider = {taker: _over_the_median(area, path) for taker, area in areas.items()}
    return Change(row, path, wider, shapely.union_all([path, stays]))


def _joint(end: shapely.Point, known: shapely.Geometry) -> shapely.LineString:
    """Shortest way from the end of a line to the network, and a little across it."""
    start, there = shapely.get_coordinates(shapely.shortest_line(end, known))
    way = there - start
    # On the very network any way will do: the line itself goes on from there.
    length = float(np.hypot(*way))
    across = way / length * _ACROSS_DEG if length else np.array([0.0, _ACROSS_DEG])
    return shapely.LineString([start, there + across])


def _over_the_median(area: shapely.MultiPolygon, path: shapely.Geometry) -> shapely.MultiPolygon:
    """Area widened over the median that bounds it, but not over the line.

    A median as drawn is some metres off. Sea beyond it is the taker's own already, so that too much
    does no harm and too little would leave slivers.
    """
    median = shapely.difference(shapely.boundary(area), shapely.buffer(path, _SAME_DEG))
    wider = shapely.union(area, shapely.buffer(median, _OVER_DEG, cap_style="flat"))
    parts = shapely.get_parts(shapely.difference(wider, shapely.buffer(path, _CUT_DEG)))
    inside = shapely.union_all(shapely.point_on_surface(shapely.get_parts(area)))
    return shapely.MultiPolygon(parts[shapely.intersects(parts, inside)].tolist())


def _around(lines: Shapes, tree: Tree) -> Shapes:
    """Segments of lines near a line."""
    coordinates, index = shapely.get_coordinates(lines, return_index=True)
    pairs = np.stack([coordinates[:-1], coordinates[1:]], axis=1)[index[1:] == index[:-1]]
    distances, _ = tree.nearest(_earth_centred(pairs[:, 0]), within_km=_AROUND_KM)
    near: Shapes = shapely.linestrings(pairs[np.isfinite(distances)])
    return near


def _of_states(lines: Shapes, coasts: Coasts, states: set[str]) -> npt.NDArray[np.int_]:
    """How many of two states each median is one of."""
    middles = shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True))
    where = _earth_centred(middles)
    _, first = coasts.nearest(where)
    _, second = coasts.rival(where, first)
    sides = np.stack([coasts.sovereigns[first], coasts.sovereigns[second]])
    found: npt.NDArray[np.int_] = np.isin(sides, list(states)).sum(axis=0)
    return found


def _taken(
    faces: Shapes, line: shapely.LineString, row: dict[str, str], coasts: Coasts
) -> dict[str, shapely.MultiPolygon]:
    """Faces that the line moves, by the state that gets them."""
    nearest, distances = _nearest(shapely.point_on_surface(faces), coasts)
    found: dict[str, list[shapely.Geometry]] = {}
    for face, state, distance in zip(faces, nearest.tolist(), distances.tolist(), strict=True):
        side = _side(face, line)
        if side is None or distance > EEZ_KM:
            continue
        other = row["right" if side == "left" else "left"]
        if state == other and abs(_GEOD.geometry_area_perimeter(face)[0]) > _LEAST_KM2 * _M2_PER_KM2:
            found.setdefault(row[side], []).append(face)
    return {
        taker: shapely.MultiPolygon(shapely.get_parts(shapely.union_all(p)).tolist())
        for taker, p in found.items()
    }


def _side(face: shapely.Polygon, line: shapely.LineString) -> str | None:
    """Side of a line on which a face that it bounds lies; None when it does not."""
    ring = shapely.get_coordinates(shapely.orient_polygons(face).exterior)
    lengths = np.hypot(*np.diff(ring, axis=0).T)
    middles = shapely.points((ring[1:] + ring[:-1]) / 2)
    along = shapely.distance(middles, line) < _SAME_DEG
    if not along.any():
        return None
    longest = int(np.argmax(np.where(along, lengths, 0)))
    places = [shapely.Point(place) for place in ring[longest : longest + 2]]
    start, end = (shapely.line_locate_point(line, place) for place in places)
    return "left" if end > start else "right"


def _nearest(points: Shapes, coasts: Coasts) -> tuple[Codes, ellipsoid.Floats]:
    distances, shore = coasts.nearest(_earth_centred(shapely.get_coordinates(points)))
    return coasts.sovereigns[shore], distances


def _own_limit(state: str, area: shapely.MultiPolygon, coasts: Coasts) -> shapely.Geometry:
    """Limit of one state's own 200 miles within an area."""
    own = coasts.sovereigns == state
    alone = Coasts(coasts.points[own], coasts.territories[own], coasts.sovereigns[own])
    # A limit that only grazes the area is found by following it from outside.
    limits = zone_lines.limits(alone, within=shapely.buffer(area, _ROUND_DEG).bounds)
    # A little past the area, so that it surely meets what bounds it; what then hangs loose bounds no face.
    return shapely.intersection(shapely.union_all(limits), shapely.buffer(area, _OVER_DEG))


def _earth_centred(coordinates: npt.NDArray[np.float64]) -> ellipsoid.Floats:
    return ellipsoid.earth_centred(coordinates[:, 1], coordinates[:, 0])
