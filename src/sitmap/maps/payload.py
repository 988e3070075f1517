"""What one situation shows, as plain JSON: the only thing that the drawing is given.

::

    {
      ...                                        # title, claims, findings, sources: see `sitmap.content`
      "view": [west, south, east, north] | null, # of the first look, degrees; east > 180 across the date line
      "events": [{"id", "summary": str,           # told more than once; the tellings stand side by side
                  "tellings": [{"who", "published": str, "source_no": int, "claims": [claim_id, ...],
                                "copies": [int, ...]}],      # numbers of the sources with the same text
                  "rows": [{"what": str, "values": [str, ...], "verdict", "verdict_words": str}]}],
      "facets": [{"field", "heading": str,       # what the claims can be filtered by
                  "values": [[str, words], ...]}],   # of claim[field], the most frequent first
      "layers": {name: GeoJSON FeatureCollection},
          # zone_boundaries: properties label, kind, disputed, views (that draw it; [] for all)
          # deployment_areas, impact_areas, launch_areas, site_areas, origin_areas: properties claims (ids),
          #     is_place
          # tracks: properties claims; the last vertex is the impact
      "symbols": {code: [[path data, fill, line, width, [dash, ...], is frame], ...]},   # of "sidc" of claims
      "symbols_note": str,                       # who chose the sides of symbols after APP-6, "" for our own
      "zone_views": [[view, words], ...],        # whose boundaries can be drawn, those as held first
      "places": [[name, lat, lon, min zoom], ...],   # what the claims name, where it lies
      "detail": basemap.detail(...) | null       # finer base around the claims
    }

The base that every situation stands on is not in it: `maps.world()`, passed once as `options.basemap`.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from sitmap import app6, content, view
from sitmap.maps import basemap, facets, shapes, tellings, viewpoints
from sitmap.product import Product

#: Uncertainty up to which a claim's surroundings get the finer base, km, and the most that do.
_FINE_KM, _FINE_MOST = 500.0, 24
#: Pixels between a mark and the place that its offset starts from, for the place to be named.
_APART_PX = 60
#: Length of the equator, WGS 84.
_EQUATOR_KM = 40_075.017


def payload(product: Product) -> dict[str, Any]:
    """Gather what one situation shows.

    Parameters
    ----------
    product : Product
        Its title is made from the claims' places when the cover has none.

    Returns
    -------
    dict
        As this module's docstring says; only JSON types.
    """
    rows, cover = content.rows(product.layers), product.cover
    told = content.told(
        rows, product.findings, product.reports, title=cover.title, as_of=cover.as_of, sides=cover.sides
    )
    numbers = {source["report"]: source["no"] for source in told["sources"]}
    shown: dict[str, Any] = {
        **told,
        "view": view.view(rows, product.layers),
        "events": tellings.events(product.events, numbers),
        "facets": facets.facets(told["claims"].values(), told["sources"]),
        "layers": shapes.collections(product.layers, product.zone_views),
        "zone_views": viewpoints.viewpoints(product.zone_views),
        "symbols": _symbols(claim["sidc"] for claim in told["claims"].values()),
        "symbols_note": cover.sides.note() if cover.sides else "",
        "places": _places(rows),
        "detail": basemap.detail(_windows(rows)),
    }
    return {key: content.clean(value) for key, value in shown.items()}


def _symbols(codes: Iterable[str]) -> dict[str, list[list[Any]]]:
    """Drawings of the symbols after APP-6 that claims have."""
    return {
        code: [[s.data, s.fill, s.line, s.width, list(s.dash), s.frame] for s in app6.drawing(code)]
        for code in sorted(set(codes) - {""})
    }


def _points(rows: Sequence[content.Row]) -> list[tuple[float, float]]:
    return [(row["lat"], row["lon"]) for row in rows if row["lat"] is not None]


def _zoom_showing(distance_km: float, lat: float) -> float:
    """Web zoom level from which a distance takes `_APART_PX` pixels of Web Mercator's 256-pixel tiles."""
    world_px = _APART_PX * _EQUATOR_KM * math.cos(math.radians(lat)) / max(distance_km, 1.0)
    return round(max(math.log2(world_px / 256), 0.0), 1)


def _places(rows: Sequence[content.Row]) -> list[list[Any]]:
    """Places that claims name, with the zoom level from which each stands clear of the mark."""
    return [
        [name, lat, lon, _zoom_showing(apart_km, lat) if apart_km else 0.0]
        for name, lat, lon, apart_km in content.places(rows)
    ]


def _windows(rows: Sequence[content.Row]) -> list[basemap.Window]:
    near = [row for row in rows if row["lat"] is not None and (row["uncertainty_km"] or 0) <= _FINE_KM]
    return [basemap.window(lat, lon) for lat, lon in dict.fromkeys(_points(near))][:_FINE_MOST]
