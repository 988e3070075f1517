"""Texts that try to run, break out or crash in a file, and every field of a claim that carries text."""

from dataclasses import replace

import shapely

import samples
from sitmap import geodesy, layers, schema
from sitmap.model import Location, OriginArea, Place, Report
from sitmap.product import Cover, Product

#: Filled from other fields or held to a vocabulary; all others are in the words of a report or a reader.
_NOT_FREE = {
    "claim_id", "kind", "place_id", "place_name", "place_type", "country", "area_type", "geocode_note",
    "alternatives", "finding", "findings", "stance", "status", "certainty", "relation", "review",
}  # fmt: skip
FIELDS = tuple(c.name for c in schema.CLAIM_COLUMNS if c.dtype == schema.TEXT and c.name not in _NOT_FREE)

PAYLOADS = (
    *samples.HOSTILE,
    # formulas
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+1;=1",
    '";=HYPERLINK("http://x.example","a")',
    "\uff1dSUM(1)",
    "\t=1+1",
    "\r\n=1+1",
    # markup
    "<svg/onload=window.pwned=1>",
    "<a href='javascript:window.pwned=1'>x</a>",
    "<iframe srcdoc='<script>window.pwned=1</script>'></iframe>",
    "<style>*{background:url(http://x.example)}</style>",
    "</description><script>window.pwned=1</script>",
    "]]><script>window.pwned=1</script>",
    "<![CDATA[<script>window.pwned=1</script>]]>",
    "&#60;script&#62;window.pwned=1&#60;/script&#62;",
    "&lt;img src=x onerror=window.pwned=1&gt;",
    "'\"><img src=x onerror=window.pwned=1>",
    # XML
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "&b;",
    "<?php echo 1 ?>",
    "-->",
    "\x01\x08\x0b\x1f\x7f\x85",
    "\ufffe\uffff",
    "\ud800",
    "a\r\nb\rc\n\n d\t",
    # templates and expressions
    "$[name]",
    "$[description]",
    "~colour ~{title}",
    "[% @project_path %]",
    "[% env('HOME') %]",
    "%s %(x)s {0} {x}",
    # names and paths
    "../../etc/passwd",
    "C:\\Windows\\x",
    "x|layername=y",
    "'; DROP TABLE launches; --",
    "\u202ereversed\u202c",
    "\U0001f680" * 40,
    "long " * 2000,
    " ",
)


def product(payloads=PAYLOADS) -> Product:
    """Put each text into all of a claim, its place, a finding, a report, a zone, a note and the cover."""
    claims = [claim for number, text in enumerate(payloads) for claim in _claims(number, text)]
    findings = [
        replace(
            samples.ZONE_FINDING,
            finding_id=f"f-{number}",
            claim_ids=(f"attack-{number}-launch",),
            **dict.fromkeys(("stated", "computed", "unit", "explanation", "method"), text),
        )
        for number, text in enumerate(payloads)
    ]
    made = layers.build(
        claims,
        findings,
        zones=_frame("zones", "zone_id", payloads),
        boundaries=_frame("zone_boundaries", "boundary_id", payloads),
        origins=[OriginArea(f"attack-{n}-launch", _AREA, text) for n, text in enumerate(payloads)],
    )
    told = [
        Report(report_id=f"r-{n}", **dict.fromkeys(("text", "title", "publisher", "url", "tz", "lang"), text))
        for n, text in enumerate(payloads)
    ]
    cover = Cover(title=" ".join(payloads), handling="TLP:CLEAR")
    return Product(layers=made, findings=findings, reports=told, notes=payloads, cover=cover)


_AREA = geodesy.circle(50, 30, radius_km=40)


def _claims(number, text):
    """Launch, impact and force at a place of that name, and a site without one."""
    words = dict.fromkeys(FIELDS, text)
    for kind, lon in {"launch": 30, "impact": 31, "deployment": 32}.items():
        place = Place(place_id=text, name=text, type=text, country=text, lat=50, lon=lon)
        where = Location(place=place, lat=50, lon=lon, area=_AREA, uncertainty_km=40, alternatives=(place,))
        yield _claim(number, kind, words, where)
    yield _claim(number, "site", words, Location(note=text))


def _claim(number, kind, words, where):
    own = {"claim_id": f"attack-{number}-{kind}", "event_id": f"e-{number}", "kind": kind}
    return replace(samples.TROOPS_KURSK, **words | own, location=where)


def _frame(layer, key, payloads):
    columns = schema.LAYERS[layer].columns
    values = {schema.TEXT: "", schema.INTEGER: None, schema.REAL: None, schema.BOOLEAN: False}
    rows = [
        {c.name: schema.text(text) if c.dtype == schema.TEXT else values[c.dtype] for c in columns}
        | {key: f"{layer}-{number}"}
        for number, text in enumerate(payloads)
    ]
    shape = _AREA if layer == "zones" else shapely.LineString(_AREA.exterior)
    return schema.frame(layer, rows, [shape] * len(rows))
