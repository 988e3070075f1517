"""QGIS styles (QML) from short descriptions: rules of fills, lines, markers and labels.

Only what differs from QGIS's own defaults is written. The names of elements and options are QGIS 3.22's;
`tests/reference/test_geo_qgis.py` holds them to a real QGIS.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from sitmap import palette

_TYPES = {"marker": "0", "line": "1", "fill": "2"}
_HEAD = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
#: What RFC 7946 and the map's edge cut: it is no coast and no border.
_SEAM = "geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90), (-180 -90, 180 -90))')"
_EDGE = (
    "if(x_min($geometry) > -180 AND x_max($geometry) < 180, "
    f"boundary($geometry), difference(boundary($geometry), {_SEAM}))"
)
_NO_OUTLINE = {"outline_style": "no"}
#: How a label is placed, as QGIS numbers it, and what goes with it.
_PLACEMENTS = {
    "beside": {"placement": "6", "dist": "0.4", "distUnits": "MM", "offsetType": "1"},
    "over": {"placement": "1", "quadOffset": "4", "centroidInside": "1"},
    "along": {
        "placement": "3",
        "placementFlags": "10",
        "dist": "0.5",
        "distUnits": "MM",
        "repeatDistance": "160",
        "repeatDistanceUnits": "MM",
        "maxCurvedCharAngleIn": "40",
        "maxCurvedCharAngleOut": "-40",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stroke: colour of the palette, width and dashes in mm."""

    colour: str
    width: float = 0.25
    dash: Sequence[float] = ()
    alpha: int = 255

    def options(self) -> dict[str, str]:
        """Its options in a symbol layer."""
        options = {
            "line_color": f"{palette.rgb(self.colour)},{self.alpha}",
            "line_width": f"{self.width:g}",
            "line_width_unit": "MM",
            "capstyle": "flat" if self.dash else "round",
            "joinstyle": "round",
        }
        if self.dash:
            dashes = ";".join(f"{length:g}" for length in self.dash)
            options |= {"use_custom_dash": "1", "customdash": dashes, "customdash_unit": "MM"}
        return options


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of drawing, for some features and scales.

    Parameters
    ----------
    title : str
        Words of the legend.
    where : str
        QGIS expression; "ELSE" for what no other rule takes.
    closer_than, farther_than : int
        Denominators of the scales between which it is drawn; 0 for no bound.
    fill, alpha : str, int
        Colour of an area or marker, and how opaque, 0 to 255; "" for a clear one.
    hatch : Line, optional
        Parallel lines over an area, 2.4 mm apart.
    line : Line, optional
        A line; the edge of a marker; the edge of an area, less the cut at the antimeridian.
    shape : str
        QGIS's name of a simple marker.
    size : float
        Of the marker, mm.
    """

    title: str
    where: str = ""
    closer_than: int = 0
    farther_than: int = 0
    fill: str = ""
    alpha: int = 255
    hatch: Line | None = None
    line: Line | None = None
    shape: str = ""
    size: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words on the map, for some features and scales; sizes and spacing in points.

    `anchor` is a QGIS expression of the point that the words stand for, where that is not the feature.
    """

    text: str
    place: str
    where: str = ""
    closer_than: int = 0
    farther_than: int = 0
    size: float = 8.0
    colour: str = "ink"
    italic: bool = False
    bold: bool = False
    capitals: bool = False
    spacing: float = 0.0
    wrap: int = 0
    priority: int = 5
    offset: float | None = None
    anchor: str = ""


def write(geometry: str, rules: Sequence[Rule], labels: Sequence[Label], *, shown: str) -> str:
    """QML of a layer.

    Parameters
    ----------
    geometry : str
        "marker", "line" or "fill".
    rules, labels : sequence
        In the order of the legend; later rules are drawn above.
    shown : str
        QGIS expression that stands for a feature in lists and map tips.

    Returns
    -------
    str
        XML that QGIS 3.22 and newer read.
    """
    categories = "Symbology|Labeling|Fields|MapTips"
    attributes = {"version": "3.22.0", "styleCategories": categories, "labelsEnabled": str(int(bool(labels)))}
    root = ET.Element("qgis", attributes)
    _renderer(root, geometry, rules)
    if labels:
        _labeling(root, labels)
    ET.SubElement(root, "previewExpression").text = shown
    ET.SubElement(root, "mapTip").text = f"[% {shown} %]"
    ET.SubElement(root, "layerGeometryType").text = _TYPES[geometry]
    ET.indent(root, " ")
    return _HEAD + ET.tostring(root, encoding="unicode") + "\n"


def _selected(rule: Rule | Label) -> dict[str, str]:
    """Attributes of a rule that say where it holds."""
    bounds = {"scalemaxdenom": rule.closer_than, "scalemindenom": rule.farther_than}
    where = {"filter": rule.where} if rule.where else {}
    return where | {name: str(value) for name, value in bounds.items() if value}


def _renderer(root: ET.Element, geometry: str, rules: Sequence[Rule]) -> None:
    renderer = ET.SubElement(root, "renderer-v2", type="RuleRenderer", symbollevels="0", forceraster="0")
    listed = ET.SubElement(renderer, "rules", key="{root}")
    symbols = ET.SubElement(renderer, "symbols")
    for number, rule in enumerate(rules):
        key = {"key": f"{{{number}}}", "label": rule.title, "symbol": str(number)}
        ET.SubElement(listed, "rule", key | _selected(rule))
        _symbol(symbols, str(number), geometry, rule)


