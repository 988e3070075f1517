"""Placemarks: a feature with its name, balloon, time, style, geometry, and every column as typed data.

They are written as text, not as a tree: ten thousand claims have half a million fields.
"""

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
    "events": schema.EVENT_COLUMNS,
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
    geometry: str,
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
    geometry : str
        As `shapes.written` gives it; "" for what is listed and not drawn.
    visible : bool
        Whether it is drawn before the reader asks for it.

    Returns
    -------
    bytes
        XML, UTF-8, without a namespace, which its document gives it.
    """
    hidden = "" if visible else "<visibility>0</visibility>"
    # Without the empty snippet viewers show the first lines of the description in the list.
    return (
        f'<Placemark><name>{plain.escaped(name)}</name>{hidden}<Snippet maxLines="0"/>'
        f"<description>{plain.escaped(balloon)}</description>{_time(row)}<styleUrl>{style}</styleUrl>"
        f'<ExtendedData><SchemaData schemaUrl="#{fields}">{"".join(_data(row, fields))}</SchemaData>'
        f"</ExtendedData>{geometry}</Placemark>"
    ).encode()


def _time(row: Row) -> str:
    if "date" not in row:
        return ""
    lasted = times.span(row["date"], row["date_end"])
    if lasted:
        return f"<TimeSpan><begin>{lasted[0]}</begin><end>{lasted[1]}</end></TimeSpan>"
    moment = times.instant(row["date"], row["time"], row["tz"])
    return f"<TimeStamp><when>{moment}</when></TimeStamp>" if moment else ""


def _data(row: Row, fields: str) -> Iterator[str]:
    """Give columns that say something: what is not there is null, or for a text empty."""
    for column in _FIELDS[fields]:
        value = row[column.name]
        if value is not None and value != "":
            yield f'<SimpleData name="{column.name}">{_written(value)}</SimpleData>'


def _written(value: object) -> str:
    if isinstance(value, str):
        return plain.escaped(plain.legal(value))
    return str(int(value)) if isinstance(value, bool) else str(value)  # GDAL 3.6 takes "true" for 0
