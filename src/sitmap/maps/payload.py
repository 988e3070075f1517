"""What one situation shows, as plain JSON: the only thing that the drawing is given.

::

    {
      "title": str, "period": str,               # "North Korea and Japan", "31 Oct 2024"
      "as_of": str,                              # "1 Nov 2024, 12:00 UTC", "" when not given
      "view": [west, south, east, north] | null, # of the first look, degrees; east > 180 across the date line
      "order": [claim_id, ...],                  # findings' worst first, then by date; the table's order
      "claims": {claim_id: {                     # every claim, also those without a place
          "id", "report", "event", "kind",       # str
          "asset", "actor", "status", "stance", "certainty", "review": str,      # values of schema.py
          "date", "date_end": str,               # ISO days, "" when open
          "background": bool,
          "lat", "lon": float | null,            # null: listed with "note", not drawn
          "size": 0..4,                          # class of the count: 0 unknown, then <100, <1,000, <10,000
          "uncertainty_km": float | null,
          "verdict": "inconsistent" | "marginal" | "undetermined" | "consistent" | "",   # the worst
          "findings": [finding_id, ...],         # worst first
          "number": str,                         # label beside the mark, "8,000"; "" for none
          "source_no": int,                      # number of its report in "sources"
          # words, ready to be read; "" when the report does not say
          "summary", "quote", "who", "what", "when", "where", "certainty_words", "uncertainty_words",
          "flight_words", "zone_words", "note", "publisher", "published": str,
          "reliability", "credibility": str,     # A to F and 1 to 6, "" when no reader has graded it
          "grade_words", "review_words": str,    # "" when no reader has graded or reviewed it
          "url": str }},                         # http(s) or ""
      "findings": {finding_id: {"id", "check", "verdict", "verdict_words", "stated", "computed",
                                "explanation", "method": str, "claims": [claim_id, ...]}},
      "events": [{"id", "summary": str,           # told more than once; the tellings stand side by side
                  "tellings": [{"who", "published": str, "source_no": int, "claims": [claim_id, ...],
                                "copies": [int, ...]}],      # numbers of the sources with the same text
                  "rows": [{"what": str, "values": [str, ...], "verdict", "verdict_words": str}]}],
      "facets": [{"field", "heading": str,       # what the claims can be filtered by
                  "values": [[str, words], ...]}],   # of claim[field], the most frequent first
      "sources": [{"no": int, "report", "title", "publisher", "published", "url": str}],
      "layers": {name: GeoJSON FeatureCollection},
          # zone_boundaries: properties label, kind, disputed
          # deployment_areas, impact_areas, launch_areas, site_areas, origin_areas: properties claims (ids),
          #     is_place
          # tracks: properties claims; the last vertex is the impact
      "places": [[name, lat, lon, min zoom], ...],   # what the claims name, where it lies
      "detail": basemap.detail(...) | null       # finer base around the claims
    }

The base that every situation stands on is not in it: `maps.world()`, passed once as `options.basemap`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from sitmap import geodesy, schema
from sitmap.maps import basemap, facets, shapes, tellings, view, words
from sitmap.model import Event, Finding, Report

#: Worst first; claims that no check spoke of come last.
_VERDICTS = (*schema.VERDICTS, "")
#: Uncertainty up to which a claim's surroundings get the finer base, km, and the most that do.
_FINE_KM, _FINE_MOST = 500.0, 24
#: Pixels between a mark and the place that its offset starts from, for the place to be named.
_APART_PX = 60
#: Length of the equator, WGS 84.
_EQUATOR_KM = 40_075.017


def payload(
    layers: Mapping[str, gpd.GeoDataFrame],
    findings: Iterable[Finding],
    reports: Iterable[Report],
    *,
    title: str = "",
    as_of: datetime | None = None,
    events: Iterable[Event] = (),
) -> dict[str, Any]:
    """Gather what one situation shows.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        As `schema.LAYERS` has them.
    findings : iterable of Finding
        Of all claims.
    reports : iterable of Report
        The numbered sources.
    title : str
        Heading; made from the claims' places when empty.
    as_of : datetime or None
        Time-zone aware; when the situation was drawn up.
    events : iterable of Event
        Those that are told more than once.

    Returns
    -------
    dict
        As this module's docstring says; only JSON types.
    """
    found, sources = tuple(findings), _sources(reports)
    rows = _rows(layers)
    by_claim = _by_claim(found)
    numbers = {source["report"]: source["no"] for source in sources}
    claims = {
        row["claim_id"]: _claim(row, by_claim.get(row["claim_id"], []), numbers.get(row["report_id"], 0))
        for row in sorted(rows, key=_by_date)
    }
    order = sorted(claims, key=lambda key: _VERDICTS.index(claims[key]["verdict"]))
    shown: dict[str, Any] = {
        "title": title or _title(rows, sources),
        "period": words.period([row["date"] for row in rows if not row["background"]]),
        "as_of": words.instant(as_of) if as_of else "",
        "view": view.view(rows, layers),
        "order": order,
        "claims": claims,
        "findings": {finding.finding_id: _finding(finding) for finding in found},
        "events": tellings.events(events, numbers),
        "facets": facets.facets(claims.values(), sources),
        "sources": sources,
        "layers": shapes.collections(layers),
        "places": _places(rows),
        "detail": basemap.detail(_windows(rows)),
    }
    return {key: _clean(value) for key, value in shown.items()}


def _clean(value: Any) -> Any:  # noqa: ANN401 - JSON nests at any depth
    """Make every text one that a file can hold, and every NumPy number a plain one."""
    if isinstance(value, str):
        return schema.text(value)
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


def _rows(layers: Mapping[str, gpd.GeoDataFrame]) -> list[dict[str, Any]]:
    """Claims of the marker layers as rows, with lat and lon, None where they have no place."""
    rows = []
    for name in schema.MARKER_LAYER.values():
        frame = layers[name]
        points = frame.geometry
        for values, point in zip(
            frame.drop(columns=frame.geometry.name).to_dict("records"), points, strict=True
        ):
            row = {key: None if value is None or value is pd.NA else value for key, value in values.items()}
            row |= {"lat": None, "lon": None}
            if point is not None and not point.is_empty:
                row |= {"lat": round(point.y, 5), "lon": round(point.x, 5)}
            rows.append(row)
    return rows


def _by_date(row: Mapping[str, Any]) -> tuple[bool, str, str, str]:
    return bool(row["background"]), row["date"] or "9999", row["time"], row["claim_id"]


def _by_claim(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """Sort findings by the claims they speak of, worst first."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda finding: _VERDICTS.index(finding.verdict)):
        for claim_id in finding.claim_ids:
            found[claim_id].append(finding)
    return found