def _symbol(parent: ET.Element, name: str, geometry: str, rule: Rule) -> None:
    symbol = ET.SubElement(parent, "symbol", name=name, type=geometry, alpha="1", clip_to_extent="1")
    if geometry == "marker":
        _layer(symbol, "SimpleMarker", _marker(rule))
    elif geometry == "line":
        if rule.line:
            _layer(symbol, "SimpleLine", rule.line.options())
    else:
        _area(symbol, name, rule)


def _area(symbol: ET.Element, name: str, rule: Rule) -> None:
    colour = f"{palette.rgb(rule.fill)},{rule.alpha}" if rule.fill else "0,0,0,0"
    _layer(symbol, "SimpleFill", {"color": colour, "style": "solid" if rule.fill else "no"} | _NO_OUTLINE)
    if rule.hatch:
        _hatch(symbol, name, rule.hatch)
    if rule.line:
        options = {"SymbolType": "Line", "geometryModifier": _EDGE, "units": "MapUnit"}
        below = _layer(symbol, "GeometryGenerator", options)
        edge = ET.SubElement(below, "symbol", name=f"@{name}@{len(symbol) - 1}", type="line", alpha="1")
        _layer(edge, "SimpleLine", rule.line.options())


def _hatch(symbol: ET.Element, name: str, line: Line) -> None:
    options = {"angle": "45", "distance": "2.4", "distance_unit": "MM"}
    below = _layer(symbol, "LinePatternFill", options)
    drawn = ET.SubElement(below, "symbol", name=f"@{name}@{len(symbol) - 1}", type="line", alpha="1")
    _layer(drawn, "SimpleLine", line.options())


def _marker(rule: Rule) -> dict[str, str]:
    options = {
        "name": rule.shape,
        "color": f"{palette.rgb(rule.fill)},{rule.alpha}" if rule.fill else "0,0,0,0",
        "size": f"{rule.size:g}",
        "size_unit": "MM",
    }
    if not rule.line:
        return options | _NO_OUTLINE
    return options | {
        "outline_color": f"{palette.rgb(rule.line.colour)},{rule.line.alpha}",
        "outline_width": f"{rule.line.width:g}",
        "outline_width_unit": "MM",
        "outline_style": "solid",
        "joinstyle": "round",
    }


def _layer(symbol: ET.Element, kind: str, options: Mapping[str, str]) -> ET.Element:
    layer = ET.SubElement(symbol, "layer", {"class": kind, "enabled": "1", "pass": "0", "locked": "0"})
    listed = ET.SubElement(layer, "Option", type="Map")
    for name, value in options.items():
        ET.SubElement(listed, "Option", name=name, type="QString", value=value)
    return layer


def _labeling(root: ET.Element, labels: Sequence[Label]) -> None:
    labeling = ET.SubElement(root, "labeling", type="rule-based")
    listed = ET.SubElement(labeling, "rules", key="{labels}")
    for number, label in enumerate(labels):
        rule = ET.SubElement(listed, "rule", {"key": f"{{label {number}}}"} | _selected(label))
        _settings(ET.SubElement(rule, "settings", calloutType="simple"), label)


def _settings(settings: ET.Element, label: Label) -> None:
    style = ET.SubElement(settings, "text-style", _text(label))
    families = ET.SubElement(style, "families")
    for family in ("Open Sans", "DejaVu Sans", "Arial"):
        ET.SubElement(families, "family", name=family)
    halo = {"bufferDraw": "1", "bufferSize": "0.6", "bufferSizeUnits": "MM", "bufferOpacity": "0.8"}
    ET.SubElement(style, "text-buffer", halo | {"bufferColor": "255,255,255,255", "bufferNoFill": "1"})
    wrap = {"autoWrapLength": str(label.wrap), "useMaxLineLengthForAutoWrap": "1"}
    ET.SubElement(settings, "text-format", {"multilineAlign": "1"} | wrap)
    placement = _PLACEMENTS[label.place] | {"priority": str(label.priority)}
    if label.offset is not None:
        placement |= {"dist": f"{label.offset:g}"}
    if label.anchor:
        generator = {"geometryGenerator": label.anchor, "geometryGeneratorType": "PointGeometry"}
        placement |= generator | {"geometryGeneratorEnabled": "1"}
    ET.SubElement(settings, "placement", placement)
    merged = str(int(label.place == "along"))
    rendering = {"drawLabels": "1", "obstacle": "1", "scaleVisibility": "0", "mergeLines": merged}
    ET.SubElement(settings, "rendering", rendering)


def _text(label: Label) -> dict[str, str]:
    return {
        "fieldName": label.text,
        "isExpression": "1",
        "fontFamily": "Noto Sans",
        "fontSize": f"{label.size:g}",
        "fontSizeUnit": "Point",
        "fontWeight": "75" if label.bold else "50",
        "fontItalic": str(int(label.italic)),
        "fontLetterSpacing": f"{label.spacing:g}",
        "capitalization": str(int(label.capitals)),
        "textColor": f"{palette.rgb(label.colour)},255",
        "textOpacity": "1",
        "multilineHeight": "0.9",
        "namedStyle": "Bold" if label.bold else "",
    }
