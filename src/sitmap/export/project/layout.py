"""Print layout of a project: map, title, legend, scale bars, handling mark, sources and notes on one page."""

import itertools
import tomllib
import uuid
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from sitmap import palette
from sitmap.export.project import settings
from sitmap.export.project.elements import Element, add, options
from sitmap.export.project.frame import Frame
from sitmap.export.project.legend import Entry
from sitmap.handling import mark

#: Item types and alignments as QGIS numbers them.
_PAGE, _MAP, _LABEL, _LEGEND, _SCALE = 65638, 65639, 65641, 65642, 65646
_ALIGN = {"left": 1, "centre": 4}
_TOP, _MIDDLE = 32, 128
_NORMAL, _BOLD = 50, 75

#: Points of the legend's type, and the space above, mm, by what QGIS calls it.
_LEGEND_STYLES = {
    "title": (9, _BOLD, 0),
    "group": (9, _BOLD, 2.5),
    "subgroup": (8, _NORMAL, 1.5),
    "symbol": (8, _NORMAL, 0.8),
    "symbolLabel": (8, _NORMAL, 0.8),
}


def add_to(root: Element, frame: Frame, legend: Sequence[Entry], *, handling: str) -> None:
    """Add the layout to a project.

    Parameters
    ----------
    root : Element
        The project.
    frame : Frame
        What the map shows.
    legend : sequence of Entry
        What the legend lists, the same heading in one run.
    handling : str
        Mark whose colours stand at top and bottom, "" for none.
    """
    plan = _plan()
    made = add(
        add(root, "Layouts"), "Layout", name=plan["name"], units="mm", printResolution=300, worldFileMap=""
    )
    pages = add(made, "PageCollection")
    _item(pages, "Page", _PAGE, (0, 0, *plan["page"]))
    _map(made, frame)
    _legend(made, legend)
    for scale in plan["scales"]:
        _scale(made, scale)
    for label in plan["labels"]:
        if handling or not label.get("marked"):
            _label(made, label, handling)
    add(made, "Atlas", enabled=False, coverageLayer="", hideCoverage=False)


def _item(
    parent: Element, name: str, kind: int, box: Sequence[float], *, ground: str = "#ffffff", **more: object
) -> Element:
    left, top, width, height = box
    place, key = f"{left:g},{top:g},mm", _key(name)
    made = add(
        parent,
        "LayoutItem",
        type=kind,
        id=name,
        uuid=key,
        templateUuid=key,
        position=place,
        positionOnPage=place,
        size=f"{width:g},{height:g},mm",
        referencePoint=0,
        visibility=True,
        opacity=1,
        **({"frame": "false", "background": "false"} | more),
    )
    add(made, "FrameColor", red=120, green=120, blue=120, alpha=255)
    add(made, "BackgroundColor", **_channels(ground))
    return made


def _map(parent: Element, frame: Frame) -> None:
    box = _plan()["map"]
    made = _item(
        parent, "Map", _MAP, box, frame="true", background="true", followPreset="true",
        followPresetName="situation", keepLayerSet="false", drawCanvasItems="true", outlineWidthM="0.2,mm",
        ground=palette.colours()["sea"],
    )  # fmt: skip
    west, south, east, north = frame.shaped(box[2] / box[3])
    add(made, "Extent", xmin=f"{west:.0f}", ymin=f"{south:.0f}", xmax=f"{east:.0f}", ymax=f"{north:.0f}")


def _legend(parent: Element, entries: Sequence[Entry]) -> None:
    made = _item(
        parent, "Legend", _LEGEND, _plan()["legend"], map_uuid=_key("Map"), legendFilterByMap=True,
        resizeToContents=True, symbolWidth=6, symbolHeight=4.2, columnCount=1, title="", titleAlignment=1,
        symbolAlignment=1, boxSpace=0, lineSpacing=0.8, wrapChar="", fontColor="#23282d", splitLayer=False,
    )  # fmt: skip
    kinds = add(made, "styles")
    for name, (size, weight, above) in _LEGEND_STYLES.items():
        below = 1 if name == "group" else 0  # markers are taller than a row
        style = add(
            kinds,
            "style",
            name=name,
            alignment=1,
            indent=0,
            marginTop=above,
            marginBottom=below,
            marginLeft=2,
        )
        add(style, "styleFont", description=_font(size, weight), style="")
    tree = add(made, "layer-tree-group")
    for heading, group in itertools.groupby(entries, key=lambda entry: entry.heading):
        opened = add(tree, "layer-tree-group", name=heading, expanded=True, checked="Qt::Checked")
        for entry in group:
            layer = add(
                opened,
                "layer-tree-layer",
                id=settings.key(entry.layer),
                name=settings.title(entry.layer),
                providerKey="ogr",
                expanded=True,
                checked="Qt::Checked",
            )
            nodes = ",".join(map(str, entry.nodes))
            options(
                add(layer, "customproperties"), {"legend/title-style": "hidden", "legend/node-order": nodes}
            )


def _scale(parent: Element, scale: Mapping[str, Any]) -> None:
    made = _item(
        parent, scale["id"], _SCALE, scale["box"], mapUuid=_key("Map"), style="Line Ticks Up",
        unitType=scale["unit"], unitLabel=scale["label"], numMapUnitsPerScaleBarUnit=1,
        numUnitsPerSegment=100, numSegments=2, numSegmentsLeft=0, numSubdivisions=1, subdivisionsHeight=1.5,
        segmentSizeMode=1, minBarWidth=18, maxBarWidth=38, height=2, labelBarSpace=1, boxContentSpace=0,
        alignment=0, labelVerticalPlacement=0, labelHorizontalPlacement=0, outlineWidth=0.3,
    )  # fmt: skip
    face = {"fontFamily": _plan()["font"], "fontSize": 8, "fontSizeUnit": "Point", "fontWeight": _NORMAL}
    add(made, "text-style", textColor="35,40,45,255", textOpacity=1, **face)


def _label(parent: Element, label: Mapping[str, Any], handling: str) -> None:
    ink, ground = palette.colours()["ink"], palette.colours()["paper"]
    if label.get("marked"):
        ink, ground = mark(handling).ink, mark(handling).ground
    made = _item(
        parent, label["id"], _LABEL, label["box"], labelText=label["text"], htmlState=0, marginX=0, marginY=0,
        halign=_ALIGN[label.get("align", "left")], valign=_MIDDLE if label.get("marked") else _TOP,
        background="true" if label.get("marked") else "false", ground=ground,
    )  # fmt: skip
    add(
        made, "LabelFont", description=_font(label["size"], _BOLD if label.get("bold") else _NORMAL), style=""
    )
    add(made, "FontColor", **_channels(ink))


def _channels(colour: str) -> Mapping[str, int]:
    """Write a colour as items of a layout do."""
    return dict(zip(("red", "green", "blue"), bytes.fromhex(colour.removeprefix("#")), strict=True)) | {
        "alpha": 255
    }


def _font(size: float, weight: int) -> str:
    """Write a font as Qt 5 does."""
    return f"{_plan()['font']},{size:g},-1,5,{weight},0,0,0,0,0"


def _key(name: str) -> str:
    """Key of an item, the same each time."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, f'sitmap layout {name}')}}}"


@cache
def _plan() -> Mapping[str, Any]:
    text = resources.files("sitmap.export.project").joinpath("layout.toml").read_text("utf-8")
    found: Mapping[str, Any] = tomllib.loads(text)
    return found
