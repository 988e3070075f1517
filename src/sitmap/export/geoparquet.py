"""GeoParquet 1.1: the claims as one table that data frames, databases and GDAL read, with types and nulls.

A Parquet file is one table. The other layers are in the GeoPackage.
"""

import io

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sitmap import schema
from sitmap.export import claims_table, contract, cover
from sitmap.product import Product

_VERSION = "1.1.0"
_COMPRESSION = "zstd"  # as the specification's good practice has it
_BOUNDS = "bbox"
_COVER = "situation"  # key of the file's metadata
_MEANINGS = {column.name: column.meaning for column in schema.CLAIM_COLUMNS}


def to_bytes(product: Product) -> bytes:
    """All claims as GeoParquet: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        Its layers are written; the columns `finding` and `findings` carry what the checks say of each claim.

    Returns
    -------
    bytes
        `schema.CLAIM_COLUMNS`, each with its meaning as the field's `description`; `geometry`, a Point as
        WKB or null, (lon, lat), EPSG:4326; and `bbox`, its bounds, by which readers skip rows. The
        file's metadata have `situation`: title, time and handling mark as `cover.as_json` gives them.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    drafted = io.BytesIO()
    claims_table.claims(product.layers).to_parquet(
        drafted,
        index=False,
        compression=None,
        geometry_encoding="WKB",
        schema_version=_VERSION,
        write_covering_bbox=True,
    )
    written = io.BytesIO()
    table = _mended(pq.read_table(drafted))
    told = {_COVER: cover.as_json(product)}
    pq.write_table(
        table.replace_schema_metadata(table.schema.metadata | told), written, compression=_COMPRESSION
    )
    return written.getvalue()


def _mended(table: pa.Table) -> pa.Table:
    """Put what geopandas leaves out: no bounds where there is no geometry, and what each column means."""
    at = table.schema.get_field_index(_BOUNDS)
    bounds = pc.if_else(pc.is_valid(table["geometry"]), table[_BOUNDS], None)
    fields = [_described(field) for field in table.schema]
    columns = [*table.columns[:at], bounds, *table.columns[at + 1 :]]
    return pa.table(columns, schema=pa.schema(fields, metadata=table.schema.metadata))


def _described(field: pa.Field) -> pa.Field:
    meaning = _MEANINGS.get(field.name)
    return field.with_metadata({"description": meaning}) if meaning else field
