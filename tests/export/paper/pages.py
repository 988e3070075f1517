"""Situations on paper, and what can be read off their pages."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pypdf
from PIL import Image

import samples
import scenes
from export import situations
from sitmap import schema
from sitmap.product import Cover, Product

AS_OF = datetime(2024, 11, 1, 12, tzinfo=UTC)
COVER = Cover(as_of=AS_OF, handling="TLP:AMBER")


def product(layers, findings=(), **cover):
    return Product(
        layers=layers, findings=findings, reports=(samples.FOUNDING,), cover=replace(COVER, **cover)
    )


def hostile():
    claims, findings = scenes.hostile()
    return product(
        scenes.layers(claims), findings, title="".join(samples.HOSTILE) + "$\\frac{1}{2}$" + "x" * 999
    )


FOUNDING = product(situations.FOUNDING, situations.FINDINGS)
#: Built when they are asked for: name -> product.
SITUATIONS = {
    "founding": lambda: FOUNDING,
    "chukotka": lambda: product(situations.BERING),
    "fiji": lambda: product(scenes.pacific()),
    "every state": lambda: product(situations.EVERY_STATE, situations.STATES_FINDINGS),
    "every look": lambda: product(scenes.layers(scenes.every_state())),
    "500 claims": lambda: product(scenes.layers(scenes.crowd(500))),
    "hostile": hostile,
    "empty": lambda: product({name: schema.empty(name) for name in schema.LAYERS}),
}


def pixels(png):
    """Picture as an array, shape (height, width, 3)."""
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"))


def share(image, colour, tolerance=6):
    """Share of pixels of a colour "#rrggbb"."""
    wanted = np.array(list(bytes.fromhex(colour[1:])))
    return float((np.abs(image.astype(int) - wanted).max(axis=-1) <= tolerance).mean())


def texts(pdf):
    """Text of each page, on one line each."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
