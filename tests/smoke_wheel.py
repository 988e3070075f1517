"""Smoke test of an installed wheel; CI runs it in an empty environment, outside the repository."""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import sitmap
from sitmap import resources

BIN = Path(sys.executable).parent


def run(*arguments: str) -> str:
    return subprocess.run(
        [str(BIN / "sitmap"), *arguments], check=True, capture_output=True, text=True
    ).stdout


def main() -> None:
    assert Path(sitmap.__file__).is_relative_to(Path(sys.prefix)), f"not the wheel: {sitmap.__file__}"
    assert resources.app().is_file()
    for layer in tomllib.loads(resources.geo("registry.toml").read_text(encoding="utf-8"))["layers"].values():
        for file in (layer["file"], layer["style"], layer["metadata"], *layer["licence_files"]):
            assert resources.geo(file).is_file()
    sample = str(resources.data("samples", "founding.json"))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("map.html", "layers.gpkg", "layers"):
            command = "map" if name.endswith(".html") else "layers"
            run(command, sample, "-o", str(Path(folder, name)))
        launches = json.loads(Path(folder, "layers", "launches.geojson").read_text(encoding="utf-8"))
        assert len(launches["features"]) == 1, launches
        assert Path(folder, "map.html").stat().st_size > 100_000
    assert {finding["check"] for finding in json.loads(run("check", sample, "--json"))} >= {
        "zone",
        "trajectory",
    }
    assert json.loads(run("zone", "42.1", "137.0", "--json"))["sovereign"] == "JPN"
    assert json.loads(run("place", "Kursk", "--json"))[0]["country"] == "RUS"
    sys.stdout.write("the wheel works\n")


if __name__ == "__main__":
    main()
