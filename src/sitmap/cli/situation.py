"""`sitmap map`, `layers` and `check`: reports in, a file or the findings out."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitmap.cli.cover import cover_options, product
from sitmap.cli.output import EXIT_FINDINGS, Output, counted, speak
from sitmap.cli.sources import finish, read, report_options

if TYPE_CHECKING:
    from sitmap.model import Event


@click.command("map")
@report_options
@cover_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False),
    help="The HTML file to write.",
)
def map_(
    sources: tuple[str, ...],
    output: str,
    *,
    follow: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **meta: str,
) -> None:
    """Write one self-contained HTML map that needs no network."""
    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    if Path(output).suffix.lower() not in {".html", ".htm"}:
        raise click.BadParameter(
            f"{output!r} is no HTML file: give a name that ends in .html", param_hint="-o"
        )
    _write(sources, output, meta, out, follow=follow)


@click.command()
@report_options
@cover_options
@click.option(
    "-o",
    "--output",
    metavar="DEST",
    required=True,
    type=click.Path(),
    help="A folder for GeoJSON, or a file: .zip, .gpkg, .qgz, .kml, .kmz, .csv, .parquet, .pdf, .pptx, .png.",
)
def layers(
    sources: tuple[str, ...],
    output: str,
    *,
    follow: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **meta: str,
) -> None:
    """Write the layers: a folder of GeoJSON, or a file by its suffix.

    .zip is that folder as an archive, .gpkg a GeoPackage, .qgz a QGIS project with its GeoPackage beside
    it, .kml a KML document, .kmz one with the map's symbols; .csv and .parquet (GeoParquet) are tables of
    the claims; .pdf is a briefing on paper, .png its first page, .pptx slides.
    """
    _write(sources, output, meta, speak(as_json=as_json, quiet=quiet, verbose=verbose), follow=follow)


def _write(
    sources: tuple[str, ...], output: str, meta: Mapping[str, str], out: Output, *, follow: bool
) -> None:
    from sitmap import pipeline  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    situation = read(sources, meta, out, follow=follow)
    made, taken_out = product(situation, meta, out)
    written = pipeline.save(made, output)
    unplaced = sum(claim.location is None or claim.location.lat is None for claim in situation.claims)
    counts = {
        "written": str(written),
        "reports": len(situation.reports),
        "claims": len(situation.claims),
        "without_a_point": unplaced,
        "findings": len(situation.findings),
        **taken_out,
    }
    if out.as_json:
        out.result(counts, ())
    told = (
        counted(len(things), noun)
        for things, noun in (
            (situation.reports, "report"),
            (situation.claims, "claim"),
            (situation.findings, "finding"),
        )
    )
    out.say(f"{written}: {', '.join(told)}; {counted(unplaced, 'claim')} without a point")
    finish(situation.failures)


@click.command()
@report_options
@click.option("--strict", is_flag=True, help="Exit with 1 if any finding is inconsistent.")
@click.option(
    "--events",
    "with_events",
    is_flag=True,
    help="Also tell events told more than once, side by side; with --json, an object of findings and events.",
)
def check(
    sources: tuple[str, ...],
    *,
    strict: bool,
    with_events: bool,
    follow: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **meta: str,
) -> None:
    """Hold the claims to account and print the findings, worst first."""
    from sitmap import schema  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    situation = read(sources, meta, out, follow=follow)
    worst_first = schema.worst_first(situation.findings)
    rows = [schema.finding_row(finding) for finding in worst_first]
    lines = [f"{finding.verdict:<13} {finding.check:<12} {finding.explanation}" for finding in worst_first]
    if with_events:
        events = [row for event in situation.events for row in schema.event_rows(event)]
        out.result({"findings": rows, "events": events}, (*lines, *_told(situation.events)))
    else:
        out.result(rows, lines)
    if not worst_first:
        out.say(f"{len(situation.claims)} claims, nothing in them to hold against each other")
    bad = any(finding.verdict == "inconsistent" for finding in worst_first)
    finish(situation.failures, EXIT_FINDINGS if strict and bad else 0)


def _told(events: Iterable["Event"]) -> Iterator[str]:
    """Lines of events: what each telling says of each thing."""
    for event in events:
        yield f"\n{event.summary}"
        for field in event.fields:
            said = zip(event.tellings, field.values, strict=True)
            values = "; ".join(f"{telling.teller}: {value}" for telling, value in said if value)
            yield f"{field.verdict or '-':<13} {field.what:<15} {values}"
