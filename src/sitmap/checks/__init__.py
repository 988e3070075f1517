"""Hold every claim to account: claims in, findings out.

Each check is one module with its method, source, tolerance and limits in its docstring;
`registry.CHECKS` lists them. A finding is never a bare yes or no: it carries the numbers, the
tolerance of the words, and a sentence. Before it, `unify` gives claims of one event one id across reports;
beside it, `compare` lays the tellings of such an event side by side, `originals` tells copies of one text and
`origins` draws possible launch points.
"""

from sitmap.checks.case import ZoneLookup
from sitmap.checks.compare import compare
from sitmap.checks.copies import originals
from sitmap.checks.grouping import unify
from sitmap.checks.naming import Naming
from sitmap.checks.registry import CHECKS, Check, origins, run

__all__ = ["CHECKS", "Check", "Naming", "ZoneLookup", "compare", "originals", "origins", "run", "unify"]
