"""`sitmap zone`: whose maritime zone a point lies in."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from sitmap import resources
from sitmap.cli.output import output_options, speak, zone_file_options

#: Zones in the order in which they are told, with their names.
_LIMITS = {"territorial": "territorial sea", "contiguous": "contiguous zone", "eez": "EEZ"}
_ZONE_WORDS = {
    "eez": "exclusive economic zone",
    "land": "on land, no zone (a lake and the Caspian Sea count as land)",
}


class _ViewOption(click.Option):
    """Names the views in its help, which are read only when it is asked for."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        rows = resources.rows(resources.geo("zones", "curated", "views.csv"))
        views = ", ".join(sorted({row["view"] for row in rows}))
        record = super().get_help_record(ctx)
        return record and (record[0], f"{record[1]}  'de facto', or the code of a state: {views}.")


@click.command(context_settings={"ignore_unknown_options": True})  # so that -54.3 is a number
@click.argument("lat", type=float)
@click.argument("lon", type=float)
@click.option(
    "--limit",
    type=click.Choice(["eez", "territorial", "contiguous"]),
    default="eez",
    show_default=True,
    help="Which zone the margin and the edge refer to.",
)
@click.option(
    "--of", "state", metavar="STATE", default="", help="Whose zone to ask for; the nearest state's."
)
@click.option(
    "--radius",
    metavar="KM",
    type=click.FloatRange(min=0, max=5000),
    default=0.0,
    help="How far off the point may be: gives the share of that circle inside.",
)
@click.option(
    "--bearing",
    metavar="DEG",
    type=click.FloatRange(min=0, max=360),
    help="Find the edge of the zone in this direction, degrees clockwise from north.",
)
@click.option(
    "--view",
    cls=_ViewOption,
    metavar="VIEW",
    default="de facto",
    show_default=True,
    help="Whose view of disputed features to take.",
)
@zone_file_options
@output_options
def zone(  # noqa: PLR0913 - one parameter an option
    lat: float,
    lon: float,
    *,
    limit: str,
    state: str,
    radius: float,
    bearing: float | None,
    view: str,
    zones_file: str,
    zones_column: str,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Whose maritime zone LAT LON lies in, how surely, and how far from its edge."""
    from sitmap import zones  # noqa: PLC0415 - scipy takes time that `--help` need not wait

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    source = zones.load(zones_file or None, column=zones_column)
    answer = source.at(lat, lon, limit=limit, view=view)
    whose = state or answer.sovereign
    standings = [
        asdict(source.standing(lat, lon, sovereign=whose, radius_km=radius, limit=name, view=view))
        for name in _LIMITS
    ]
    record = asdict(answer) | {"radius_km": radius, "limits": standings}
    if bearing is not None:
        edge = source.edge_distance(lat, lon, bearing_deg=bearing, sovereign=whose, limit=limit, view=view)
        record |= {"bearing_deg": bearing, "edge_km": edge}
    record = _finite(record)
    out.result(record, _zone_lines(record, limit))


def _finite(value: Any) -> Any:  # noqa: ANN401 - any value that JSON can hold
    """Give the value without infinities, which JSON has no word for."""
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and math.isinf(value) else value


def _zone_lines(record: Mapping[str, Any], limit: str) -> Iterator[str]:
    zone_words = _ZONE_WORDS.get(record["zone"], record["zone"])
    owned = record["zone"] not in {"high seas", "land"}
    yield f"{zone_words} of {record['territory']} ({record['sovereign']})" if owned else zone_words
    if record["distance_km"] is not None:
        coast = f"{record['territory']} ({record['sovereign']})"
        yield f"nearest coast    {coast} at {record['distance_km']:.1f} km"
    if record["runner_up_km"] is not None:
        yield f"next state       {record['runner_up']} at {record['runner_up_km']:.1f} km"
    if record["margin_km"] is not None:
        yield f"margin           {record['margin_km']:.1f} km in which the answer cannot change"
    yield f"zones of         {record['limits'][0]['sovereign']}"
    for standing in record["limits"]:
        told = _standing_words(standing, on_land=record["zone"] == "land")
        share = f"; {standing['share']:.0%} of the circle is inside" if record["radius_km"] else ""
        yield f"{_LIMITS[standing['limit']]:<16} {told}{share}"
    if "bearing_deg" in record:
        edge = "none within 1,000 km" if record["edge_km"] is None else f"{record['edge_km']:.1f} km away"
        bearing = f"{record['bearing_deg']:g}\N{DEGREE SIGN}"
        yield f"edge             of the {_LIMITS[limit]} at a bearing of {bearing}: {edge}"
    yield f"view             {record['view']}"
    if record["decides"]:
        yield f"decides          {record['decides']}"
    yield from (note for note in record["note"].split("; ") if note)


def _standing_words(standing: Mapping[str, Any], *, on_land: bool) -> str:
    answer: str = standing["answer"]
    margin = standing["margin_km"]
    if margin is None:
        return f"{answer}: no coast"
    if on_land:
        return f"{answer}: on land"
    side = "inside" if margin >= 0 else "outside"
    if answer == side:
        return f"{answer} by {abs(margin):.1f} km"
    return f"{answer}: {side} by {abs(margin):.1f} km, less than {standing['tolerance_km']:.0f} km"
