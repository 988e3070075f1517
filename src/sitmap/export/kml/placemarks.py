"""Placemarks: a feature with its name, balloon, time, style, geometry, and every column as typed data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from sitmap import schema
from sitmap.export.kml import plain, times

Row = Mapping[str, Any]

_TYPES = {schema.TEXT: "string", schema.INTEGER: "int", schema.REAL: "double", schema.BOOLEAN: "bool"}
#: By the name of their schema in the document; what tells of claims has one for all of them.
_FIELDS: Mapping[str, Sequence[schema.Column]] = {
    "claims": schema.CLAIM_COLUMNS,
    "origin_areas": schema.ORIGIN_COLUMNS,
    "zones": schema.ZONE_COLUMNS,
    "zone_boundaries": schema.BOUNDARY_COLUMNS,
}


def schemas() -> Iterator[etree._Element]:
    """Schemas of the data of all placemarks."""
    for name, columns in _FIELDS.items():
        made = etree.Element("Schema", name=name, id=name)
        for column in columns:
            etree.SubElement(made, "SimpleField", type=_TYPES[column.dtype], name=column.name)
        yield made


def placemark(
    row: Row,
    *,
    name: str,
    balloon: str,
    style: str,
    fields: str,
    geometry: etree._Element | None,
    visible: bool = True,
) -> bytes:
    """Write a placemark.

    Parameters
    ----------
    row : mapping
        Columns of the feature's layer, None for null.
    name, balloon : str
        Inert text: what stands on the map and what opens.
    style : str
        Address of its style.
    fields : str
        Name of the schema that `row` follows.
    geometry : etree._Element or None
        None for what is listed and not drawn.
    visible : bool
        Whether it is drawn before the reader asks for it.

    Returns
    -------
    bytes
        XML, UTF-8, without a namespace, which its document gives it.
    """
    made = etree.Element("Placemark")
    etree.SubElement(made, "name").text = name
    if not visible:
        etree.SubElement(made, "visibility").text = "0"
    # Else viewers show the first lines of the description in the list.
    etree.SubElement(made, "Snippet", maxLines="0")
    etree.SubElement(made, "description").text = balloon
    made.extend(_time(row))
    etree.SubElement(made, "styleUrl").text = style
    made.append(_data(row, fields))
    if geometry is not None:
        made.append(geometry)
    written: bytes = etree.tostring(made, encoding="UTF-8", xml_declaration=False)
    return written


def _time(row: Row) -> Iterator[etree._Element]:
    if "date" not in row:
        return
    lasted = times.span(row["date"], row["date_end"])
    moment = times.instant(row["date"], row["time"], row["tz"])
    if lasted:
        made = etree.Element("TimeSpan")
        for tag, day in zip(("begin", "end"), lasted, strict=True):
            etree.SubElement(made, tag).text = day
        yield made
    elif moment:
        made = etree.Element("TimeStamp")
        etree.SubElement(made, "when").text = moment
        yield made


def _data(row: Row, fields: str) -> etree._Element:
    """Give columns that say something: what is not there is null, or for a text empty."""
    made = etree.Element("ExtendedData")
    data = etree.SubElement(made, "SchemaData", schemaUrl=f"#{fields}")
    for column in _FIELDS[fields]:
        value = row[column.name]
        if value is not None and value != "":
            etree.SubElement(data, "SimpleData", name=column.name).text = _written(value)
    return made


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))  # GDAL 3.6 takes "true" for 0
    return plain.legal(value) if isinstance(value, str) else str(value)
