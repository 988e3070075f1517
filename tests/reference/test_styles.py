"""Every layer of geo/ has a style in the colours of the palette; the shipped ones are what the table says."""

import re
from pathlib import Path

import pytest

from sitmap import palette, resources
from sitmap.export import styles as exported
from sitmap.reference import qml, styles

LAYERS = {
    path.relative_to(resources.geo()).with_suffix("").as_posix()
    for suffix in ("fgb", "geojson")
    for path in resources.geo().rglob(f"*.{suffix}")
}


def colours(text):
    return set(re.findall(r'value="(\d+,\d+,\d+),\d+"|textColor="(\d+,\d+,\d+),\d+"', text))


def test_every_layer_has_a_style_and_nothing_else_has():
    assert set(styles.table()) == LAYERS
    assert {
        path.relative_to(resources.geo()).with_suffix("").as_posix()
        for path in resources.geo().rglob("*.qml")
    } == LAYERS


@pytest.mark.parametrize("name", sorted(LAYERS))
def test_the_shipped_style_is_what_the_table_says(name):
    assert resources.geo(f"{name}.qml").read_text(encoding="utf-8") == styles.written(styles.table()[name])


@pytest.mark.parametrize("name", sorted(LAYERS))
def test_a_style_has_the_colours_of_the_palette_alone(name):
    known = {palette.rgb(colour) for colour in palette.colours()} | {"0,0,0", ""}
    found = {part for pair in colours(styles.written(styles.table()[name])) for part in pair}
    assert found <= known


def test_boundaries_are_told_apart_as_in_the_exports():
    legend = {rule["title"] for rule in styles.table()["zones/boundaries"]["rules"]}
    assert set(re.findall(r'<rule key="[^"]*" label="([^"]*)"', exported.qml("zone_boundaries"))) <= legend


def test_disputed_stretches_are_dotted():
    for name in ("zones/boundaries", "basemap/borders_10m", "basemap/borders_50m"):
        rules = styles.table()[name]["rules"]
        disputed = [rule for rule in rules if "isputed" in rule["title"]]
        assert disputed
        assert all(rule["line"]["dash"][0] < rule["line"]["dash"][1] for rule in disputed)


def test_an_unknown_key_is_an_error():
    rule = {"title": "Land", "fil": "land"}
    with pytest.raises(TypeError, match="fil"):
        styles.written({"geometry": "fill", "shown": "''", "rules": [rule]})


def test_an_unknown_colour_is_an_error():
    with pytest.raises(KeyError, match="mauve"):
        qml.Line(colour="mauve").options()


def test_builds_write_the_same_bytes(tmp_path):
    for folder in ("basemap", "zones"):
        (tmp_path / folder).mkdir()
    styles.build(tmp_path, tmp_path, tmp_path)
    built = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.qml")}
    assert built == {path: resources.geo(str(path)).read_bytes() for path in built}
    assert {Path(name).with_suffix(".qml") for name in built} == set(built)
