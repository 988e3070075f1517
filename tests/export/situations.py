"""Layers that the export tests write: the founding story, every state of a claim, the Bering Strait."""

from dataclasses import replace
from datetime import UTC, datetime

import shapely

import samples
from sitmap import geodesy, layers, schema
from sitmap.model import Event, Location, OriginArea, Place, Telling, Told
from sitmap.product import Product

AS_OF = datetime(2024, 11, 1, 12, tzinfo=UTC)
FINDINGS = (samples.ZONE_FINDING, samples.TRAJECTORY_FINDING)
EVENTS = (
    Event(
        event_id=samples.LAUNCH.event_id,
        summary="A Hwasong-19 launched from Pyongyang",
        tellings=(
            Telling(
                report_id="founding",
                teller="Tokyo",
                published="2024-11-01",
                claim_ids=("c-launch", "c-impact"),
                copies=("r-copy",),
            ),
            Telling(report_id="r-2", teller="Seoul", published="2024-11-01", claim_ids=("c-2",)),
        ),
        fields=(
            Told("time of launch", ("07:11 Asia/Tokyo", "07:10 Asia/Seoul"), "consistent"),
            Told("range", ("1,000 km", "1,600 km"), "inconsistent"),
            Told("flight time", ("86 min", ""), ""),
        ),
    ),
    Event(
        event_id="n-kursk",
        summary="Count of the force in Kursk Oblast over time",
        tellings=(
            Telling(
                report_id="founding", teller="Washington", published="2024-11-01", claim_ids=("c-kursk",)
            ),
            Telling(report_id="r-3", teller="Kyiv", published="2024-11-05", claim_ids=("c-3",)),
        ),
        fields=(Told("day", ("2024-10-31", "2024-11-04"), ""), Told("count", ("up to 8,000", "11,000"), "")),
        over_time=True,
    ),
)


def _zone(zone_id: str, name: str) -> dict:
    return {
        "zone_id": zone_id,
        "name": name,
        "sovereign": zone_id[:3],
        "limit_km": 370.4,
        "note": "a sample, not a zone",
    }


def _boundary(boundary_id: str, kind: str, *, disputed: bool = False, label: str = "") -> dict:
    left, _, right = boundary_id.partition("|")
    return {
        "boundary_id": boundary_id,
        "kind": kind,
        "left": left,
        "right": right,
        "disputed": disputed,
        "label": label,
        "note": "a sample, not a boundary",
    }


def _line(*points: tuple[float, float]) -> shapely.LineString:
    return shapely.LineString(points)


ZONES = schema.frame(
    "zones",
    [_zone("JPN-EEZ", "Japan EEZ (estimate)"), _zone("RUS-EEZ", "Russia EEZ (estimate)")],
    [
        shapely.Polygon([(132, 37), (137, 40.5), (138.5, 45), (146, 45), (146, 35), (133, 35)]),
        shapely.Polygon([(132, 43), (133, 41), (137, 40.5), (138.5, 45), (138, 48), (134, 47)]),
    ],
)
BOUNDARIES = schema.frame(
    "zone_boundaries",
    [
        _boundary("JPN|RUS", "median", label="Japan / Russia (estimate)"),
        _boundary("JPN|KOR", "median", disputed=True, label="Japan / South Korea (estimate)"),
        _boundary("JPN|PRK", "limit", label="Japan EEZ (estimate)"),
        _boundary("PRK|RUS", "treaty", label="North Korea / Russia"),
    ],
    [
        _line((137, 40.5), (138.5, 45), (139.5, 46)),
        _line((131, 35.5), (132, 37), (133.5, 38.2)),
        _line((133.5, 38.2), (137, 40.5)),
        _line((130.7, 42.3), (133, 41), (137, 40.5)),
    ],
)

FOUNDING_CLAIMS = (*samples.FOUNDING_CLAIMS, samples.UNFOUND)
ORIGIN = OriginArea("c-launch", geodesy.circle(39.5, 126.3, radius_km=90), "Sunan (1,010 km)")
FOUNDING = layers.build(FOUNDING_CLAIMS, FINDINGS, zones=ZONES, boundaries=BOUNDARIES, origins=[ORIGIN])
PRODUCT = Product(layers=FOUNDING, findings=FINDINGS, events=EVENTS)


def at(
    claim, claim_id: str, lat: float, lon: float, *, name: str = "Somewhere", radius: float = 0, **changes
):
    """The claim, moved to a spot with a radius."""
    spot = Place(place_id=f"test:{claim_id}", name=name, type="town", country="", lat=lat, lon=lon)
    where = Location(place=spot, lat=lat, lon=lon, uncertainty_km=radius, score=0.9)
    return replace(
        claim, claim_id=claim_id, event_id=f"e-{claim_id}", place_text=name, location=where, **changes
    )


