"""The checker itself finds what it is there to find."""

import json

import pytest

from export import rfc7946


def collection(geometry, **members):
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature], **members}).encode()


SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Point", "coordinates": [0, 0]},
        {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
    ],
)
def test_good(geometry):
    assert rfc7946.faults(collection(geometry)) == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"{", "not JSON"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "NaN"),
        (collection(None, crs={}), "crs"),
        (collection({"type": "Point", "coordinates": [181, 0]}), "no position"),
        (collection({"type": "Point", "coordinates": [0, 0.123456789]}), "no position"),
        (collection({"type": "LineString", "coordinates": [[179, 0], [-179, 0]]}), "antimeridian"),
        (collection({"type": "Polygon", "coordinates": [SQUARE[::-1]]}), "right-hand"),
        (collection({"type": "Polygon", "coordinates": [SQUARE[:-1]]}), "closed"),
        (collection({"type": "MultiPolygon", "coordinates": [[SQUARE[::-1]]]}), "right-hand"),
    ],
)
def test_faulty(data, fault):
    assert any(fault in one for one in rfc7946.faults(data)), rfc7946.faults(data)
