"""How the app is served: the command line, and a look at the port before."""

import socket
import sys

from sitmap import resources
from sitmap.errors import SitmapError
from sitmap.pages import login_settings

HOST = "127.0.0.1"
PORT = 8501

#: What the app's safety rests on: flags win over every configuration file.
_SETTINGS = {
    "browser.gatherUsageStats": "false",
    "client.disableDataExport": "true",
    "client.toolbarMode": "minimal",
    "server.fileWatcherType": "none",
    "server.enableXsrfProtection": "true",
    # Else the first start on a machine waits for an answer that nobody was told of.
    "server.showEmailPrompt": "false",
}


def command(
    *,
    host: str = HOST,
    port: int = PORT,
    sample: str = "",
    case: str = "",
    login: str = "",
    open_browser: bool = False,
) -> list[str]:
    """Command line that serves the app.

    Parameters
    ----------
    host : str
        Address to bind; loopback unless told otherwise.
    port : int
        TCP port.
    sample : str
        Name of the sample report to start with, "" for the empty page.
    case : str
        Path of a case file to work on, "" for none.
    login : str
        Path of the settings of the login, "" for none.
    open_browser : bool
        Open the page in the reader's browser.

    Returns
    -------
    list of str
        For `subprocess.run` or `os.execv`.

    Raises
    ------
    ResourceError
        If the entry script is missing.
    SettingsError
        If others could reach the app without a login.
    """
    login_settings.check(host, login)
    settings = _SETTINGS | {
        "server.address": host,
        "server.port": str(port),
        "server.headless": "false" if open_browser else "true",
    }
    flags = [f"--{name}={value}" for name, value in sorted(settings.items())]
    if login:
        flags.append(f"--secrets.files={login}")
    named = (("--sample", sample), ("--case", case), ("--login", login))
    given = [word for pair in named if pair[1] for word in pair]
    arguments = ["--", *given] if given else []
    return [sys.executable, "-m", "streamlit", "run", str(resources.app()), *flags, *arguments]


def check_port(host: str = HOST, port: int = PORT) -> None:
    """Make sure that the app can bind its port.

    Raises
    ------
    SitmapError
        If another program holds it, or it cannot be bound.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the server itself does: a port whose last connections are still fading away is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SitmapError(
                f"port {port} on {host} cannot be used ({error.strerror or error}): stop the other app, "
                "or give another port with --port"
            ) from error
        except OverflowError as error:
            raise SitmapError(f"port {port}: must be 0 to 65535; give another with --port") from error