def _unit(claim_id, lat, lon, **changes):
    return at(samples.TROOPS_KURSK, claim_id, lat, lon, **changes)


_UNKNOWN = {"count_min": None, "count_max": None, "count_text": ""}

#: Every kind in every state that a style tells apart, on a grid that the eye can read.
STATES = (
    _unit("d-few", 51, 30, name="Few", count_min=40, count_max=40),
    _unit("d-hundreds", 51, 32, name="Hundreds", count_min=500, count_max=900),
    _unit("d-most", 51, 34, name="Most", count_min=None, count_max=8000, radius=40),
    _unit("d-least", 51, 36, name="Least", count_min=12000, count_max=None),
    _unit("d-unknown", 51, 38, name="Unknown", **_UNKNOWN),
    _unit("d-planned", 50, 30, name="Planned", status="planned", **_UNKNOWN),
    _unit("d-expected", 50, 32, name="Expected", certainty="expected", **_UNKNOWN),
    _unit("d-withdrawn", 50, 34, name="Withdrawn", status="withdrawn", **_UNKNOWN),
    _unit("d-denied", 50, 36, name="Denied", stance="denied", radius=40, **_UNKNOWN),
    _unit("d-background", 50, 38, name="Background", background=True, radius=40, **_UNKNOWN),
    at(samples.LAUNCH, "l-plain", 49, 30, name="Launch"),
    at(samples.LAUNCH, "l-named", 49, 32, name="Launch", designation="Hwasong-19"),
    at(samples.LAUNCH, "l-denied", 49, 34, name="Denied", stance="denied"),
    at(samples.LAUNCH, "l-expected", 49, 36, name="Expected", certainty="expected"),
    at(samples.LAUNCH, "l-background", 49, 38, name="Background", background=True, radius=30),
    at(samples.IMPACT, "i-plain", 48, 30, name="Impact", relation="at", offset_km=None, radius=30),
    at(samples.IMPACT, "i-offset", 48, 32, name="Okushiri", radius=30),
    at(samples.IMPACT, "i-denied", 48, 34, name="Denied", stance="denied", offset_km=None, radius=30),
    at(samples.IMPACT, "i-expected", 48, 36, name="Expected", certainty="expected", offset_km=None),
    at(samples.IMPACT, "i-background", 48, 38, name="Background", background=True, offset_km=None),
    at(samples.UNFOUND, "s-plain", 47, 30, name="Site"),
    at(samples.UNFOUND, "s-named", 47, 32, name="Site", designation="Sohae"),
    at(samples.UNFOUND, "s-denied", 47, 34, name="Denied", stance="denied", radius=30),
    at(samples.UNFOUND, "s-expected", 47, 36, name="Expected", certainty="expected"),
    at(samples.UNFOUND, "s-background", 47, 38, name="Background", background=True),
)


def _say(verdict, *claim_ids):
    return replace(samples.ZONE_FINDING, finding_id=f"f-{verdict}", verdict=verdict, claim_ids=claim_ids)


STATES_FINDINGS = (
    _say("inconsistent", "d-few", "d-least", "l-plain", "i-plain", "s-plain"),
    _say("marginal", "d-hundreds", "l-named", "i-offset", "s-named"),
)
_FLIGHTS = (
    replace(at(samples.LAUNCH, "t-launch", 46, 30, name="From"), event_id="e-t"),
    replace(at(samples.IMPACT, "t-impact", 46, 33, name="To", offset_km=None), event_id="e-t"),
    replace(at(samples.LAUNCH, "u-launch", 46, 35, name="From", stance="denied"), event_id="e-u"),
    replace(
        at(samples.IMPACT, "u-impact", 46, 38, name="To", offset_km=None, stance="denied"), event_id="e-u"
    ),
)
EVERY_STATE = layers.build(
    (*STATES, *_FLIGHTS),
    STATES_FINDINGS,
    zones=schema.empty("zones"),
    boundaries=schema.empty("zone_boundaries"),
)

#: A flight from Chukotka to Alaska, and what it leaves uncertain, across the antimeridian.
CHUKOTKA = Location(lat=65.0, lon=176.0, uncertainty_km=20)
ALASKA = Location(
    lat=63.5,
    lon=-179.0,
    uncertainty_km=120,
    area=geodesy.circle(63.5, -179.0, radius_km=120),
)
BERING_CLAIMS = (
    replace(samples.LAUNCH, location=CHUKOTKA),
    replace(samples.IMPACT, location=ALASKA),
    replace(samples.LAUNCH, claim_id="c-far", event_id="e-far", location=CHUKOTKA),
    replace(samples.IMPACT, claim_id="c-unalaska", event_id="e-far", location=Location(lat=53.9, lon=-166.5)),
)
BERING = layers.build(
    BERING_CLAIMS, (), zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries")
)
