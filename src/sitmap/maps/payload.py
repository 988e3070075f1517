"""What one situation shows, as plain JSON: the only thing that the drawing is given.

::

    {
      "version": 1,
      "title": str, "period": str,               # "North Korea and Japan", "31 Oct 2024"
      "as_of": str,                              # "1 Nov 2024, 12:00 UTC", "" when not given
      "view": [west, south, east, north] | null, # degrees; east > 180 when the view crosses the antimeridian
      "order": [claim_id, ...],                  # findings' worst first, then by date; the table's order
      "claims": {claim_id: {                     # every claim, also those without a place
          "id", "report", "event", "kind",       # str
          "asset", "status", "stance", "certainty": str,      # values of schema.py
          "background": bool,
          "lat", "lon": float | null,            # null: listed with "note", not drawn
          "size": 0..4,                          # class of the count: 0 unknown, 1 <100, 2 <1,000, 3 <10,000, 4 more
          "uncertainty_km": float | null,
          "verdict": "inconsistent" | "marginal" | "undetermined" | "consistent" | "",   # worst of its findings
          "findings": [finding_id, ...],         # worst first
          "number": str,                         # label beside the mark, "8,000"; "" for none
          "source_no": int,                      # number of its report in "sources"
          # words, ready to be read; "" when the report does not say
          "summary", "quote", "who", "what", "when", "where", "certainty_words", "uncertainty_words",
          "flight_words", "note", "publisher", "published", "url": str }},      # url is http(s) or ""
      "findings": {finding_id: {"id", "check", "verdict", "verdict_words", "stated", "computed",
                                "explanation", "method": str, "claims": [claim_id, ...]}},
      "sources": [{"no": int, "report", "title", "publisher", "published", "url": str}],
      "layers": {name: GeoJSON FeatureCollection},
          # zone_boundaries: properties label, kind, disputed
          # deployment_areas, impact_areas, launch_areas, site_areas: properties claim, is_place
          # tracks: properties claim; the last vertex is the impact
      "detail": {"land", "borders": geometry, "towns": [...]} | null   # finer base around the claims
    }

The base that every situation stands on is not in it: `basemap.world()`, passed once as `options.basemap`.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import geopandas as gpd

from sitmap.model import Finding, Report


def payload(
    layers: Mapping[str, gpd.GeoDataFrame],
    findings: Iterable[Finding],
    reports: Iterable[Report],
    *,
    title: str = "",
    as_of: datetime | None = None,
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

    Returns
    -------
    dict
        As this module's docstring says; only JSON types.
    """
    raise NotImplementedError
