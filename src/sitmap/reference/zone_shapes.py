"""Zones and boundaries as shapes, made from one network of lines so that they share every edge."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from sitmap.model import DE_FACTO
from sitmap.reference.contours import Shapes
from sitmap.units import EEZ_KM
from sitmap.zones import ellipsoid
from sitmap.zones.agreed import Agreed
from sitmap.zones.baseline import Baseline
from sitmap.zones.coasts import Coasts, Codes
from sitmap.zones.tree import Indices

_CRS = "EPSG:4326"
# 1e-6 degree is a decimetre; lines are thinned to within some 200 m.
_GRID_DEG = 1e-6
_TOLERANCE_DEG = 0.002
_EDGE = 180.0
# What lies beside a line is asked for this far from it, in degrees of latitude.
_ASIDE_DEG = 0.004
# An agreed line no farther than this from the median is drawn as the median.
_MEDIAN_KM = 0.6
# An outer edge no farther than this from 200 nautical miles is a limit.
_LIMIT_KM = 3.0
_FRAME = (-_EDGE, -66.0, _EDGE, 88.0)

NOTE = "equidistance from the GSHHG shoreline, out to 200 nautical miles: an estimate, not a legal boundary"
_MEETING = "where agreed lines of these two states with a third end"


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns a point: nearest and second-nearest coast.

    Parameters
    ----------
    distance_km, rival_km : ndarray
        To the nearest coast, and to the nearest of another sovereign; shape ``(n,)``.
    territory, rival : ndarray of int
        Their territories.
    holder : ndarray of str
        ISO alpha-3 of the state in whose zone the point lies, agreed lines heeded; "" beyond 200 miles.
    """

    distance_km: ellipsoid.Floats
    rival_km: ellipsoid.Floats
    territory: Indices
    rival: Indices
    holder: Codes


class World:
    """The baseline in one view, asked for whole shapes.

    Parameters
    ----------
    shore : Baseline
        Shore points with their territories.
    view : str
        `DE_FACTO`, as held, or the ISO alpha-3 of the state whose view it is.
    """

    def __init__(self, shore: Baseline, view: str = DE_FACTO) -> None:
        self.sovereigns = np.array(shore.sovereigns(view))
        named = self.sovereigns[shore.owners]
        zoned = named != ""
        self.coasts = Coasts(shore.points[zoned], shore.owners[zoned], named[zoned])
        self._agreed = Agreed(shore.lines, self.coasts)
        shapes = [shape for line in shore.lines for shape in (line.drawn, *(a.shape for a in line.areas))]
        self._moved = shapely.union_all([shapely.buffer(shape, _ASIDE_DEG) for shape in shapes])
        self.titles: dict[tuple[str, str], str] = {}
        for line in shore.lines:
            for pair in ((min(line.states), max(line.states)), *((state, "") for state in line.states)):
                self.titles[pair] = "; ".join([*filter(None, [self.titles.get(pair)]), line.title])
        names = {row.sovereign: row.sovereign_name for row in shore.territories}
        self.names = {code: name.removeprefix("The ") for code, name in names.items()}
        self.disputed = np.array([row.code in shore.disputed for row in shore.territories])

    def owners(self, points: Shapes) -> Owners:
        """Owners of points, given as geometries."""
        lons, lats = shapely.get_coordinates(points).T
        where = ellipsoid.earth_centred(lats, lons)
        distance, first = self.coasts.nearest(where)
        rival, second = self.coasts.rival(where, first)
        holder = np.where(distance <= EEZ_KM, self.coasts.sovereigns[first], "")
        for ruling in self._agreed.rulings(lats, lons, where, edges=False):
            holder[ruling.points] = np.where(ruling.zone_km(EEZ_KM) <= EEZ_KM, ruling.owners, "")
        return Owners(
            distance, rival, self.coasts.territories[first], self.coasts.territories[second], holder
        )

    def own_km(self, points: Shapes, states: Codes) -> ellipsoid.Floats:
        """Distance of each point to the coast of its own state, km."""
        lons, lats = shapely.get_coordinates(points).T
        where = ellipsoid.earth_centred(lats, lons)
        found = np.full(len(points), np.inf)
        for state in np.unique(states).tolist():
            found[states == state] = self.coasts.of(state, where[states == state])
        return found

    def by_agreed_lines(self, points: Shapes) -> npt.NDArray[np.bool_]:
        """Which points lie in what an agreed line moves, or on the line."""
        shapely.prepare(self._moved)
        found: npt.NDArray[np.bool_] = shapely.intersects(self._moved, points)
        return found


def network(lines: Shapes) -> Shapes:
    """Edges between the places where lines meet, thinned, with the edges of the map."""
    frame = shapely.box(*_FRAME).exterior
    snapped = shapely.set_precision(np.array([*lines, frame], dtype=object), _GRID_DEG)
    merged = shapely.line_merge(shapely.union_all(snapped))
    thin = shapely.simplify(shapely.get_parts(merged), _TOLERANCE_DEG)
    edges: Shapes = shapely.get_parts(shapely.line_merge(shapely.union_all(thin, grid_size=_GRID_DEG)))
    return edges


