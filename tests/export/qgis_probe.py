"""Runs inside QGIS: open layers as a user does, say what QGIS makes of them, draw them to a picture.

The request on standard input and the answer on standard output are JSON:

    {"layers": {name: uri}, "pictures": [{"png", "crs", "extent", "size", "base"}]}
    {"layers": {name: {...}}, "pictures": [{"colours": {"#rrggbb": pixels}, "middle", "errors"}]}

`middle` holds the colours, other than the sea's, of the middle three fifths of the picture.
"""

import collections
import json
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SEA, LAND, BORDER = "#e3ecf2", "#f2efe9", "#b8b2a7"


def described(layer):
    renderer = layer.renderer()
    geometry = QgsWkbTypes.displayString(layer.wkbType())
    answer = {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "count": layer.featureCount(),
        "nulls": sum(not feature.hasGeometry() for feature in layer.getFeatures()),
        "geometry": geometry,
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "renderer": renderer.type() if renderer else None,
        "labels": layer.labelsEnabled(),
    }
    if renderer and renderer.type() == "RuleRenderer":
        rules = renderer.rootRule().children()
        answer["rules"] = [rule.label() for rule in rules]
        answer["faults"] = [
            error for rule in rules if rule.filter() and (error := rule.filter().parserErrorString())
        ]
        answer["colours"] = sorted(
            {symbol_layer.color().name() for rule in rules for symbol_layer in rule.symbol().symbolLayers()}
        )
    return answer


def draw(layers, picture):
    crs = QgsCoordinateReferenceSystem(picture["crs"])
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setBackgroundColor(QColor(SEA))
    settings.setOutputSize(QSize(*picture["size"]))
    settings.setOutputDpi(144)
    base = [land(picture["base"])] if picture.get("base") else []
    settings.setLayers([*reversed(layers), *base])
    around = QgsRectangle(*picture["extent"])
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    settings.setExtent(to_map.transformBoundingBox(around))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(picture["png"])
    pixels = collections.Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )
    fifth = image.width() // 5
    middle = {
        image.pixelColor(x, y).name()
        for x in range(fifth, image.width() - fifth)
        for y in range(image.height())
    }
    return {
        "colours": dict(pixels),
        "middle": sorted(middle - {SEA}),
        "errors": [error.message for error in job.errors()],
    }


def land(path):
    layer = QgsVectorLayer(path, "land")
    layer.setRenderer(
        QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": LAND, "outline_color": BORDER}))
    )
    return layer


def main():
    application = QgsApplication([], GUIenabled=False)
    application.initQgis()
    request = json.load(sys.stdin)
    opened = {name: QgsVectorLayer(uri, name, "ogr") for name, uri in request["layers"].items()}
    spatial = [layer for layer in opened.values() if layer.isValid() and layer.isSpatial()]
    answer = {
        "layers": {name: described(layer) for name, layer in opened.items()},
        "pictures": [draw(spatial, picture) for picture in request.get("pictures", ())],
    }
    json.dump(answer, sys.stdout)
    sys.stdout.flush()


main()
