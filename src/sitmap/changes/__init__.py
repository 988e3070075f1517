"""Two saved situations -> what is new since the first, what changed, and what was withdrawn and why.

`read` opens a GeoPackage or a folder of GeoJSON that sitmap wrote, `uploaded` a GeoPackage from a stranger,
`saved` takes a product. `compare` is a pure function of two, `html` the page and `record` the JSON of what it
found.
"""

from sitmap.changes.compare import Change, Changes, Field, Withdrawn, compare
from sitmap.changes.page import html
from sitmap.changes.record import record
from sitmap.changes.saved import Saved, is_case, read, saved
from sitmap.changes.upload import uploaded

__all__ = [
    "Change",
    "Changes",
    "Field",
    "Saved",
    "Withdrawn",
    "compare",
    "html",
    "is_case",
    "read",
    "record",
    "saved",
    "uploaded",
]
