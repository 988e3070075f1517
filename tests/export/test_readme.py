"""The README of a folder names every file and field there is."""

import pytest

from sitmap import layers, schema
from sitmap.export import readme


@pytest.mark.parametrize("spec", schema.LAYERS.values(), ids=lambda spec: spec.name)
def test_every_layer_and_field_is_described(spec):
    text = readme.text()
    assert f"| `{spec.name}.geojson` | {spec.title} |" in text
    for column in spec.columns:
        assert f"| `{column.name}` |" in text


def test_every_field_of_findings_and_events_is_described():
    told = readme.text()
    for heading, columns in (("findings", schema.FINDING_COLUMNS), ("events", schema.EVENT_COLUMNS)):
        section = told.split(f"## Fields of {heading}")[1].split("\n## ")[0]
        assert all(f"| `{column.name}` |" in section for column in columns)


def test_the_tables_are_tables():
    rows = [line for line in readme.text().splitlines() if line.startswith("|")]
    assert {line.replace(r"\|", "").count("|") for line in rows} == {4}


def test_the_share_that_outlines_lose_is_the_one_used():
    assert layers.SIMPLIFY_SHARE == 1 / 2000
    assert "a two-thousandth of the side of a square" in readme.text()


def test_only_our_own_folder_is_ours(tmp_path):
    assert not readme.is_ours(tmp_path)
    (tmp_path / readme.NAME).write_text("# Layers\n")
    assert not readme.is_ours(tmp_path)
    (tmp_path / readme.NAME).write_text(readme.text())
    assert readme.is_ours(tmp_path)
