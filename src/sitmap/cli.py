"""The command line: `sitmap map`, `layers`, `check`, `zone`, `place`, `toponyms`, `app`.

Exit status: 0 done, 1 findings under ``--strict``, 2 wrong use or unreadable input, 3 some reports
of a batch could not be read and the rest were done.
"""

import importlib.metadata
import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import click

from sitmap.errors import ReportError, SitmapError

_F = TypeVar("_F", bound=Callable[..., Any])

_log = logging.getLogger(__name__)

_EXIT_FINDINGS, _EXIT_USAGE, _EXIT_PARTIAL = 1, 2, 3
_QUIET_BELOW = 3  # a progress bar for one or two reports is noise


@dataclass(frozen=True, slots=True)
class _Output:
    """How a command speaks."""

    as_json: bool
    quiet: bool

    def result(self, value: object, lines: Iterable[str]) -> None:
        """Print a result: as JSON, or as lines a person reads."""
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False, indent=1))
            return
        for line in lines:
            click.echo(line)

    def say(self, line: str) -> None:
        """Tell the user what was done, unless they asked for quiet."""
        if not self.quiet and not self.as_json:
            click.echo(line, err=True)


class _Commands(click.Group):
    """Turns every error of ours into one line on standard error and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        try:
            return super().invoke(ctx)
        except SitmapError as error:
            click.echo(f"sitmap: {_one_line(error)}", err=True)
            ctx.exit(_EXIT_USAGE)


def _one_line(error: SitmapError) -> str:
    return " ".join(str(error).split())


def _output_options(command: _F) -> _F:
    options = (
        click.option("--json", "as_json", is_flag=True, help="Print the result as JSON."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and results."),
        click.option("-v", "--verbose", is_flag=True, help="Say what is being done."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _report_options(command: _F) -> _F:
    options = (
        click.argument("sources", metavar="REPORT...", nargs=-1, required=True),
        click.option(
            "--published",
            metavar="DATE",
            default="",
            help="Publication date, YYYY-MM-DD, for reports that carry none.",
        ),
        click.option(
            "--publisher", metavar="NAME", default="", help="Publisher, for reports that carry none."
        ),
        click.option("--title", metavar="TEXT", default="", help="Title, for reports that carry none."),
        click.option("--url", metavar="URL", default="", help="Address, for reports that carry none."),
        click.option(
            "--tz",
            metavar="ZONE",
            default="",
            help="IANA time zone of the dateline, for reports that carry none.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return _output_options(command)


def _speak(*, as_json: bool, quiet: bool, verbose: bool) -> _Output:
    logger = logging.getLogger("sitmap")
    logger.handlers = [logging.StreamHandler(sys.stderr)]
    logger.setLevel(logging.INFO if verbose else logging.WARNING)
    return _Output(as_json=as_json, quiet=quiet)


def _read(sources: tuple[str, ...], meta: Mapping[str, str], out: _Output) -> Any:  # noqa: ANN401 - a Situation; its import is deferred
    from sitmap import pipeline, reports  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    stdin = sys.stdin.buffer if "-" in sources else None
    given = dict(meta)
    defaults = reports.Meta(published=pipeline.day(given.pop("published")), **given)
    loaded = reports.load(sources, defaults=defaults, stdin=stdin)
    for note in loaded.notes:
        _log.info("%s", note)
    for failure in loaded.failures:
        click.echo(f"sitmap: {_one_line(failure)}", err=True)
    if not loaded.reports:
        if loaded.failures:
            click.get_current_context().exit(_EXIT_USAGE)
        raise ReportError(
            " ".join(sources), "no report found: give .txt, .md, .html, .json, .jsonl or .csv files"
        )
    hidden = out.quiet or len(loaded.reports) < _QUIET_BELOW or not sys.stderr.isatty()
    with click.progressbar(
        length=len(loaded.reports), label="Reading", file=sys.stderr, hidden=hidden
    ) as bar:
        return pipeline.situation(loaded.reports, failures=loaded.failures, progress=lambda _: bar.update(1))


def _finish(failures: tuple[ReportError, ...], status: int = 0) -> None:
    click.get_current_context().exit(_EXIT_PARTIAL if failures else status)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(importlib.metadata.version("sitmap"), prog_name="sitmap")
def main() -> None:
    """News reports in, a situation map out.

    A REPORT is a file (.txt, .md, .html, .json, .jsonl, .csv), a folder of them, or - for standard
    input.
    """


@main.command("map")
@_report_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False),
    help="The HTML file to write.",
)
def map_(
    sources: tuple[str, ...], output: str, *, as_json: bool, quiet: bool, verbose: bool, **meta: str
) -> None:
    """Write one self-contained HTML map that needs no network."""
    out = _speak(as_json=as_json, quiet=quiet, verbose=verbose)
    if Path(output).suffix.lower() not in {".html", ".htm"}:
        raise click.BadParameter(
            f"{output!r} is no HTML file: give a name that ends in .html", param_hint="-o"
        )
    _write(sources, output, meta, out)


@main.command()
@_report_options
@click.option(
    "-o",
    "--output",
    metavar="DEST",
    required=True,
    type=click.Path(),
    help="A folder for GeoJSON, or a .gpkg file.",
)
def layers(
    sources: tuple[str, ...], output: str, *, as_json: bool, quiet: bool, verbose: bool, **meta: str
) -> None:
    """Write the layers: a folder of GeoJSON, or a GeoPackage by its suffix .gpkg."""
    _write(sources, output, meta, _speak(as_json=as_json, quiet=quiet, verbose=verbose))


def _write(sources: tuple[str, ...], output: str, meta: Mapping[str, str], out: _Output) -> None:
    situation = _read(sources, meta, out)
    written = situation.save(output)
    unplaced = sum(claim.location is None or claim.location.lat is None for claim in situation.claims)
    counts = {
        "written": str(written),
        "reports": len(situation.reports),
        "claims": len(situation.claims),
        "without_a_point": unplaced,
        "findings": len(situation.findings),
    }
    if out.as_json:
        out.result(counts, ())
    told = (
        _counted(len(things), noun)
        for things, noun in (
            (situation.reports, "report"),
            (situation.claims, "claim"),
            (situation.findings, "finding"),
        )
    )
    out.say(f"{written}: {', '.join(told)}; {_counted(unplaced, 'claim')} without a point")
    _finish(situation.failures)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@main.command()
@_report_options
@click.option("--strict", is_flag=True, help="Exit with 1 if any finding is inconsistent.")
def check(
    sources: tuple[str, ...], *, strict: bool, as_json: bool, quiet: bool, verbose: bool, **meta: str
) -> None:
    """Hold the claims to account and print the findings, worst first."""
    from sitmap import schema  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    out = _speak(as_json=as_json, quiet=quiet, verbose=verbose)
    situation = _read(sources, meta, out)
    worst_first = sorted(situation.findings, key=lambda finding: schema.VERDICTS.index(finding.verdict))
    out.result(
        [schema.finding_row(finding) for finding in worst_first],
        (f"{finding.verdict:<13} {finding.check:<12} {finding.explanation}" for finding in worst_first),
    )
    if not worst_first:
        out.say(f"{len(situation.claims)} claims, nothing in them to hold against each other")
    bad = any(finding.verdict == "inconsistent" for finding in worst_first)
    _finish(situation.failures, _EXIT_FINDINGS if strict and bad else 0)


@main.command(context_settings={"ignore_unknown_options": True})  # so that -54.3 is a number
@click.argument("lat", type=float)
@click.argument("lon", type=float)
@click.option(
    "--limit",
    type=click.Choice(["eez", "territorial", "contiguous"]),
    default="eez",
    show_default=True,
    help="Which zone to ask for.",
)
@click.option(
    "--view",
    metavar="VIEW",
    default="de facto",
    show_default=True,
    help="Whose view of disputed features to take.",
)
@_output_options
def zone(lat: float, lon: float, *, limit: str, view: str, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Whose maritime zone LAT LON lies in, and how far from its edge."""
    from sitmap import zones  # noqa: PLC0415 - scipy takes time that `--help` need not wait

    out = _speak(as_json=as_json, quiet=quiet, verbose=verbose)
    answer = zones.at(lat, lon, limit=limit, view=view)
    record = {name: _finite(value) for name, value in asdict(answer).items()}
    out.result(record, _zone_lines(record))


