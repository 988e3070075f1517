"""Situations that the map's tests draw, as layers: built from the contract alone, not from other stages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

import samples
from sitmap import geodesy, schema
from sitmap.model import KINDS, Claim, Event, Finding, Location, Place, Report
from sitmap.product import Cover, Product

BOUNDARY = {
    "boundary_id": "JPN|PRK",
    "kind": "median",
    "left": "JPN",
    "right": "PRK",
    "disputed": False,
    "label": "Japan EEZ (estimate)",
    "note": "equidistance",
}


def layers(
    claims: Iterable[Claim], boundaries: Sequence[tuple[dict[str, object], shapely.LineString]] = ()
) -> dict[str, gpd.GeoDataFrame]:
    claims = tuple(claims)
    made = {name: schema.empty(name) for name in schema.LAYERS}
    for kind in KINDS:
        own = [claim for claim in claims if claim.kind == kind]
        made[schema.MARKER_LAYER[kind]] = schema.frame(
            schema.MARKER_LAYER[kind], map(schema.row, own), map(_point, own)
        )
        with_area = [claim for claim in own if claim.location and claim.location.area is not None]
        made[schema.AREA_LAYER[kind]] = schema.frame(
            schema.AREA_LAYER[kind], map(schema.row, with_area), [claim.location.area for claim in with_area]
        )
    made["tracks"] = _tracks(claims)
    made["zone_boundaries"] = schema.frame(
        "zone_boundaries", [row for row, _ in boundaries], [line for _, line in boundaries]
    )
    return made


def product(
    layers: dict[str, gpd.GeoDataFrame],
    findings: Iterable[Finding] = (),
    reports: Iterable[Report] = (),
    *,
    events: Iterable[Event] = (),
    notes: Iterable[str] = (),
    **cover: Any,
) -> Product:
    """Layers as a product; further words are the cover's."""
    return Product(
        layers=layers,
        findings=tuple(findings),
        reports=tuple(reports),
        events=tuple(events),
        notes=tuple(notes),
        cover=Cover(**cover),
    )


def founding() -> dict[str, gpd.GeoDataFrame]:
    median = shapely.LineString([(133, 40.5), (136, 41), (137.2, 42.2), (139.4, 45.4)])
    disputed = shapely.LineString([(133, 40.5), (133.2, 38.5), (131, 36.2)])
    return layers(
        (*samples.FOUNDING_CLAIMS, samples.UNFOUND),
        [(BOUNDARY, median), ({**BOUNDARY, "boundary_id": "JPN|KOR", "disputed": True}, disputed)],
    )


FOUNDING_FINDINGS = (samples.ZONE_FINDING, samples.TRAJECTORY_FINDING)


def hostile() -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """One claim and one finding a hostile text, in every field that may hold text of a report."""
    claims, findings = [], []
    for position, text in enumerate(samples.HOSTILE):
        place = Place(
            place_id="x", name=text, type="town", country="", lat=30 + 2 * position, lon=40 + 4 * position
        )
        located = Location(place=place, lat=place.lat, lon=place.lon, score=0.5, note=text)
        words = dict.fromkeys(
            ("summary", "actor", "designation", "count_text", "source", "place_text", "quote", "publisher",
             "url", "published", "tz", "reviewer", "reviewed", "review_reason"),
            text,
        )  # fmt: skip
        claims.append(
            replace(
                samples.TROOPS_KURSK,
                claim_id=f"h-{position}",
                event_id=f"h-{position}",
                kind=KINDS[position % 4],
                location=located,
                review="corrected",
                **words,
            )
        )
        findings.append(
            replace(
                samples.ZONE_FINDING,
                finding_id=f"hf-{position}",
                claim_ids=(f"h-{position}",),
                **dict.fromkeys(("explanation", "method", "stated", "computed"), text),
            )
        )
    return tuple(claims), tuple(findings)


def pacific() -> dict[str, gpd.GeoDataFrame]:
    """Claims on both sides of the antimeridian: Anadyr, Attu, Fiji, with a track across."""
    spots = {
        "launch": (64.73, 177.5),
        "impact": (52.9, -172.9),
        "deployment": (-17.8, 178.0),
        "site": (52.2, -174.2),
    }
    claims = [
        replace(
            samples.LAUNCH if kind == "launch" else samples.IMPACT,
            claim_id=f"p-{kind}",
            kind=kind,
            asset="ships" if kind == "deployment" else "missile",
            event_id="p-1" if kind in {"launch", "impact"} else kind,
            summary=f"A {kind} near the date line",
            location=Location(
                lat=lat, lon=lon, area=geodesy.circle(lat, lon, radius_km=300), uncertainty_km=300
            ),
        )
        for kind, (lat, lon) in spots.items()
    ]
    line = shapely.MultiLineString([[(170, -20), (180, -18)], [(-180, -18), (-170, -15)]])
    return layers(claims, [({**BOUNDARY, "label": "Fiji EEZ (estimate)"}, line)])


def crowd(count: int) -> tuple[Claim, ...]:
    """Return many claims of all kinds, some on one spot."""
    random = np.random.default_rng(7)
    lats, lons = random.normal(49, 4, count).clip(30, 65), random.normal(36, 9, count)
    return tuple(
        replace(
            samples.TROOPS_KURSK,
            claim_id=f"m-{i}",
            event_id=f"m-{i}",
            kind=KINDS[i % 4],
            summary=f"Claim number {i}",
            location=Location(lat=float(lats[i // 3 * 3]), lon=float(lons[i // 3 * 3]), uncertainty_km=2),
        )
        for i in range(count)
    )


def every_state() -> tuple[Claim, ...]:
    """One claim a look: each asset, size, status and stance, spread on a grid."""
    assets = ("troops", "police", "armour", "artillery", "air-defence", "missiles", "aircraft", "drones",
              "ships", "submarines", "radar", "base")  # fmt: skip
    looks: list[dict[str, object]] = [{"asset": asset} for asset in assets]
    looks += [{"count_min": count, "count_max": count} for count in (None, 50, 500, 5000, 50000)]
    looks += [{"status": status} for status in ("present", "arriving", "planned", "withdrawn")]
    looks += [{"stance": "denied"}, {"background": True}]
    looks += [{"kind": kind} for kind in KINDS] + [{"kind": kind, "stance": "denied"} for kind in KINDS]
    looks += [{"kind": kind, "background": True} for kind in KINDS]
    return tuple(
        replace(
            samples.TROOPS_KURSK,
            **{
                "claim_id": f"s-{i}",
                "event_id": f"s-{i}",
                "summary": f"Look {i}",
                "location": Location(lat=30 + 4 * (i // 6), lon=20 + 6 * (i % 6), uncertainty_km=5),
                "count_min": None,
                "count_max": None,
                "count_text": "",
                **look,
            },
        )
        for i, look in enumerate(looks)
    )


def _point(claim: Claim) -> shapely.Point | None:
    where = claim.location
    return None if where is None or where.lat is None else shapely.Point(where.lon, where.lat)


def _tracks(claims: tuple[Claim, ...]) -> gpd.GeoDataFrame:
    rows, lines = [], []
    for start in (claim for claim in claims if claim.kind == "launch"):
        for end in claims:
            if end.kind == "impact" and end.event_id == start.event_id and _point(start) and _point(end):
                rows.append(schema.row(start))
                a, b = start.location, end.location
                lines.append(geodesy.ground_track(a.lat, a.lon, b.lat, b.lon))
    return schema.frame("tracks", rows, lines)
