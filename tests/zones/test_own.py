"""A user's own file of zones, as Marine Regions lays it out: it decides, and both verdicts are shown."""

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

import samples
from sitmap import zones
from sitmap.checks import zone
from sitmap.checks.case import open_case
from sitmap.errors import ZoneError
from sitmap.zones import OwnZones

#: Japan's zone drawn to a meridian west of the median, Russia's beyond it, and a stretch that both claim.
JAPAN = shapely.box(135.0, 40.0, 141.0, 45.0)
RUSSIA = shapely.box(130.0, 40.0, 134.0, 45.0)
BOTH = shapely.box(134.0, 40.0, 135.0, 45.0)
# In the estimate this is Russia's by 37 km.
BEYOND_THE_MEDIAN = (42.15, 136.3)


def layout(**columns: list[str | None]) -> gpd.GeoDataFrame:
    """Rows in the layout of Marine Regions."""
    plain: dict[str, list[str | None]] = {
        "MRGID": ["8487", "5690", "50001"],
        "GEONAME": [
            "Japanese Exclusive Economic Zone",
            "Russian Exclusive Economic Zone",
            "Overlapping claim: Japan / Russia",
        ],
        "POL_TYPE": ["200NM", "200NM", "Overlapping claim"],
        "TERRITORY1": ["Japan", "Russia", "Japan"],
        "SOVEREIGN1": ["Japan", "Russia", "Japan"],
        "ISO_SOV1": ["JPN", "RUS", "JPN"],
        "SOVEREIGN2": [None, None, "Russia"],
        "ISO_SOV2": [None, None, "RUS"],
    }
    return gpd.GeoDataFrame(plain | columns, geometry=[JAPAN, RUSSIA, BOTH], crs="EPSG:4326")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "eez.gpkg"
    layout().to_file(path, layer="eez_v12")
    return path


@pytest.fixture(scope="module")
def own(path: Path) -> OwnZones:
    return zones.load(path)


def test_the_file_decides_and_the_estimate_is_told(own: OwnZones):
    assert zones.at(*BEYOND_THE_MEDIAN).sovereign == "RUS"
    answer = own.at(*BEYOND_THE_MEDIAN)
    assert (answer.zone, answer.sovereign, answer.territory) == ("eez", "JPN", "Japan")
    assert answer.source == "eez.gpkg"
    assert answer.decides == "Japanese Exclusive Economic Zone in eez.gpkg"
    assert answer.estimate.startswith("in the zone of RUS")
    assert f"by equidistance {answer.estimate}" in answer.note
    # To the meridian of 135 degrees, or the stretch that both claim, which is Japan's too.
    assert answer.margin_km == pytest.approx(189, abs=2)


def test_where_both_agree_nothing_is_said_of_it(own: OwnZones):
    answer = own.at(42.15, 138.0)
    assert (answer.sovereign, answer.estimate) == ("JPN", "")
    assert "by equidistance" not in answer.note


def test_an_overlap_names_its_claimants(own: OwnZones):
    answer = own.at(42.15, 134.5)
    assert answer.claimants == ("JPN", "RUS")
    assert "claimed by JPN and RUS" in answer.note
    assert own.at(42.15, 134.5, view="RUS").sovereign == "RUS"
    for state in ("JPN", "RUS"):
        assert own.inside([42.15], [134.5], sovereign=state)[0]


def test_outside_the_areas_of_a_state_that_has_some_is_no_zone_of_it(own: OwnZones):
    # Off Niigata, south of what the file draws.
    answer = own.at(39.0, 138.0)
    assert (answer.zone, answer.sovereign) == ("high seas", "JPN")
    assert answer.estimate.startswith("in the zone of JPN")
    assert not own.inside([39.0], [138.0], sovereign="JPN")[0]
    assert own.clearance([39.0], [138.0], sovereign="JPN")[0] == pytest.approx(-111, abs=1)


