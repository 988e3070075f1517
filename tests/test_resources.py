from pathlib import Path

import pytest

from sitmap import resources
from sitmap.errors import ResourceError

REPO = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def fresh():
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


def test_in_a_checkout_the_data_lies_at_its_top():
    assert resources.data("samples", "founding.json") == REPO / "data" / "samples" / "founding.json"
    assert resources.data() == REPO / "data"
    assert resources.geo() == REPO / "geo"


@pytest.fixture
def wheel(tmp_path, monkeypatch):
    """An installed package, with no checkout around it."""
    package = tmp_path / "site-packages" / "sitmap"
    for folder in ("_geo", "_data"):
        (package / folder).mkdir(parents=True)
    (package / "_data" / "table.csv").touch()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    monkeypatch.setattr(resources, "_REPO", tmp_path)
    return package


def test_in_a_wheel_it_lies_inside_the_package(wheel):
    assert resources.data("table.csv") == wheel / "_data" / "table.csv"
    assert resources.geo() == wheel / "_geo"


@pytest.mark.usefixtures("wheel")
def test_what_is_missing_is_named_with_the_way_out():
    with pytest.raises(ResourceError, match=r"geo/zones/coast\.fgb is missing: reinstall sitmap, or rebuild"):
        resources.geo("zones", "coast.fgb")
    with pytest.raises(ResourceError, match="entry script is missing: reinstall sitmap"):
        resources.app()


def test_a_whole_folder_may_be_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    monkeypatch.setattr(resources, "_REPO", tmp_path)
    with pytest.raises(ResourceError, match="the folder 'geo' of reference data is missing: reinstall"):
        resources.geo("countries.fgb")
