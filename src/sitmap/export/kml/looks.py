"""Styles of a KML document: what the symbol of a claim shows, its area, the lines of the map.

KML has no dashes and no hatching: what is dashed elsewhere is thinner here, what is hatched is paler.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

from lxml import etree

from sitmap import palette, words

#: Side of a deployment's square by class of count against that of an unknown one, as the map draws it.
_SIZES = (1.0, 9 / 11, 1.0, 13.5 / 11, 16 / 11)
#: An icon is 32 pixels wide at scale 1 and has room for marks around the symbol.
_ICON_SCALE = 1.5
_LABEL_SCALE = "0.8"
_HALF, _WHOLE = 0x80, 0xFF
_MOVEMENTS = {"planned", "arriving", "withdrawn"}
_MARKED = {"inconsistent", "marginal"}
#: Colours of areas where they are not those of the kind.
_AREAS = {"impact": "impact-area"}
#: Opacity of what fills an area: of what the words leave uncertain (12 %), of the place itself.
_FILL = (0x1F, 0x0F)
#: Only the description, which is inert, and in its own lines: the fields of a template may run.
_BALLOON = '<div style="white-space: pre-wrap">$[description]</div>'


@dataclass(frozen=True, slots=True)
class Look:
    """What the symbol of a claim shows; a field is "" where it shows nothing.

    Parameters
    ----------
    kind : str
        One of `model.KINDS`.
    status : str
        `planned`, `arriving` or `withdrawn`.
    stance : str
        `denied`.
    verdict : str
        `inconsistent` or `marginal`.
    asset : str
        What a deployment is of.
    sidc : str
        Code of the symbol after APP-6, "" for our own.
    """

    kind: str
    status: str = ""
    stance: str = ""
    verdict: str = ""
    asset: str = ""
    sidc: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, astuple(self)))

    @property
    def icon(self) -> str:
        """Name of its picture in a KMZ."""
        return f"icons/{self}.png"


def look(claim: Mapping[str, Any]) -> Look:
    """Say what the symbol of a claim shows.

    Parameters
    ----------
    claim : mapping
        As `content.told` gives it.
    """
    deployed = claim["kind"] == "deployment"
    known = claim["asset"] in words.table("asset")
    return Look(
        claim["kind"],
        status=claim["status"] if claim["status"] in _MOVEMENTS else "",
        stance="denied" if claim["stance"] == "denied" else "",
        verdict=claim["verdict"] if claim["verdict"] in _MARKED else "",
        asset=claim["asset"] if deployed and known and not claim["sidc"] else "",
        sidc=claim["sidc"],
    )


class Sheet:
    """Styles that a document uses, each once, in the order of first use.

    Parameters
    ----------
    icons : bool
        Whether the symbols lie beside the document; else the viewer's own marker is tinted and named,
        because nothing may be fetched.
    """

    def __init__(self, *, icons: bool) -> None:
        self._icons = icons
        self._made: dict[str, list[etree._Element]] = {}
        self.looks: dict[Look, None] = {}

    def elements(self) -> list[etree._Element]:
        """`Style` and `StyleMap` elements of all styles that were asked for."""
        return [element for made in self._made.values() for element in made]

    def marker(self, claim: Mapping[str, Any]) -> str:
        """Address of the style of a claim's symbol."""
        shown, size = look(claim), claim["size"] if claim["kind"] == "deployment" else 0
        self.looks.setdefault(shown)
        name = _name(str(shown), f"size{size}" if size else "", _faded(claim["background"]))
        if name not in self._made:
            self._made[name] = self._marker(name, shown, size, background=claim["background"])
        return f"#{name}"

    def area(self, kind: str, row: Mapping[str, Any], *, outlined: bool = True) -> str:
        """Address of the style of an area.

        Parameters
        ----------
        kind : str
            One of `model.KINDS`.
        row : mapping
            With `area_type`, `stance` and `background`.
        outlined : bool
            False when its outline is lines of their own (`edge`).
        """
        name, alpha = self._area_name(kind, row), _alpha(row)
        fill = 0 if row["stance"] == "denied" else _FILL[row["area_type"] == "outline"] * alpha // _WHOLE
        inside = _poly(_AREAS.get(kind, kind), fill, outlined=outlined)
        if outlined:
            return self._plain(name, self._outline(kind, row), inside)
        # GDAL draws whatever line a style has.
        return self._plain(f"{name}-cut", inside)

    def edge(self, kind: str, row: Mapping[str, Any]) -> str:
        """Address of the style of the outline of an area, as lines of its own."""
        return self._plain(f"{self._area_name(kind, row)}-edge", self._outline(kind, row))

    @staticmethod
    def _area_name(kind: str, row: Mapping[str, Any]) -> str:
        own = "place" if row["area_type"] == "outline" else ""
        denied = "denied" if row["stance"] == "denied" else ""
        return _name(f"{kind}-area", own, denied, _faded(row["background"]))

    @staticmethod
    def _outline(kind: str, row: Mapping[str, Any]) -> etree._Element:
        width = "1" if row["area_type"] == "outline" else "1.5"
        return _line(_AREAS.get(kind, kind), _alpha(row), width)

    def track(self, row: Mapping[str, Any]) -> str:
        """Address of the style of a ground track."""
        alpha = _HALF if row["background"] or row["stance"] == "denied" else _WHOLE
        denied = "denied" if row["stance"] == "denied" else ""
        return self._plain(_name("track", denied, _faded(row["background"])), _line("track", alpha, "2"))

    def boundary(self, row: Mapping[str, Any]) -> str:
        """Address of the style of a maritime boundary."""
        near = row["kind"] in {"territorial", "contiguous"}
        colour = "dispute" if row["disputed"] else "zone"
        name = _name("boundary", "near" if near else "", "disputed" if row["disputed"] else "")
        return self._plain(name, _line(colour, _WHOLE, "1" if near else "1.8"))

    def zone(self) -> str:
        """Address of the style of a maritime zone: a tint, whose edges are the boundaries."""
        return self._plain("zone", _poly("zone", _FILL[True], outlined=False))

    def listed(self) -> str:
        """Address of the style of a claim that is not on the map."""
        return self._plain("listed")

    def _plain(self, name: str, *parts: etree._Element) -> str:
        if name not in self._made:
            self._made[name] = [_style(name, *parts)]
        return f"#{name}"

    def _marker(self, name: str, shown: Look, size: int, *, background: bool) -> list[etree._Element]:
        alpha, scale = _HALF if background else _WHOLE, _SIZES[size]
        if not self._icons:
            return [_style(name, _icon(shown.kind, alpha, scale), _label(shown.kind, _LABEL_SCALE))]
        href = shown.icon
        normal, pointed = f"{name}-normal", f"{name}-pointed"
        return [
            _style(normal, _icon("paper", alpha, scale * _ICON_SCALE, href), _label("paper", "0")),
            _style(pointed, _icon("paper", _WHOLE, scale * _ICON_SCALE, href), _label("paper", _LABEL_SCALE)),
            _map(name, normal=normal, highlight=pointed),
        ]


