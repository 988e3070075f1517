"""What a mark does not let out is in no byte of any file written from what it lets out."""

import io
import json
import re
import struct
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pyarrow.parquet
import pytest
import shapely

import samples
from sitmap import export, geodesy, layers, pipeline, release, schema
from sitmap.errors import HandlingError
from sitmap.model import Event, Location, OriginArea, Place, Report, Telling, Told
from sitmap.product import Cover, Product

#: Each stands in one place of the product and nowhere else.
REVIEWER = {
    "reviewer": "Ruth Reviewersdottir",
    "reviewed": "2024-11-02T03:04:05Z",
    "review_reason": "seen on imagery nobody may know of",
}
SOURCE = {"source": "a colonel at Fort Secrecy", "publisher": "The Hidden Gazette",
          "url": "https://hidden.example/where"}  # fmt: skip
WORDS = {
    "quote": "tanks stand in the orchard behind the mill",
    "count_text": "a dozen or two, says the miller",
    "date_text": "the morning after the harvest feast",
    "summary": "Tanks in the orchard behind the mill",
    "place_text": "the mill of Verborgen",
}
TOWN = Place(
    place_id="geonames:987654321",
    name="Verborgenhausen",
    type="town",
    country="RUS",
    lat=51.734219,
    lon=36.193857,
)
SPOT = Location(
    place=TOWN,
    lat=TOWN.lat,
    lon=TOWN.lon,
    uncertainty_km=3,
    score=0.87654,
    alternatives=(replace(TOWN, place_id="geonames:123123123", name="Verborgendorf", lat=52.818283),),
    note="the miller's own words",
)
IMPACT_AT = geodesy.destination(TOWN.lat, TOWN.lon, bearing_deg=77, distance_km=333)
SITTING = replace(
    samples.TROOPS_KURSK,
    claim_id="0123456789abcdef",
    report_id="hidden-report",
    event_id="0123456789abcdef-event",
    location=SPOT,
    review="corrected",
    offset_km=3.21987,
    offset_deg=123.4567,
    **REVIEWER,
    **SOURCE,
    **WORDS,
)
LAUNCHED = replace(SITTING, kind="launch", asset="missile", claim_id="abcdef0123456789", event_id="flight-77")
FELL = replace(
    LAUNCHED,
    kind="impact",
    claim_id="fedcba9876543210",
    location=replace(SPOT, lat=IMPACT_AT[0], lon=IMPACT_AT[1], uncertainty_km=60),
)
STRUCK = replace(SITTING, claim_id="99999aaaaabbbbb", review="rejected")
CLAIMS = (SITTING, LAUNCHED, FELL, STRUCK, samples.TROOPS_RUSSIA)
FINDING = replace(
    samples.ZONE_FINDING,
    finding_id="finding-of-0123",
    claim_ids=(FELL.claim_id,),
    stated="said by the miller",
    computed="41.98765 km from the mill",
    margin=41.98765,
    tolerance=12.34567,
    explanation="The mill lies 41.98765 km inside.",
    method="paced out by the miller",
)
REPORT = Report(
    report_id="hidden-report",
    title="Scoop from Verborgenhausen",
    text="Our reporter saw it all from the church tower.",
    publisher=SOURCE["publisher"],
    url=SOURCE["url"],
    published=samples.FOUNDING.published,
)
EVENT = Event(
    event_id=SITTING.event_id,
    summary=WORDS["summary"],
    tellings=(
        Telling(
            report_id="hidden-report", teller=SOURCE["source"], published="", claim_ids=(SITTING.claim_id,)
        ),
    ),
    fields=(Told("place", ("the mill of Verborgen",), ""),),
)
REVIEW = {
    **dict.fromkeys((column.name for column in schema.REVIEW_COLUMNS if column.dtype == schema.TEXT), ""),
    **dict.fromkeys(column.name for column in schema.REVIEW_COLUMNS if column.dtype == schema.INTEGER),
    "entry_id": "entry-0123456789",
    "reviewer": REVIEWER["reviewer"],
    "reason": REVIEWER["review_reason"],
    "claim_id": SITTING.claim_id,
    "quote": WORDS["quote"],
}
NOTE = "Scoop from Verborgenhausen: 12 of its 99 characters in Russian, not read"


