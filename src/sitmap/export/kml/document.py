"""One KML document: a folder a kind and layer, a placemark a feature, every column as typed data."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import geopandas as gpd
from lxml import etree
from shapely.geometry.base import BaseGeometry

from sitmap import content, schema, words
from sitmap.export import claims_table, events_table
from sitmap.export.kml import placemarks, plain, shapes
from sitmap.export.kml.looks import Look, Sheet
from sitmap.handling import mark
from sitmap.product import Product

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_END = b"</Document></kml>"

#: Layers beside the markers of a kind, in the order of their folders; kinds as the map stacks them.
_BESIDE: Mapping[str, Sequence[str]] = {
    "launch": ("launch_areas", "origin_areas", "tracks"),
    "impact": ("impact_areas",),
    "deployment": ("deployment_areas",),
    "site": ("site_areas",),
}
_SIGNS = {"launch": "▲ ", "impact": "⊗ ", "deployment": "■ ", "site": "⬡ "}

Row = Mapping[str, Any]
#: XML in pieces: a tree of ten thousand claims would take ten times the memory of what is written.
Chunks = Sequence[bytes]


def build(product: Product, *, icons: bool) -> tuple[bytes, list[Look]]:
    """Write the document.

    Parameters
    ----------
    product : Product
        All of it but the reviews.
    icons : bool
        Whether styles name pictures of the symbols, which must then lie beside it.

    Returns
    -------
    tuple of (bytes, list of Look)
        UTF-8, and what the pictures must show, in the order of first use.
    """
    return _Document(product, icons=icons).written()


class _Document:
    """What the folders of one document share: the words of the claims, the styles, the schemas."""

    def __init__(self, product: Product, *, icons: bool) -> None:
        cover, rows = product.cover, content.rows(product.layers)
        self._product = product
        self._told = content.told(
            rows, product.findings, product.reports, title=cover.title, as_of=cover.as_of, sides=cover.sides
        )
        self._sheet = Sheet(icons=icons)
        # Without pictures a sign in front of the name tells the kind, as the shape does elsewhere.
        self._signs = {} if icons else _SIGNS

    def written(self) -> tuple[bytes, list[Look]]:
        root = etree.Element("kml", nsmap={None: _NAMESPACE})
        document = etree.SubElement(root, "Document")
        etree.SubElement(document, "name").text = plain.name(self._told["title"])
        etree.SubElement(document, "open").text = "1"
        etree.SubElement(document, "description").text = self._front()
        folders = (*map(self._kind, _BESIDE), self._zones(), self._unplaced(), self._events())
        document.extend(self._sheet.elements())
        document.extend(placemarks.schemas())
        head = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        written = b"".join(itertools.chain([head.removesuffix(_END)], *folders, [_END]))
        return written, list(self._sheet.looks)

    def _front(self) -> str:
        cover, told = self._product.cover, self._told
        as_of = words.say("document.as_of", time=told["as_of"]) if told["as_of"] else ""
        handling = f"{cover.handling}: for {mark(cover.handling).audience}" if cover.handling else ""
        return plain.joined((handling, told["period"], as_of, _caution(), *self._product.notes))

    def _kind(self, kind: str) -> Chunks:
        marked = schema.MARKER_LAYER[kind]
        folders = [_folder(schema.LAYERS[marked].title, self._markers(kind))]
        for name in _BESIDE[kind]:
            folders.append(_folder(schema.LAYERS[name].title, self._beside(kind, name)))
            folders.append(
                _folder(words.say("kml.edges", layer=schema.LAYERS[name].title), self._edges(kind, name))
            )
        return _folder(
            words.say("kml.claims", kind=words.table("kind")[kind]), itertools.chain(*folders), is_open=True
        )

    def _markers(self, kind: str) -> Iterator[bytes]:
        for row, point in _features(self._product.layers[schema.MARKER_LAYER[kind]]):
            if point is not None:
                style = self._sheet.marker(self._told["claims"][row["claim_id"]])
                yield self._claim(row, style, shapes.written(point), sign=self._signs.get(kind, ""))

    def _beside(self, kind: str, layer: str) -> Iterator[bytes]:
        for row, shape in _features(self._product.layers[layer]):
            if shape is not None:
                style = (
                    self._sheet.track(row)
                    if layer == "tracks"
                    else self._sheet.area(kind, row, outlined=not shapes.is_cut(shape))
                )
                yield self._claim(row, style, shapes.written(shape))

    def _edges(self, kind: str, layer: str) -> Iterator[bytes]:
        """Outlines of areas that were cut: lines of their own, because the cut must have none."""
        for row, shape in _features(self._product.layers[layer]):
            if shape is not None and shapes.is_cut(shape):
                style = self._sheet.edge(kind, row)
                yield self._claim(row, style, shapes.written(shapes.edge(shape)))

    def _claim(self, row: Row, style: str, geometry: str, *, sign: str = "") -> bytes:
        told = self._told["claims"].get(row["claim_id"])
        balloon = plain.balloon(told, self._told["findings"]) if told else ""
        return placemarks.placemark(
            row,
            name=f"{sign}{plain.name(row['summary'])}",
            balloon=balloon,
            style=style,
            fields="origin_areas" if "fitting_sites" in row else "claims",
            geometry=geometry,
        )

    def _zones(self) -> Chunks:
        return _folder(words.say("kml.zones"), itertools.chain(self._lines(), self._surfaces()))

    def _lines(self) -> Chunks:
        layer = schema.LAYERS["zone_boundaries"]
        found = (
            _zone(
                row,
                name=row["label"],
                style=self._sheet.boundary(row),
                layer=layer.name,
                geometry=shapes.written(line),
            )
            for row, line in _features(self._product.layers[layer.name])
            if line is not None
        )
        return _folder(layer.title, found)

    def _surfaces(self) -> Chunks:
        """Zones for who wants to ask them for their names; their edges are boundaries and are drawn there."""
        layer = schema.LAYERS["zones"]
        found = (
            _zone(
                row,
                name=row["name"],
                style=self._sheet.zone(),
                layer=layer.name,
                geometry=shapes.written(area),
                visible=False,
            )
            for row, area in _features(self._product.layers[layer.name])
            if area is not None
        )
        return _folder(layer.title, found, visible=False)

    def _unplaced(self) -> Chunks:
        style = self._sheet.listed()
        folders = (
            _folder(
                words.say("kml.without_place", layer=schema.LAYERS[name].title),
                (
                    self._claim(row, style, "")
                    for row, point in _features(self._product.layers[name])
                    if point is None
                ),
            )
            for name in (schema.MARKER_LAYER[kind] for kind in _BESIDE)
        )
        return _folder(words.say("document.unplaced"), itertools.chain(*folders))

    def _events(self) -> Chunks:
        """List each telling of each thing told, as the table of events in other formats has them."""
        style = self._sheet.listed()
        return _folder(
            words.say("document.told"),
            (_telling(row, style) for row in events_table.rows(self._product.events)),
        )


def _features(frame: gpd.GeoDataFrame) -> Iterator[tuple[dict[str, Any], BaseGeometry | None]]:
    """Rows of a layer, None for null, each with its geometry."""
    names = [name for name in frame.columns if name != frame.geometry.name]
    rows = zip(*(claims_table.plain(frame[name]) for name in names), strict=True)
    for row, shape in zip(rows, frame.geometry, strict=True):
        yield dict(zip(names, row, strict=True)), shape


def _folder(name: str, features: Iterable[bytes], *, visible: bool = True, is_open: bool = False) -> Chunks:
    """Folder of what there is, nothing for nothing."""
    found = list(features)
    if not found:
        return []
    hidden, opened = "" if visible else "<visibility>0</visibility>", "<open>1</open>" if is_open else ""
    return [f"<Folder><name>{plain.escaped(name)}</name>{hidden}{opened}".encode(), *found, b"</Folder>"]


def _zone(row: Row, *, name: str, style: str, layer: str, geometry: str, visible: bool = True) -> bytes:
    return placemarks.placemark(
        row,
        name=plain.name(name),
        balloon=plain.joined((name, row["note"], _caution())),
        style=style,
        fields=layer,
        geometry=geometry,
        visible=visible,
    )


def _telling(row: Row, style: str) -> bytes:
    unsaid = words.table("unsaid")["text"]
    agreed = words.table("agreement").get(row["verdict"], "")
    said = f"{row['what']}, {row['teller']}: {row['value'] or unsaid}"
    return placemarks.placemark(
        row,
        name=plain.name(said),
        balloon=plain.joined(
            (row["event"], said, words.say("kml.tellings", agreed=agreed) if agreed else "", row["published"])
        ),
        style=style,
        fields="events",
        geometry="",
    )


def _caution() -> str:
    return str(words.table("caution")["boundaries"])
