"""The rules of RFC 7946 that a file can break, each by its section."""

import json
import math
from itertools import pairwise

_DEPTH = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


def faults(data: bytes) -> list[str]:
    """Every rule that a FeatureCollection breaks; empty when it is good."""
    try:
        document = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except ValueError as error:
        return [f"not JSON: {error}"]
    found = []
    if document.get("type") != "FeatureCollection":
        found.append("3.3: type is not FeatureCollection")
    if "crs" in document:
        found.append("4: has a crs member")
    forbidden = {"geometry", "properties", "coordinates", "geometries"} & document.keys()
    found += [f"7.1: a FeatureCollection with {name!r}" for name in sorted(forbidden)]
    features = document.get("features")
    if not isinstance(features, list):
        return [*found, "3.3: features is no list"]
    return [*found, *(f"{i}: {fault}" for i, one in enumerate(features) for fault in _feature(one))]


def _no_constant(name: str):
    raise ValueError(f"{name} is not JSON")


def _feature(feature) -> list[str]:
    found = [f"3.2: no member {name!r}" for name in ("type", "geometry", "properties") if name not in feature]
    if feature.get("type") != "Feature":
        found.append("3.2: type is not Feature")
    if not isinstance(feature.get("properties"), dict | None):
        found.append("3.2: properties is neither object nor null")
    geometry = feature.get("geometry")
    return found if geometry is None else found + _geometry(geometry)


def _geometry(geometry) -> list[str]:
    kind = geometry.get("type")
    if kind not in _DEPTH:
        return [f"3.1: unknown geometry type {kind!r}"]
    found = []
    lines = _lines(geometry["coordinates"], _DEPTH[kind])
    for line in lines:
        found += [f"3.1.1: {position} is no position" for position in line if not _position(position)]
        if kind != "Point" and any(abs(a[0] - b[0]) > 180 for a, b in pairwise(line)):
            found.append("3.1.9: crosses the antimeridian uncut")
    if kind == "Polygon":
        found += _polygon(geometry["coordinates"])
    if kind == "MultiPolygon":
        found += [fault for polygon in geometry["coordinates"] for fault in _polygon(polygon)]
    if kind.endswith("LineString") and any(len(line) < 2 for line in lines):
        found.append("3.1.4: a line of fewer than two positions")
    return found


def _lines(coordinates, depth: int) -> list:
    """Every chain of positions in a geometry, as a flat list."""
    if depth == 0:
        return [[coordinates]]
    if depth == 1:
        return [coordinates]
    return [line for part in coordinates for line in _lines(part, depth - 1)]


def _position(position) -> bool:
    return (
        len(position) == 2
        and all(isinstance(number, int | float) and math.isfinite(number) for number in position)
        and abs(position[0]) <= 180
        and abs(position[1]) <= 90
        and all(round(number, 7) == number for number in position)
    )


def _polygon(rings) -> list[str]:
    found = []
    for index, ring in enumerate(rings):
        if len(ring) < 4 or ring[0] != ring[-1]:
            found.append("3.1.6: a ring that is not closed")
        twice_area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
        if (twice_area > 0) != (index == 0):
            found.append("3.1.6: a ring that does not follow the right-hand rule")
    return found
