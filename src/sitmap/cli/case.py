"""`sitmap case`: a case that grows, kept in one GeoPackage with what its readers made of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import click

from sitmap.cli import sources as intake
from sitmap.cli.cover import cover_options
from sitmap.cli.cover import product as made_product
from sitmap.cli.output import EXIT_PARTIAL, Output, counted, output_options, speak, zone_file_options

_FILE = click.Path(path_type=Path)


@click.group()
def case() -> None:
    """Keep reports and reviews in one GeoPackage that QGIS opens too."""


@case.command()
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@click.option("--title", metavar="TEXT", default="", help="What the case is about.")
@output_options
def new(path: Path, *, title: str, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Make a new case, empty."""
    from sitmap.case import Case  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    made = Case.create(path, title=title)
    if out.as_json:
        out.result({"case": str(made.path), "title": title}, ())
    out.say(f"{made.path}: a new case; `sitmap case add` puts reports into it")


@case.command()
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@intake.report_options
@click.option(
    "--no-layers", is_flag=True, help="Leave the layers as they are; `case layers` makes them anew."
)
def add(
    path: Path,
    sources: tuple[str, ...],
    *,
    follow: bool,
    no_layers: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **meta: str,
) -> None:
    """Put reports into a case, each once, and make its layers anew."""
    from sitmap.case import Case  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    own = Case.open(path)
    loaded = intake.load(sources, meta, out, follow=follow)
    added = own.add(loaded.reports)
    for failure in added.failures:
        click.echo(f"sitmap: {failure}", err=True)
    for copy in added.duplicates:
        out.say(f"{copy.report.report_id}: not added, its text is in the case as {copy.known_as}")
    for update in added.updates:
        out.say(f"{update.report.report_id}: the page of {update.earlier} with another text: both are kept")
    made = {} if no_layers else _refreshed(own, meta, out)
    if out.as_json:
        duplicates = [
            {"report_id": copy.report.report_id, "known_as": copy.known_as} for copy in added.duplicates
        ]
        updates = [
            {"report_id": update.report.report_id, "earlier": update.earlier} for update in added.updates
        ]
        stored = [report.report_id for report in added.stored]
        told = {"case": str(path), "added": stored, "duplicates": duplicates, "updates": updates}
        out.result({**told, **made}, ())
    out.say(f"{path}: {counted(len(added.stored), 'report')} added")
    intake.finish((*loaded.failures, *added.failures))


