"""Runs inside QGIS: open layers of geo/ as a user does, say how they are drawn and named, draw pictures.

The request on standard input and the answer on standard output are JSON:

    {"layers": {name: path}, "pictures": [{"png", "crs", "extent", "size", "layers"}]}
    {"layers": {name: {...}}, "pictures": [{"colours": {"#rrggbb": pixels}, "streaks", "errors"}]}

`layers` of a picture lists names, topmost first. `streaks` is the longest run of pixels along one row, of any
colour but the ground's, as a share of the picture's width.
"""

import array
import collections
import json
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

SEA = "#e3ecf2"
GROUND = int(SEA[1:], 16)


def described(layer):
    renderer, labeling = layer.renderer(), layer.labeling()
    rules = renderer.rootRule().children() if renderer.type() == "RuleRenderer" else []
    named = labeling.rootRule().children() if labeling and labeling.type() == "rule-based" else []
    texts = [rule.settings().fieldName for rule in named]
    anchors = [rule.settings().geometryGenerator for rule in named]
    filters = [rule.filterExpression() for rule in [*rules, *named]]
    layer.loadDefaultMetadata()
    metadata = layer.metadata()
    return {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "count": layer.featureCount(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "renderer": renderer.type(),
        "rules": [rule.label() for rule in rules],
        "empty": [rule.label() for rule in rules if not rule.symbol().symbolLayerCount()],
        "undrawn": undrawn(layer, rules),
        "labels": len(named) if layer.labelsEnabled() else 0,
        "fonts": sorted({rule.settings().format().font().family() for rule in named}),
        "faults": faults(layer, [*filters, *texts, *anchors, layer.displayExpression()]),
        "shown": layer.displayExpression(),
        "metadata": {
            "title": metadata.title(),
            "abstract": metadata.abstract(),
            "licences": metadata.licenses(),
            "rights": metadata.rights(),
            "crs": metadata.crs().authid(),
        },
    }


def faults(layer, expressions):
    """What is wrong with expressions: errors of syntax, columns that the layer lacks."""
    columns = {field.name() for field in layer.fields()}
    found = []
    for text in expressions:
        if not text or text == "ELSE":
            continue
        expression = QgsExpression(text)
        if expression.hasParserError():
            found.append(f"{text}: {expression.parserErrorString()}")
        found += [f"{text}: no {name}" for name in expression.referencedColumns() - columns - {"*"}]
    return found


def undrawn(layer, rules):
    """How many features no rule takes at 1 : 1,000,000, where everything shows."""
    rules = [rule for rule in rules if rule.isScaleOK(1_000_000)]
    if any(rule.isElse() for rule in rules):
        return 0
    wanted = [QgsExpression(rule.filterExpression()) for rule in rules if rule.filterExpression()]
    if len(wanted) < len(rules):
        return 0
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    missed = 0
    for feature in layer.getFeatures():
        context.setFeature(feature)
        missed += not any(expression.evaluate(context) for expression in wanted)
    return missed


def draw(layers, picture):
    crs = QgsCoordinateReferenceSystem(picture["crs"])
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setBackgroundColor(QColor(SEA))
    settings.setOutputSize(QSize(*picture["size"]))
    settings.setOutputDpi(96)
    settings.setFlag(QgsMapSettings.Antialiasing)
    settings.setLayers([layers[name] for name in picture["layers"]])
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    settings.setExtent(to_map.transformBoundingBox(QgsRectangle(*picture["extent"])))
    # As QGIS's own canvas has it: styles ask for @map_scale.
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(picture["png"])
    image = image.convertToFormat(QImage.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    pixels = array.array("I", bytes(bits))
    width = image.width()
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    return {
        "colours": {
            f"#{pixel & 0xFFFFFF:06x}": count for pixel, count in collections.Counter(pixels).items()
        },
        "streaks": max(longest(row) for row in rows) / width,
        "errors": [error.message for error in job.errors()],
    }


def longest(row):
    """Longest run of one colour that is not the ground's."""
    best, run, before = 0, 0, None
    for colour in row:
        run = run + 1 if colour == before else 1
        before = colour
        if colour & 0xFFFFFF != GROUND:
            best = max(best, run)
    return best


def main():
    application = QgsApplication([], GUIenabled=False)
    application.initQgis()
    request = json.load(sys.stdin)
    opened = {name: QgsVectorLayer(path, name, "ogr") for name, path in request["layers"].items()}
    answer = {
        "layers": {name: described(layer) for name, layer in opened.items()},
        "pictures": [draw(opened, picture) for picture in request["pictures"]],
    }
    json.dump(answer, sys.stdout)
    sys.stdout.flush()


main()
