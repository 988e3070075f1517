"""Ask a real QGIS: Debian's python3-qgis, in a process of its own, without a screen."""

import json
import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

#: QGIS is built for the system's Python and no other.
PYTHON = "/usr/bin/python3"


def ask(script: Path, request: dict) -> dict:
    """What a script that runs inside QGIS answers; both are JSON.

    Skips the test when QGIS is missing, and fails it in CI, where QGIS is promised.
    """
    if not _installed():
        reason = "python3-qgis is not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        [PYTHON, str(script)],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=180,
        env=_environment(),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@cache
def _installed() -> bool:
    if not Path(PYTHON).exists():
        return False
    probe = [PYTHON, "-c", "import qgis.core"]
    return subprocess.run(probe, capture_output=True, env=_environment(), check=False).returncode == 0


def _environment() -> dict[str, str]:
    """The system's own, without what a virtual environment or pytest has put into it."""
    kept = {name: os.environ[name] for name in ("HOME", "PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/tmp", "LC_ALL": "C.UTF-8"}  # noqa: S108 - Qt wants one