def in_view(bounds):
    """Give one zone whose corners are those of the view."""
    west, south, east, north = bounds
    rows = [{"zone_id": "A", "name": "A", "sovereign": "RUS", "limit_km": 370.4, "note": ""}]
    return schema.frame("zones", rows, [shapely.box(west, south, east, north)]), schema.empty(
        "zone_boundaries"
    )


def in_views(bounds):
    """Give one boundary, of one view, through the corners of the view."""
    row = {"boundary_id": "A", "kind": "limit", "left": "RUS", "right": "", "disputed": True}
    line = shapely.MultiLineString([shapely.box(*bounds).exterior])
    made = schema.frame("zone_boundaries", [row | {"label": "A", "note": ""}], [line])
    return made.assign(views=[("UKR",)])


def product(**cover) -> Product:
    points = [(claim.location.lat, claim.location.lon) for claim in (SITTING, FELL)]
    bounds = geodesy.bounds(points, padding_deg=12)
    zones, boundaries = in_view(bounds)
    origin = OriginArea(LAUNCHED.claim_id, geodesy.circle(*IMPACT_AT, radius_km=400), "Verborgenhausen range")
    return Product(
        layers=layers.build(CLAIMS, [FINDING], zones=zones, boundaries=boundaries, origins=[origin]),
        zone_views=in_views(bounds),
        findings=[FINDING],
        reports=[REPORT, samples.FOUNDING],
        events=[EVENT],
        notes=[NOTE],
        reviews=[REVIEW],
        cover=Cover(**cover),
    )


def released(mark, **options) -> release.Released:
    return release.apply(product(), release.rules(mark, **options), in_view=in_view, in_views=in_views)


def unpacked(data: bytes) -> bytes:
    """Give the bytes of a file, of an archive those of all files in it, of a Parquet file not packed."""
    if data.startswith(b"PAR1"):
        plain = io.BytesIO()
        table = pyarrow.parquet.read_table(io.BytesIO(data))
        pyarrow.parquet.write_table(table, plain, compression="none", use_dictionary=False)
        return plain.getvalue()
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + b"\n" + unpacked(archive.read(name)) for name in archive.namelist())


def every_file(made: Product) -> dict[str, bytes]:
    found = {suffix or "folder": unpacked(export.to_bytes(made, suffix)) for suffix in export.FORMATS}
    return found | {".html": pipeline.html(made).encode()}


NAMES = [*REVIEWER.values()]
SAID = [
    *SOURCE.values(), *WORDS.values(), "the miller", "Scoop", "hidden-report", "0123456789abcdef",
    "abcdef0123456789", "fedcba9876543210", "flight-77", "finding-of-0123", "Antony Blinken", "founding",
]  # fmt: skip
PLACES = [
    "Verborgen",
    "987654321",
    "123123123",
    "geonames:987",
    "41.98765",
    "12.34567",
    "3.21987",
    "123.4567",
]


def written(number: float) -> list[bytes]:
    """Give ways in which a file may hold a coordinate: as text, and as a double of either byte order."""
    text = str(abs(number))
    return [text[: text.index(".") + 5].encode(), struct.pack("<d", number), struct.pack(">d", number)]


COORDINATES = [
    part
    for lat, lon in ((TOWN.lat, TOWN.lon), IMPACT_AT)
    for number in (lat, lon)
    for part in written(number)
] + written(52.818283)


def zone_corners() -> list[bytes]:
    """Give what the edges of the zones in the exact view would be."""
    west, south, east, north = product().layers["zones"].total_bounds
    return [part for number in (west, south, east, north) for part in written(number)]


