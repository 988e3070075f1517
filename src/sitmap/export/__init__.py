"""Layers and findings to files: one module a format, one registry, nothing ever half written."""

from sitmap.export.files import write_text
from sitmap.export.formats import FORMATS, save, to_bytes

__all__ = ["FORMATS", "save", "to_bytes", "write_text"]
