"""The command line: `sitmap map`, `layers`, `check`, `zone`, `place`, `toponyms`, `case`, `changes`, `app`.

One module a command, or a few that share their work. Exit status: 0 done, 1 findings under
``--strict``, 2 wrong use or unreadable input, 3 some reports of a batch could not be read and the
rest were done.
"""

import importlib.metadata
from typing import Any

import click

from sitmap.cli import app, case, changes, place, situation, toponyms, zone
from sitmap.cli.output import EXIT_USAGE, one_line
from sitmap.errors import SitmapError


class _Commands(click.Group):
    """Turns every error of ours into one line on standard error and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        try:
            return super().invoke(ctx)
        except SitmapError as error:
            click.echo(f"sitmap: {one_line(error)}", err=True)
            ctx.exit(EXIT_USAGE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(importlib.metadata.version("sitmap"), prog_name="sitmap")
def main() -> None:
    """News reports in, a situation map out.

    A REPORT is a file (.txt, .md, .html, .json, .jsonl, .csv, or a feed: .rss, .atom, .rdf, .xml), a folder
    or .zip archive of them, an http(s) address of a page or feed, or - for standard input.
    """


for _command in (
    situation.map_,
    situation.layers,
    situation.check,
    zone.zone,
    place.place,
    toponyms.toponyms,
    case.case,
    changes.changes,
    app.app,
):
    main.add_command(_command)
