"""Layers and findings to files: one module a format, one registry, nothing ever half written."""

from sitmap.export.files import write_text
from sitmap.export.formats import save
from sitmap.export.geojson import archive as geojson_zip
from sitmap.export.gpkg import to_bytes as geopackage

__all__ = ["geojson_zip", "geopackage", "save", "write_text"]
