"""KML 2.2 and KMZ: the whole situation for Google Earth and every other globe, without a network."""

from sitmap.export import archive, contract
from sitmap.export.kml import document
from sitmap.product import Product


def to_kml(product: Product) -> bytes:
    """Give a situation as one KML document: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        All but its reviews.

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


def to_kmz(product: Product) -> bytes:
    """Give a situation as a KML document with pictures of its symbols: the same input gives the same bytes.

    Parameters
    ----------
    product : Product
        As in `to_kml`.

    Returns
    -------
    bytes
        KMZ: a ZIP archive of `doc.kml` and a PNG for each look of a symbol, which the document names by
        a relative address; the symbols' names stand on the map when they are pointed at.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    from sitmap.export.kml import icons  # noqa: PLC0415 - matplotlib takes a second that a KML need not wait

    contract.check(product.layers)
    written, looks = document.build(product, icons=True)
    return archive.packed({"doc.kml": written} | {look.icon: icons.picture(look) for look in looks})
