"""Texts that try to run, break out or crash in a file, and every field of a claim that carries text."""

import samples
from sitmap import schema

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
    "{{ 7*7 }}",
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
