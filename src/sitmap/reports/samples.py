"""The sample reports that come with sitmap."""

import json
from dataclasses import dataclass
from pathlib import Path

from sitmap import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample report.

    Parameters
    ----------
    name : str
        Short name, the file's without its suffix: "founding".
    title : str
        Its headline.
    path : pathlib.Path
        A JSON file that `load` and `parse` read.
    note : str
        The public facts it tells and who published them.
    """

    name: str
    title: str
    path: Path
    note: str


def samples() -> tuple[Sample, ...]:
    """Sample reports, the founding story first, the others by name.

    Raises
    ------
    ResourceError
        If they are missing from the installation.
    """
    return tuple(
        _sample(path)
        for path in sorted(
            resources.data("samples").glob("*.json"), key=lambda path: (path.stem != "founding", path.stem)
        )
    )


def _sample(path: Path) -> Sample:
    record = json.loads(path.read_text(encoding="utf-8"))
    return Sample(name=path.stem, title=record["title"], path=path, note=record["note"])
