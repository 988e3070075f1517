"""`sitmap app`: the workbench in a browser."""

import signal
import subprocess

import click

from sitmap.cli.output import output_options, speak


@click.command()
@click.argument("path", metavar="[CASE.gpkg]", required=False, type=click.Path(dir_okay=False))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Port on that address."
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Address to serve at; beyond this machine a login is needed.",
)
@click.option(
    "--login",
    metavar="FILE.toml",
    default="",
    type=click.Path(),
    help="Ask for a login, with the identity provider and the readers that this file names.",
)
@click.option(
    "--sample", metavar="NAME", default="", help="Open with this sample situation, for example 'founding'."
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser window.")
@output_options
def app(
    *,
    path: str | None,
    port: int,
    sample: str,
    no_browser: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **door: str,
) -> None:
    """Start the app and open it in a browser, on a case if one is named.

    Only this machine reaches it, unless --host says otherwise.
    """
    from sitmap.pages import server  # noqa: PLC0415 - only this command needs it

    out = speak(as_json=as_json, quiet=quiet, verbose=verbose)
    command = server.command(port=port, sample=sample, case=path or "", open_browser=not no_browser, **door)
    host = door["host"]
    server.check_port(host, port)
    if path:
        from sitmap.case import Case  # noqa: PLC0415 - as above

        Case.open(path)
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    if out.as_json:
        out.result({"url": url}, ())
    out.say(f"sitmap is at {url} (Ctrl+C stops it)")
    click.get_current_context().exit(_serve(command))


def _serve(command: list[str]) -> int:
    """Run the server until it ends or is to end; it never outlives this process by a signal."""
    with subprocess.Popen(command) as process:  # noqa: S603 - our own interpreter, no shell
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            return 0
        finally:
            signal.signal(signal.SIGTERM, before)
