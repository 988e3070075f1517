"""Zones made of a few coast points, so that a check's answer can be worked out by hand."""

import math

import numpy as np
import pytest
from pyproj import Geod

from sitmap import sampling
from sitmap.model import ZoneAnswer

_GEOD = Geod(ellps="WGS84")
_LIMITS = {"eez": 370.4, "contiguous": 44.448, "territorial": 22.224}


class CoastPoints:
    """Zones by equidistance from single points: {"JPN": [(lat, lon), ...]}; `views` overrides by view."""

    def __init__(self, coasts, *, views=None, land=False, note="equidistance estimate"):
        self.coasts = coasts
        self.views = views or {}
        self.land = land
        self.note = note

    def _distances(self, lats, lons, coasts):
        return {
            state: np.min(
                [
                    _GEOD.inv(np.full(len(lons), lon), np.full(len(lats), lat), lons, lats)[2]
                    for lat, lon in points
                ],
                axis=0,
            )
            / 1000
            for state, points in coasts.items()
        }

    def at(self, lat, lon, *, limit="eez", view="de facto"):
        found = self._distances(np.array([lat]), np.array([lon]), self.views.get(view, self.coasts))
        ranked = sorted((float(distance[0]), state) for state, distance in found.items())
        ranked += [(math.inf, "")] * 2
        (near, state), (next_near, next_state) = ranked[:2]
        reach = _LIMITS[limit]
        zone = "land" if self.land else limit if near <= reach else "high seas"
        return ZoneAnswer(
            lat=lat,
            lon=lon,
            limit_km=reach,
            zone=zone,
            sovereign=state,
            territory=state,
            distance_km=near,
            runner_up=next_state,
            runner_up_km=next_near,
            margin_km=abs(min(reach - near, (next_near - near) / 2)),
            view=view,
            note=self.note,
            decides="a disputed rock" if view != "de facto" else "",
        )

    def inside(self, lats, lons, *, sovereign, limit_km):
        return self.clearance(lats, lons, sovereign=sovereign, limit_km=limit_km) > 0

    def share(self, area, *, sovereign, limit_km):
        lats, lons = sampling.samples(area, 1000)
        return float(np.mean(self.inside(lats, lons, sovereign=sovereign, limit_km=limit_km)))

    def clearance(self, lats, lons, *, sovereign, limit_km, view="de facto"):
        coasts = self.views.get(view, self.coasts)
        found = self._distances(np.asarray(lats), np.asarray(lons), coasts)
        own = found.pop(sovereign, None)
        if own is None:
            return np.full(len(lats), -np.inf)
        others = np.min([*found.values(), np.full(len(lats), np.inf)], axis=0)
        return np.minimum(limit_km - own, (others - own) / 2)


@pytest.fixture
def coast_points():
    return CoastPoints


@pytest.fixture
def sea_of_japan():
    """Okushiri's west coast against the Russian coast: the median line runs 209 km west of the island."""
    return CoastPoints({"JPN": [(42.16, 139.40)], "RUS": [(43.10, 134.68)]})
