"""Layers and findings -> a map: the payload that the drawing reads, folium's map, one HTML file.

The drawing itself is JavaScript over Leaflet, in `assets/`, used by the exported file and by the app alike:
`script()` and `style()` are what a page needs (Leaflet included), `world()` the base it stands on, and
`payload(...)` what one situation shows.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from sitmap.maps.assets import script, style
from sitmap.maps.basemap import world
from sitmap.maps.payload import payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import folium
    import geopandas as gpd

    from sitmap.model import Event, Finding, Report

__all__ = ["draw", "html", "payload", "script", "style", "world"]


def draw(
    layers: "Mapping[str, gpd.GeoDataFrame]",
    findings: "Iterable[Finding]",
    reports: "Iterable[Report]",
    *,
    title: str = "",
    as_of: datetime | None = None,
    scheme: str = "auto",
    events: "Iterable[Event]" = (),
) -> "folium.Map":
    """Draw a situation on a folium map that needs no network.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        As `schema.LAYERS` has them.
    findings : iterable of Finding
        Of all claims.
    reports : iterable of Report
        The sources.
    title : str
        Of the page; taken from the reports when empty.
    as_of : datetime or None
        Time-zone aware; when the situation was drawn up.
    scheme : str
        `auto` (as the reader's system), `light` or `dark`.
    events : iterable of Event
        Those that are told more than once.

    Returns
    -------
    folium.Map
        Further folium layers can be added to it. Its page carries Leaflet alone: folium's own popups and
        other plug-ins that need jQuery or a CDN do not work on it.
    """
    from sitmap.maps import folium_map  # noqa: PLC0415 - the app draws without folium, which is slow to import

    shown = payload(layers, findings, reports, title=title, as_of=as_of, events=events)
    style = "html,body,.sitmap-frame,.sitmap-map{height:100%;margin:0}"
    return folium_map.SituationMap(shown, scheme=scheme, style=style)


def html(
    layers: "Mapping[str, gpd.GeoDataFrame]",
    findings: "Iterable[Finding]",
    reports: "Iterable[Report]",
    *,
    title: str = "",
    as_of: datetime | None = None,
    scheme: str = "auto",
    notes: "Iterable[str]" = (),
    events: "Iterable[Event]" = (),
) -> str:
    """Self-contained document: map, claims and findings as a table, numbered sources.

    Parameters
    ----------
    layers, findings, reports, title, as_of, scheme, events
        As in `draw`.
    notes : iterable of str
        What of the reports was not read, and why; shown under the sources.

    Returns
    -------
    str
        HTML that opens from disk; the same arguments give the same text.
    """
    from sitmap.maps import document, folium_map  # noqa: PLC0415 - as in draw

    shown = payload(layers, findings, reports, title=title, as_of=as_of, events=events)
    before, after = document.frame(shown, tuple(notes))
    made = folium_map.SituationMap(shown, scheme=scheme, before=before, after=after, style=document.style())
    text: str = made.get_root().render()
    return text
