"""KML 2.2 and KMZ: the whole situation for Google Earth and every other globe, without a network."""

from sitmap.export import contract
from sitmap.export.kml import document
from sitmap.product import Product


def to_kml(product: Product) -> bytes:
    """Give a situation as one KML document: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        All but its events.

    Returns
    -------
    bytes
        KML 2.2, UTF-8. It names no file beside it and no address that a viewer would fetch.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    written, _ = document.build(product, icons=False)
    return written
