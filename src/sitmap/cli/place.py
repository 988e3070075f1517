"""`sitmap place`: the gazetteer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any

import click

from sitmap.cli.output import Output, output_options, speak

_NUMBER = r"[-+]?\d+(?:\.\d*)?"
_POINT = re.compile(rf"\s*({_NUMBER})\s*[,; ]\s*({_NUMBER})\s*")
_WHY = {
    "exact": "its name",
    "alias": "another name of it",
    "variant": "another spelling of {!r}",
    "prefix": "the beginning of {!r}",
    "fuzzy": "a name spelled much like it, {!r}",
}
_NAMES_SHOWN = 6


@click.command(context_settings={"ignore_unknown_options": True})  # so that -54.3,-36.5 is a point
@click.argument("name", required=False)
@click.option("--at", type=float, nargs=2, metavar="LAT LON", help="Say what is at a point, in degrees.")
@click.option(
    "--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="At most so many places."
)
@output_options
def place(
    name: str | None,
    *,
    at: tuple[float, float] | None,
    limit: int,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Look NAME up in the gazetteer, best match first, or say what is at a point.

    NAME may be in any script, the beginning of a name, or one with a typing error. "42.1,139.5" is a point,
    as is --at 42.1 139.5.
    """
    if name is not None and name.startswith("--"):
        raise click.NoSuchOption(name)
    if (name is None) == (at is None):
        raise click.UsageError("give a NAME, or --at LAT LON")
    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    point = at or _point(name or "")
    if point:
        _tell_here(out, point, limit)
    else:
        _tell_matches(out, name or "", limit)


def _point(text: str) -> tuple[float, float] | None:
    match = _POINT.fullmatch(text)
    return (float(match[1]), float(match[2])) if match else None


def _tell_matches(out: Output, name: str, limit: int) -> None:
    from sitmap import geocode  # noqa: PLC0415 - shapely takes time that `--help` need not wait

    records = [
        {
            **_flat(match.place),
            "score": match.score,
            "how": match.how,
            "matched": match.name,
            **asdict(geocode.facts(match.place)),
        }
        for match in geocode.search(name, limit=limit)
    ]
    out.result(records, (line for record in records for line in _match_lines(record)))
    if not records:
        out.say(f"no place called {name!r} was found")


def _match_lines(record: Mapping[str, Any]) -> Iterator[str]:
    where = ", ".join(filter(None, (record["admin2"], record["admin1"], record["country"])))
    kind = " ".join(filter(None, (record["type"], record["feature_code"])))
    yield f"{record['name']} ({kind}){', ' if where else ''}{where}"
    at = f"{record['lat']:.4f}, {record['lon']:.4f}, within {record['extent_km']:g} km"
    yield f"  {at}  {record['place_id']}"
    yield f"  found by {_WHY[record['how']].format(record['matched'])}, score {record['score']:.2f}"
    size = [f"{record['population']:,} people"] if record["population"] else []
    if record["area_km2"] is not None:
        size.append(f"outline of {record['area_km2']:,.0f} km²")
    if size:
        yield f"  {', '.join(size)}"
    for script, names in record["names"].items():
        more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
        yield f"  {script}: {', '.join(names[:_NAMES_SHOWN])}{more}"


def _tell_here(out: Output, point: tuple[float, float], limit: int) -> None:
    from sitmap import geocode  # noqa: PLC0415 - as above

    found = geocode.here(*point, nearest=limit)
    record = {
        "lat": found.lat,
        "lon": found.lon,
        "country": _flat(found.country) if found.country else None,
        "admin1": _flat(found.admin1) if found.admin1 else None,
        **{key: [_flat(one) for one in getattr(found, key)] for key in ("islands", "areas", "seas")},
        "nearest": [
            {**_flat(near.place), "distance_km": near.distance_km, "bearing_deg": near.bearing_deg}
            for near in found.nearest
        ],
    }
    out.result(record, _here_lines(record))


def _here_lines(record: Mapping[str, Any]) -> Iterator[str]:
    from sitmap.checks.words import compass  # noqa: PLC0415 - as above

    yield f"{record['lat']:.4f}, {record['lon']:.4f}"
    country, admin1 = record["country"], record["admin1"]
    yield f"country   {country['name']} ({country['country']})" if country else "country   none"
    if admin1:
        yield f"division  {admin1['name']}"
    for key, word in (("islands", "island"), ("areas", "area"), ("seas", "water")):
        if record[key]:
            yield f"{word:<8}  {', '.join(one['name'] for one in record[key])}"
    for near in record["nearest"]:
        side = f"{near['distance_km']:.1f} km {compass(near['bearing_deg'])} of"
        yield f"nearest   {side} {near['name']} ({near['type']}, {near['country'] or 'no state'})"


def _flat(found: Any) -> dict[str, Any]:  # noqa: ANN401 - a Place; importing it would import shapely
    return {field.name: getattr(found, field.name) for field in fields(found) if field.name != "area"}
