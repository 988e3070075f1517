"""`sitmap toponyms`: plain geoparsing."""

import json
from pathlib import Path

import click

from sitmap.cli.output import output_options, speak


@click.command()
@click.argument("texts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="OUT.jsonl",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The JSON Lines file to write.",
)
@output_options
def toponyms(texts: Path, output: Path, *, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Find and resolve every place name in TEXTS, a JSON Lines file of {doc_id, text, spans?}."""
    from sitmap import export  # noqa: PLC0415 - shapely takes time that `--help` need not wait
    from sitmap.toponyms import resolve  # noqa: PLC0415 - the same

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    lines = list(resolve(texts))
    export.write_text(output, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    count = sum(len(line["toponyms"]) for line in lines)
    if out.as_json:
        out.result({"written": str(output), "documents": len(lines), "toponyms": count}, ())
    out.say(f"{output}: {len(lines)} documents, {count} toponyms")