@pytest.mark.parametrize(
    ("mark", "grid", "gone"),
    [
        ("TLP:AMBER", None, [*NAMES]),
        ("TLP:GREEN", None, [*NAMES, *SAID]),
        ("TLP:CLEAR", None, [*NAMES, *SAID, *PLACES]),
        ("TLP:RED", 25.0, [*SAID, *PLACES]),
    ],
)
def test_no_format_holds_what_the_mark_keeps_in(mark, grid, gone):
    files = every_file(released(mark, grid_km=grid).product)
    before = every_file(product())
    hidden = [word.encode() for word in gone]
    if "Verborgen" in gone:
        hidden += [*COORDINATES, *zone_corners()]
    for suffix, data in files.items():
        found = [word for word in hidden if word.lower() in data.lower()]
        assert found == [], suffix
    # The test can fail: each word and coordinate is in some file of the product itself.
    whole = b"".join(before.values()).lower()
    missing = [word for word in hidden if word.lower() not in whole]
    assert [word for word in missing if word not in COORDINATES + zone_corners()] == []
    assert sum(word in whole for word in COORDINATES) >= 4 or "Verborgen" not in gone


@pytest.mark.parametrize("mark", ["TLP:RED", "TLP:AMBER+STRICT"])
def test_a_mark_for_the_own_house_keeps_all(mark):
    made = released(mark)
    assert made.removed == ()
    assert made.product.cover.handling == mark
    assert made.product.notes == (NOTE,)
    for name, frame in product().layers.items():
        assert made.product.layers[name].equals(frame), name
    assert made.product.zone_views.equals(product().zone_views)


def test_boundaries_of_all_views_are_cut_to_the_cells_too():
    before, after = (one.zone_views.total_bounds for one in (product(), released("TLP:CLEAR").product))
    assert not set(before.tolist()) & set(after.tolist())


def test_what_was_taken_out_is_listed_and_counted_without_the_words():
    made = released("TLP:CLEAR")
    told = {(one.what, one.of): one.count for one in made.removed}
    assert told == {
        ("who reviewed it, when and why", "claim"): 4,
        ("the history of the case", "review"): 1,
        ("who said it", "claim"): 5,
        ("the report's words", "claim"): 5,
        ("title, publisher, address and text", "report"): 2,
        ("how it was worked out", "finding"): 1,
        ("the tellings side by side", "event"): 1,
        ("what was not read or is a copy", "note"): 1,
        ("the place, to cells of at least 10 km", "claim"): 4,
        ("the name of the place", "claim"): 4,
        ("possible launch points", "launch"): 1,
    }
    (note,) = made.product.notes
    assert note == (
        "Released under TLP:CLEAR: without the names of reviewers and the sources, the reports and their "
        "words; places are moved to cells of at least 10 km."
    )
    assert {report.text for report in made.product.reports} == {""}


def test_a_place_is_moved_to_its_cell_and_says_how_far_it_may_be_off():
    made = released("TLP:CLEAR").product.layers
    (sitting,) = made["deployments"][made["deployments"]["claim_id"] == "claim-1"].itertuples()
    off = geodesy.distance(sitting.geometry.y, sitting.geometry.x, TOWN.lat, TOWN.lon)
    assert 0.1 < off <= 7.5
    assert sitting.uncertainty_km == 20.0  # 3 km of the words and 7.1 of the cell, in steps of 10
    area = made["deployment_areas"].set_index("claim_id").geometry["claim-1"]
    assert area.contains(shapely.Point(TOWN.lon, TOWN.lat))
    assert area.equals(shapely.box(*area.bounds))


def test_an_area_wider_than_its_cell_is_the_circle_that_holds_it():
    made = released("TLP:CLEAR").product.layers
    area = made["impact_areas"].geometry[0]
    inner = geodesy.circle(*IMPACT_AT, radius_km=60)
    assert area.covers(inner)
    assert not area.equals(inner)


