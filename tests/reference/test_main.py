"""`python -m sitmap.reference`: what it says it needs and builds, and how it fails."""

import importlib
import tarfile

import pytest

from sitmap.errors import ResourceError
from sitmap.reference import __main__ as command
from sitmap.reference import sources


@pytest.fixture
def built(monkeypatch):
    """Names of the parts in the order in which they are built, instead of building them."""
    found = []
    for name in command.BUILDERS:
        module = importlib.import_module(f"sitmap.reference.{name}")
        monkeypatch.setattr(module, "build", lambda *_folders, name=name: found.append(name))
    return found


def test_help_names_every_part_and_what_it_needs(capsys):
    with pytest.raises(SystemExit) as leaving:
        command.main(["--help"])
    assert leaving.value.code == 0
    told = capsys.readouterr().out
    assert all(f"  {name}" in told for name in command.BUILDERS)
    assert all(tool in told for tool in ("gmt", "gmt-gshhg-full", "wamerican-small", "npm", "reference.txt"))


def test_every_part_is_built_in_order(built):
    assert command.main([]) == 0
    assert built == list(command.BUILDERS)
    assert built[-1] == "registry"


def test_named_parts_are_built_in_the_order_they_need_one_another(built):
    assert command.main(["registry", "styles", "zones"]) == 0
    assert built == ["zones", "styles", "registry"]


def test_an_unknown_part_builds_nothing(built, caplog):
    assert command.main(["zones", "lakes"]) == 2
    assert built == []
    assert "no part called lakes; there are: areas, zones" in caplog.text


def test_a_missing_tool_is_named_and_ends_the_build(built, monkeypatch, caplog):
    def fail(*_folders):
        raise ResourceError("npm is needed to build reference data: install it")

    monkeypatch.setattr("sitmap.reference.basemap.build", fail)
    assert command.main([]) == 2
    assert built == ["areas", "zones", "views"]
    assert "basemap: npm is needed" in caplog.text


def test_a_missing_program_is_an_error_that_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ResourceError, match="npm is needed to build reference data"):
        sources.npm("world-atlas", "2.0.2", cache=tmp_path / "cache")


def test_a_missing_package_is_an_error_that_says_so():
    with pytest.raises(ResourceError, match=r"no_such_package.*requirements/reference\.txt"):
        sources.pypi("no_such_package")
    with pytest.raises(ResourceError, match="apt-get install gmt-gshhg-full"):
        sources.debian("/no/such/file", "gmt-gshhg-full")


def test_a_broken_archive_leaves_nothing_that_looks_fetched(tmp_path, monkeypatch):
    def pack(_command, folder):
        (folder / "a.tgz").write_bytes(b"cut short")
        return "a.tgz"

    monkeypatch.setattr(sources, "run", pack)
    with pytest.raises(ResourceError, match=r"a\.tgz of the npm package a is no archive"):
        sources.npm("a", "1.0.0", cache=tmp_path)
    assert not (tmp_path / "npm-a-1.0.0").exists()


def test_a_package_is_fetched_once(tmp_path, monkeypatch):
    calls = []

    def pack(_command, folder):
        calls.append(folder)
        (folder / "file.json").write_text("{}", encoding="utf-8")
        with tarfile.open(folder / "a.tgz", "w:gz") as tar:
            tar.add(folder / "file.json", "package/file.json")
        return "a.tgz"

    monkeypatch.setattr(sources, "run", pack)
    for _ in range(2):
        assert (sources.npm("a", "1.0.0", cache=tmp_path) / "file.json").read_text(encoding="utf-8") == "{}"
    assert len(calls) == 1
