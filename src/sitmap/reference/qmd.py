"""Metadata of a layer as QGIS reads it (.qmd): title, abstract, licence, attribution, extent, sources."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

_HEAD = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


def text(name: str, layer: Mapping[str, Any], history: Sequence[str]) -> str:
    """Metadata of one layer.

    Parameters
    ----------
    name : str
        The layer's name in the registry.
    layer : mapping
        Its entry there.
    history : sequence of str
        What it was made from.

    Returns
    -------
    str
        XML that QGIS 3.22 and newer read.
    """
    root = ET.Element("qgis", version="3.22.0")
    fields = "\n".join(f"{key}: {field['meaning']}" for key, field in layer["fields"].items())
    abstract = f"{layer['description']}\n\nScale: {layer['scale']}. Accuracy: {layer['accuracy']}."
    values = {
        "identifier": f"sitmap:{name}",
        "language": "ENG",
        "type": "dataset",
        "title": layer["title"],
        "abstract": f"{abstract}\n\nFields\n{fields}",
    }
    for tag, value in values.items():
        ET.SubElement(root, tag).text = value
    for source in history:
        ET.SubElement(root, "history").text = source
    ET.SubElement(root, "rights").text = layer["attribution"]
    ET.SubElement(root, "license").text = layer["licence"]
    reference = ET.SubElement(ET.SubElement(root, "crs"), "spatialrefsys")
    ET.SubElement(reference, "authid").text = layer["crs"]
    west, south, east, north = (str(edge) for edge in layer["bounds"])
    corners = {"minx": west, "miny": south, "maxx": east, "maxy": north}
    ET.SubElement(
        ET.SubElement(root, "extent"), "spatial", {"crs": layer["crs"], "dimensions": "2"} | corners
    )
    ET.indent(root, " ")
    return _HEAD + ET.tostring(root, encoding="unicode") + "\n"
