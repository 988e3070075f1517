"""Claims and findings to the map's layers: one GeoDataFrame for each of `schema.LAYERS`."""

from sitmap.layers.areas import SIMPLIFY_SHARE
from sitmap.layers.assemble import build

__all__ = ["SIMPLIFY_SHARE", "build"]
