"""The suffix names the format; one that is not known gets the list of those that are."""

import resource
import signal

import pytest

from export import situations
from sitmap import export
from sitmap.errors import ExportError


@pytest.mark.parametrize(
    "name",
    [
        "layers",
        "layers.gpkg",
        "LAYERS.GPKG",
        "layers.csv",
        "layers.kml",
        "layers.kmz",
        "layers.parquet",
        "layers.zip",
    ],
)
def test_save_says_what_it_wrote(tmp_path, name):
    assert export.save(situations.PRODUCT, str(tmp_path / name)) == tmp_path / name
    assert (tmp_path / name).exists()
    assert len(list(tmp_path.iterdir())) == 1


def test_an_unknown_suffix_gets_the_list(tmp_path):
    with pytest.raises(ExportError) as raised:
        export.save(situations.PRODUCT, tmp_path / "x.shp")
    for word in ("x.shp", "'.shp'", ".gpkg", "GeoJSON", "QGIS project", "KML", "CSV", "GeoParquet"):
        assert word in str(raised.value)


def test_a_folder_that_is_there_is_a_folder_whatever_its_name(tmp_path):
    dest = tmp_path / "layers.2024-11-01"
    dest.mkdir()
    export.save(situations.PRODUCT, dest)
    assert (dest / "launches.geojson").is_file()


def test_a_folder_is_no_geopackage(tmp_path):
    dest = tmp_path / "x.gpkg"
    dest.mkdir()
    with pytest.raises(ExportError, match="it is a folder: give a file name"):
        export.save(situations.PRODUCT, dest)
    assert list(dest.iterdir()) == []


@pytest.mark.parametrize("suffix", export.FORMATS)
def test_the_bytes_are_those_of_the_file(tmp_path, suffix):
    made = export.to_bytes(situations.PRODUCT, suffix)
    if export.FORMATS[suffix].ending or not suffix:
        assert made.startswith(b"PK")  # more than one file
    else:
        assert export.save(situations.PRODUCT, tmp_path / f"x{suffix}").read_bytes() == made


def test_bytes_of_an_unknown_format_get_the_list():
    with pytest.raises(ExportError, match=r"layers: '.shp' is not a format.*\.gpkg"):
        export.to_bytes(situations.PRODUCT, ".shp")


@pytest.mark.parametrize("suffix", [suffix for suffix in export.FORMATS if suffix])
def test_a_failure_leaves_the_old_file(tmp_path, suffix):
    dest = tmp_path / f"x{suffix}"
    dest.write_bytes(b"old")
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, most))
    try:
        with pytest.raises(ExportError, match="cannot be written"):
            export.save(situations.PRODUCT, dest)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
        signal.signal(signal.SIGXFSZ, ignored)
    assert dest.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == [dest.name]