def test_states_that_the_file_does_not_name_keep_their_estimate(own: OwnZones):
    answer = own.at(54.0, 5.0)
    assert (answer.source, answer.sovereign) == ("", zones.at(54.0, 5.0).sovereign)
    assert "eez.gpkg has no area here" in answer.note
    # Korea's estimate ends where the file's areas begin.
    lats, lons = [40.5, 39.5], [130.5, 130.0]
    assert own.inside(lats, lons, sovereign="PRK").tolist() == [False, True]
    assert own.clearance(lats, lons, sovereign="PRK")[0] < 0


def test_land_and_lesser_limits_are_the_estimates(own: OwnZones):
    assert own.at(43.0, 141.5).zone == "land"
    assert own.at(*BEYOND_THE_MEDIAN, limit="territorial").source == ""
    assert not own.inside([43.0], [141.5], sovereign="JPN")[0]
    off_okushiri = own.at(42.1, 139.3)
    assert off_okushiri.zone == "territorial sea"


def test_clearance_counts_edges_at_sea_and_no_coast(own: OwnZones):
    # 5 km off Okushiri; the nearest edge is the southern one, 240 km off.
    clear = own.clearance([42.157], [139.34], sovereign="JPN")
    assert clear[0] > 100
    assert own.edge_distance(42.157, 139.40, bearing_deg=270, sovereign="JPN") > 400


def test_inside_and_clearance_agree(own: OwnZones):
    rng = np.random.default_rng(8)
    lats, lons = rng.uniform(38, 47, 500), rng.uniform(128, 142, 500)
    sea = zones.load().coast_km(lats, lons) > 3
    sea &= ~zones.load().on_land(lats, lons)
    for state in ("JPN", "RUS", "KOR"):
        within = own.inside(lats, lons, sovereign=state)
        clear = own.clearance(lats, lons, sovereign=state)
        assert ((clear > 0) == within)[sea & (np.abs(clear) > 1)].all()


def test_the_check_says_who_decided_and_what_the_estimate_says(own: OwnZones):
    def judged(lon: float, source: zones.ZoneSource) -> tuple[str, str]:
        where = replace(samples.IMPACT.location, lat=42.15, lon=lon, area=None, uncertainty_km=0.0)
        claim = replace(
            samples.IMPACT,
            zone_claim="inside:JPN-EEZ",
            location=where,
            relation="at",
            offset_km=None,
            offset_deg=None,
        )
        (found,) = zone.judge(open_case([claim], source))
        return found.verdict, found.explanation

    verdict, words = judged(136.3, own)
    assert verdict == "consistent"
    assert "inside that zone as eez.gpkg draws it" in words
    assert "by equidistance in the zone of RUS" in words
    assert judged(136.3, zones.load())[0] == "inconsistent"
    verdict, words = judged(134.5, own)
    assert verdict == "marginal"
    assert "Japan and Russia" in words


@pytest.mark.parametrize("name", ["eez.gpkg", "eez.shp", "eez.geojson"])
def test_every_usual_format_reads_in_either_case(name: str, tmp_path: Path):
    frame = layout()
    if name != "eez.shp":
        frame = frame.rename(columns=str.lower)
    frame.to_file(tmp_path / name)
    assert zones.load(tmp_path / name).at(*BEYOND_THE_MEDIAN).sovereign == "JPN"


def test_text_of_the_file_cannot_move_the_cursor(tmp_path: Path):
    layout(GEONAME=["\x1b[2JZone", "", ""]).to_file(tmp_path / "hostile.gpkg")
    assert zones.load(tmp_path / "hostile.gpkg").at(*BEYOND_THE_MEDIAN).decides.isprintable()


def test_a_file_without_territories_names_none_but_the_state(tmp_path: Path):
    layout().drop(columns=["TERRITORY1", "GEONAME"]).to_file(tmp_path / "bare.gpkg")
    answer = zones.load(tmp_path / "bare.gpkg").at(*BEYOND_THE_MEDIAN)
    assert (answer.territory, answer.decides) == ("JPN", "JPN in bare.gpkg")


def test_other_coordinates_are_brought_to_ours(tmp_path: Path):
    layout().to_crs("EPSG:3857").to_file(tmp_path / "mercator.gpkg")
    assert zones.load(tmp_path / "mercator.gpkg").at(*BEYOND_THE_MEDIAN).sovereign == "JPN"


