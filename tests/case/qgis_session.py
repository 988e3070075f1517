"""Runs inside QGIS: hold a case open while another program writes to it, and say what is seen.

The request is `{"case": path, "folder": path, "layers": [name, ...]}`. The script makes the file `opened` in
the folder once it has the layers open and their features read, waits for the file `written`, and answers
`{"before": {name: {...}}, "after": {name: {...}}, "journal": str}`.
"""

import json
import sqlite3
import sys
import time
from pathlib import Path

from qgis.core import QgsApplication, QgsFeatureRequest, QgsVectorLayer

PATIENCE_S = 120


def seen(layer):
    features = list(layer.getFeatures(QgsFeatureRequest()))
    names = [field.name() for field in layer.fields()]
    return {
        "valid": layer.isValid(),
        "spatial": layer.isSpatial(),
        "renderer": layer.renderer().type() if layer.renderer() else None,
        "rows": [
            {
                name: str(feature[name])
                for name in ("claim_id", "review", "action", "report_id")
                if name in names
            }
            for feature in features
        ],
    }


def main():
    application = QgsApplication([], GUIenabled=False)
    application.initQgis()
    request = json.load(sys.stdin)
    folder = Path(request["folder"])
    opened = {
        name: QgsVectorLayer(f"{request['case']}|layername={name}", name, "ogr") for name in request["layers"]
    }
    half_read = opened["deployments"].getFeatures()
    next(half_read)  # a read that is under way while the other program writes
    before = {name: seen(layer) for name, layer in opened.items()}
    (folder / "opened").touch()
    until = time.monotonic() + PATIENCE_S
    while not (folder / "written").exists() and time.monotonic() < until:
        time.sleep(0.05)
    list(half_read)
    for layer in opened.values():
        layer.dataProvider().reloadData()
    after = {name: seen(layer) for name, layer in opened.items()}
    journal = sqlite3.connect(request["case"]).execute("PRAGMA journal_mode").fetchone()[0]
    json.dump({"before": before, "after": after, "journal": journal}, sys.stdout)
    sys.stdout.flush()


main()
