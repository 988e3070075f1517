"""The projection and extent of a printed map: longitude and latitude to points on the page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import shapely
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy, words
from sitmap.antimeridian import Floats
from sitmap.export.paper.canvas import Box

#: Beyond this distance from the centre, km, a plane round a point tears shapes apart: widths grow by a
#: quarter at 7,500 km and by a third at 8,500. A launch in the centre makes ranges true, and is worth that.
_PLANE_KM, _LAUNCH_KM = 7_500.0, 8_500.0
#: Least width of what is shown, km: a single town keeps a coast and a neighbour.
_LEAST_KM = 300.0
#: Extents that span more than this, degrees of longitude, go round the Earth.
_ROUND_DEG = 350.0
#: Share of the map's sides that stays clear of claims.
_MARGIN = 0.06
#: Degrees between vertices of long lines, so that they bend as the projection asks.
_STEP_DEG = 1.0
#: Points that a line may be off when vertices are left out.
_FINE_PT = 0.12
_TURN = shapely.box(-180, -90, 180, 90)
_GEOD = Geod(ellps="WGS84")
#: Metres a pixel of Web Mercator's level 0 on the equator, 256 pixels round the Earth.
_LEVEL_0 = 156_543.03
#: Points on paper that a pixel on a screen stands for: names as dense as there.
_PIXEL_PT = 0.72


@dataclass(frozen=True)
class Frame:
    """A projection, fitted to a box on the page.

    Parameters
    ----------
    lat, lon : float
        Its centre, degrees.
    world : bool
        Equal Earth, whole; else azimuthal equidistant round the centre.
    box : tuple of float
        left, top, right, bottom of the map, points.
    west, north : float
        What lies in the box's upper left corner, metres in the projection.
    scale : float
        Points a metre in the projection.
    launch : bool
        Whether the centre is where missiles are said to come from.
    """

    lat: float
    lon: float
    world: bool
    box: Box
    west: float
    north: float
    scale: float
    launch: bool = False

    @property
    def name(self) -> str:
        """How the projection is called under the map."""
        if self.world:
            return words.say("paper.equal_earth")
        if self.launch:
            return words.say("paper.from_launch")
        centre = f"{_degrees(self.lat, 'N', 'S')}, {_degrees(self.lon, 'E', 'W')}"
        return words.say("paper.from_point", centre=centre)

    @property
    def zoom(self) -> float:
        """Web zoom level of about the same scale at the centre."""
        metres = self.metres_a_point * _PIXEL_PT
        return math.log2(_LEVEL_0 * math.cos(math.radians(self.centre[0])) / metres)

    @cached_property
    def metres_a_point(self) -> float:
        """Metres on the ground a point on the page, from left to right in the middle of the map."""
        left, top, right, bottom = self.box
        x, y = (left + right) / 2, (top + bottom) / 2
        (lon1, lon2), (lat1, lat2) = self._inverse(np.array([x - 10, x + 10]), np.array([y, y]))
        return float(_GEOD.inv(lon1, lat1, lon2, lat2)[2]) / 20

    @cached_property
    def centre(self) -> tuple[float, float]:
        """Lat and lon of the middle of the map, degrees."""
        left, top, right, bottom = self.box
        lons, lats = self._inverse(np.array([(left + right) / 2]), np.array([(top + bottom) / 2]))
        return float(lats[0]), float(lons[0])

    def points(self, lats: Sequence[float], lons: Sequence[float]) -> Floats:
        """Positions on the page, shape (n, 2); infinite where the projection has no place for them."""
        turned = (np.asarray(lons, dtype=float) - self.lon + 180) % 360 - 180
        return self._to_page(np.column_stack((turned, np.asarray(lats, dtype=float))))

    def shape(self, geometry: BaseGeometry, *, margin: float = 3.0) -> BaseGeometry:
        """Bring a geometry on the page, cut to a little more than the map.

        Parameters
        ----------
        geometry : Geometry
            (lon, lat), EPSG:4326, cut at the antimeridian: what is cut there is joined again.
        margin : float
            Points beyond the box that are kept, so that no edge is drawn along it.

        Returns
        -------
        Geometry
            In points; empty when nothing of it is on the map.
        """
        near = _within(geometry, self._cap, self.lon)
        if near.is_empty:
            return near
        placed = shapely.transform(shapely.segmentize(near, _STEP_DEG), self._to_page)
        if not self.world and placed.geom_type in {"Polygon", "MultiPolygon", "GeometryCollection"}:
            # The far meridian, where the sheet was cut, runs through the map when a pole lies on it.
            placed = shapely.buffer(shapely.make_valid(placed), 0.01)
        elif placed.geom_type in {"Polygon", "MultiPolygon"}:
            placed = shapely.make_valid(placed)
        left, top, right, bottom = self.box
        cut = shapely.clip_by_rect(placed, left - margin, top - margin, right + margin, bottom + margin)
        return shapely.simplify(cut, _FINE_PT)

    def sheet(self) -> BaseGeometry:
        """Give the Earth on the page: the whole box, or the outline of the world in it."""
        left, top, right, bottom = self.box
        if not self.world:
            return shapely.box(left, top, right, bottom)
        outline = shapely.segmentize(_TURN.buffer(-1e-6), _STEP_DEG)
        return shapely.clip_by_rect(shapely.transform(outline, self._to_page), left, top, right, bottom)

    @cached_property
    def _cap(self) -> BaseGeometry:
        """What the box can show of the Earth, longitudes from the centre."""
        if self.world:
            return _TURN
        left, top, right, bottom = self.box
        corners = [(x, y) for x in (left, right) for y in (top, bottom)]
        x0, y0 = self.points([self.lat], [self.lon])[0]
        farthest = max(math.hypot(x - x0, y - y0) for x, y in corners) / self.scale / 1000
        circle = geodesy.circle(self.lat, self.lon, radius_km=min(1.05 * farthest + 50, 19_000), vertices=180)
        return _within(circle, _TURN, self.lon)

    @cached_property
    def _transformer(self) -> Transformer:
        return transformer(self.lat, world=self.world)

    def _to_page(self, turned: Floats) -> Floats:
        x, y = self._transformer.transform(turned[:, 0], turned[:, 1])
        left, top = self.box[:2]
        return np.column_stack((left + (x - self.west) * self.scale, top + (self.north - y) * self.scale))

    def _inverse(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        left, top = self.box[:2]
        lons, lats = self._transformer.transform(
            self.west + (x - left) / self.scale, self.north - (y - top) / self.scale, direction="INVERSE"
        )
        return lons + self.lon, lats


def transformer(lat: float, *, world: bool) -> Transformer:
    """Longitudes from the centre and latitudes, degrees, to metres."""
    projection = "+proj=eqearth +lon_0=0" if world else f"+proj=aeqd +lat_0={lat} +lon_0=0"
    return Transformer.from_crs("EPSG:4326", f"{projection} +datum=WGS84 +units=m +type=crs", always_xy=True)


def _within(geometry: BaseGeometry, window: BaseGeometry, lon: float) -> BaseGeometry:
    """Part of a geometry inside a window, longitudes from `lon`: joined again where it was cut at 180."""
    parts = shapely.get_parts(geometry)
    parts = np.where(shapely.is_valid(parts), parts, shapely.make_valid(parts))
    shapely.prepare(window)
    found: list[BaseGeometry] = []
    for turn in (-1, 0, 1):
        moved = shapely.transform(parts, partial(np.add, np.array((360 * turn - lon, 0.0))))
        found += shapely.intersection(moved[shapely.intersects(window, moved)], window).tolist()
    whole = shapely.union_all(found)
    return shapely.line_merge(whole) if whole.geom_type == "MultiLineString" else whole


def fit(view: Sequence[float] | None, box: Box, *, launch: tuple[float, float] | None = None) -> Frame:
    """Choose the projection that fits an extent.

    Parameters
    ----------
    view : sequence of float or None
        west, south, east, north, degrees; east runs past 180 across the antimeridian; the world when None.
    box : tuple of float
        Of the map on the page, points.
    launch : tuple of float or None
        Lat and lon of the one place that missiles are said to come from: distances from it are then true.

    Returns
    -------
    Frame
    """
    if view is None:
        view = (-180.0, -60.0, 180.0, 80.0)
    west, south, east, north = view
    edge = _edge(west, south, east, north)
    middle = ((south + north) / 2, ((west + east) / 2 + 180) % 360 - 180)
    around = east - west >= _ROUND_DEG
    pole = (math.copysign(90.0, middle[0]), middle[1])
    centres = [(pole, _PLANE_KM)] if around else [(launch or middle, _LAUNCH_KM), (middle, _PLANE_KM)]
    for centre, most in centres:
        if _farthest(*centre, edge) <= most:
            return _fitted(*centre, edge, box, world=False, launch=centre == launch)
    return _fitted(0.0, middle[1], edge, box, world=True)


def _edge(west: float, south: float, east: float, north: float) -> Floats:
    """Points along the edge of an extent, (lat, lon)."""
    lons, lats = np.linspace(west, east, 25), np.linspace(south, north, 25)
    return np.vstack(
        [np.column_stack((np.full(25, lat), lons)) for lat in (south, north)]
        + [np.column_stack((lats, np.full(25, lon))) for lon in (west, east)]
    )


def _farthest(lat: float, lon: float, edge: Floats) -> float:
    count = len(edge)
    return float(_GEOD.inv(np.full(count, lon), np.full(count, lat), edge[:, 1], edge[:, 0])[2].max()) / 1000


def _fitted(
    lat: float,
    lon: float,
    edge: Floats,
    box: Box,
    *,
    world: bool,
    launch: bool = False,
) -> Frame:
    turned = edge[:, 1] - lon
    turned = np.clip(turned - 360 * np.round(turned.mean() / 360), -180, 180)
    x, y = transformer(lat, world=world).transform(turned, edge[:, 0])
    left, top, right, bottom = box
    wide, high = (right - left) * (1 - 2 * _MARGIN), (bottom - top) * (1 - 2 * _MARGIN)
    scale = min(
        wide / max(np.ptp(x), _LEAST_KM * 1000), high / max(np.ptp(y), _LEAST_KM * 1000 * high / wide)
    )
    return Frame(
        lat=lat,
        lon=lon,
        world=world,
        box=box,
        west=(x.min() + x.max()) / 2 - (right - left) / 2 / scale,
        north=(y.min() + y.max()) / 2 + (bottom - top) / 2 / scale,
        scale=scale,
        launch=launch,
    )


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.1f}°{positive if value >= 0 else negative}"
