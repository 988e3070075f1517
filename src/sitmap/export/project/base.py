"""Base map that travels with a project: land, coast, borders and names round what the project shows.

Natural Earth, fine round the claims (1:10 million) and coarser as far as the horizon (1:50 million), cut out
of the project's own reference layers. Coasts are lines of their own, so that no edge at which land was cut,
the antimeridian's among them, is drawn as a coast.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy, resources, schema
from sitmap.export.project.frame import Frame

#: How far the base map reaches from the middle, km: the half of the Earth that faces it.
_HORIZON_KM = 9500.0
#: Radii tried for the fine detail round each claim, km, and the vertices of land that all may have.
_FINE_KM, _FINE_VERTICES = (600.0, 400.0, 200.0, 100.0), 25_000
#: Spots, a degree apart, round which so much land lies that no radius would do.
_MOST_SPOTS = 300
#: A strip of this width, degrees, is cut out where a map of the world has its seam.
_SEAM_DEG = 0.02
#: Towns up to this web zoom level belong to the whole; smaller ones come with the detail.
_FAR_TOWN_ZOOM, _TOWNS = 5, 400

#: Type of the geometries of each layer.
GEOMETRY: Mapping[str, str] = {
    "base_land": "MultiPolygon",
    "base_coast": "MultiLineString",
    "base_borders": "MultiLineString",
    "base_countries": "Point",
    "base_seas": "Point",
    "base_towns": "Point",
}

_Shape = TypeVar("_Shape", bound=BaseGeometry)

_EDGES = shapely.MultiLineString(
    [[(-180, -90), (-180, 90)], [(180, -90), (180, 90)], [(-180, -90), (180, -90)]]
)


def layers(frame: Frame, situation: Mapping[str, gpd.GeoDataFrame]) -> Mapping[str, gpd.GeoDataFrame]:
    """Cut the base map for a frame.

    Parameters
    ----------
    frame : Frame
        Whose middle says how far it reaches.
    situation : mapping of str to GeoDataFrame
        The marker layers of `schema.MARKER_LAYER`: round their points the detail is fine.

    Returns
    -------
    mapping of str to GeoDataFrame
        Those of `GEOMETRY`; (lon, lat), EPSG:4326, cut at the antimeridian.
    """
    far = _reach(frame)
    near, fine = _fine(situation, far)
    rest = far.difference(near)
    land = [(shape, rest) for shape in _read("land_50m.fgb", rest).geometry]
    land += [(shape, near) for shape in fine]
    return {
        "base_land": _frame({}, [_polygons(_within(shape, area)) for shape, area in land]),
        "base_coast": _frame({}, [_coast(shape, area) for shape, area in land]),
        "base_borders": _borders(rest, near),
        "base_countries": _points("countries", far),
        "base_seas": _points("seas", far),
        "base_towns": _towns(far, near),
    }


def _reach(frame: Frame) -> BaseGeometry:
    """How far the base map goes: half of the Earth, or all of it but the seam of its projection."""
    if not frame.whole_world:
        return geodesy.circle(frame.lat, frame.lon, radius_km=_HORIZON_KM, vertices=180)
    seam = frame.lon % 360 - 180
    strips = [shapely.box(seam + turn - _SEAM_DEG, -90, seam + turn + _SEAM_DEG, 90) for turn in (0, 360)]
    return shapely.box(-180, -90, 180, 90).difference(shapely.union_all(strips))


def _fine(
    situation: Mapping[str, gpd.GeoDataFrame], far: BaseGeometry
) -> tuple[BaseGeometry, Sequence[BaseGeometry]]:
    """Area round the claims in which detail is fine, and the land that meets it; none if it is too much."""
    points = [point for name in schema.MARKER_LAYER.values() for point in situation[name].geometry.dropna()]
    spots = sorted({(round(point.y), round(point.x)) for point in points})
    for radius in _FINE_KM if len(spots) <= _MOST_SPOTS else ():
        near = shapely.union_all([geodesy.circle(lat, lon, radius_km=radius) for lat, lon in spots])
        near = shapely.intersection(near, far)
        land = _read("land_10m.fgb", near).geometry.to_numpy()
        if shapely.get_num_coordinates(shapely.intersection(land, near)).sum() <= _FINE_VERTICES:
            return near, list(land)
    return shapely.Polygon(), []


def _read(name: str, area: BaseGeometry) -> gpd.GeoDataFrame:
    """Features of a base layer that meet an area."""
    bounds = (0.0, 0.0, 0.0, 0.0) if area.is_empty else area.bounds
    read = gpd.read_file(resources.geo("basemap", name), bbox=bounds)
    shapely.prepare(area)
    return read[shapely.intersects(area, read.geometry.to_numpy())]


def _coast(land: BaseGeometry, area: BaseGeometry) -> BaseGeometry:
    return _lines(_within(land.boundary.difference(_EDGES), area))


def _within(shape: BaseGeometry, area: BaseGeometry) -> BaseGeometry:
    """Part of a shape that lies in an area: nearly always all of it, which is seen faster than cut."""
    shapely.prepare(area)
    return shape if area.contains(shape) else shape.intersection(area)


def _borders(far: BaseGeometry, near: BaseGeometry) -> gpd.GeoDataFrame:
    pieces = [(_read("borders_50m.fgb", far), far.difference(near)), (_read("borders_10m.fgb", near), near)]
    columns = ("left", "right", "disputed", "why")
    values = {name: [value for rows, _ in pieces for value in rows[name]] for name in columns}
    return _frame(
        values, [_lines(line.intersection(area)) for rows, area in pieces for line in rows.geometry]
    )


def _points(name: str, area: BaseGeometry) -> gpd.GeoDataFrame:
    found = _read(f"{name}.geojson", area)
    return _frame({c: list(found[c]) for c in found.columns if c != "geometry"}, list(found.geometry))


def _towns(far: BaseGeometry, near: BaseGeometry) -> gpd.GeoDataFrame:
    """Great towns everywhere and smaller ones near, the most important first."""
    towns = _points("towns", far)
    chosen = towns[(towns["min_zoom"] <= _FAR_TOWN_ZOOM) | shapely.within(towns.geometry, near)]
    return chosen.sort_values(["min_zoom", "population"], ascending=[True, False], kind="stable")[:_TOWNS]


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    return shapely.MultiPolygon(_parts(shape, shapely.Polygon))


def _lines(shape: BaseGeometry) -> BaseGeometry:
    merged = shapely.line_merge(shapely.MultiLineString(_parts(shape, shapely.LineString)))
    return shapely.MultiLineString(_parts(merged, shapely.LineString))


def _parts(shape: BaseGeometry, kind: type[_Shape]) -> list[_Shape]:
    """Parts of one kind; a cut may leave points and lines where only an edge was met."""
    flat = shapely.get_parts(shapely.get_parts(shape))
    return [part for part in flat if isinstance(part, kind) and not part.is_empty]


def _frame(values: Mapping[str, Sequence[Any]], shapes: Sequence[BaseGeometry]) -> gpd.GeoDataFrame:
    made = gpd.GeoDataFrame(dict(values), geometry=gpd.GeoSeries(shapes, crs=schema.CRS), crs=schema.CRS)
    return made[~made.geometry.is_empty]
