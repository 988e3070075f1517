"""Pictures of symbols beside a KML document: those of the printed map, on nothing."""

import io

from sitmap.export.kml.looks import Look
from sitmap.export.paper import symbols
from sitmap.export.paper.canvas import Canvas

#: Side, in pixels of the map's own drawing: a symbol with the marks around it.
_SIDE = 48
#: Twice as many in the picture, for screens with small pixels.
_DPI = 2 * 72
#: Symbols after APP-6 are larger, and have marks around them too.
_STANDARD = 0.75


def picture(look: Look) -> bytes:
    """Draw a symbol.

    Parameters
    ----------
    look : Look
        What it shows; a deployment is drawn in the size of an unknown count, which its style scales.

    Returns
    -------
    bytes
        PNG with a clear ground, its centre where the claim is.
    """
    canvas = Canvas(_SIDE, _SIDE)
    claim = {
        "kind": look.kind,
        "asset": look.asset,
        "status": look.status,
        "stance": look.stance,
        "verdict": look.verdict,
        "size": 0,
        "background": False,
        "sidc": look.sidc,
    }
    fitting = _STANDARD if look.sidc else 1.0
    symbols.draw(canvas, claim, _SIDE / 2, _SIDE / 2, scale=fitting / symbols.SCALE)
    written = io.BytesIO()
    canvas.figure.savefig(written, format="png", dpi=_DPI, transparent=True, metadata={"Software": "sitmap"})
    return written.getvalue()
