"""Hold every claim to account: claims in, findings out.

Each check is one module with its method, source, tolerance and limits in its docstring;
`registry.CHECKS` lists them. A finding is never a bare yes or no: it carries the numbers, the
tolerance of the words, and a sentence.
"""

from sitmap.checks.case import ZoneLookup
from sitmap.checks.registry import CHECKS, Check, run

__all__ = ["CHECKS", "Check", "ZoneLookup", "run"]
