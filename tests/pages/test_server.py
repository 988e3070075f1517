import os
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request

import pytest

from sitmap import resources
from sitmap.errors import SitmapError
from sitmap.pages import server


def test_the_command_serves_the_entry_script_on_loopback():
    command = server.command(port=9001)
    assert command[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert command[4] == str(resources.app())
    assert {"--server.address=127.0.0.1", "--server.port=9001", "--browser.gatherUsageStats=false"} <= {
        *command
    }
    assert "--" not in command


def test_the_sample_goes_to_the_app_and_not_to_streamlit():
    assert server.command(sample="founding")[-3:] == ["--", "--sample", "founding"]


@pytest.mark.parametrize(("open_browser", "headless"), [(True, "false"), (False, "true")])
def test_a_browser_opens_only_when_asked(headless: str, *, open_browser: bool):
    assert f"--server.headless={headless}" in server.command(open_browser=open_browser)


def test_a_free_port_passes():
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        free = probe.getsockname()[1]
    server.check_port(server.HOST, free)


def test_a_used_port_is_named_with_the_way_out():
    with socket.socket() as holder:
        holder.bind((server.HOST, 0))
        holder.listen()
        used = holder.getsockname()[1]
        with pytest.raises(SitmapError, match=rf"port {used} on 127\.0\.0\.1 .*--port"):
            server.check_port(server.HOST, used)


def test_a_port_that_no_machine_has_is_refused():
    with pytest.raises(SitmapError, match="65535"):
        server.check_port(server.HOST, 70_000)


def test_starting_the_app_needs_no_streamlit():
    code = "import sys, sitmap.pages.server; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_streamlit_finds_its_settings_beside_the_entry_script():
    settings = tomllib.loads((resources.app().parent / ".streamlit" / "config.toml").read_text())
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["address"] == "127.0.0.1"


def test_the_first_start_on_a_machine_asks_nothing(tmp_path):
    """A newcomer's home is empty; the app comes up at once and opens the browser (here: a stand-in)."""
    opened = tmp_path / "opened"
    browser = tmp_path / "xdg-open"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        port = probe.getsockname()[1]
    environment = {"HOME": str(tmp_path), "PATH": f"{tmp_path}:{os.environ['PATH']}", "BROWSER": str(browser)}
    process = subprocess.Popen(
        server.command(port=port, sample="founding", open_browser=True),
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert any(_answers(f"http://{server.HOST}:{port}/_stcore/health") for _ in range(300))
        assert any(opened.exists() or time.sleep(0.2) for _ in range(100))
    finally:
        process.kill()
        process.communicate()
    assert str(port) in opened.read_text()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server on loopback
            return answer.status == 200
    except OSError:
        time.sleep(0.2)
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_the_server_ends_with_the_command_that_started_it():
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        port = probe.getsockname()[1]
    command = [
        *(sys.executable, "-c", "from sitmap.cli import main; main()"),
        *("app", "--no-browser", "-q", "--port", str(port)),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex((server.HOST, port)) == 0:
                    break
            time.sleep(0.2)
        process.terminate()
        process.wait(timeout=60)
    server.check_port(server.HOST, port)