def test_the_name_of_an_area_wider_than_the_cell_stays_with_its_outline():
    made = released("TLP:CLEAR").product.layers
    russia = made["deployments"].set_index("place_name").loc["Russia"]
    assert russia["area_type"] == "outline"
    assert "Russia" in russia["summary"]
    before = product().layers["deployment_areas"].set_index("place_name").geometry["Russia"]
    assert made["deployment_areas"].set_index("place_name").geometry["Russia"].equals(before)


def test_a_track_runs_from_cell_to_cell():
    made = released("TLP:CLEAR").product.layers
    ends = shapely.get_coordinates(made["tracks"].geometry[0])[[0, -1]]
    spots = [made[name].geometry.dropna().iloc[0] for name in ("launches", "impacts")]
    assert ends.round(9).tolist() == [[round(spot.x, 9), round(spot.y, 9)] for spot in spots]


def test_what_points_to_another_still_does():
    made = released("TLP:CLEAR").product
    rows = {
        row.claim_id: row for name in schema.MARKER_LAYER.values() for row in made.layers[name].itertuples()
    }
    (finding,) = made.findings
    (judged,) = finding.claim_ids
    assert rows[judged].kind == "impact"
    assert rows[judged].finding == finding.verdict == "marginal"
    assert {row.report_id for row in rows.values()} == {"report-1", "report-2"}
    assert [report.report_id for report in made.reports] == ["report-1", "report-2"]
    flights = {row.event_id for row in rows.values() if row.kind in {"launch", "impact"}}
    assert len(flights) == 1


def test_a_source_that_is_not_named_is_not_said_to_be_missing():
    text = pipeline.html(released("TLP:GREEN").product)
    assert "Stated by a source that is not released" in text
    assert "the report names no source" not in text


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Tanks near VERBORGENHAUSEN", "a place"),
        ("At the mill of Verborgen", "a place"),
        ("As The Hidden Gazette has it", "a publisher"),
        ("By Ruth Reviewersdottir", "a reviewer"),
    ],
)
def test_a_title_that_tells_is_refused(title, what):
    with pytest.raises(HandlingError, match=f"the title names {what}, which TLP:CLEAR does not let out"):
        release.apply(product(title=title), release.rules("clear"), in_view=in_view, in_views=in_views)


def test_a_title_that_tells_nothing_stays():
    made = release.apply(
        product(title="Tanks in Russia"), release.rules("clear"), in_view=in_view, in_views=in_views
    )
    assert made.product.cover.title == "Tanks in Russia"


@pytest.mark.parametrize(
    ("mark", "grid", "message"),
    [
        ("clear", 5, "a grid of 5 km under TLP:CLEAR: give at least 10 km"),
        ("red", 0, "a grid of 0 km under TLP:RED: give more than 0 km"),
        ("red", -1, "more than 0"),
        ("red", float("nan"), "more than 0"),
        ("red", float("inf"), "inf km: give a number of km above 0 and up to 1,000"),
        ("red", 5000, "up to 1,000"),
        ("white", None, "no handling mark"),
    ],
)
def test_rules_that_make_no_sense_are_refused(mark, grid, message):
    with pytest.raises(HandlingError, match=re.escape(message)):
        release.rules(mark, grid_km=grid)


def test_the_same_product_gives_the_same_bytes():
    dated = product(as_of=datetime(2024, 11, 1, tzinfo=UTC))
    rules = release.rules("clear")
    first, second = (
        every_file(release.apply(dated, rules, in_view=in_view, in_views=in_views).product) for _ in range(2)
    )
    assert first == second


def test_a_situation_that_was_read_is_released_too(tmp_path):
    situation = pipeline.read_text(samples.FOUNDING.text, published="2024-11-01", publisher="sitmap sample")
    made = situation.released(release.rules("clear"))
    pipeline.save(made.product, tmp_path / "map.html")
    pipeline.save(made.product, tmp_path / "layers")
    whole = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for word in ("Blinken", "sitmap sample", "Okushiri", "landed at 8:37"):
        assert word.encode() not in whole, word
    cover = json.loads((tmp_path / "layers" / "situation.json").read_text(encoding="utf-8"))
    assert cover["handling"] == "TLP:CLEAR"
