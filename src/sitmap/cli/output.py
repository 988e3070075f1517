"""How every command speaks: options, results, messages, exit statuses."""

import json
import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from sitmap.errors import SitmapError

_F = TypeVar("_F", bound=Callable[..., Any])

EXIT_FINDINGS, EXIT_USAGE, EXIT_PARTIAL = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Output:
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


def with_options(command: _F, options: Sequence[Callable[[_F], _F]]) -> _F:
    """Give a command some options, in the order in which its help lists them."""
    for option in reversed(options):
        command = option(command)
    return command


def output_options(command: _F) -> _F:
    """Give a command the options that every command has."""
    options = (
        click.option("--json", "as_json", is_flag=True, help="Print the result as JSON."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and results."),
        click.option("-v", "--verbose", is_flag=True, help="Say what is being done."),
    )
    return with_options(command, options)


def zone_file_options(command: _F) -> _F:
    """Give a command the options of every command that asks about maritime zones."""
    options = (
        click.option(
            "--zones",
            "zones_file",
            metavar="FILE",
            default="",
            help="File of exclusive economic zones that decides instead of the estimate.",
        ),
        click.option(
            "--zones-column",
            metavar="NAME",
            default="",
            help="Column of that file with the sovereign, where it is not found by itself.",
        ),
    )
    return with_options(command, options)


def speak(*, as_json: bool, quiet: bool, verbose: bool) -> Output:
    """Set up the log and the output as the user asked."""
    logger = logging.getLogger("sitmap")
    logger.handlers = [logging.StreamHandler(sys.stderr)]
    logger.setLevel(logging.INFO if verbose else logging.WARNING)
    return Output(as_json=as_json, quiet=quiet)


def one_line(error: SitmapError) -> str:
    """Say an error in one line."""
    return " ".join(str(error).split())


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Say how many: "1 report", "2 reports"; `nouns` is the plural where it is not the noun and an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"
