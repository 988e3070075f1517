"""A situation on paper: PNG and PDF, drawn from the same product with the symbols of the map in the browser.

Only the modules of this package draw with matplotlib, which is slow to import: `formats` imports it late.
"""

import io
from collections.abc import Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages

from sitmap.export import contract
from sitmap.export.paper import fonts, furniture, key, mapping, page, table
from sitmap.export.paper.canvas import Canvas
from sitmap.export.paper.mapping import Drawn, Told
from sitmap.product import Product

#: Pixels an inch of a picture: sharp on a screen and on an office printer.
_DPI = 150
#: Height and columns of the key below a picture of the map.
_KEY, _KEY_COLUMNS = 52.0, 5
#: Text stays text in a PDF: whole fonts as TrueType, not outlines.
_PDF: dict[Any, Any] = {"pdf.fonttype": 42, "pdf.compression": 6}


def png(product: Product) -> bytes:
    """Draw the first page as a picture.

    Parameters
    ----------
    product : Product
        What is drawn. The size of the paper is `product.cover.paper`.

    Returns
    -------
    bytes
        PNG; the same input gives the same bytes.

    Raises
    ------
    ExportError
        If the paper is not known.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    told = mapping.tell(product)
    laid = page.first(told, furniture.paper(product.cover.paper), alone=True)
    furniture.foot(laid.canvas, told, 1, 1)
    return _picture(laid.canvas)


def pdf(product: Product) -> bytes:
    """Draw all pages as vectors, with text as text.

    Parameters
    ----------
    product : Product
        As in `png`.

    Returns
    -------
    bytes
        PDF of one page, or of more when the claims do not fit on it; the same input gives the same bytes.

    Raises
    ------
    ExportError
        If the paper is not known.
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    told = mapping.tell(product)
    paper = furniture.paper(product.cover.paper)
    laid = page.first(told, paper, alone=False)
    canvases = [laid.canvas] if laid.whole else [laid.canvas, *table.pages(told, paper)]
    for number, canvas in enumerate(canvases, start=1):
        furniture.foot(canvas, told, number, len(canvases))
    return _document(canvases, furniture.metadata(told))


def picture(told: Told, width: float, height: float) -> tuple[bytes, Drawn]:
    """Draw the map with its key below it, for a file that has text of its own.

    Parameters
    ----------
    told : Told
        The situation.
    width, height : float
        In points.

    Returns
    -------
    tuple
        PNG, and what stands on the map.
    """
    canvas = Canvas(width, height)
    # The key is known once the map is drawn, and the map's size once the key is: two rows are the rule.
    drawn = mapping.draw(canvas, (1, 1, width - 1, height - _KEY), told)
    found = key.entries(drawn)
    key.draw(canvas, found, 0, height - _KEY + 4, width=width, columns=_KEY_COLUMNS)
    return _picture(canvas), drawn


def _picture(canvas: Canvas) -> bytes:
    written = io.BytesIO()
    with mpl.rc_context(fonts.UNHINTED):
        canvas.figure.savefig(written, format="png", dpi=_DPI, metadata={"Software": "sitmap"})
    return written.getvalue()


def _document(canvases: Sequence[Canvas], metadata: dict[str, Any]) -> bytes:
    written = io.BytesIO()
    with mpl.rc_context(_PDF), PdfPages(written, metadata=metadata) as document:
        for canvas in canvases:
            document.savefig(canvas.figure)
    return written.getvalue()
