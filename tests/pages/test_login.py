"""Serving others needs a login: the settings, and the door itself in Chromium against a local provider."""

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

import samples
from pages.conftest import free_port, read
from pages.test_accessibility import serious
from sitmap.case import Case
from sitmap.cli import main
from sitmap.errors import SettingsError
from sitmap.pages import login_settings, messages, server

METADATA = "/.well-known/openid-configuration"
COOKIE, CLIENT = "c0ffee" * 8, "client-secret-0xBEEF"
AUTH = {
    "redirect_uri": "https://map.example.org/oauth2callback",
    "cookie_secret": COOKIE,
    "client_id": "sitmap",
    "client_secret": CLIENT,
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}
READERS = {"emails": ["Ada@Example.org"], "domains": ["@press.example.net"]}


def written(folder: Path, auth: dict | None = None, readers: dict | None = None) -> Path:
    path = folder / "login.toml"
    lines = ["[auth]", *(f"{key} = {json.dumps(value)}" for key, value in (auth or AUTH).items())]
    if readers != {}:
        lines += [
            "[readers]",
            *(f"{key} = {json.dumps(value)}" for key, value in (readers or READERS).items()),
        ]
    path.write_text("\n".join(lines), encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(
    ("email", "admitted"),
    [
        ("ada@example.org", True),
        ("ADA@EXAMPLE.ORG ", True),
        ("eve@example.org", False),
        ("anybody@press.example.net", True),
        ("eve@evil-press.example.net", False),
        ("eve@sub.press.example.net", False),
        ("press.example.net", False),
        ("ada@example.org@evil.example", False),
        ("", False),
    ],
)
def test_only_those_on_the_list_are_admitted(tmp_path: Path, email: str, *, admitted: bool):
    assert login_settings.readers(written(tmp_path)).admits(email) is admitted


@pytest.mark.parametrize(
    ("auth", "readers", "problem"),
    [
        *(({**AUTH, key: ""}, None, rf"auth\.{key} is missing") for key in AUTH),
        ({**AUTH, "cookie_secret": "c0ffee"}, None, "shorter than 32"),
        ({**AUTH, "redirect_uri": "http://map.example.org/oauth2callback"}, None, "must begin with https"),
        ({**AUTH, "redirect_uri": "https://map.example.org/"}, None, "and /oauth2callback"),
        ({**AUTH, "server_metadata_url": "http://id.example.org/x"}, None, "must begin with https"),
        (None, {}, r"\[readers\] is missing"),
        (None, {"emails": []}, "admits nobody"),
        (None, {"emails": "ada@example.org"}, "must be a list"),
    ],
)
def test_settings_that_are_no_door_are_refused_without_a_secret(tmp_path: Path, auth, readers, problem: str):
    with pytest.raises(SettingsError, match=problem) as refused:
        login_settings.check("0.0.0.0", str(written(tmp_path, auth, readers)))  # noqa: S104 - what is checked
    assert COOKIE not in str(refused.value)
    assert CLIENT not in str(refused.value)


def test_a_file_that_is_no_toml_is_not_quoted(tmp_path: Path):
    path = written(tmp_path)
    path.write_text(f"[auth]\ncookie_secret = {COOKIE}", encoding="utf-8")
    with pytest.raises(SettingsError, match="is not TOML") as refused:
        login_settings.readers(path)
    assert COOKIE not in str(refused.value)
    assert refused.value.__cause__ is None


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
def test_a_file_that_others_may_read_is_refused(tmp_path: Path):
    path = written(tmp_path)
    path.chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        login_settings.readers(path)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "map.example.org", ""])  # noqa: S104 - what is refused
def test_nothing_is_served_beyond_this_machine_without_a_login(host: str):
    with pytest.raises(SettingsError, match="--login"):
        server.command(host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machine_needs_none(host: str):
    assert f"--server.address={host}" in server.command(host=host)


def test_the_command_says_how(tmp_path: Path):
    done = CliRunner().invoke(main, ["app", "--host", "0.0.0.0", "--no-browser"])  # noqa: S104 - what is refused
    assert done.exit_code == 2
    assert "--login" in done.stderr
    done = CliRunner().invoke(main, ["app", "--login", str(tmp_path / "none.toml"), "--no-browser"])
    assert done.exit_code == 2
    assert "none.toml: cannot be opened" in done.stderr


PEOPLE = [
    ("ada", "ada@example.org", True),
    ("eve", "eve@example.org", True),
    ("liar", "ada@example.org", False),
]


@pytest.fixture
def provider() -> Iterator[str]:
    """A local identity provider, in a process of its own: its warnings are not ours."""
    port = free_port()
    claims = [
        json.dumps({"sub": sub, "email": email, "email_verified": verified})
        for sub, email, verified in PEOPLE
    ]
    users = [word for claim in claims for word in ("--user-claims", claim)]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *users]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://localhost:{port}"
        for _ in range(150):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}{METADATA}"):  # noqa: S310 - our own
                break
            time.sleep(0.2)
        yield address
        process.terminate()


@pytest.mark.browser
def test_only_readers_come_in_and_review_under_their_own_name(tmp_path: Path, visit, serve, provider: str):
    port = free_port()
    local = {
        "redirect_uri": f"http://localhost:{port}/oauth2callback",
        "server_metadata_url": f"{provider}{METADATA}",
    }
    path = written(tmp_path, AUTH | local, {"emails": ["ada@example.org"]})
    made = Case.create(tmp_path / "case.gpkg")
    made.add([samples.FOUNDING])
    enter = messages.say("login.enter")
    everywhere = "0.0.0.0"  # noqa: S104 - what needs the login
    with serve(case=str(made.path), login=str(path), host=everywhere, port=port):
        for person, admitted in (("ada", True), ("eve", False), ("liar", False)):
            with visit(f"http://localhost:{port}/") as seen:
                page = seen.page
                page.get_by_role("button", name=enter).wait_for(timeout=90_000)
                assert page.locator(".card").count() == 0
                seen.screenshot("app-login")
                assert person != "ada" or serious(page) == []
                page.get_by_role("button", name=enter).click()
                page.get_by_role("button", name=person, exact=True).click()
                if admitted:
                    read(seen)
                    page.locator(".card-button").first.click()
                    page.locator(".review-accept").click()
                    expect(page.locator(".card.selected")).to_contain_text("Accepted by ada@example.org")
                    expect(page.get_by_placeholder("Your name")).to_be_disabled()
                else:
                    expect(page.get_by_text("may not read here")).to_be_visible()
                    assert page.locator(".card").count() == 0
    log = (tmp_path / "log").read_text(encoding="utf-8", errors="replace")
    assert COOKIE not in log
    assert CLIENT not in log
