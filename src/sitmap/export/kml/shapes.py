"""Geometries as KML: clamped to the ground, following its curve, without a line along the antimeridian."""

import itertools
from collections.abc import Iterable

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
        Without a namespace. An area that was cut has its outline as lines beside it, without the cut:
        its style must draw none (`is_cut`).
    """
    parts = list(shapely.get_parts(shapely.orient_polygons(geometry)))
    made = [_part(part) for part in parts]
    if is_cut(geometry):
        made += [_part(line) for line in _outline(geometry)]
    if len(made) == 1:
        return made[0]
    several = etree.Element("MultiGeometry")
    several.extend(made)
    return several


def is_cut(geometry: BaseGeometry) -> bool:
    """Whether an edge of an area lies on the antimeridian, so that it is drawn in two parts."""
    if shapely.get_dimensions(geometry) != 2:  # noqa: PLR2004 - an area
        return False
    west, south, east, north = geometry.bounds
    return west <= -180 or east >= 180 or south <= -90 or north >= 90  # noqa: PLR2004 - the map's edges


def _outline(area: BaseGeometry) -> Iterable[BaseGeometry]:
    rings = shapely.difference(shapely.boundary(area), _CUT)
    merged = shapely.line_merge(rings) if rings.geom_type == "MultiLineString" else rings
    return (line for line in shapely.get_parts(merged) if not line.is_empty)


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
