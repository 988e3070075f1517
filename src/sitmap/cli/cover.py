"""What the commands that write files share: title, time, handling mark, and release under that mark."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import click

from sitmap.cli.output import Output, counted, with_options

#: Nouns whose plural is not the noun and an s.
_PLURALS = {"launch": "launches"}

_F = TypeVar("_F", bound=Callable[..., Any])


def cover_options(command: _F) -> _F:
    """Give a command the options of what stands on the front of its files."""
    options = (
        click.option(
            "--heading",
            metavar="TEXT",
            default="",
            help="Title of the file; made from the places without it.",
        ),
        click.option(
            "--as-of",
            metavar="TIME",
            default="",
            help="When the situation was drawn up, ISO 8601; UTC where it has no offset.",
        ),
        click.option(
            "--tlp",
            metavar="MARK",
            default="",
            help="Handling mark: CLEAR, GREEN, AMBER, AMBER+STRICT or RED (TLP 2.0).",
        ),
        click.option(
            "--paper",
            metavar="SIZE",
            default="a4",
            help="Of .pdf and .png: a4, a4-portrait, letter or letter-portrait.",
        ),
        click.option(
            "--symbols",
            type=click.Choice(["sitmap", "app6"]),
            default="sitmap",
            help="Symbols of claims: sitmap's own, or those of APP-6 and MIL-STD-2525.",
        ),
        *(
            click.option(
                f"--{side}",
                metavar="ACTOR,...",
                default="",
                help=f"With --symbols app6: who is {side}, as RUS or Houthis; who is not named is unknown.",
            )
            for side in ("hostile", "friend", "neutral")
        ),
        click.option(
            "--release",
            metavar="MARK",
            default="",
            help="Mark the file so, take out what the mark does not let out, and list it.",
        ),
        click.option(
            "--grid",
            metavar="KM",
            default="",
            help="With --release: move places to cells of at least this side.",
        ),
    )
    return with_options(command, options)


def product(situation: Any, meta: Mapping[str, str], out: Output) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401 - of a Situation; its import is deferred
    """Make the product that the options ask for, and say what a release took out of it.

    Returns
    -------
    tuple
        The product, and `removed` for the JSON result: empty without a release.
    """
    from sitmap import handling, release  # noqa: PLC0415 - geopandas takes a second that `--help` need not wait
    from sitmap.product import Cover  # noqa: PLC0415 - as above

    cover = Cover(
        title=meta["heading"],
        as_of=_instant(meta["as_of"]),
        handling=handling.mark(meta["tlp"]).mark if meta["tlp"] else "",
        paper=meta["paper"],
        sides=_sides(meta),
    )
    if not meta["release"]:
        _refuse_grid(meta)
        return situation.product(cover), {}
    rules = release.rules(meta["release"], grid_km=_km(meta["grid"]))
    if cover.handling not in {"", rules.mark}:
        raise click.BadParameter(
            f"{cover.handling} and a release under {rules.mark}: give one of them", param_hint="--tlp"
        )
    released = situation.released(rules, cover=cover)
    for one in released.removed:
        out.say(f"Taken out: {one.what}: {counted(one.count, one.of, _PLURALS.get(one.of, ''))}")
    removed = [{"what": one.what, "of": one.of, "count": one.count} for one in released.removed]
    return released.product, {"handling": rules.mark, "removed": removed}


def _refuse_grid(meta: Mapping[str, str]) -> None:
    if meta["grid"]:
        raise click.BadParameter("places are moved in a release alone: give --release", param_hint="--grid")


def _sides(meta: Mapping[str, str]) -> Any:  # noqa: ANN401 - Sides or None; its import is deferred
    """Read who is on which side, None for sitmap's own symbols."""
    from sitmap import app6  # noqa: PLC0415 - as above

    named = {side: list(filter(str.strip, meta[side].split(","))) for side in app6.SIDES}
    if meta["symbols"] == "app6":
        return app6.sides(named)
    for side, actors in named.items():
        if actors:
            raise click.BadParameter(
                "sides show in symbols of APP-6 alone: give --symbols app6", param_hint=f"--{side}"
            )
    return None


def _km(text: str) -> float | None:
    """Read a distance as a person writes it on the command line."""
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no number of km", param_hint="--grid") from None


def _instant(text: str) -> datetime | None:
    """Read a time as a person writes it on the command line."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is no time: write it as 2024-11-01T12:00Z", param_hint="--as-of"
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
