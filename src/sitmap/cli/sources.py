"""What the commands that take reports share: their options, and reading the reports."""

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click

from sitmap.cli.output import (
    EXIT_PARTIAL,
    EXIT_USAGE,
    Output,
    one_line,
    output_options,
    with_options,
    zone_file_options,
)
from sitmap.errors import ReportError

_F = TypeVar("_F", bound=Callable[..., Any])

_log = logging.getLogger(__name__)

_QUIET_BELOW = 3  # a progress bar for one or two reports is noise


def report_options(command: _F) -> _F:
    """Give a command its reports, what to take for granted of them, and the options of every command."""
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
        click.option("--follow", is_flag=True, help="Read the pages that a feed links to."),
    )
    return output_options(zone_file_options(with_options(command, options)))


def read(sources: tuple[str, ...], meta: Mapping[str, str], out: Output, *, follow: bool) -> Any:  # noqa: ANN401 - a Situation; its import is deferred
    """Read the reports into a situation, naming those that cannot be read."""
    from sitmap import pipeline  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    source = zone_source(meta)
    loaded = load(sources, meta, out, follow=follow)
    found = pipeline.assemble(readings(loaded.reports, out), failures=loaded.failures, zone_source=source)
    for note in found.notes:
        out.say(note)
    return found


def zone_source(meta: Mapping[str, str]) -> Any:  # noqa: ANN401 - a ZoneSource; its import is deferred
    """Open the file of zones that the options name, or the estimate."""
    from sitmap import zones  # noqa: PLC0415 - scipy takes time that `--help` need not wait

    return zones.load(meta["zones_file"] or None, column=meta["zones_column"])


def load(sources: tuple[str, ...], meta: Mapping[str, str], out: Output, *, follow: bool) -> Any:  # noqa: ANN401 - a Loaded; its import is deferred
    """Load the reports, naming those that cannot be read; none at all is an error."""
    from sitmap import pipeline, reports  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    stdin = sys.stdin.buffer if "-" in sources else None
    given = {name: meta[name] for name in ("publisher", "title", "url", "tz")}
    defaults = reports.Meta(published=pipeline.day(meta["published"]), **given)
    loaded = reports.load(sources, defaults=defaults, stdin=stdin, follow=follow, asking=_asking(out))
    for note in loaded.notes:
        _log.info("%s", note)
    for failure in loaded.failures:
        click.echo(f"sitmap: {one_line(failure)}", err=True)
    if not loaded.reports:
        if loaded.failures:
            click.get_current_context().exit(EXIT_USAGE)
        raise ReportError(
            " ".join(sources),
            "no report found: give .txt, .md, .html, .json, .jsonl or .csv files, feeds or web addresses",
        )
    return loaded


def readings(found: Sequence[Any], out: Output) -> Any:  # noqa: ANN401 - Readings of Reports; their import is deferred
    """Read reports one by one, with a bar on a terminal when they are many."""
    from sitmap import pipeline  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait

    hidden = out.quiet or len(found) < _QUIET_BELOW or not sys.stderr.isatty()
    with click.progressbar(length=len(found), label="Reading", file=sys.stderr, hidden=hidden) as bar:
        return pipeline.read_reports(found, progress=lambda _: bar.update(1))


def _asking(out: Output) -> Callable[[str], None] | None:
    """Tell a person at a terminal whose answer is waited for."""
    return (lambda address: out.say(f"Asking {address}")) if sys.stderr.isatty() else None


def finish(failures: tuple[ReportError, ...], status: int = 0) -> None:
    """Exit with `status`, or with the status of a batch that was read in part."""
    click.get_current_context().exit(EXIT_PARTIAL if failures else status)
