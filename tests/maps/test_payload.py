import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import shapely

import samples
import scenes
from sitmap import geodesy, maps, schema
from sitmap.model import Location, Report

AS_OF = datetime(2024, 11, 1, 12, 0, tzinfo=UTC)


def founding(**options):
    return maps.payload(
        scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING], **options)
    )


def test_it_is_plain_json():
    shown = founding(as_of=AS_OF)
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown


def test_every_claim_is_there_also_without_a_place():
    shown = founding()
    assert set(shown["claims"]) == {"c-russia", "c-kursk", "c-launch", "c-impact", "c-unfound"}
    assert sorted(shown["order"]) == sorted(shown["claims"])
    unfound = shown["claims"]["c-unfound"]
    assert (unfound["lat"], unfound["lon"]) == (None, None)
    assert unfound["note"] == "no place called 'Nowhere-ri' was found"


def test_claims_carry_their_words_and_findings():
    impact = founding()["claims"]["c-impact"]
    assert impact["quote"] == samples.IMPACT.quote
    assert impact["findings"] == ["f-zone"]
    assert impact["verdict"] == "marginal"
    assert impact["source_no"] == 1
    assert impact["published"] == "1 Nov 2024"
    assert impact["lat"] == round(samples.IMPACT.location.lat, 5)


def test_the_worst_comes_first_then_the_earliest():
    assert founding()["order"][:2] == ["c-launch", "c-impact"]
    older = replace(samples.TROOPS_KURSK, claim_id="a-first", date="2024-10-01")
    shown = maps.payload(scenes.product(scenes.layers([samples.TROOPS_RUSSIA, older]), [], []))
    assert shown["order"] == ["a-first", "c-russia"]


def test_headings():
    shown = founding(as_of=AS_OF)
    assert shown["title"] == samples.FOUNDING.title
    assert shown["period"] == "31 Oct 2024"
    assert shown["as_of"] == "1 Nov 2024, 12:00 UTC"
    assert founding(title="Mine")["title"] == "Mine"
    two = maps.payload(
        scenes.product(scenes.founding(), [], [samples.FOUNDING, replace(samples.FOUNDING, report_id="b")])
    )
    assert two["title"].startswith("Situation: ")
    empty = maps.payload(scenes.product(scenes.layers([]), [], []))
    assert (empty["title"], empty["period"], empty["view"]) == ("Situation map", "", None)


def test_sources_are_numbered():
    other = Report(
        report_id="b", text="x", publisher="B", published=date(2024, 11, 2), url="https://b.example/1"
    )
    sources = maps.payload(scenes.product(scenes.founding(), [], [samples.FOUNDING, other]))["sources"]
    assert [(item["no"], item["published"], item["url"]) for item in sources] == [
        (1, "1 Nov 2024", ""),
        (2, "2 Nov 2024", "https://b.example/1"),
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://a", "file:///etc/passwd", "//a"]
)
def test_only_web_addresses_are_links(url):
    claim = replace(samples.IMPACT, url=url)
    shown = maps.payload(scenes.product(scenes.layers([claim]), [], [replace(samples.FOUNDING, url=url)]))
    assert shown["claims"]["c-impact"]["url"] == ""
    assert shown["sources"][0]["url"] == ""


def test_text_that_no_file_holds_is_mended():
    claims, findings = scenes.hostile()
    shown = maps.payload(scenes.product(scenes.layers(claims), findings, []))
    json.dumps(shown, ensure_ascii=False).encode()
    texts = {claim["summary"] for claim in shown["claims"].values()}
    assert texts == {schema.text(text) for text in samples.HOSTILE}


def test_places_are_named_where_they_lie():
    places = {name: where for name, *where in founding()["places"]}
    assert set(places) == {"Russia", "Kursk Oblast", "North Korea", "Okushiri Island"}
    lat, lon, zoom = places["Okushiri Island"]
    assert geodesy.distance(lat, lon, 42.157, 139.40) < 10
    assert zoom == pytest.approx(5.1)  # 200 km are 60 pixels there
    assert places["Russia"] == [samples.RUSSIA.lat, samples.RUSSIA.lon, 0]


def test_the_view_holds_the_marks_and_not_whole_countries():
    west, south, east, north = founding()["view"]
    for claim in samples.FOUNDING_CLAIMS:
        assert west <= claim.location.lon <= east
        assert south <= claim.location.lat <= north
    assert east < 150


def _somewhere(lat: float, lon: float, uncertainty_km: float):
    where = Location(lat=lat, lon=lon, uncertainty_km=uncertainty_km)
    name = f"c-{lat}-{lon}"
    return replace(samples.TROOPS_KURSK, claim_id=name, event_id=name, location=where)


@pytest.mark.parametrize(
    ("spots", "shown"),
    [
        # Bakhmut and Kherson, and what is only said of a sea or a country.
        ([(48.6, 38.0, 5), (46.6, 32.6, 5), (74.7, 38.3, 900)], [True, True, False]),
        ([(48.6, 38.0, 5), (46.6, 32.6, 5), (53.5, 28.0, 600)], [True, True, True]),
        ([(48.6, 38.0, 5), (35.2, 129.1, 5), (61.9, 96.7, 3000)], [True, True, True]),
        ([(61.9, 96.7, 3000), (39.5, -98.4, 2000)], [True, True]),
    ],
    ids=["far and vague", "near and vague", "between the sure", "all vague"],
)
def test_the_first_view_shows_what_is_known_best(spots, shown):
    west, south, east, north = maps.payload(
        scenes.product(scenes.layers(_somewhere(*spot) for spot in spots), [], [])
    )["view"]
    seen = [
        south <= lat <= north and any(west <= lon + turn <= east for turn in (0, 360))
        for lat, lon, _ in spots
    ]
    assert seen == shown


def test_a_country_near_by_is_shown_at_its_mark_when_it_does_not_fit_whole():
    iran = Location(lat=32.4, lon=53.7, uncertainty_km=1100, area=shapely.box(44, 25, 63.3, 39.8))
    launch = replace(samples.LAUNCH, location=iran)
    west, _, east, _ = maps.payload(
        scenes.product(scenes.layers([_somewhere(31.2, 35.0, 5), launch]), [], [])
    )["view"]
    assert west < 35.0
    assert 53.7 < east < 60


def test_a_view_across_the_antimeridian_runs_past_180():
    shown = maps.payload(scenes.product(scenes.pacific(), [], []))
    west, _, east, _ = shown["view"]
    assert 170 < west < 180 < east < 195


def test_the_app_need_not_import_folium():
    code = "import sys; from sitmap import maps; maps.script(), maps.world(); print('folium' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
