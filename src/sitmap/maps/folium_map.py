"""folium's map with everything inside: no CDN, a content security policy, our drawing on Leaflet's map.

The page is a `branca.Figure` with a template of its own, because folium's would write scripts without a
nonce; scripts that a user's own folium layers add end up in the same nonced block and work as ever.
"""

import base64
import hashlib
import json
from typing import Any

import folium
from branca.element import Element, Figure
from jinja2 import Template

from sitmap import words
from sitmap.maps import assets, basemap

_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)


def _pin() -> str:
    """Give Leaflet's own marker, which further folium layers may use, its picture as data."""
    images = {
        option: "data:image/png;base64," + base64.b64encode(assets.leaflet(f"images/{name}")).decode("ascii")
        for option, name in (("iconUrl", "marker-icon.png"), ("shadowUrl", "marker-shadow.png"))
    }
    options = {**images, "iconRetinaUrl": images["iconUrl"], "imagePath": ""}
    return f'L.Icon.Default.mergeOptions({json.dumps(options)}); L.Icon.Default.imagePath = "";'


class Page(Figure):
    """HTML document round a map: security policy first, styles, content, one nonced script.

    Data, scripts and styles stand here as values of one template. They must not pass through a macro
    of a folium element: branca renders a macro's output once more as a template, so that a report could
    run code in it.

    Parameters
    ----------
    title : str
        Of the browser's tab; any text.
    data : str
        What the drawing reads, as `embed` gives it.
    nonce : str
        That every script carries; a digest of the content, so that the same content gives the same file.
    before, after : str
        HTML above and below the map, already escaped.
    style : str
        Further style sheet.
    """

    _template = Template(
        """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ this.policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{ this.title | e }}</title>
<style>{{ this.css }}</style>
{{ this.header.render(**kwargs) }}
</head>
<body>
{{ this.before }}
{{ this.html.render(**kwargs) }}
{{ this.after }}
<script type="application/json" id="sitmap-data">{{ this.data }}</script>
<script nonce="{{ this.nonce }}">
{{ this.js }}
{{ this.script.render(**kwargs) }}
</script>
</body>
</html>
"""
    )

    def __init__(
        self, *, title: str, data: str, nonce: str, before: str = "", after: str = "", style: str = ""
    ) -> None:
        super().__init__(title=title, height="560px")
        self.header = Element()
        self.header._parent = self  # noqa: SLF001 - as branca's own constructor does; drops its second charset
        self.data = data
        self.nonce = nonce
        self.policy = _POLICY.format(nonce=nonce)
        self.before = before
        self.after = after
        self.css = f"{assets.style()}\n{style}"
        self.js = f"{assets.script()}\n{_pin()}"


class SituationMap(folium.Map):
    """Leaflet map with a situation drawn on it, without tiles and without a network.

    Parameters
    ----------
    payload : dict
        As `payload.payload` makes it.
    scheme : str
        `auto`, `light` or `dark`.
    before, after, style : str
        Of the page it stands on, as `Page` has them.
    """

    _template = Template(
        """
{% macro html(this, kwargs) %}
<div class="sitmap-frame"><div id="{{ this.get_name() }}" class="sitmap-map" role="application"
 aria-label="{{ this.label | e }}"></div></div>
{% endmacro %}
{% macro script(this, kwargs) %}
const {{ this.get_name() }} = L.map("{{ this.get_name() }}", Sitmap.mapOptions);
Sitmap.fromPage("sitmap-data", {{ this.get_name() }});
{% endmacro %}
"""
    )
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own way to name what a map loads: nothing
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - as above

    def __init__(
        self,
        payload: dict[str, Any],
        *,
        scheme: str = "auto",
        before: str = "",
        after: str = "",
        style: str = "",
    ) -> None:
        super().__init__(location=[20, 0], zoom_start=2, tiles=None)
        data = assets.embed({"payload": payload, "basemap": basemap.world(), "scheme": scheme})
        digest = hashlib.sha256(data.encode()).hexdigest()
        self._id = digest[:12]
        self.label = words.say("document.map")
        heading = ", ".join(filter(None, (payload["title"], payload["period"])))
        page = Page(title=heading, data=data, nonce=digest[:32], before=before, after=after, style=style)
        page.add_child(self)
