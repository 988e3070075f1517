"""What makes a QGIS project: projection, base map, words, layer tree and print layout."""