@case.command()
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@output_options
def show(path: Path, *, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Say what is in a case, its reports and its history."""
    from sitmap.case import Case, lines  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    found = Case.open(path).snapshot()
    record = {
        "case": str(path),
        "title": found.title,
        "layers_up_to_date": found.layers == found.revision,
        "reports": [
            {
                "report_id": report.report_id,
                "title": report.title,
                "publisher": report.publisher,
                "published": report.published.isoformat() if report.published else "",
                "url": report.url,
            }
            for report in found.reports
        ],
        "history": [lines.record(entry) for entry in found.history],
        "faults": list(found.faults),
    }
    out.result(record, _case_lines(record))


def _case_lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"{record['title'] or 'Case without a title'}"
    told = counted(len(record["reports"]), "report"), counted(len(record["history"]), "entry", "entries")
    yield f"{told[0]}, {told[1]} in the history"
    if not record["layers_up_to_date"]:
        yield "its layers are older than that: `sitmap case layers` makes them anew"
    for report in record["reports"]:
        facts = ", ".join(filter(None, (report["title"], report["publisher"], report["published"])))
        yield f"report  {report['report_id']}  {facts}"
    for entry in record["history"]:
        about = entry["quote"] or entry["name"] or entry["undoes"]
        value = f" {entry['value']}" if entry["value"] else ""
        reason = f" ({entry['reason']})" if entry["reason"] else ""
        yield f"{entry['at'][:16]}Z  {entry['reviewer']}: {entry['action']}{value}  {about!r}{reason}"
    for fault in record["faults"]:
        yield f"cannot be read: {fault}"


@case.command()
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@zone_file_options
@output_options
def layers(path: Path, *, as_json: bool, quiet: bool, verbose: bool, **meta: str) -> None:
    """Make the layers and findings in a case anew, from its reports and reviews."""
    from sitmap.case import Case  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    made = _refreshed(Case.open(path), meta, out)
    if out.as_json:
        out.result({"case": str(path), **made}, ())
    told = (counted(made[noun], noun[:-1]) for noun in ("reports", "claims", "findings"))
    out.say(f"{path}: layers of {', '.join(told)}")


@case.command()
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@click.option(
    "-o",
    "--output",
    metavar="DEST",
    required=True,
    type=click.Path(),
    help="A .html file, a folder for GeoJSON, a .qgz project, or another .gpkg file.",
)
@cover_options
@zone_file_options
@output_options
def export(path: Path, *, output: str, as_json: bool, quiet: bool, verbose: bool, **meta: str) -> None:
    """Write the map or the layers of a case, reviewed, to a file of their own."""
    from sitmap import pipeline  # noqa: PLC0415 - as above
    from sitmap.case import Case  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    situation, made = _situation(Case.open(path).snapshot(), meta, out)
    product, taken_out = made_product(situation, meta, out)
    written = pipeline.save(product, output)
    if out.as_json:
        out.result({"written": str(written), **made, **taken_out}, ())
    out.say(f"{written}: {counted(made['claims'], 'claim')}")


@case.group()
def reviews() -> None:
    """Carry the history of a case to another reader's, and theirs to yours."""


@reviews.command("export")
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@click.option(
    "-o", "--output", metavar="FILE.jsonl", type=_FILE, help="The file to write; standard output without it."
)
@output_options
def export_(path: Path, *, output: Path | None, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Write the whole history as JSON Lines, an entry a line."""
    from sitmap import export as files  # noqa: PLC0415 - as above
    from sitmap.case import Case  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    text = Case.open(path).export_reviews()
    if output is None:
        click.echo(text, nl=False)
        return
    files.write_text(output, text)
    number = text.count("\n")
    if out.as_json:
        out.result({"written": str(output), "entries": number}, ())
    out.say(f"{output}: {counted(number, 'entry', 'entries')}")


@reviews.command("import")
@click.argument("path", metavar="CASE.gpkg", type=_FILE)
@click.argument("file", metavar="FILE.jsonl", type=click.File("rb"))
@click.option(
    "--no-layers", is_flag=True, help="Leave the layers as they are; `case layers` makes them anew."
)
@zone_file_options
@output_options
def import_(
    path: Path,
    *,
    file: BinaryIO,
    no_layers: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **meta: str,
) -> None:
    """Take in the history of another reader, each entry once, and make the layers anew."""
    from sitmap.case import Case, lines  # noqa: PLC0415 - as above

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    own = Case.open(path)
    merged = own.import_reviews(lines.decoded(file))
    for line in merged.left_out:
        click.echo(f"sitmap: {file.name}: {line}", err=True)
    made = {} if no_layers else _refreshed(own, meta, out)
    if out.as_json:
        taken = {"taken": len(merged.taken), "known": merged.known, "left_out": list(merged.left_out)}
        out.result({"case": str(path), **taken, **made}, ())
    out.say(f"{path}: {len(merged.taken)} taken, {merged.known} known, {len(merged.left_out)} left out")
    click.get_current_context().exit(EXIT_PARTIAL if merged.left_out else 0)


def _situation(snapshot: Any, meta: Mapping[str, str], out: Output) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401 - of a case; its import is deferred
    """Read a case's reports, apply its reviews, and say what that gives."""
    from sitmap import case as cases  # noqa: PLC0415 - as above
    from sitmap import pipeline  # noqa: PLC0415 - as above

    zones = intake.zone_source(meta)
    reviewed = cases.apply(intake.readings(snapshot.reports, out), snapshot.history)
    for fault in snapshot.faults:
        click.echo(f"sitmap: {fault}", err=True)
    for orphan in reviewed.orphans:
        entry = orphan.entry
        out.say(f"{entry.reviewer}'s {entry.act.action} of {entry.at:%Y-%m-%d} found no claim: {orphan.why}")
    found = pipeline.assemble(reviewed.readings, zone_source=zones, reviews=map(cases.row, snapshot.history))
    counts = {
        "reports": len(found.reports),
        "claims": len(found.claims),
        "rejected": sum(claim.review == "rejected" for claim in found.claims),
        "findings": len(found.findings),
        "orphans": [{"entry_id": orphan.entry.entry_id, "why": orphan.why} for orphan in reviewed.orphans],
    }
    return found, counts


def _refreshed(own: Any, meta: Mapping[str, str], out: Output) -> dict[str, Any]:  # noqa: ANN401 - a Case; its import is deferred
    snapshot = own.snapshot()
    situation, counts = _situation(snapshot, meta, out)
    own.refresh(situation.product(), snapshot.revision)
    return counts