def _finite(value: object) -> object:
    return None if isinstance(value, float) and value == float("inf") else value


def _zone_lines(record: Mapping[str, Any]) -> Iterator[str]:
    zone_words = {"eez": "exclusive economic zone"}.get(record["zone"], record["zone"])
    owned = record["zone"] not in {"high seas", "land"}
    yield f"{zone_words} of {record['territory']} ({record['sovereign']})" if owned else zone_words
    if record["distance_km"] is not None:
        coast = f"{record['territory']} ({record['sovereign']})"
        yield f"nearest coast  {coast} at {record['distance_km']:.1f} km"
    if record["runner_up_km"] is not None:
        yield f"next state     {record['runner_up']} at {record['runner_up_km']:.1f} km"
    yield f"margin         {record['margin_km']:.1f} km in which the answer cannot change"
    yield f"view           {record['view']}"
    yield from (record[key] for key in ("decides", "note") if record[key])


@main.command()
@click.argument("name")
@click.option(
    "--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="At most so many places."
)
@_output_options
def place(name: str, *, limit: int, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Look NAME up in the gazetteer, best match first."""
    from sitmap import geocode  # noqa: PLC0415 - shapely takes time that `--help` need not wait

    out = _speak(as_json=as_json, quiet=quiet, verbose=verbose)
    matches = geocode.search(name, limit=limit)
    records = [{**_flat(match.place), "score": round(match.score, 3)} for match in matches]
    out.result(
        records,
        (
            f"{r['score']:.2f}  {r['lat']:9.4f} {r['lon']:10.4f}  {r['type']:<11} {r['name']}, "
            f"{', '.join(filter(None, (r['admin1'], r['country'])))}  {r['place_id']}"
            for r in records
        ),
    )
    if not records:
        out.say(f"no place called {name!r} was found")


def _flat(found: Any) -> dict[str, Any]:  # noqa: ANN401 - a Place; importing it would import shapely
    return {field.name: getattr(found, field.name) for field in fields(found) if field.name != "area"}


@main.command()
@click.argument("texts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="OUT.jsonl",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The JSON Lines file to write.",
)
@_output_options
def toponyms(texts: Path, output: Path, *, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Find and resolve every place name in TEXTS, a JSON Lines file of {doc_id, text, spans?}."""
    from sitmap import export  # noqa: PLC0415 - shapely takes time that `--help` need not wait
    from sitmap.toponyms import resolve  # noqa: PLC0415 - the same

    out = _speak(as_json=as_json, quiet=quiet, verbose=verbose)
    lines = list(resolve(texts))
    export.write_text(output, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    count = sum(len(line["toponyms"]) for line in lines)
    if out.as_json:
        out.result({"written": str(output), "documents": len(lines), "toponyms": count}, ())
    out.say(f"{output}: {len(lines)} documents, {count} toponyms")


@main.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Port on 127.0.0.1."
)
@click.option(
    "--sample", metavar="NAME", default="", help="Open with this sample situation, for example 'founding'."
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser window.")
@_output_options
def app(*, port: int, sample: str, no_browser: bool, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Start the app on 127.0.0.1 and open it in a browser."""
    from sitmap.pages import server  # noqa: PLC0415 - only this command needs it

    out = _speak(as_json=as_json, quiet=quiet, verbose=verbose)
    server.check_port(server.HOST, port)
    url = f"http://{server.HOST}:{port}"
    if out.as_json:
        out.result({"url": url}, ())
    out.say(f"sitmap is at {url} (Ctrl+C stops it)")
    command = server.command(port=port, sample=sample, open_browser=not no_browser)
    try:
        status = subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter, no shell
    except KeyboardInterrupt:
        status = 0
    click.get_current_context().exit(status)
