"""What every format relies on."""

from collections.abc import Mapping

import geopandas as gpd

from sitmap import schema
from sitmap.errors import SchemaError


def check(layers: Mapping[str, gpd.GeoDataFrame]) -> None:
    """See that every layer is there and keeps the contract, so that no format meets a surprise.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    for name in schema.LAYERS:
        if name not in layers:
            raise SchemaError(name, ["the layer is missing; build all of them with layers.build"])
        schema.validate(name, layers[name])
