"""The house's rules that a machine can check: import contract, light imports, registry, size of modules."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from sitmap import resources
from sitmap.reference import registry

REPO = Path(__file__).resolve().parent.parent
SOURCES = sorted((REPO / "src").rglob("*.py"))

HEAVY = ("folium", "streamlit", "spacy", "geopandas", "trafilatura")


def imported_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_import_contract():
    done = subprocess.run(
        ["lint-imports", "--no-cache"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(Path(sys.executable).parent)},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_package_is_light():
    assert imported_by("import sitmap").isdisjoint(HEAVY)


def test_asking_for_help_is_light():
    assert imported_by("import sitmap.cli").isdisjoint(HEAVY)


def test_reading_needs_neither_map_nor_app():
    assert imported_by("import sitmap; sitmap.read").isdisjoint({"folium", "streamlit", "trafilatura"})


def test_registry_of_reference_layers_holds():
    assert registry.faults(resources.geo()) == []


def test_every_reference_layer_is_registered():
    text = (resources.geo() / "registry.toml").read_text(encoding="utf-8")
    layers = [path for suffix in ("geojson", "fgb", "gpkg") for path in resources.geo().rglob(f"*.{suffix}")]
    missing = [
        str(path.relative_to(resources.geo()))
        for path in layers
        if f'file = "{path.relative_to(resources.geo()).as_posix()}"' not in text
    ]
    assert missing == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(REPO / "src")))
def test_no_print_and_no_broad_except(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"print at line {node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            caught = (
                {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)}
                if node.type
                else {"everything"}
            )
            assert caught.isdisjoint({"Exception", "BaseException", "everything"}), (
                f"broad except at line {node.lineno}"
            )
