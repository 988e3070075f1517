"""The shoreline of the world from GSHHG (full resolution), as Debian packages it.

`gmt coast` is the package's own reader: it dumps the line between sea and land tile by tile. Joined
again over the tiles, the pieces close to one ring an island, but for those that the antimeridian
cuts; they are closed along it.
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.errors import ResourceError
from sitmap.reference import sources, thinning

_DATA = "/usr/share/gmt-gshhg/binned_GSHHS_f.nc"
# Whole world, full resolution, one kind of shore, as pairs of doubles.
_DUMP = ("gmt", "coast", "-Rd", "-Df", "-M", "-bo2d")
# The line between sea and land only; the line between land and lakes only.
_SEA = ("-W1", "-A0/0/1")
_LAKES = ("-W2", "-A0/2/2")
_EDGE = 180.0
_SOUTH_POLE = -90.0
# Points of the smallest closed ring.
_RING = 4


def _dump(shore: tuple[str, str]) -> npt.NDArray[np.float64]:
    sources.debian(_DATA, "gmt-gshhg-full")
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "shore").open("w+b") as file:
        try:
            subprocess.run([*_DUMP, *shore], cwd=folder, stdout=file, stderr=subprocess.PIPE, check=True)  # noqa: S603 - a fixed command, no shell
        except FileNotFoundError as error:
            raise ResourceError("gmt is needed to read the shoreline: apt-get install gmt") from error
        except subprocess.CalledProcessError as error:
            raise ResourceError(
                f"gmt coast failed: {error.stderr.decode(errors='replace')[-500:]}"
            ) from error
        file.seek(0)
        # The reader's tiles meet to within a rounding error; 1e-7 degree is a centimetre.
        return np.fromfile(file, dtype=np.float64).reshape(-1, 2).round(7)


def _lines(shore: tuple[str, str]) -> npt.NDArray[np.object_]:
    """Shorelines, joined over the tiles in which they are dumped."""
    dump = _dump(shore)
    heads = np.isnan(dump[:, 0])
    _, piece = np.unique(np.cumsum(heads)[~heads], return_inverse=True)
    pieces = shapely.linestrings(dump[~heads], indices=piece)
    return shapely.get_parts(shapely.line_merge(shapely.multilinestrings(np.asarray(pieces))))


def _meridian(lon: float, ends: npt.NDArray[np.float64]) -> list[shapely.LineString]:
    """Stretches of land along one side of the antimeridian, between the ends of open shorelines."""
    lats = np.sort(ends[ends[:, 0] == lon, 1])
    lats = np.concatenate([[_SOUTH_POLE], lats]) if len(lats) % 2 else lats
    return [shapely.LineString([(lon, a), (lon, b)]) for a, b in lats.reshape(-1, 2)]


def _valid(rings: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    polygons = np.array([shapely.Polygon(ring) for ring in rings], dtype=object)
    broken = ~shapely.is_valid(polygons)
    parts = shapely.get_parts(shapely.make_valid(polygons[broken]))
    areas = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return np.concatenate([polygons[~broken], areas])


def land() -> npt.NDArray[np.object_]:
    """Every island and continent of the world, as polygons with lakes filled.

    Returns
    -------
    ndarray of Polygon
        (lon, lat), EPSG:4326, cut at the antimeridian; largest first. Antarctica is the ice front.

    Raises
    ------
    ResourceError
        If the Debian package or its reader is missing, or the shoreline does not close.
    """
    lines = _lines(_SEA)
    closed = shapely.is_closed(lines)
    opened = list(lines[~closed])
    ends = np.array([line.coords[i] for line in opened for i in (0, -1)]).reshape(-1, 2)
    bottom = shapely.LineString([(-_EDGE, _SOUTH_POLE), (_EDGE, _SOUTH_POLE)])
    seams = [*_meridian(-_EDGE, ends), *_meridian(_EDGE, ends), bottom]
    faces, cuts, dangles, crossing = shapely.polygonize_full([*opened, *seams])
    if len(shapely.get_parts(cuts)) or len(shapely.get_parts(dangles)):
        raise ResourceError(f"{_DATA}: the shoreline does not close at the antimeridian")
    # Antarctica's ice front crosses itself where its source's sheets meet.
    rings = np.concatenate([lines[closed], shapely.get_parts(crossing)])
    polygons = np.concatenate([_valid(rings), shapely.get_parts(faces)])
    west, south, _, _ = shapely.bounds(polygons).T
    order = np.lexsort([south, west, -shapely.area(polygons)])
    return polygons[order]


def lakes() -> npt.NDArray[np.object_]:
    """Every lake of the world, as polygons with islands filled.

    Returns
    -------
    ndarray of Polygon
        (lon, lat), EPSG:4326; largest first. Shores are as old as their charts:
        the Aral Sea has its full size.

    Raises
    ------
    ResourceError
        If the Debian package or its reader is missing.
    """
    lines = _lines(_LAKES)
    polygons = _valid(lines[shapely.is_closed(lines)])
    west, south, _, _ = shapely.bounds(polygons).T
    return polygons[np.lexsort([south, west, -shapely.area(polygons)])]


def tiles(polygons: npt.NDArray[np.object_], *, size_deg: float) -> dict[tuple[int, int], BaseGeometry]:
    """Land cut into square tiles, by (row, column) from the south-west corner of the world.

    Parameters
    ----------
    polygons : ndarray of Polygon
        Valid; (lon, lat).
    size_deg : float
        Side of a tile; a divisor of 180.

    Returns
    -------
    dict of Polygon or MultiPolygon
        Tiles without land are left out.
    """
    tree = shapely.STRtree(polygons)
    found = {}
    for row in range(round(180 / size_deg)):
        for column in range(round(360 / size_deg)):
            west, south = -180 + column * size_deg, -90 + row * size_deg
            box = (west, south, west + size_deg, south + size_deg)
            near = polygons[np.sort(tree.query(shapely.box(*box)))]
            parts = shapely.get_parts(shapely.make_valid(shapely.clip_by_rect(near, *box)))
            areas = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
            if len(areas):
                found[row, column] = shapely.union_all(areas)
    return found


def simplify(polygons: npt.NDArray[np.object_], tolerance_deg: float) -> npt.NDArray[np.object_]:
    """Land with fewer vertices, and no island that is smaller than the tolerance shows.

    Parameters
    ----------
    polygons : ndarray of Polygon
        (lon, lat), without holes.
    tolerance_deg : float
        Greatest distance of a dropped vertex from the shore, degrees of latitude; an island of less
        than twice its square is left out.

    Returns
    -------
    ndarray of Polygon or MultiPolygon
        Valid.
    """
    _, souths, _, norths = shapely.bounds(polygons).T
    on_ground = shapely.area(polygons) * np.cos(np.radians((souths + norths) / 2))
    shores = shapely.get_exterior_ring(polygons[on_ground > 2 * tolerance_deg**2])
    rings = [thinning.line(shapely.get_coordinates(shore), tolerance_deg) for shore in shores]
    islands = [shapely.Polygon(ring) for ring in rings if len(ring) >= _RING]
    return shapely.make_valid(np.array(islands, dtype=object))
