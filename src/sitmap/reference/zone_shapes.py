"""Zones and boundaries as shapes, made from one network of lines so that they share every edge."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from sitmap.reference.zone_lines import Shapes
from sitmap.units import EEZ_KM
from sitmap.zones import ellipsoid
from sitmap.zones.baseline import DE_FACTO, Baseline
from sitmap.zones.coasts import Coasts
from sitmap.zones.tree import Indices

_CRS = "EPSG:4326"
# 1e-6 degree is a decimetre; lines are thinned to within some 200 m.
_GRID_DEG = 1e-6
_TOLERANCE_DEG = 0.002
_EDGE = 180.0
_FRAME = (-_EDGE, -66.0, _EDGE, 88.0)

NOTE = "equidistance from the GSHHG shoreline, out to 200 nautical miles: an estimate, not a legal boundary"


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns a point: nearest and second-nearest coast.

    Parameters
    ----------
    distance_km, rival_km : ndarray
        To the nearest coast, and to the nearest of another sovereign; shape ``(n,)``.
    territory, rival : ndarray of int
        Their territories.
    """

    distance_km: ellipsoid.Floats
    rival_km: ellipsoid.Floats
    territory: Indices
    rival: Indices


class World:
    """The baseline as held, asked for whole shapes.

    Parameters
    ----------
    shore : Baseline
        Shore points with their territories.
    """

    def __init__(self, shore: Baseline) -> None:
        self.sovereigns = np.array(shore.sovereigns(DE_FACTO))
        self.coasts = Coasts(shore.points, shore.owners, self.sovereigns[shore.owners])
        names = {row.sovereign: row.sovereign_name for row in shore.territories}
        self.names = {code: name.removeprefix("The ") for code, name in names.items()}
        self.disputed = np.array([row.code in shore.disputed for row in shore.territories])

    def owners(self, points: Shapes) -> Owners:
        """Owners of points, given as geometries."""
        lons, lats = shapely.get_coordinates(points).T
        where = ellipsoid.earth_centred(lats, lons)
        distance, first = self.coasts.nearest(where)
        rival, second = self.coasts.rival(where, first)
        return Owners(distance, rival, self.coasts.territories[first], self.coasts.territories[second])


def network(lines: Shapes) -> Shapes:
    """Edges between the places where lines meet, thinned, with the edges of the map."""
    frame = shapely.box(*_FRAME).exterior
    snapped = shapely.set_precision(np.array([*lines, frame], dtype=object), _GRID_DEG)
    merged = shapely.line_merge(shapely.union_all(snapped))
    thin = shapely.simplify(shapely.get_parts(merged), _TOLERANCE_DEG)
    edges: Shapes = shapely.get_parts(shapely.line_merge(shapely.union_all(thin, grid_size=_GRID_DEG)))
    return edges


def zones(edges: Shapes, world: World, land: shapely.Geometry) -> gpd.GeoDataFrame:
    """Exclusive economic zone of each sovereign, in the columns of the layer `zones`."""
    faces = shapely.get_parts(shapely.polygonize(edges))
    owners = world.owners(shapely.point_on_surface(faces))
    owned = owners.distance_km <= EEZ_KM
    faces, sovereigns = faces[owned], world.sovereigns[owners.territory[owned]]
    sea = shapely.difference(faces, land)
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


def _areas(shape: shapely.Geometry) -> shapely.MultiPolygon:
    parts = shapely.get_parts(shape)
    kept = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return shapely.MultiPolygon(list(kept))


def boundaries(edges: Shapes, world: World, land: shapely.Geometry) -> gpd.GeoDataFrame:
    """Median lines and 200-mile limits, in the columns of the layer `zone_boundaries`."""
    edges = _segments(edges)
    owners = world.owners(shapely.line_interpolate_point(edges, 0.5, normalized=True))
    to_limit = np.abs(owners.distance_km - EEZ_KM)
    to_middle = (owners.rival_km - owners.distance_km) / 2
    is_limit = to_limit < to_middle
    # Median lines were drawn on past the limit, so that they cross it.
    kept = is_limit | (owners.distance_km < EEZ_KM)
    left = world.sovereigns[owners.territory]
    right = np.where(is_limit, "", world.sovereigns[owners.rival])
    disputed = world.disputed[owners.territory] | (~is_limit & world.disputed[owners.rival])
    keys = [
        (*(sorted((a, b)) if b else (a, "")), bool(flag))
        for a, b, flag in zip(left[kept].tolist(), right[kept].tolist(), disputed[kept].tolist(), strict=True)
    ]
    return _table(keys, edges[kept], world, land)


def _segments(edges: Shapes) -> Shapes:
    """Single segments of lines, without the edge of the map."""
    coordinates, line = shapely.get_coordinates(edges, return_index=True)
    pairs = np.stack([coordinates[:-1], coordinates[1:]], axis=1)[line[1:] == line[:-1]]
    on_edge = (np.abs(pairs[:, :, 0]) == _EDGE).all(axis=1)
    segments: Shapes = shapely.linestrings(pairs[~on_edge])
    return segments


def _table(
    keys: list[tuple[str, str, bool]], edges: Shapes, world: World, land: shapely.Geometry
) -> gpd.GeoDataFrame:
    rows = []
    shapes = []
    for key in sorted(set(keys)):
        own = edges[np.array([other == key for other in keys])]
        lines = shapely.get_parts(shapely.line_merge(shapely.difference(shapely.multilinestrings(own), land)))
        lines = lines[shapely.get_type_id(lines) == shapely.GeometryType.LINESTRING]
        if not len(lines):
            continue
        left, right, disputed = key
        names = " / ".join(world.names[code] for code in (left, right) if code)
        rows.append(
            {
                "boundary_id": f"{left}|{right}" if right else left,
                "kind": "median" if right else "limit",
                "left": left,
                "right": right,
                "disputed": disputed,
                "label": f"{names} EEZ (estimate)",
                "note": NOTE,
            }
        )
        shapes.append(shapely.multilinestrings(lines))
    return gpd.GeoDataFrame(rows, geometry=shapes, crs=_CRS)
