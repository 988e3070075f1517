"""Runs inside QGIS: open a project as a double click does, say what QGIS makes of it, print its layout.

The request on standard input and the answer on standard output are JSON:

    {"project": path, "pdf": path, "png": path, "dpi": 100, "canvas": {theme: path}, "tips": [layer, ...]}
"""

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
    QgsLayerTreeGroup,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsProjectBadLayerHandler,
)
from qgis.PyQt.QtCore import QSize

MESSAGES = []
BAD = []


class Handler(QgsProjectBadLayerHandler):
    def handleBadLayers(self, layers):  # noqa: N802 - QGIS names it
        BAD.extend(layer.namedItem("id").toElement().text() for layer in layers)


def tree(group):
    found = []
    for child in group.children():
        if isinstance(child, QgsLayerTreeGroup):
            found.append({child.name(): tree(child)})
        else:
            found.append(child.layerId() if child.layer() else f"unresolved: {child.layerId()}")
    return found


def described(layer):
    renderer = layer.renderer()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    tips = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        tips.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return {
        "valid": layer.isValid(),
        "temporary": layer.isTemporary(),
        "title": layer.name(),
        "crs": layer.crs().authid(),
        "count": layer.featureCount(),
        "renderer": renderer.type() if renderer else None,
        "labels": layer.labelsEnabled(),
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "display": layer.displayExpression(),
        "styles": layer.styleManager().styles(),
        "tips": tips if layer.id() in REQUEST.get("tips", ()) else [],
    }


def draw(project, theme, path):
    settings = QgsMapSettings()
    crs = project.crs()
    settings.setDestinationCrs(crs)
    settings.setTransformContext(project.transformContext())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(1400, 950))
    settings.setOutputDpi(110)
    themes = project.mapThemeCollection()
    settings.setLayers(themes.mapThemeVisibleLayers(theme))
    settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(theme))
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setLabelingEngineSettings(project.labelingEngineSettings())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    return {"colours": pixels(image), "errors": [error.message for error in job.errors()]}


def pixels(image):
    found = collections.Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )
    return dict(found.most_common(60))


def meridian(project):
    """Colours of the picture of the base map along the antimeridian, as far as it is in view."""
    settings = QgsMapSettings()
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(1400, 950))
    names = ("base_coast", "base_land", "zones", "impact_areas", "deployment_areas")
    settings.setLayers([project.mapLayer(f"sitmap_{name}") for name in names])
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), project.crs(), project)
    found = collections.Counter()
    for step in range(-800, 801):
        spot = settings.mapToPixel().transform(to_map.transform(QgsPointXY(180, step / 10)))
        if 0 <= spot.x() < image.width() and 0 <= spot.y() < image.height():
            found[image.pixelColor(int(spot.x()), int(spot.y())).name()] += 1
    return dict(found)


def printed(project):
    layout = project.layoutManager().layoutByName("Briefing")
    exporter = QgsLayoutExporter(layout)
    answer = {}
    if "pdf" in REQUEST:
        answer["pdf"] = exporter.exportToPdf(REQUEST["pdf"], QgsLayoutExporter.PdfExportSettings())
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = REQUEST.get("dpi", 100)
    answer["png"] = exporter.exportToImage(REQUEST["png"], settings)
    answer["items"] = {
        item.id(): {
            "type": item.type(),
            "text": item.currentText() if hasattr(item, "currentText") else "",
            "size": [item.rect().width(), item.rect().height()],
            "needed": [item.sizeForText().width(), item.sizeForText().height()]
            if hasattr(item, "sizeForText")
            else [],
        }
        for item in layout.items()
        if isinstance(item, QgsLayoutItem) and item.id()
    }
    legend = layout.itemById("Legend")
    answer["legend"] = [
        str(node.data(0))
        for group in legend.model().rootGroup().findLayers()
        for node in legend.model().layerLegendNodes(group)
    ]
    return answer


def main():
    application = QgsApplication([], GUIenabled=True)
    application.initQgis()
    application.messageLog().messageReceived.connect(
        lambda text, tag, level: MESSAGES.append([tag, int(level), text])
    )
    project = QgsProject.instance()
    handler = Handler()
    project.setBadLayerHandler(handler)
    read = project.read(REQUEST["project"])
    crs = project.crs()
    themes = project.mapThemeCollection()
    view = project.viewSettings().defaultViewExtent()
    answer = {
        "read": read,
        "error": project.error(),
        "dirty": project.isDirty(),
        "title": project.title(),
        "abstract": project.metadata().abstract(),
        "created": project.metadata().creationDateTime().toString("yyyy-MM-ddTHH:mm:ss"),
        "crs": [crs.isValid(), crs.description(), crs.toProj(), crs.isGeographic()],
        "view": [view.xMinimum(), view.yMinimum(), view.xMaximum(), view.yMaximum(), view.crs().isValid()],
        "tree": tree(project.layerTreeRoot()),
        "layers": {key: described(layer) for key, layer in project.mapLayers().items()},
        "sources": {key: layer.source() for key, layer in project.mapLayers().items()},
        "themes": {
            name: [layer.id() for layer in themes.mapThemeVisibleLayers(name)] for name in themes.mapThemes()
        },
        "relations": {key: one.isValid() for key, one in project.relationManager().relations().items()},
        "variables": {name: value or "" for name, value in project.customVariables().items()},
        "layouts": [layout.name() for layout in project.layoutManager().printLayouts()],
        "canvas": {theme: draw(project, theme, path) for theme, path in REQUEST.get("canvas", {}).items()},
        "meridian": meridian(project),
        "layout": printed(project),
    }
    answer |= {"bad": BAD, "messages": MESSAGES}
    json.dump(answer, sys.stdout)
    sys.stdout.flush()


REQUEST = json.load(sys.stdin)
main()
