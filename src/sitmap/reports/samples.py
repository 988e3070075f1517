"""The sample reports that come with sitmap."""

import json
from dataclasses import dataclass
from pathlib import Path

from sitmap import resources
from sitmap.model import Report
from sitmap.reports.batch import parse


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
    report : Report
        The file, read.
    """

    name: str
    title: str
    path: Path
    note: str
    report: Report


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
    data = path.read_bytes()
    (report,) = parse(data, name=path.name)
    return Sample(name=path.stem, title=report.title, path=path, note=json.loads(data)["note"], report=report)