def test_names_do_where_codes_are_missing_and_a_column_can_be_named(tmp_path: Path):
    layout().drop(columns=["ISO_SOV1", "ISO_SOV2"]).to_file(tmp_path / "names.gpkg")
    assert zones.load(tmp_path / "names.gpkg").at(42.15, 134.5).claimants == ("JPN", "RUS")
    other = (
        layout().rename(columns={"ISO_SOV1": "holder"}).drop(columns=["SOVEREIGN1", "ISO_SOV2", "SOVEREIGN2"])
    )
    other.to_file(tmp_path / "other.gpkg")
    with pytest.raises(ZoneError, match=r"no column with the sovereign is known.*MRGID"):
        zones.load(tmp_path / "other.gpkg")
    named = zones.load(tmp_path / "other.gpkg", column="Holder")
    assert named.at(*BEYOND_THE_MEDIAN).sovereign == "JPN"
    with pytest.raises(ZoneError, match="no column 'owner'"):
        zones.load(tmp_path / "other.gpkg", column="owner")


def test_areas_past_the_antimeridian_are_cut(tmp_path: Path):
    frame = gpd.GeoDataFrame({"ISO_SOV1": ["FJI"]}, geometry=[shapely.box(176, -22, 184, -15)], crs=4326)
    frame.to_file(tmp_path / "fiji.gpkg")
    fiji = zones.load(tmp_path / "fiji.gpkg")
    assert fiji.inside([-18.5, -18.5], [-179.0, 179.0], sovereign="FJI").all()
    # No edge is where the map is cut.
    assert fiji.clearance([-19.8], [-179.9], sovereign="FJI")[0] > 100


def test_a_crossing_outline_is_mended(tmp_path: Path):
    bow = shapely.Polygon([(135, 40), (141, 45), (141, 40), (135, 45)])
    gpd.GeoDataFrame({"ISO_SOV1": ["JPN"]}, geometry=[bow], crs=4326).to_file(tmp_path / "bow.gpkg")
    assert zones.load(tmp_path / "bow.gpkg").inside(
        [42.5, 44.5], [136.0, 138.0], sovereign="JPN"
    ).tolist() == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (layout(POL_TYPE=["200NM", "shelf", ""]), "feature 2: type 'shelf' is not known; there are 200nm"),
        (layout(ISO_SOV1=[None] * 3, SOVEREIGN1=["Atlantis"] * 3), "feature 1: sovereign 'Atlantis'"),
        (
            layout(ISO_SOV1=[None] * 3, SOVEREIGN1=[None] * 3, ISO_SOV2=[None] * 3, SOVEREIGN2=[None] * 3),
            "no area names its sovereign",
        ),
        (layout().set_geometry([JAPAN, RUSSIA, shapely.Polygon()]), "feature 3: no polygon"),
        (layout().set_geometry([shapely.box(40, 135, 45, 141)] * 3, crs=4326), "coordinate order"),
        (layout().set_geometry([shapely.Point(1, 1)] * 3, crs=4326), "0 layers of polygons"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_place(
    frame: gpd.GeoDataFrame, words: str, tmp_path: Path
):
    path = tmp_path / "wrong.gpkg"
    frame.to_file(path)
    with pytest.raises(ZoneError, match=words) as caught:
        zones.load(path)
    assert "wrong.gpkg" in str(caught.value)


def test_a_file_without_a_reference_system_is_refused(tmp_path: Path):
    layout().to_file(tmp_path / "eez.shp")
    (tmp_path / "eez.prj").unlink()
    with pytest.raises(ZoneError, match="no coordinate reference system"):
        zones.load(tmp_path / "eez.shp")


def test_a_file_that_is_none_is_refused(tmp_path: Path):
    with pytest.raises(ZoneError, match="no such file"):
        zones.load(tmp_path / "missing.gpkg")
    (tmp_path / "text.gpkg").write_text("not a map", encoding="utf-8")
    with pytest.raises(ZoneError, match="cannot be read as a map layer"):
        zones.load(tmp_path / "text.gpkg")
