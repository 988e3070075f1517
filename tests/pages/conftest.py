import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import samples
import sitmap
from browser import DESK, Visit
from sitmap.case import Case
from sitmap.model import Reading, Report
from sitmap.pages import server
from sitmap.pipeline import Situation

CLAIMS = (*samples.FOUNDING_CLAIMS, samples.UNFOUND)
FINDINGS = (samples.ZONE_FINDING, samples.TRAJECTORY_FINDING)


def stand_in(found: tuple[Report, ...], **_: object) -> Situation:
    """The sample claims for the founding report, none for another: no stage of reading runs."""
    told = any(report.report_id == "founding" for report in found)
    return Situation(
        readings=tuple(
            Reading(report=report, claims=CLAIMS if report.report_id == "founding" else ())
            for report in found
        ),
        findings=FINDINGS if told else (),
    )


@pytest.fixture
def read_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitmap, "situation", stand_in, raising=False)


#: The map's element, marked when it is first asked for, and how the map lies.
VIEW = """() => {
  const root = document.querySelectorAll("*");
  const host = [...root].find((each) => each.shadowRoot?.querySelector(".canvas"));
  const canvas = host.shadowRoot.querySelector(".canvas");
  const kept = globalThis.keptCanvas ??= canvas;
  const pane = canvas.querySelector(".leaflet-map-pane");
  const scale = canvas.querySelector(".sitmap-scale").textContent;
  return { node: kept === canvas, pane: pane.style.transform, scale };
}"""


def still(page):
    """Give the map's view once it stands still: what flies to a choice takes its time."""
    view, before = page.evaluate(VIEW), None
    while view != before:
        page.wait_for_timeout(400)
        view, before = page.evaluate(VIEW), view
    return view


Opener = Callable[..., AbstractContextManager[Visit]]

# The machine may be busy with other tests.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real server answers, started as `sitmap app` starts it."""
    with serving(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., AbstractContextManager[str]]:
    """Serves the app on a case of the test's own: ``with serve(case=path) as address: ...``."""
    return partial(serving, tmp_path)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where a server works on a case file, and the path where each test puts a case of its own."""
    folder = tmp_path_factory.mktemp("desk")
    path = folder / "case.gpkg"
    with serving(folder, case=str(path)) as url:
        yield url, path


@pytest.fixture
def empty(desk: tuple[str, Path]) -> Case:
    """A case of the test's own, without a report."""
    _, path = desk
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    return Case.create(path, title="Two launches")


@pytest.fixture
def file(empty: Case) -> Case:
    """A case of the test's own, with the founding report in it."""
    empty.add([samples.FOUNDING])
    return empty


@pytest.fixture
def at(desk: tuple[str, Path], file: Case) -> str:  # noqa: ARG001 - the case must lie there
    """Where the app serves that case."""
    address, _ = desk
    return address


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def serving(folder: Path, *, case: str = "", port: int = 0, **options: str) -> Iterator[str]:
    """Serve the app on a free port; nothing may have gone wrong in it when it ends."""
    log = folder / "log"
    with running(log, case=case, port=port, **options) as (url, _):
        yield url
    assert "Traceback" not in log.read_text(errors="replace")


@contextmanager
def running(log: Path, *, case: str = "", port: int = 0, **options: str) -> Iterator[tuple[str, int]]:
    """Serve the app on a free port: its address, and the number of its process."""
    port = port or free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(server.command(port=port, case=case, **options), stdout=out, stderr=out)
        try:
            _wait(f"http://{server.HOST}:{port}/_stcore/health", process, log)
            yield f"http://{server.HOST}:{port}", process.pid
        finally:
            process.terminate()
            process.wait()


def _wait(url: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server on loopback
                if answer.status == 200:
                    return
        except OSError:
            assert process.poll() is None, log.read_text(errors="replace")
            time.sleep(0.2)
    pytest.fail(f"the app did not start: {log.read_text(errors='replace')}")


@pytest.fixture
def start(visit: Opener, address: str) -> Opener:
    """Opens the app; nothing may have gone wrong, or out, when the visit ends."""

    @contextmanager
    def open_app(query: str = "", **window: object) -> Iterator[Visit]:
        with visit(f"{address}/{query}", **window) as seen:
            yield seen
            assert seen.errors == []
            assert seen.left == []

    return open_app


@pytest.fixture
def sample(start: Opener) -> Opener:
    """Opens the founding sample, read and drawn."""

    @contextmanager
    def open_sample(**window: object) -> Iterator[Visit]:
        with start("?sample=founding", **window) as seen:
            read(seen)
            yield seen

    return open_sample


@pytest.fixture
def founding(sample: Opener) -> Iterator[Visit]:
    with sample(size=DESK) as seen:
        yield seen


def read(seen: Visit) -> None:
    seen.page.locator(".card").first.wait_for(timeout=90_000)
    seen.page.locator(".sitmap-icon").first.wait_for(state="attached")
    settle(seen.page)


def sign(page: Page, name: str) -> None:
    """Give the reviewer's name, as a review needs one."""
    box = page.get_by_placeholder("Your name")
    box.fill(name)
    box.press("Enter")
    expect(page.get_by_placeholder("Your name")).to_have_value(name)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page's script has run: a click or a file for what is being redrawn goes astray."""
    app = page.get_by_test_id("stApp")
    page.wait_for_timeout(200)  # the run that a key asked for has begun by then
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
