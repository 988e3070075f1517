"""The case file: reports and reviews kept; everything else is derived from them.

A case is one GeoPackage. `Case` keeps reports and a history of what readers did; `accept`, `reject`,
`correct`, `add`, `credibility`, `reliability`, `alias` and `undo` are what they can do; `apply` says
what that makes of the claims, `queue` which of them to look at next. QGIS opens the same file.
"""

from sitmap.case.acts import CREDIBILITY, RELIABILITY, Act, Entry, Spot, Target
from sitmap.case.added import id_of_added
from sitmap.case.fields import EDITABLE
from sitmap.case.history import Standing, effective, fold, source, undone
from sitmap.case.lines import row
from sitmap.case.merge import Merged
from sitmap.case.queue import doubt, queue
from sitmap.case.review import Orphan, Reviewed, apply
from sitmap.case.rows import Added, Duplicate, Update
from sitmap.case.snapshot import Recorded, Revision, Snapshot
from sitmap.case.store import Case
from sitmap.case.verbs import (
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
    "Update",
    "accept",
    "add",
    "alias",
    "apply",
    "correct",
    "credibility",
    "doubt",
    "effective",
    "fold",
    "id_of_added",
    "queue",
    "reject",
    "reliability",
    "row",
    "source",
    "spot",
    "undo",
    "undone",
]
