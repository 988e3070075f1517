"""The wheel carries the reference layers with styles, metadata and licences, and what reads them."""

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from sitmap.reference import registry

REPO = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def carried():
    """Paths inside the wheel."""
    return {file.distribution_path for file in WheelBuilder(str(REPO)).recurse_included_files()}


def test_every_layer_travels_with_style_metadata_and_licences(carried):
    for layer in registry.read(REPO / "geo")["layers"].values():
        files = {layer["file"], layer["style"], layer["metadata"], *layer["licence_files"]}
        assert {f"sitmap/_geo/{file}" for file in files} <= carried


@pytest.mark.parametrize(
    "file",
    [
        "_geo/registry.toml",
        "_geo/README.md",
        "_data/palette.toml",
        "_data/gazetteer/places.npy",
        "reference/styles.toml",
    ],
)
def test_what_else_is_needed_travels(carried, file):
    assert f"sitmap/{file}" in carried
