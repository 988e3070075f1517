"""`sitmap zone`: whose maritime zone a point lies in."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from sitmap.cli.output import output_options, speak


@click.command(context_settings={"ignore_unknown_options": True})  # so that -54.3 is a number
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
@output_options
def zone(lat: float, lon: float, *, limit: str, view: str, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Whose maritime zone LAT LON lies in, and how far from its edge."""
    from sitmap import zones  # noqa: PLC0415 - scipy takes time that `--help` need not wait

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
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
