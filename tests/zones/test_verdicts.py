"""Public verdicts: impacts whose words and official zone are on record, and what the coast says."""

from dataclasses import dataclass

import pytest

from sitmap import geodesy, zones
from sitmap.zones import Zones


@dataclass(frozen=True)
class Verdict:
    """A spot at a distance and bearing from a point of Japan's coast, and its clearance there.

    The words never say from which point of an island; the points here are the gazetteer's for
    islands and the outermost cape for longer coasts.
    """

    words: str
    lat: float
    lon: float
    bearing: float
    distance: float
    clearance: float
    view: str = "de facto"


OKUSHIRI = (42.157, 139.451)
VERDICTS = (
    Verdict("2023-07-12: 250 km W of Okushiri", *OKUSHIRI, 270, 250, -29),
    Verdict("2022-11-18: 200 km W of Oshima-Oshima", 41.511, 139.358, 270, 200, 36),
    Verdict("2022-03-24: 150 km W of the Oshima peninsula", 41.53, 140.01, 270, 150, 119),
    Verdict("2017-07-28: 150 km NW of Okushiri", *OKUSHIRI, 315, 150, 40),
    Verdict("2016-08-03: 250 km W of Oga, Cape Nyudo", 40.003, 139.700, 270, 250, 85),
    Verdict("2017-11-29: 250 km W of Aomori, Cape Henashi", 40.607, 139.853, 270, 250, 61),
    Verdict("2019-10-02: 350 km N of Dogo", 36.350, 133.280, 0, 350, -36),
    Verdict("2019-10-02: 350 km N of Dogo", 36.350, 133.280, 0, 350, 10, view="JPN"),
    Verdict("2022-10-04: 3,000 km E of Japan, Cape Todo", 39.55, 142.07, 90, 3000, -1994),
)


@pytest.fixture(scope="module")
def world() -> Zones:
    return zones.load()


@pytest.mark.parametrize("case", VERDICTS, ids=lambda case: f"{case.words}, {case.view}")
def test_margin_of_a_public_verdict(case: Verdict, world: Zones):
    lat, lon = geodesy.destination(case.lat, case.lon, bearing_deg=case.bearing, distance_km=case.distance)
    found = world.clearance([lat], [lon], sovereign="JPN", view=case.view)
    assert found[0] == pytest.approx(case.clearance, abs=3)
    inside = world.inside([lat], [lon], sovereign="JPN", view=case.view)
    assert inside[0] == (case.clearance > 0)


@pytest.mark.parametrize(("coast_lon", "low", "high"), [(139.402, 6, 9), (139.451, 9, 11)])
def test_founding_point_is_too_close_to_call(coast_lon: float, low: float, high: float, world: Zones):
    lat, lon = geodesy.destination(42.157, coast_lon, bearing_deg=270, distance_km=200)
    answer = world.at(lat, lon)
    assert (answer.zone, answer.sovereign, answer.runner_up) == ("eez", "JPN", "RUS")
    assert low <= answer.margin_km <= high
    assert "not a legal boundary" in answer.note


def test_edge_due_west_of_okushiri(world: Zones):
    # 208 km from the westernmost shore; 200 km from the middle at a bearing of 281 degrees.
    assert world.edge_distance(42.157, 139.402, bearing_deg=270, sovereign="JPN") == pytest.approx(208, abs=3)
    assert world.edge_distance(*OKUSHIRI, bearing_deg=281, sovereign="JPN") == pytest.approx(200, abs=3)


def test_disputed_feature_decides(world: Zones):
    lat, lon = geodesy.destination(36.350, 133.280, bearing_deg=0, distance_km=350)
    held, claimed = world.at(lat, lon), world.at(lat, lon, view="JPN")
    assert (held.sovereign, claimed.sovereign) == ("KOR", "JPN")
    assert held.decides == claimed.decides == "Takeshima/Dokdo"
