from dataclasses import replace

import shapely
from shapely.geometry import shape

import samples
import scenes
from sitmap import geodesy
from sitmap.maps import shapes


def collections(claims, boundaries=()):
    return shapes.collections(scenes.layers(claims, boundaries))


def test_layers_hold_what_the_drawing_needs():
    made = shapes.collections(scenes.founding())
    assert set(made) == {
        "deployment_areas", "impact_areas", "launch_areas", "origin_areas", "site_areas", "tracks",
        "zone_boundaries",
    }  # fmt: skip
    assert made["deployment_areas"]["features"][0]["properties"] == {"claims": ["c-russia"], "is_place": True}
    assert made["impact_areas"]["features"][0]["properties"] == {"claims": ["c-impact"], "is_place": False}
    assert made["zone_boundaries"]["features"][1]["properties"] == {
        "label": "Japan EEZ (estimate)", "kind": "median", "disputed": True, "views": [],
    }  # fmt: skip


def test_claims_of_one_area_share_its_shape():
    twin = replace(samples.TROOPS_KURSK, claim_id="twin")
    features = collections([samples.TROOPS_KURSK, twin])["deployment_areas"]["features"]
    assert [feature["properties"]["claims"] for feature in features] == [["c-kursk", "twin"]]


def test_a_shape_keeps_its_area():
    area = geodesy.circle(42, 137, radius_km=80, vertices=2000)
    claim = replace(samples.IMPACT, location=replace(samples.IMPACT.location, area=area))
    drawn = shape(collections([claim])["impact_areas"]["features"][0]["geometry"])
    assert shapely.get_num_coordinates(drawn) < 300
    assert abs(drawn.area / area.area - 1) < 0.01


def test_coordinates_are_short():
    text = str(shapes.collections(scenes.founding())["tracks"]["features"][0]["geometry"]["coordinates"])
    assert max(len(number.split(".")[-1].strip("[] ")) for number in text.split(",")) <= 3


def test_what_the_antimeridian_cuts_is_whole_again():
    made = shapes.collections(scenes.pacific())
    for name in ("launch_areas", "deployment_areas", "zone_boundaries"):
        drawn = shape(made[name]["features"][0]["geometry"])
        assert len(shapely.get_parts(drawn)) == 1
        west, _, east, _ = drawn.bounds
        assert 150 < west < 180 < east < 210


def test_a_country_of_islands_keeps_those_that_can_be_seen():
    main, big, tiny = (
        shapely.box(0, 0, 20, 20),
        shapely.box(22, 0, 23, 1),
        shapely.box(25, 0, 25.0005, 0.0005),
    )
    location = replace(samples.TROOPS_KURSK.location, area=shapely.MultiPolygon([main, big, tiny]))
    claim = replace(samples.TROOPS_KURSK, location=location)
    drawn = shape(collections([claim])["deployment_areas"]["features"][0]["geometry"])
    assert len(shapely.get_parts(drawn)) == 2
