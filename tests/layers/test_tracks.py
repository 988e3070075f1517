"""A launch and its impact give a track; nothing else does."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

import samples
from sitmap.layers.tracks import tracks
from sitmap.model import Location

LAUNCH, IMPACT = samples.LAUNCH, samples.IMPACT


def at(claim, lat, lon, **changes):
    return replace(claim, location=Location(lat=lat, lon=lon), **changes)


def test_the_track_is_the_launch_claim_and_runs_to_the_impact():
    ((index, line),) = tracks([IMPACT, LAUNCH])
    assert index == 1
    start, end = line.coords[0], line.coords[-1]
    assert start == (LAUNCH.location.lon, LAUNCH.location.lat)
    assert end == (IMPACT.location.lon, IMPACT.location.lat)


def test_the_track_is_a_great_circle():
    ((_, line),) = tracks([at(LAUNCH, 62.0, 40.3), at(IMPACT, 57.0, 161.0)])
    assert max(lat for _, lat in line.coords) > 70  # Plesetsk to Kura climbs far north of both


@pytest.mark.parametrize(
    "claims",
    [
        [LAUNCH],
        [IMPACT],
        [LAUNCH, replace(IMPACT, event_id="e-other")],
        [replace(LAUNCH, event_id=""), replace(IMPACT, event_id="")],
        [LAUNCH, replace(IMPACT, location=Location(note="not found"))],
        [LAUNCH, replace(IMPACT, location=None)],
        [replace(LAUNCH, location=None), IMPACT],
        [LAUNCH, replace(IMPACT, location=LAUNCH.location)],
        [LAUNCH, replace(IMPACT, stance="denied")],
    ],
)
def test_no_track_without_two_places_of_one_event(claims):
    assert tracks(claims) == []


def test_a_report_is_drawn_by_its_own_impact():
    other = replace(IMPACT, claim_id="c-other", report_id="other")
    second = replace(LAUNCH, claim_id="c-second", report_id="silent on the impact")
    found = tracks([LAUNCH, IMPACT, second, at(other, 41.0, 136.0)])
    ends = [(index, line.coords[-1]) for index, line in found]
    here = (IMPACT.location.lon, IMPACT.location.lat)
    assert ends == [(0, here), (2, here), (2, (136.0, 41.0))]


def test_a_track_over_the_antimeridian_is_cut():
    ((_, line),) = tracks([at(LAUNCH, 66.0, 178.0), at(IMPACT, 62.0, -165.0)])
    assert line.geom_type == "MultiLineString"
    for part in line.geoms:
        assert abs(np.diff(shapely.get_coordinates(part)[:, 0])).max() < 180
    assert line.geoms[0].coords[0] == (178.0, 66.0)
    assert line.geoms[-1].coords[-1] == (-165.0, 62.0)
