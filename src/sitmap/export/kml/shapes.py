"""Geometries as KML: clamped to the ground, following its curve, with no line where the map was cut."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

#: About a centimetre, as in our GeoJSON.
_DECIMALS = 7
_ON_GROUND = "<tessellate>1</tessellate>"
#: Along these an area was cut: no line of its own.
_SEAM = shapely.MultiLineString([[(-180, -90), (-180, 90)], [(180, -90), (180, 90)]])
_POLES = shapely.MultiLineString([[(-180, -90), (180, -90)], [(-180, 90), (180, 90)]])
_CUT = shapely.union(_SEAM, _POLES)


def written(geometry: BaseGeometry) -> str:
    """KML of a geometry.

    Parameters
    ----------
    geometry : Point, LineString, Polygon or a Multi of the last two
        (lon, lat), EPSG:4326, cut at the antimeridian.

    Returns
    -------
    str
        XML without a namespace.
    """
    made = [_part(part) for part in shapely.get_parts(shapely.orient_polygons(geometry))]
    return made[0] if len(made) == 1 else f"<MultiGeometry>{''.join(made)}</MultiGeometry>"


def is_cut(geometry: BaseGeometry) -> bool:
    """Whether an area may have been cut at the edge of the map, where it must have no line.

    Its style must then draw no outline, and `edge` gives what of it is none of the cut.
    """
    if shapely.get_dimensions(geometry) != 2:  # noqa: PLR2004 - an area
        return False
    west, south, east, north = geometry.bounds
    return west <= -180 or east >= 180 or south <= -90 or north >= 90  # noqa: PLR2004 - the map's edges


def edge(area: BaseGeometry) -> BaseGeometry:
    """Outline of an area without the edges of the map.

    Parameters
    ----------
    area : Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian.

    Returns
    -------
    LineString or MultiLineString
        Empty for an area that is the whole map.
    """
    rings = shapely.difference(shapely.boundary(area), _CUT)
    return shapely.line_merge(rings) if rings.geom_type == "MultiLineString" else rings


def _part(part: BaseGeometry) -> str:
    if isinstance(part, shapely.Polygon):
        rings = [("outerBoundaryIs", part.exterior), *(("innerBoundaryIs", hole) for hole in part.interiors)]
        return f"<Polygon>{_ON_GROUND}{''.join(_ring(name, ring) for name, ring in rings)}</Polygon>"
    grounded = _ON_GROUND if isinstance(part, shapely.LineString) else ""
    return f"<{part.geom_type}>{grounded}{_coordinates(part)}</{part.geom_type}>"


def _ring(name: str, ring: BaseGeometry) -> str:
    return f"<{name}><LinearRing>{_coordinates(ring)}</LinearRing></{name}>"


def _coordinates(chain: BaseGeometry) -> str:
    # Adding nought makes -0.0 plain.
    vertices = np.round(shapely.get_coordinates(chain), _DECIMALS) + 0.0
    text = " ".join(["%.10g,%.10g"] * len(vertices)) % tuple(vertices.ravel().tolist())
    # A hair from the equator or from Greenwich a number would have an exponent, which not every reader knows.
    if "e" in text:
        text = " ".join(f"{lon:.7f},{lat:.7f}" for lon, lat in vertices.tolist())
    return f"<coordinates>{text}</coordinates>"
