"""`sitmap changes`: two saved situations in, what is new, changed and withdrawn out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sitmap.cli.output import output_options, speak
from sitmap.errors import ChangesError

_FILE = click.Path(path_type=Path)


@click.command("changes")
@click.argument("old", metavar="OLD", type=_FILE)
@click.argument("new", metavar="NEW", type=_FILE)
@click.option(
    "-o",
    "--output",
    metavar="FILE.html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page to write; without it the changes are printed.",
)
@click.option("--heading", metavar="TEXT", default="", help="Title of the page.")
@click.option("--tlp", metavar="MARK", default="", help="Handling mark of the page (TLP 2.0).")
@output_options
def changes(
    old: Path,
    new: Path,
    *,
    output: Path | None,
    heading: str,
    tlp: str,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what is new, changed and withdrawn between two saved situations, and why.

    OLD and NEW are GeoPackages, cases among them, or folders of GeoJSON that sitmap wrote.
    """
    from sitmap import changes as found_by  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait
    from sitmap import export, handling  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    mark = handling.mark(tlp).mark if tlp else ""
    for path in (old, new):
        _refuse_outdated(path)
    found = found_by.compare(found_by.read(old), found_by.read(new))
    record = found_by.record(found)
    if output is not None:
        export.write_text(output, found_by.html(found, title=heading, handling=mark))
        record["written"] = str(output)
    lines = _lines(record) if output is None else ()
    out.result(record, lines)
    counts = f"{len(found.added)} new, {len(found.changed)} changed, {len(found.withdrawn)} withdrawn"
    out.say(f"{output or new}: {counts}, {found.same} as they were")


def _refuse_outdated(path: Path) -> None:
    """Refuse a case whose layers are older than its reports and reviews: it would tell of the wrong day."""
    from sitmap import changes as found_by  # noqa: PLC0415 - as above
    from sitmap.case import Case  # noqa: PLC0415 - as above

    if not found_by.is_case(path):
        return
    snapshot = Case.open(path).snapshot()
    if snapshot.layers != snapshot.revision:
        raise ChangesError(
            f"{path}: its layers are older than its reviews: `sitmap case layers` makes them anew"
        )


def _lines(record: dict[str, Any]) -> Iterator[str]:
    for claim in record["added"]:
        yield f"new        {claim['summary']}"
    for claim in record["changed"]:
        yield f"changed    {claim['summary']}"
        for field in claim["fields"]:
            yield f"           {field['name']}: {field['before']!r} -> {field['after']!r}"
    for claim in record["withdrawn"]:
        yield f"withdrawn  {claim['summary']} ({claim['why']})"