def zones(edges: Shapes, world: World, land: Shapes) -> gpd.GeoDataFrame:
    """Exclusive economic zone of each sovereign, in the columns of the layer `zones`."""
    faces = shapely.get_parts(shapely.polygonize(edges))
    owners = world.owners(shapely.point_on_surface(faces))
    owned = owners.holder != ""
    faces, sovereigns = faces[owned], owners.holder[owned]
    sea = without(faces, land)
    codes = np.unique(sovereigns).tolist()
    shapes = [_areas(shapely.union_all(sea[sovereigns == code])) for code in codes]
    return gpd.GeoDataFrame(
        {
            "zone_id": [f"{code}-EEZ" for code in codes],
            "name": [f"{world.names[code]} EEZ (estimate)" for code in codes],
            "sovereign": codes,
            "limit_km": EEZ_KM,
            "note": NOTE,
        },
        geometry=shapes,
        crs=_CRS,
    )


def without(shapes: Shapes, land: Shapes) -> Shapes:
    """Shapes without the land on them.

    Parameters
    ----------
    shapes : ndarray of Geometry
        Polygons or lines, (lon, lat).
    land : ndarray of Polygon
        No two overlap.
    """
    left = shapes.copy()
    shape, part = shapely.STRtree(land).query(shapes, predicate="intersects")
    for index in np.unique(shape).tolist():
        left[index] = shapely.difference(shapes[index], shapely.multipolygons(land[part[shape == index]]))
    return left


def _areas(shape: shapely.Geometry) -> shapely.MultiPolygon:
    parts = shapely.get_parts(shape)
    kept = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return shapely.MultiPolygon(list(kept))


def boundaries(edges: Shapes, world: World, land: Shapes) -> gpd.GeoDataFrame:
    """Median lines, agreed lines and 200-mile limits, in the columns of the layer `zone_boundaries`."""
    edges = segments(edges)
    middles = shapely.line_interpolate_point(edges, 0.5, normalized=True)
    owners = world.owners(middles)
    to_limit = np.abs(owners.distance_km - EEZ_KM)
    to_middle = (owners.rival_km - owners.distance_km) / 2
    is_limit = to_limit < to_middle
    left = world.sovereigns[owners.territory]
    right = np.where(is_limit, "", world.sovereigns[owners.rival])
    # Median lines were drawn on past the limit, so that they cross it.
    kept = is_limit | (owners.distance_km < EEZ_KM)
    ruled = np.flatnonzero(world.by_agreed_lines(middles))
    left[ruled], right[ruled] = _sides(edges[ruled], world)
    kept[ruled] = left[ruled] != right[ruled]
    outer = ruled[right[ruled] == ""]
    to_own = np.abs(world.own_km(middles[outer], left[outer]) - EEZ_KM)
    is_limit[ruled] = False
    is_limit[outer] = np.minimum(to_own, to_limit[outer]) < _LIMIT_KM
    agreed = np.zeros(len(edges), dtype=bool)
    agreed[ruled] = ~is_limit[ruled] & ((right[ruled] == "") | (to_middle[ruled] > _MEDIAN_KM))
    kinds = np.select([is_limit, agreed], ["limit", "treaty"], "median")
    disputed = world.disputed[owners.territory] | ((right != "") & world.disputed[owners.rival])
    columns = (left, right, disputed, kinds)
    keys = [
        (*(sorted((a, b)) if b else (a, "")), flag, kind)
        for a, b, flag, kind in zip(*(column[kept].tolist() for column in columns), strict=True)
    ]
    return _table(keys, edges[kept], world, land)


def _sides(segments: Shapes, world: World) -> tuple[Codes, Codes]:
    """Who holds the sea on either side of segments, "" for nobody and then second."""
    ends = shapely.get_coordinates(segments).reshape(-1, 2, 2)
    middles = ends.mean(axis=1)
    narrowed = np.stack([np.cos(np.radians(middles[:, 1])), np.ones(len(ends))], axis=1)
    along = (ends[:, 1] - ends[:, 0]) * narrowed
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(*along.T)[:, None]
    step = across * _ASIDE_DEG / narrowed
    left, right = (world.owners(shapely.points(middles + way * step)).holder for way in (1, -1))
    swapped = left == ""
    return np.where(swapped, right, left), np.where(swapped, left, right)


def segments(edges: Shapes) -> Shapes:
    """Single segments of lines, without those along the edge of the map."""
    coordinates, line = shapely.get_coordinates(edges, return_index=True)
    pairs = np.stack([coordinates[:-1], coordinates[1:]], axis=1)[line[1:] == line[:-1]]
    on_edge = (np.abs(pairs[:, :, 0]) == _EDGE).all(axis=1)
    segments: Shapes = shapely.linestrings(pairs[~on_edge])
    return segments


def _table(
    keys: list[tuple[str, str, bool, str]], edges: Shapes, world: World, land: Shapes
) -> gpd.GeoDataFrame:
    rows = []
    shapes = []
    for key in sorted(set(keys)):
        own = edges[np.array([other == key for other in keys])]
        lines = shapely.get_parts(shapely.line_merge(without(shapely.multilinestrings([own]), land))[0])
        lines = lines[shapely.get_type_id(lines) == shapely.GeometryType.LINESTRING]
        if not len(lines):
            continue
        left, right, disputed, kind = key
        names = " / ".join(world.names[code] for code in (left, right) if code)
        rows.append(
            {
                "boundary_id": f"{left}|{right}" if right else left,
                "kind": kind,
                "left": left,
                "right": right,
                "disputed": disputed,
                "label": f"{names} EEZ ({'agreed line' if kind == 'treaty' else 'estimate'})",
                # Two states that have no line of their own may meet where their lines with a third end.
                "note": world.titles.get((left, right), _MEETING) if kind == "treaty" else NOTE,
            }
        )
        shapes.append(shapely.multilinestrings(lines))
    return gpd.GeoDataFrame(rows, geometry=shapes, crs=_CRS)
