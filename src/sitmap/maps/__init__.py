"""Layers and findings -> a map: the payload that the drawing reads, folium's map, one HTML file.

The drawing itself is JavaScript over Leaflet, in `assets/`, used by the exported file and by the app alike:
`script()` and `style()` are what a page needs (Leaflet included), `world()` the base it stands on, and
`payload(...)` what one situation shows.
"""

from sitmap.maps.assets import script, style
from sitmap.maps.payload import payload

__all__ = ["payload", "script", "style"]
