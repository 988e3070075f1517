import socket
from collections.abc import Callable, Iterator

import pytest

import web
from sitmap.reports import settings


@pytest.fixture
def own_settings(tmp_path, monkeypatch) -> Callable[[str], None]:
    """Puts a settings file of the user's own in force."""

    def use(text: str) -> None:
        path = tmp_path / "settings.toml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv(settings.OWN_SETTINGS, str(path))

    return use


@pytest.fixture
def internet(own_settings) -> Iterator[web.Web]:
    """A web server that may be asked."""
    own_settings('[fetch]\nallow = ["127.0.0.1"]\n')
    with web.running() as server:
        yield server


@pytest.fixture
def hurry(internet, own_settings) -> None:  # noqa: ARG001 - it changes what `internet` set
    """Leaves a second for one address."""
    own_settings('[fetch]\nallow = ["127.0.0.1"]\nmax_seconds = 1\n')


@pytest.fixture
def names(monkeypatch) -> dict[str, list[str]]:
    """Names of hosts and the addresses that they lead to; `looked_up` tells what was asked for."""
    known: dict[str, list[str]] = {"looked_up": []}
    ask = socket.getaddrinfo

    def answer(host, port, *args, **kwargs):
        if host[:1].isdigit() or ":" in host:
            return ask(host, port, *args, **kwargs)
        known["looked_up"].append(host)
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [each for address in known[host] for each in ask(address, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return known
