"""Every layer has a style, and kinds differ in shape as well as in colour."""

import re
from xml.etree import ElementTree as ET

import pytest

from sitmap import schema
from sitmap.export import styles
from sitmap.reference import styles as reference_styles

#: design: deployment, launch, impact, site; Okabe and Ito's colours.
LOOK = {
    "deployments": ("square", (0, 114, 178)),
    "launches": ("triangle", (213, 94, 0)),
    "impacts": ("circle", (204, 121, 167)),
    "sites": ("hexagon", (0, 158, 115)),
}


def options(layer, name):
    root = ET.fromstring(styles.qml(layer))  # noqa: S314 - our own file
    return {option.get("value") for option in root.iter("Option") if option.get("name") == name}


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_every_layer_has_a_style_without_a_gap(layer):
    qml = styles.qml(layer)
    assert ET.fromstring(qml).find("renderer-v2").get("type") == "RuleRenderer"  # noqa: S314 - our own file
    assert not re.search(r"~\w", qml)


@pytest.mark.parametrize(("layer", "look"), LOOK.items())
def test_kinds_differ_in_shape_and_colour(layer, look):
    shape, colour = look
    assert shape in options(layer, "name")
    assert ",".join(map(str, (*colour, 255))) in options(layer, "outline_color")


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_every_rule_has_its_symbol(layer):
    root = ET.fromstring(styles.qml(layer))  # noqa: S314 - our own file
    used = [rule.get("symbol") for rule in root.iter("rule")]
    there = [symbol.get("name") for symbol in root.find("renderer-v2/symbols")]
    assert used == there


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_styles_use_only_columns_of_their_layer(layer):
    names = {column.name for column in schema.LAYERS[layer].columns}
    expressions = [
        element.get(name, "")
        for element in ET.fromstring(styles.qml(layer)).iter()  # noqa: S314 - our own file
        for name in ("filter", "fieldName", "value")
    ]
    assert set(re.findall(r'"(\w+)"', " ".join(expressions))) <= names


def test_a_marker_is_more_of_an_obstacle_than_any_name_is_wanted():
    """QGIS leaves a name out where a fifth of its priority is less than the factor of what lies under it."""
    roots = {layer: ET.fromstring(styles.qml(layer)) for layer in schema.LAYERS}  # noqa: S314 - our own files
    labels = {layer: list(root.iter("settings")) for layer, root in roots.items()}
    marks = [found for layer in schema.MARKER_LAYER.values() for found in labels.pop(layer)]
    names = [
        label.get("priority", 5)
        for style in reference_styles.table().values()
        for label in style.get("labels", ())
    ]
    names += [int(found.find("placement").get("priority")) for all_ in labels.values() for found in all_]
    assert len(marks) == len(schema.MARKER_LAYER)
    for mark in marks:
        factor = float(mark.find("rendering").get("obstacleFactor"))
        assert max(names) / 5 < factor < int(mark.find("placement").get("priority")) / 5
