"""Geometries as KML: clamped to the ground, following its curve, with no line where the map was cut."""

import itertools

import numpy as np
import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

#: About a centimetre, as in our GeoJSON.
_DECIMALS = 7
#: Along these an area was cut: no line of its own.
_SEAM = shapely.MultiLineString([[(-180, -90), (-180, 90)], [(180, -90), (180, 90)]])
_POLES = shapely.MultiLineString([[(-180, -90), (180, -90)], [(-180, 90), (180, 90)]])
_CUT = shapely.union(_SEAM, _POLES)


def element(geometry: BaseGeometry) -> etree._Element:
    """KML of a geometry.

    Parameters
    ----------
    geometry : Point, LineString, Polygon or a Multi of the last two
        (lon, lat), EPSG:4326, cut at the antimeridian.

    Returns
    -------
    etree._Element
        Without a namespace.
    """
    made = [_part(part) for part in shapely.get_parts(shapely.orient_polygons(geometry))]
    if len(made) == 1:
        return made[0]
    several = etree.Element("MultiGeometry")
    several.extend(made)
    return several


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


def _part(part: BaseGeometry) -> etree._Element:
    made = etree.Element(part.geom_type)
    if isinstance(part, shapely.Polygon):
        etree.SubElement(made, "tessellate").text = "1"
        for name, ring in zip(
            itertools.chain(["outerBoundaryIs"], itertools.repeat("innerBoundaryIs")),
            (part.exterior, *part.interiors),
            strict=False,
        ):
            boundary = etree.SubElement(etree.SubElement(made, name), "LinearRing")
            etree.SubElement(boundary, "coordinates").text = _coordinates(ring)
        return made
    if isinstance(part, shapely.LineString):
        etree.SubElement(made, "tessellate").text = "1"
    etree.SubElement(made, "coordinates").text = _coordinates(part)
    return made


def _coordinates(chain: BaseGeometry) -> str:
    # Adding nought makes -0.0 plain.
    vertices = np.round(shapely.get_coordinates(chain), _DECIMALS) + 0.0
    text = " ".join(["%.10g,%.10g"] * len(vertices)) % tuple(vertices.ravel().tolist())
    # A hair from the equator or from Greenwich a number would have an exponent, which not every reader knows.
    return text if "e" not in text else " ".join(f"{lon:.7f},{lat:.7f}" for lon, lat in vertices.tolist())
