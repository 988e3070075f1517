"""CSV: the claims as one table for a spreadsheet, with the numbers of a point instead of a geometry."""

from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from sitmap import schema
from sitmap.export import cells, claims_table, contract
from sitmap.product import Product

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The point stands behind the place that it stands for.
_BEFORE_POINT = "country"
#: About a centimetre, as in our GeoJSON.
_DECIMALS = 7


def to_bytes(product: Product) -> bytes:
    """All claims as CSV: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        Its layers are written; the columns `finding` and `findings` carry what the checks say of each claim.

    Returns
    -------
    bytes
        UTF-8 as `cells.table` makes it. `schema.CLAIM_COLUMNS` with `lat` and `lon` in degrees behind
        the place; an empty cell is a text of "" or a number that is null, by the column's type.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    claims = claims_table.claims(product.layers)
    points = claims.geometry.to_numpy()
    columns: dict[str, Sequence[Any]] = {}
    for column in schema.CLAIM_COLUMNS:
        columns[column.name] = claims_table.plain(claims[column.name])
        if column.name == _BEFORE_POINT:
            columns["lat"] = claims_table.plain(
                pd.Series(shapely.get_y(points).round(_DECIMALS), dtype=schema.REAL)
            )
            columns["lon"] = claims_table.plain(
                pd.Series(shapely.get_x(points).round(_DECIMALS), dtype=schema.REAL)
            )
    return cells.table(list(columns), zip(*columns.values(), strict=True)).encode()
