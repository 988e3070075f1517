"""Benchmarks are run by hand, so that what they import must be held to be there."""

import runpy
from pathlib import Path

import pytest

SCRIPTS = sorted(Path(__file__).with_name("benchmarks").glob("*.py"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_benchmark_finds_what_it_imports(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(path.parent)
    assert callable(runpy.run_path(str(path))["main"])
