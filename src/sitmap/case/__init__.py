"""The case file: reports and reviews kept; everything else is derived from them.

A case is one GeoPackage. `Case` keeps reports and a history of what readers did; `accept`, `reject`,
`correct`, `add`, `credibility`, `reliability`, `alias` and `undo` are what they can do; `apply` says
what that makes of the claims. QGIS opens the same file.
"""

from sitmap.case.acts import (
    CREDIBILITY,
    RELIABILITY,
    Act,
    Entry,
    Spot,
    Target,
    accept,
    add,
    alias,
    correct,
    credibility,
    reject,
    reliability,
    spot,
    undo,
)
from sitmap.case.fields import EDITABLE
from sitmap.case.history import Standing, effective, fold, source
from sitmap.case.merge import Merged
from sitmap.case.review import Orphan, Reviewed, apply
from sitmap.case.rows import Added, Duplicate
from sitmap.case.store import Case, Recorded, Revision, Snapshot

__all__ = [
    "CREDIBILITY",
    "EDITABLE",
    "RELIABILITY",
    "Act",
    "Added",
    "Case",
    "Duplicate",
    "Entry",
    "Merged",
    "Orphan",
    "Recorded",
    "Reviewed",
    "Revision",
    "Snapshot",
    "Spot",
    "Standing",
    "Target",
    "accept",
    "add",
    "alias",
    "apply",
    "correct",
    "credibility",
    "effective",
    "fold",
    "reject",
    "reliability",
    "source",
    "spot",
    "undo",
]