def _name(*parts: str) -> str:
    return "-".join(filter(None, parts))


def _alpha(row: Mapping[str, Any]) -> int:
    return _HALF if row["background"] else _WHOLE


def _faded(background: object) -> str:
    return "background" if background else ""


def _colour(name: str, alpha: int) -> str:
    """Colour as KML writes it: opacity, blue, green, red."""
    red, green, blue = bytes.fromhex(palette.colours()[name].removeprefix("#"))
    return bytes((alpha, blue, green, red)).hex()


def _element(name: str, *children: etree._Element, **values: str) -> etree._Element:
    """Element with children, before them one for each value."""
    made = etree.Element(name)
    for child, value in values.items():
        etree.SubElement(made, child).text = value
    made.extend(children)
    return made


def _icon(colour: str, alpha: int, scale: float, href: str = "") -> etree._Element:
    made = _element("IconStyle", color=_colour(colour, alpha), scale=f"{scale:.3g}")
    if href:
        made.append(_element("Icon", href=href))
        etree.SubElement(made, "hotSpot", x="0.5", y="0.5", xunits="fraction", yunits="fraction")
    return made


def _label(colour: str, scale: str) -> etree._Element:
    return _element("LabelStyle", color=_colour(colour, _WHOLE), scale=scale)


def _line(colour: str, alpha: int, width: str) -> etree._Element:
    return _element("LineStyle", color=_colour(colour, alpha), width=width)


def _poly(colour: str, alpha: int, *, outlined: bool) -> etree._Element:
    return _element(
        "PolyStyle", color=_colour(colour, alpha), fill=str(int(alpha > 0)), outline=str(int(outlined))
    )


def _style(name: str, *parts: etree._Element) -> etree._Element:
    made = _element("Style", *parts, _element("BalloonStyle", text=_BALLOON))
    made.set("id", name)
    return made


def _map(name: str, **styles: str) -> etree._Element:
    pairs = [_element("Pair", key=key, styleUrl=f"#{style}") for key, style in styles.items()]
    made = _element("StyleMap", *pairs)
    made.set("id", name)
    return made
