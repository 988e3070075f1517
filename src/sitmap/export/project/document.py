"""A QGIS project (.qgs) of a situation, written without QGIS."""

from collections.abc import Container, Iterable, Mapping
from datetime import UTC

from sitmap import palette, schema
from sitmap.export import styles
from sitmap.export.project import base, layout, legend, settings
from sitmap.export.project.elements import Element, add, clean, listed, parsed, written
from sitmap.export.project.frame import Box, Frame
from sitmap.export.project.told import Told
from sitmap.product import Product
from sitmap.resources import geo

#: The QGIS whose way of writing a project this is; newer ones read it.
_VERSION = "3.22.0"

_DEFAULT = "default"
#: How strongly the styles of claims draw each.
_FADED = 'if("background", 50, 100)'
_NO_SHAPE = "No geometry"
_SHAPES = {"Point": "Point", "LineString": "Line", "Polygon": "Polygon", "": _NO_SHAPE}
#: Base layers that are drawn as those of `geo/` are.
_BASE_STYLE = {
    "base_borders": "borders_50m",
    "base_countries": "countries",
    "base_seas": "seas",
    "base_towns": "towns",
}


def qgs(product: Product, told: Told, frame: Frame, *, package: str, tables: Container[str]) -> bytes:
    """Write the project.

    Parameters
    ----------
    product : Product
        Of which the cover is written; the layers lie in the package.
    told : Told
        What title, notes and sources say.
    frame : Frame
        Projection and extent.
    package : str
        File name of the GeoPackage, which lies in the folder of the project.
    tables : container of str
        Names of what is in it.

    Returns
    -------
    bytes
        XML. The same input gives the same bytes.
    """
    root = Element("qgis", {"version": _VERSION, "projectname": clean(told.title)})
    add(root, "homePath", path="")
    add(root, "title", told.title)
    _crs(add(root, "projectCrs"), frame)
    sources = {name: f"./{package}|layername={name}" for name in settings.names() if name in tables}
    _layer_tree(root, sources)
    _relations(root, sources)
    _canvas(root, frame)
    layers = add(root, "projectlayers")
    order = add(root, "layerorder")
    for name, source in sources.items():
        _layer(layers, name, source)
        add(order, "layer", id=settings.key(name))
    _properties(root, told)
    _themes(root, sources)
    _metadata(root, product, told)
    layout.add_to(root, frame, legend.entries(product.layers), handling=product.cover.handling)
    _view(root, frame)
    return written(root)


def _layer_tree(parent: Element, sources: Mapping[str, str]) -> Element:
    """Add groups and layers, the topmost first."""
    root = add(parent, "layer-tree-group")
    opened: dict[tuple[str, ...], Element] = {(): root}
    for group in settings.groups(sources):
        for depth in range(1, len(group.path) + 1):
            path = group.path[:depth]
            if path not in opened:
                shown = {"expanded": path != ("Base map",), "checked": "Qt::Checked"}
                opened[path] = add(opened[path[:-1]], "layer-tree-group", name=path[-1], **shown)
        for name in group.layers:
            add(
                opened[group.path],
                "layer-tree-layer",
                id=settings.key(name),
                name=settings.title(name),
                providerKey="ogr",
                source=sources[name],
                expanded=name in schema.LAYERS,
                checked="Qt::Checked",
            )
    return root


def _crs(parent: Element, frame: Frame) -> None:
    made = add(parent, "spatialrefsys", nativeFormat="Wkt")
    for tag, text in (
        ("wkt", frame.wkt),
        ("proj4", frame.proj),
        ("srsid", "0"),
        ("srid", "0"),
        ("authid", ""),
        ("description", frame.title),
        ("projectionacronym", ""),
        ("ellipsoidacronym", "EPSG:7030"),
        ("geographicflag", "false"),
    ):
        add(made, tag, text)


def _layer(parent: Element, name: str, source: str) -> None:
    kind = schema.LAYERS[name].geometry[0] if name in schema.LAYERS else base.GEOMETRY.get(name, "")
    shape = _SHAPES[kind.removeprefix("Multi")]
    made = add(parent, "maplayer", type="vector", geometry=shape, readOnly=name.startswith("base_"))
    for tag, text in (
        ("id", settings.key(name)),
        ("datasource", source),
        ("layername", settings.title(name)),
    ):
        add(made, tag, text)
    if shape != _NO_SHAPE:
        reference = add(add(made, "srs"), "spatialrefsys")
        for tag, text in (("srsid", "3452"), ("srid", "4326"), ("authid", schema.CRS)):
            add(reference, tag, text)
    add(made, "provider", "ogr", encoding="UTF-8")
    flags = add(made, "flags")
    for tag in ("Identifiable", "Searchable"):
        add(flags, tag, "0" if name.startswith("base_") else "1")
    _style(made, name)