def _claim(row: Mapping[str, Any], own: Sequence[Finding], source_no: int) -> dict[str, Any]:
    values = ("kind", "asset", "actor", "status", "stance", "certainty", "review", "background")
    graded = ("reliability", "credibility")
    plain = (*values, *graded, "date", "date_end", "lat", "lon", "uncertainty_km")
    texts = ("summary", "quote", "publisher")
    return {
        "id": row["claim_id"],
        "report": row["report_id"],
        "event": row["event_id"],
        **{name: row[name] for name in (*plain, *texts)},
        "published": words.period([row["published"]]),
        "url": _web(row["url"]),
        "size": words.size(row),
        "verdict": own[0].verdict if own else "",
        "findings": [finding.finding_id for finding in own],
        "number": words.label(row),
        "source_no": source_no,
        "who": words.who(row),
        "what": words.what(row),
        "when": words.when(row),
        "where": words.where(row),
        "certainty_words": words.certainty(row),
        "uncertainty_words": words.uncertainty(row),
        "flight_words": words.flight(row),
        "zone_words": words.zone(row),
        "grade_words": words.grade(row),
        "review_words": words.review(row),
        "note": row["geocode_note"],
    }


def _web(url: str) -> str:
    return url if url.lower().startswith(("http://", "https://")) else ""


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.finding_id,
        "check": finding.check,
        "check_words": words.table("check").get(finding.check, finding.check),
        "verdict": finding.verdict,
        "verdict_words": words.table("verdict")[finding.verdict],
        "stated": finding.stated,
        "computed": finding.computed,
        "explanation": finding.explanation,
        "method": finding.method,
        "claims": list(finding.claim_ids),
    }


def _sources(reports: Iterable[Report]) -> list[dict[str, Any]]:
    return [
        {
            "no": position,
            "report": report.report_id,
            "title": report.title,
            "publisher": report.publisher,
            "published": words.day(report.published) if report.published else "",
            "url": _web(report.url),
        }
        for position, report in enumerate(reports, start=1)
    ]


def _title(rows: Sequence[Mapping[str, Any]], sources: Sequence[Mapping[str, Any]]) -> str:
    """Title of the only report, or the places that most claims name."""
    if len(sources) == 1 and sources[0]["title"]:
        return str(sources[0]["title"])
    names = [row["place_name"] for row in rows if row["place_name"] and not row["background"]]
    common = [name for name, _ in Counter(names).most_common(3)]
    return f"Situation: {', '.join(common)}" if common else "Situation map"


def _points(rows: Sequence[Mapping[str, Any]]) -> list[tuple[float, float]]:
    return [(row["lat"], row["lon"]) for row in rows if row["lat"] is not None]


def _zoom_showing(distance_km: float, lat: float) -> float:
    """Web zoom level from which a distance takes `_APART_PX` pixels of Web Mercator's 256-pixel tiles."""
    world_px = _APART_PX * _EQUATOR_KM * math.cos(math.radians(lat)) / max(distance_km, 1.0)
    return round(max(math.log2(world_px / 256), 0.0), 1)


def _places(rows: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """Places that claims name; of an offset ("200 km west of ...") the place that it starts from.

    Such a place is named only once it stands clear of the mark, which does not lie there.
    """
    found: dict[str, list[Any]] = {}
    for row in rows:
        if row["lat"] is None or not row["place_name"]:
            continue
        lat, lon, zoom = row["lat"], row["lon"], 0.0
        if row["offset_km"] is not None and row["offset_deg"] is not None:
            back = (row["offset_deg"] + 180) % 360
            lat, lon = geodesy.destination(lat, lon, bearing_deg=back, distance_km=row["offset_km"])
            zoom = _zoom_showing(row["offset_km"], lat)
        found.setdefault(row["place_name"], [row["place_name"], round(lat, 3), round(lon, 3), zoom])
    return list(found.values())


def _windows(rows: Sequence[Mapping[str, Any]]) -> list[basemap.Window]:
    near = [row for row in rows if row["lat"] is not None and (row["uncertainty_km"] or 0) <= _FINE_KM]
    return [basemap.window(lat, lon) for lat, lon in dict.fromkeys(_points(near))][:_FINE_MOST]
