"""Product -> a product that may go as far as its handling mark: what the mark does not let out is removed.

`rules(mark)` gives what `data/handling/release.csv` says of a mark, `apply` follows it. Every file is then
written from the released product, so that no format can let out more than another.
"""

from sitmap.release.apply import Released, Removal, apply
from sitmap.release.rules import Rules, rules

__all__ = ["Released", "Removal", "Rules", "apply", "rules"]