def _style(layer: Element, name: str) -> None:
    text = _qml(name)
    if not text:
        return
    style = parsed(text)
    for attribute in ("labelsEnabled", "hasScaleBasedVisibilityFlag", "minScale", "maxScale"):
        if attribute in style.attrib:
            layer.set(attribute, style.attrib[attribute])
    layer.extend(style)
    manager = add(layer, "map-layer-style-manager", current=_DEFAULT)
    add(manager, "map-layer-style", name=_DEFAULT)
    variant = settings.table("style")
    if name in variant["layers"]:
        add(manager, "map-layer-style", name=variant["theme"]).append(_doubted(parsed(text)))


def _doubted(style: Element) -> Element:
    """Style in which the claims that a check doubts stand out."""
    variant = settings.table("style")
    for option in style.iter("Option"):
        if option.get("value") == _FADED:
            option.set("value", variant["alpha"])
    for labels in style.iter("text-style"):
        labels.set("fieldName", variant["label"])
    return style


def _qml(name: str) -> str:
    if name in _BASE_STYLE:
        return geo("basemap", f"{_BASE_STYLE[name]}.qml").read_text("utf-8")
    return styles.qml(name) if styles.has(name) else ""


def _relations(root: Element, there: Container[str]) -> None:
    made = add(root, "relations")
    for relation in settings.relations(there):
        one = add(
            made,
            "relation",
            id=f"{relation.referring}_{relation.referenced}",
            name=relation.name,
            referencingLayer=settings.key(relation.referring),
            referencedLayer=settings.key(relation.referenced),
            strength="Association",
        )
        add(one, "fieldRef", referencingField=relation.field, referencedField=relation.field)


def _canvas(root: Element, frame: Frame) -> None:
    canvas = add(root, "mapcanvas", name="theMapCanvas", annotationsVisible=True)
    add(canvas, "units", "meters")
    extent = add(canvas, "extent")
    for tag, value in zip(("xmin", "ymin", "xmax", "ymax"), frame.box, strict=True):
        add(extent, tag, f"{value:g}")
    add(canvas, "rotation", "0")
    _crs(add(canvas, "destinationsrs"), frame)


def _view(root: Element, frame: Frame) -> None:
    _crs(
        add(
            add(root, "ProjectViewSettings", UseProjectScales=False),
            "DefaultViewExtent",
            **_bounds(frame.box),
        ),
        frame,
    )


def _bounds(box: Box) -> dict[str, str]:
    return {tag: f"{value:.0f}" for tag, value in zip(("xmin", "ymin", "xmax", "ymax"), box, strict=True)}


def _properties(root: Element, told: Told) -> None:
    properties = add(root, "properties")
    sea = palette.rgb("sea").split(",")
    groups = {
        "Gui": {
            f"CanvasColor{channel}Part": ("int", value)
            for channel, value in zip(("Red", "Green", "Blue"), sea, strict=True)
        },
        "Measure": {"Ellipsoid": ("QString", "EPSG:7030")},
        "Measurement": {"DistanceUnits": ("QString", "km")},
        # The newer engine leaves out a name rather than lay it over a marker that is more of an obstacle.
        "PAL": {"PlacementEngineVersion": ("int", "1")},
        "Paths": {"Absolute": ("bool", "false")},
        "SpatialRefSys": {"ProjectionsEnabled": ("int", "1")},
    }
    for name, values in groups.items():
        group = add(properties, name)
        for tag, (kind, value) in values.items():
            add(group, tag, value, type=kind)
    variables = add(properties, "Variables")
    listed(variables, "variableNames", told.variables)
    listed(variables, "variableValues", told.variables.values())


def _themes(root: Element, there: Iterable[str]) -> None:
    presets = add(root, "visibility-presets")
    variant = settings.table("style")
    for theme in settings.table("themes"):
        preset = add(presets, "visibility-preset", name=theme)
        for name in there:
            if name in settings.themed(theme):
                style = theme if theme == variant["theme"] and name in variant["layers"] else _DEFAULT
                add(preset, "layer", id=settings.key(name), visible=True, expanded=True, style=style)


def _metadata(root: Element, product: Product, told: Told) -> None:
    made = add(root, "projectMetadata")
    add(made, "title", told.title)
    add(made, "abstract", told.abstract)
    if product.cover.as_of:
        add(made, "creation", f"{product.cover.as_of.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
