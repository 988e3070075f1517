"""A case where nobody may write: SQLite needs files beside it, so the reader is told what to do."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import samples
from sitmap.case import Case

NOBODY = 65534
#: Root may write anywhere: once all is imported, the script gives up its rights.
SCRIPT = f"""
import os, sys
from sitmap import case
from sitmap.errors import SitmapError
path = sys.argv[1]
case.Case.open(path).snapshot()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
try:
    case.Case.open(path).snapshot()
except SitmapError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A case that only its owner could write, in a folder that not even he may write in."""
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        made = Case.create(folder / "case.gpkg")
        made.add([samples.FOUNDING])
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        yield made.path
        folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
def test_it_says_that_it_cannot_be_written_and_stays_as_it_was(guarded: Path):
    before = guarded.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(guarded)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith("CaseError ")
    assert str(guarded) in done.stdout
    assert "may not be written, or its folder may not: lift the protection, or work on a copy" in done.stdout
    assert guarded.read_bytes() == before
    assert [path.name for path in guarded.parent.iterdir()] == [guarded.name]
