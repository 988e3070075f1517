"""Claims and findings to the map's layers: one GeoDataFrame for each of `schema.LAYERS`."""

from sitmap.layers.assemble import SIMPLIFY_SHARE, build

__all__ = ["SIMPLIFY_SHARE", "build"]
