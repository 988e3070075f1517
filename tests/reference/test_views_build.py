"""What views draw otherwise, on the small world of the zone build's tests."""

import numpy as np
import pandas as pd
import pytest
import shapely

from reference.test_zone_build import NO_LAND, world
from sitmap.reference import views, zone_belts, zone_lines, zone_shapes
from sitmap.reference.zone_shapes import World
from sitmap.zones import by_view


def lines(view="de facto"):
    made = World(world(), view)
    parts = [zone_lines.medians(made.coasts), zone_lines.limits(made.coasts)]
    return zone_shapes.boundaries(zone_shapes.network(np.concatenate(parts)), made, NO_LAND)


@pytest.fixture(scope="module")
def found():
    return lines(), lines("AAA")


def length(frame):
    return shapely.length(frame.geometry.to_numpy()).sum()


def test_a_claimed_island_brings_no_median_and_its_limit_to_the_claimant(found):
    held, viewed = found
    differing = views.differences("AAA", held, viewed)
    assert set(differing.view) == {"AAA"}
    gone, drawn = differing[~differing.drawn], differing[differing.drawn]
    assert {("AAA|BBB", "median"), ("BBB", "limit")} <= set(zip(gone.boundary_id, gone.kind, strict=True))
    assert set(drawn.boundary_id) == {"AAA"}
    assert "CCC" not in set(differing.left)


def test_held_lines_and_differences_give_the_view(found):
    held, viewed = found
    joined = by_view.joined(held, views.differences("AAA", held, viewed))
    own = joined[[not by or "AAA" in by for by in joined["views"]]]
    assert length(own) == pytest.approx(length(viewed), rel=1e-9)


def test_the_same_lines_differ_in_nothing(found):
    held, _ = found
    assert len(views.differences("AAA", held, held)) == 0


def test_a_territorial_sea_stays_and_changes_hands():
    held, viewed = World(world()), World(world(), "AAA")
    belts = zone_belts.belts(held, NO_LAND)
    made = views._belts(viewed, held, belts)
    assert length(made) == pytest.approx(length(belts), rel=1e-9)
    assert set(made.left) == {"AAA", "CCC"}
    assert set(made[made.left == "AAA"].label) == {"AAA territorial sea (estimate)"}
    assert pd.notna(made.note).all()
