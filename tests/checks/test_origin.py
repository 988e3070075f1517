"""Which known sites fit when only a country is named."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import origin
from sitmap.checks.case import open_case
from sitmap.model import Location, Place


def site(name, lat, lon, country="PRK"):
    return Place(
        place_id=f"t:{name}",
        name=name,
        type="launch-site",
        country=country,
        lat=lat,
        lon=lon,
        extent_km=3,
    )


SUNAN = site("Sunan", 39.20, 125.69)
MUSUDAN_RI = site("Musudan-ri", 40.856, 129.666)
VOSTOCHNY = site("Vostochny", 51.884, 128.334, "RUS")
SITES = (MUSUDAN_RI, VOSTOCHNY, SUNAN)


def judge(launch=samples.LAUNCH, impact=samples.IMPACT, sites=SITES):
    return tuple(origin.judge(open_case([launch, impact], None, sites=sites)))


def test_founding_report_fits_sunan_and_not_musudan_ri():
    (found,) = judge()
    assert found.verdict == "consistent"
    assert found.computed == "Sunan (1,010 km)"
    assert found.explanation == (
        "Only North Korea is named; 1,000 km to the impact fits Sunan (1,010 km), not Musudan-ri (627 km)."
    )


def test_the_nearest_to_the_stated_distance_comes_first():
    (found,) = judge(sites=(site("Farther", 39.0, 125.3), SUNAN))
    assert found.computed.startswith("Sunan (1,010 km), Farther (1,0")


def test_no_site_that_fits_is_no_error():
    (found,) = judge(sites=(MUSUDAN_RI,))
    assert found.verdict == "undetermined"
    assert "none of its known sites lies 1,000 km from the impact" in found.explanation


def test_a_long_list_is_cut():
    (found,) = judge(sites=[site(f"Site {n}", 39.2, 125.6 + n / 100) for n in range(6)])
    assert found.computed.endswith("2 more")


@pytest.mark.parametrize(
    "fields",
    [
        {"location": Location(place=SUNAN, lat=39.2, lon=125.69, uncertainty_km=3)},
        {"location": None},
        {"asset": "cruise"},
    ],
    ids="-".join,
)
def test_what_is_not_asked(fields):
    impact = replace(samples.IMPACT, **{name: value for name, value in fields.items() if name == "asset"})
    assert judge(replace(samples.LAUNCH, **fields), impact) == ()


def test_without_a_distance_or_sites_there_is_nothing_to_rank():
    assert judge(replace(samples.LAUNCH, range_km=None), replace(samples.IMPACT, range_km=None)) == ()
    assert judge(sites=()) == ()
    assert judge(sites=(VOSTOCHNY,)) == ()
