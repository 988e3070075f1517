"""Layers and findings to files: one module a format, one registry, nothing ever half written."""

from sitmap.export.files import checksum, write_signed, write_text
from sitmap.export.formats import FORMATS, save, to_bytes

__all__ = ["FORMATS", "checksum", "save", "to_bytes", "write_signed", "write_text"]
