"""Layers and findings -> a map: the payload that the drawing reads, folium's map, one HTML file.

The drawing itself is JavaScript over Leaflet, in `assets/`, used by the exported file and by the app alike:
`script()` and `style()` are what a page needs (Leaflet included), `world()` the base it stands on, and
`payload(...)` what one situation shows.
"""

from typing import TYPE_CHECKING

from sitmap.maps.assets import script, style
from sitmap.maps.basemap import world
from sitmap.maps.payload import payload

if TYPE_CHECKING:
    import folium

    from sitmap.product import Product

__all__ = ["draw", "html", "payload", "script", "style", "world"]


def draw(product: "Product", *, scheme: str = "auto") -> "folium.Map":
    """Draw a situation on a folium map that needs no network.

    Parameters
    ----------
    product : Product
        All of it is drawn.
    scheme : str
        `auto` (as the reader's system), `light` or `dark`.

    Returns
    -------
    folium.Map
        Further folium layers can be added to it. Its page carries Leaflet alone: folium's own popups and
        other plug-ins that need jQuery or a CDN do not work on it.
    """
    from sitmap.maps import folium_map  # noqa: PLC0415 - the app draws without folium, which is slow to import

    style = "html,body,.sitmap-frame,.sitmap-map{height:100%;margin:0}"
    return folium_map.SituationMap(payload(product), scheme=scheme, style=style)


def html(product: "Product", *, scheme: str = "auto") -> str:
    """Self-contained briefing: map, claims and findings as a table, numbered sources.

    Parameters
    ----------
    product : Product
        Its handling mark stands at the top and the bottom, on each page of a print.
    scheme : str
        As in `draw`.

    Returns
    -------
    str
        HTML that opens from disk; the same arguments give the same text.
    """
    from sitmap.maps import document, folium_map  # noqa: PLC0415 - as in draw

    shown = payload(product)
    before, after = document.frame(shown, product)
    style = document.style(product.cover.handling)
    made = folium_map.SituationMap(shown, scheme=scheme, before=before, after=after, style=style)
    text: str = made.get_root().render()
    return text
