"""What one situation says, in words that a person reads: what maps and printed files share.

::

    {
      "title": str, "period": str,               # "North Korea and Japan", "31 Oct 2024"
      "as_of": str,                              # "1 Nov 2024, 12:00 UTC", "" when not given
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
          "sidc": str,                           # code of its symbol after APP-6, "" for sitmap's own symbol
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
      "finding_order": [finding_id, ...],        # worst first
      "sources": [{"no": int, "report", "title", "publisher", "published", "url": str}]
    }
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import geopandas as gpd
import numpy as np

from sitmap import app6, geodesy, schema, words
from sitmap.model import Finding, Report

#: A claim of a marker layer: column name -> value, None for null, with `lat` and `lon`.
Row = Mapping[str, Any]

#: Worst first; claims that no check spoke of come last.
_VERDICTS = (*schema.VERDICTS, "")


def rows(layers: Mapping[str, gpd.GeoDataFrame]) -> list[dict[str, Any]]:
    """Claims of the marker layers as rows.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        With the four marker layers of `schema.MARKER_LAYER`.

    Returns
    -------
    list of dict
        Columns of the layer, None for null, and `lat` and `lon` in degrees, None without a place.
    """
    found = []
    for name in schema.MARKER_LAYER.values():
        frame = layers[name]
        points = frame.geometry
        for row, point in zip(schema.records(frame), points, strict=True):
            there = point is not None and not point.is_empty
            row["lat"], row["lon"] = (round(point.y, 5), round(point.x, 5)) if there else (None, None)
            found.append(row)
    return found


def told(
    claims: Sequence[Row],
    findings: Iterable[Finding],
    reports: Iterable[Report],
    *,
    title: str = "",
    as_of: datetime | None = None,
    sides: app6.Sides | None = None,
) -> dict[str, Any]:
    """Put a situation in words.

    Parameters
    ----------
    claims : sequence of mapping
        As `rows` gives them.
    findings : iterable of Finding
        Of all claims.
    reports : iterable of Report
        The numbered sources.
    title : str
        Heading; made from the claims' places when empty.
    as_of : datetime or None
        Time-zone aware; when the situation was drawn up.
    sides : Sides or None
        Of symbols after APP-6; None for sitmap's own.

    Returns
    -------
    dict
        As this module's docstring says; only JSON types, once `clean` has seen it.
    """
    found, sources = tuple(findings), _sources(reports)
    by_claim = _by_claim(found)
    numbers = {source["report"]: source["no"] for source in sources}
    made = {
        row["claim_id"]: _claim(row, by_claim.get(row["claim_id"], []), numbers.get(row["report_id"], 0))
        | {"sidc": app6.code(row, sides) if sides else ""}
        for row in sorted(claims, key=_by_date)
    }
    return {
        "title": title or _title(claims, sources),
        "period": words.period([row["date"] for row in claims if not row["background"]]),
        "as_of": words.instant(as_of) if as_of else "",
        "order": sorted(made, key=lambda key: _VERDICTS.index(made[key]["verdict"])),
        "claims": made,
        "findings": {finding.finding_id: _finding(finding) for finding in found},
        "finding_order": [finding.finding_id for finding in schema.worst_first(found)],
        "sources": sources,
    }


def clean(value: Any) -> Any:  # noqa: ANN401 - JSON nests at any depth
    """Make every text one that a file can hold, and every NumPy number a plain one."""
    if isinstance(value, str):
        return schema.text(value)
    if isinstance(value, dict):
        return {schema.text(key): clean(item) for key, item in value.items()}
    if isinstance(value, list):
        # A ring of coordinates is nearly all that a map's payload holds: no number of it needs a look.
        return value if _is_ring(value) else [clean(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


def _is_ring(value: list[Any]) -> bool:
    return all(type(item) is list and [*map(type, item)] == [float, float] for item in value)


def places(claims: Iterable[Row]) -> list[tuple[str, float, float, float]]:
    """Places that claims name; of an offset ("200 km west of ...") the place that it starts from.

    Parameters
    ----------
    claims : iterable of mapping
        As `rows` gives them.

    Returns
    -------
    list of tuple of (str, float, float, float)
        Name, lat and lon in degrees, and how far the mark lies from it, km: 0 when it lies on it.
    """
    found: dict[str, tuple[str, float, float, float]] = {}
    for row in claims:
        if row["lat"] is None or not row["place_name"]:
            continue
        lat, lon, apart = row["lat"], row["lon"], 0.0
        if row["offset_km"] is not None and row["offset_deg"] is not None:
            back, apart = (row["offset_deg"] + 180) % 360, row["offset_km"]
            lat, lon = geodesy.destination(lat, lon, bearing_deg=back, distance_km=apart)
        found.setdefault(row["place_name"], (row["place_name"], round(lat, 3), round(lon, 3), apart))
    return list(found.values())


def _by_date(row: Row) -> tuple[bool, str, str, str]:
    return bool(row["background"]), row["date"] or "9999", row["time"], row["claim_id"]


def _by_claim(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """Sort findings by the claims they speak of, worst first."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in schema.worst_first(findings):
        for claim_id in finding.claim_ids:
            found[claim_id].append(finding)
    return found


def _claim(row: Row, own: Sequence[Finding], source_no: int) -> dict[str, Any]:
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


def _title(claims: Sequence[Row], sources: Sequence[Mapping[str, Any]]) -> str:
    """Title of the only report, or the places that most claims name."""
    if len(sources) == 1 and sources[0]["title"]:
        return str(sources[0]["title"])
    names = [row["place_name"] for row in claims if row["place_name"] and not row["background"]]
    common = [name for name, _ in Counter(names).most_common(3)]
    return f"Situation: {', '.join(common)}" if common else "Situation map"
