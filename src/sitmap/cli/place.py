"""`sitmap place`: the gazetteer."""

from dataclasses import fields
from typing import Any

import click

from sitmap.cli.output import output_options, speak


@click.command()
@click.argument("name")
@click.option(
    "--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="At most so many places."
)
@output_options
def place(name: str, *, limit: int, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Look NAME up in the gazetteer, best match first."""
    from sitmap import geocode  # noqa: PLC0415 - shapely takes time that `--help` need not wait

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
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
