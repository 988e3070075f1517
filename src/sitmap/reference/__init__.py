"""Builds `geo/` and `data/` from the packages that carry the raw data: `python -m sitmap.reference`.

A build from the same inputs is byte-identical. Nothing at run time imports this package.
"""
