"""The suffix names the format; one that is not known gets the list of those that are."""

import pytest

from export import situations
from sitmap import export
from sitmap.errors import ExportError

LAYERS, FINDINGS = situations.FOUNDING, situations.FINDINGS


@pytest.mark.parametrize("name", ["layers", "layers.gpkg", "LAYERS.GPKG"])
def test_save_says_what_it_wrote(tmp_path, name):
    assert export.save(LAYERS, FINDINGS, str(tmp_path / name)) == tmp_path / name
    assert (tmp_path / name).exists()
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("suffix", [".qgz", ".kml", ".csv", ".parquet"])
def test_a_format_to_come_is_said_to_come(tmp_path, suffix):
    with pytest.raises(ExportError, match=rf"\({suffix}|is not in this version") as raised:
        export.save(LAYERS, FINDINGS, tmp_path / f"x{suffix}")
    message = str(raised.value)
    assert "is not in this version; write a folder of GeoJSON" in message
    assert "GeoPackage (.gpkg)" in message
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_suffix_gets_the_list(tmp_path):
    with pytest.raises(ExportError) as raised:
        export.save(LAYERS, FINDINGS, tmp_path / "x.shp")
    for word in ("x.shp", "'.shp'", ".gpkg", "GeoJSON", "QGIS project", "KML", "CSV", "GeoParquet"):
        assert word in str(raised.value)


def test_a_folder_that_is_there_is_a_folder_whatever_its_name(tmp_path):
    dest = tmp_path / "layers.2024-11-01"
    dest.mkdir()
    export.save(LAYERS, FINDINGS, dest)
    assert (dest / "launches.geojson").is_file()


def test_a_folder_is_no_geopackage(tmp_path):
    dest = tmp_path / "x.gpkg"
    dest.mkdir()
    with pytest.raises(ExportError, match="it is a folder: give a file name"):
        export.save(LAYERS, FINDINGS, dest)
    assert list(dest.iterdir()) == []
