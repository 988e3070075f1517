"""What a printed or projected map of a situation shows: its centre, its projection and its extent.

A situation that fits on one side of the Earth is drawn in the azimuthal equidistant projection round its
own middle: no edge of a map runs through it, distances from the middle are true, and elsewhere they are
stretched by `r / sin r` across the line to the middle, at most 1.17 (Snyder, "Map projections: a working
manual", USGS 1395, 1987, page 191). A wider one is drawn in Equal Earth (Šavrič, Patterson and Jenny, 2018).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from sitmap import content, geodesy, schema
from sitmap.view import view

#: Beyond this from the middle, km, a plane round it no longer resembles the Earth.
_WIDEST_KM = 6000.0
#: What the projection turns inside out: an area round the antipode, km.
_ANTIPODE_KM = 500.0
#: Half of the least that a map shows, m: one claim's town and its neighbours.
_LEAST_M = 60_000.0
#: Room between what is shown and the map's edge, of its size.
_ROOM = 0.04
#: Longitudes that a view may span in Equal Earth and still have its seam elsewhere than at 180 degrees.
_SEAM_FREE_DEG = 300.0
_EDGE_POINTS = 25
_EARTH_RADIUS_KM = 6371.0088

_DEGREE = 'ANGLEUNIT["degree",0.0174532925199433]'
_METRE = 'LENGTHUNIT["metre",1]'
_AZIMUTHAL = 'METHOD["Modified Azimuthal Equidistant",ID["EPSG",9832]]'
_EQUAL_EARTH = 'METHOD["Equal Earth",ID["EPSG",1078]]'
_WKT = Template(
    'PROJCRS["$title",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",'
    f'ELLIPSOID["WGS 84",6378137,298.257223563,{_METRE}]],PRIMEM["Greenwich",0,{_DEGREE}],ID["EPSG",4326]],'
    'CONVERSION["unnamed",$method,${angles}'
    f'PARAMETER["False easting",0,{_METRE},ID["EPSG",8806]],'
    f'PARAMETER["False northing",0,{_METRE},ID["EPSG",8807]]],'
    f'CS[Cartesian,2],AXIS["(E)",east,ORDER[1],{_METRE}],AXIS["(N)",north,ORDER[2],{_METRE}]]'
)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """Projection and extent of a map.

    Parameters
    ----------
    lat, lon : float
        Middle, degrees; in a map of the world the longitude of the middle meridian and 0.
    radius_km : float
        From the middle to the farthest corner of what is shown first.
    whole_world : bool
        Whether the projection is that of a map of the world.
    box : tuple of float
        What is shown first: west, south, east, north in the units of `crs`, m.
    """

    lat: float
    lon: float
    radius_km: float
    whole_world: bool
    box: Box

    @property
    def proj(self) -> str:
        """Projection as PROJ writes it."""
        return _proj(self.lat, self.lon, whole_world=self.whole_world)

    @property
    def title(self) -> str:
        """Name of the projection as QGIS shows it: "Azimuthal equidistant, 48.9° N, 85.8° E"."""
        if self.whole_world:
            return f"Equal Earth, middle meridian {_east(self.lon)}"
        return f"Azimuthal equidistant, {self.middle}"

    @property
    def middle(self) -> str:
        """Middle of the projection: "48.9° N, 85.8° E"."""
        return f"{abs(self.lat):g}° {'N' if self.lat >= 0 else 'S'}, {_east(self.lon)}"

    @property
    def stretch_percent(self) -> int:
        """By how much the projection stretches at most within the radius, rounded up."""
        angle = self.radius_km / _EARTH_RADIUS_KM
        return math.ceil(100 * (angle / math.sin(angle) - 1))

    @property
    def wkt(self) -> str:
        """Projection as well-known text, 2019, under its title.

        Written out: what PROJ 9 makes of its own string, PROJ before 8.2 does not read.
        """
        method, angles = _AZIMUTHAL, {"Latitude of natural origin": (self.lat, 8801)}
        if self.whole_world:
            method, angles = _EQUAL_EARTH, {}
        angles["Longitude of natural origin"] = (self.lon, 8802)
        return _WKT.substitute(
            title=self.title,
            method=method,
            angles="".join(
                f'PARAMETER["{name}",{angle:g},{_DEGREE},ID["EPSG",{code}]],'
                for name, (angle, code) in angles.items()
            ),
        )

    def shaped(self, aspect: float) -> Box:
        """Least extent of a given width to height that holds the box, round the same middle.

        Parameters
        ----------
        aspect : float
            Width over height.

        Returns
        -------
        tuple of float
            West, south, east, north, m.
        """
        west, south, east, north = self.box
        x, y = (west + east) / 2, (south + north) / 2
        half = max((north - south) / 2, (east - west) / 2 / aspect)
        return (x - half * aspect, y - half, x + half * aspect, y + half)


def fit(layers: Mapping[str, gpd.GeoDataFrame]) -> Frame:
    """Choose projection and extent for the layers of a situation.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        As `schema.LAYERS` has them.

    Returns
    -------
    Frame
        Round the claims whose place is known best; the world when no claim has a place.
    """
    window = view(content.rows(layers), layers)
    if window is None:
        return _world(0.0, -180.0, -60.0, 180.0, 80.0)
    west, south, east, north = window
    # Rounded, so that a reader can say which projection it is.
    lat, lon = round(float(south + north) / 2, 1), round(_wrapped(float(west + east) / 2), 1)
    radius = max(
        geodesy.distance(lat, lon, corner_lat, _wrapped(corner_lon))
        for corner_lat in (south, (south + north) / 2, north)
        for corner_lon in (west, east)
    )
    if radius > _WIDEST_KM or _covers_antipode(layers, lat, lon):
        middle = lon if east - west <= _SEAM_FREE_DEG else 0.0
        return _world(middle, west, south, east, north)
    return Frame(lat, lon, radius, whole_world=False, box=_box(_proj(lat, lon), (west, south, east, north)))


def _world(lon: float, west: float, south: float, east: float, north: float) -> Frame:
    box = _box(_proj(0.0, lon, whole_world=True), (west, south, east, north))
    return Frame(0.0, lon, 20_000.0, whole_world=True, box=box)


def _proj(lat: float, lon: float, *, whole_world: bool = False) -> str:
    if whole_world:
        return f"+proj=eqearth +lon_0={lon:g} +datum=WGS84 +units=m +no_defs"
    return f"+proj=aeqd +lat_0={lat:g} +lon_0={lon:g} +datum=WGS84 +units=m +no_defs"


def _east(lon: float) -> str:
    return f"{abs(lon):g}° {'E' if lon >= 0 else 'W'}"


def _wrapped(lon: float) -> float:
    return (lon + 180) % 360 - 180


def _covers_antipode(layers: Mapping[str, gpd.GeoDataFrame], lat: float, lon: float) -> bool:
    other_side = geodesy.circle(-lat, _wrapped(lon + 180), radius_km=_ANTIPODE_KM)
    shapes = [layers[name].geometry.to_numpy() for name in schema.LAYERS]
    return bool(shapely.intersects(np.concatenate(shapes), other_side).any())


def _box(proj: str, window: Box) -> Box:
    """Extent on the plane of a box of longitudes and latitudes, with some room."""
    west, south, east, north = window
    lons, lats = np.meshgrid(np.linspace(west, east, _EDGE_POINTS), np.linspace(south, north, _EDGE_POINTS))
    transformer = pyproj.Transformer.from_crs("EPSG:4326", pyproj.CRS.from_proj4(proj), always_xy=True)
    x, y = transformer.transform(lons, lats)
    low, high = np.array([x.min(), y.min()]), np.array([x.max(), y.max()])
    middle, half = (low + high) / 2, np.maximum((high - low) / 2 * (1 + 2 * _ROOM), _LEAST_M)
    left, bottom, right, top = (float(np.rint(edge)) for edge in (*(middle - half), *(middle + half)))
    return (left, bottom, right, top)
