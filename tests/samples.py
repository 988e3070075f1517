"""Every sample report, claim and geometry that more than one test uses, by name."""

from datetime import date

import shapely

from sitmap import geodesy
from sitmap.model import Claim, Finding, Location, Place, Report, Span

#: The founding story in our own words; offsets below are found, not counted.
FOUNDING = Report(
    report_id="founding",
    title="North Korean troops in Kursk; a missile flies for 86 minutes",
    text=(
        "The US Secretary of State, Antony Blinken, said on Thursday that around 10,000 North Korean "
        "troops are in Russia and that about 8,000 of them are in the Kursk region.\n\n"
        "North Korea launched an ICBM-class missile at 7:11 a.m. local time on Thursday, Japan's Defense "
        "Ministry said. It flew eastward for about 1,000 kilometers, reached a height of 7,000 kilometers "
        "and landed at 8:37 a.m. in waters around 200 kilometers west of Okushiri Island, outside Japan's "
        "EEZ. The flight lasted one hour and 26 minutes.\n"
    ),
    publisher="sitmap sample",
    published=date(2024, 11, 1),
    tz="Asia/Tokyo",
)

RUSSIA = Place(
    place_id="geonames:2017370",
    name="Russia",
    type="country",
    country="RUS",
    lat=60.0,
    lon=100.0,
    extent_km=4000,
    area=shapely.box(30, 45, 179, 75),
)
KURSK = Place(
    place_id="geonames:538555",
    name="Kursk Oblast",
    type="admin1",
    country="RUS",
    lat=51.67,
    lon=36.17,
    extent_km=120,
    area=shapely.box(34.1, 50.9, 38.5, 52.4),
)
NORTH_KOREA = Place(
    place_id="geonames:1873107",
    name="North Korea",
    type="country",
    country="PRK",
    lat=40.0,
    lon=127.0,
    extent_km=280,
    area=shapely.box(124.3, 37.7, 130.7, 43.0),
)
OKUSHIRI = Place(
    place_id="geonames:2128889",
    name="Okushiri Island",
    type="island",
    country="JPN",
    lat=42.157,
    lon=139.451,
    extent_km=14,
)


def _claim(claim_id: str, phrase: str, place: Place, **fields) -> Claim:
    start = FOUNDING.text.index(phrase)
    location = fields.pop("location", None) or Location(
        place=place,
        lat=place.lat,
        lon=place.lon,
        area=place.area,
        area_is_place=place.area is not None,
        uncertainty_km=place.extent_km,
        score=0.9,
    )
    return Claim(
        claim_id=claim_id,
        report_id="founding",
        quote=phrase,
        quote_start=start,
        quote_end=start + len(phrase),
        location=location,
        publisher="sitmap sample",
        published="2024-11-01",
        **fields,
    )


def _span(words: str) -> Span:
    start = FOUNDING.text.index(words)
    return Span(start, start + len(words))


_LAT, _LON = geodesy.destination(42.157, 139.40, bearing_deg=270, distance_km=200)

TROOPS_RUSSIA = _claim(
    "c-russia",
    "around 10,000 North Korean troops are in Russia",
    RUSSIA,
    kind="deployment",
    event_id="e-1",
    summary="About 10,000 North Korean troops in Russia",
    actor="PRK",
    asset="troops",
    count_min=10000,
    count_max=10000,
    count_text="around 10,000",
    status="present",
    source="Antony Blinken",
    date="2024-10-31",
    place_text="Russia",
    place_span=_span("Russia"),
    anchors=(_span("Russia"),),
    relation="in",
)
TROOPS_KURSK = _claim(
    "c-kursk",
    "about 8,000 of them are in the Kursk region",
    KURSK,
    kind="deployment",
    event_id="e-1",
    summary="About 8,000 North Korean troops in Kursk Oblast",
    actor="PRK",
    asset="troops",
    count_min=8000,
    count_max=8000,
    count_text="about 8,000",
    status="present",
    source="Antony Blinken",
    date="2024-10-31",
    place_text="Kursk region",
    place_span=_span("Kursk region"),
    anchors=(_span("Kursk region"),),
    relation="in",
)
_FLIGHT = {
    "actor": "PRK",
    "asset": "icbm",
    "count_min": 1,
    "count_max": 1,
    "count_text": "an",
    "date": "2024-10-31",
    "tz": "Asia/Tokyo",
    "range_km": 1000.0,
    "apogee_km": 7000.0,
    "flight_min": 86.0,
    "bearing_deg": 90.0,
    "event_id": "e-2",
    "source": "Japan's Defense Ministry",
}
LAUNCH = _claim(
    "c-launch",
    "North Korea launched an ICBM-class missile at 7:11 a.m. local time",
    NORTH_KOREA,
    kind="launch",
    summary="North Korean ICBM launched from North Korea",
    time="07:11",
    place_text="North Korea",
    place_span=Span(
        FOUNDING.text.index("North Korea launched"), FOUNDING.text.index("North Korea launched") + 11
    ),
    relation="from",
    **_FLIGHT,
)
IMPACT = _claim(
    "c-impact",
    "landed at 8:37 a.m. in waters around 200 kilometers west of Okushiri Island",
    OKUSHIRI,
    kind="impact",
    summary="North Korean ICBM came down about 200 km west of Okushiri Island",
    time="08:37",
    zone_claim="outside:JPN-EEZ",
    place_text="Okushiri Island",
    place_span=_span("Okushiri Island"),
    anchors=(_span("Okushiri Island"),),
    relation="offset",
    offset_km=200.0,
    offset_deg=270.0,
    location=Location(
        place=OKUSHIRI,
        lat=_LAT,
        lon=_LON,
        uncertainty_km=81.0,
        score=0.95,
        area=geodesy.sector(42.157, 139.40, near_km=175, far_km=225, from_deg=247.5, to_deg=292.5),
    ),
    **_FLIGHT,
)
UNFOUND = _claim(
    "c-unfound",
    "one hour and 26 minutes",
    OKUSHIRI,
    kind="site",
    summary="A site that no gazetteer has",
    actor="PRK",
    asset="base",
    place_text="Nowhere-ri",
    location=Location(note="no place called 'Nowhere-ri' was found"),
)

FOUNDING_CLAIMS = (TROOPS_RUSSIA, TROOPS_KURSK, LAUNCH, IMPACT)

ZONE_FINDING = Finding(
    finding_id="f-zone",
    check="zone",
    claim_ids=("c-impact",),
    verdict="marginal",
    stated="outside JPN EEZ",
    computed="inside JPN EEZ by 8 km",
    unit="km",
    margin=8.0,
    tolerance=32.0,
    explanation="Said to be outside Japan's EEZ; the point is 8 km inside the median line, less than the "
    "words' rounding: too close to call.",
    method="equidistance from the coast, UNCLOS art. 57",
)
TRAJECTORY_FINDING = Finding(
    finding_id="f-trajectory",
    check="trajectory",
    claim_ids=("c-launch",),
    verdict="inconsistent",
    stated="7000",
    computed="7650",
    unit="km",
    margin=650.0,
    tolerance=500.0,
    explanation="86 minutes over 1,000 km imply an apogee of about 7,650 km, not 7,000.",
    method="two-body ballistic arc",
)

#: Report text that tries to run, break out or crash.
HOSTILE = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "${window.pwned=1}",
    "`${window.pwned=1}`",
    "\\`",
    "{{ 7*7453 }}",
    "{% raw %}",
    "\u202eright to left\u202c",
    "a\x00b",
    "\ud83d\ude80 rocket",
    "]]>",
    "<!--",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "\u2028\u2029",
)
