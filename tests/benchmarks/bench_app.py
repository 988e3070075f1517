"""Time a large case in a real browser: `python tests/benchmarks/bench_app.py [REPORTS]`.

Serves the app on a case of synthetic reports of five claims each and opens it in Debian's Chromium: for
the first time, when every report is read; by a server that has just been started, the case as it was left;
and by another session of that server, which is the usual way. Prints the seconds on the clock from the
address to the first mark on the map and to the first card, the time from a change of the filters to the
next picture, and what the server's process needs. The aims for 2,000 reports and 10,000 claims are 3 s,
0.5 s and 1.5 GB. A busy machine stretches them: the load is printed, and the baseline of the same run, a page
of Streamlit that says one word, which is its own share: its server's answer, scripts and fonts. A case of one
report is opened beside it.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, Page, sync_playwright

import browser
import crowd
from sitmap import resources
from sitmap.case import Case
from sitmap.pages import server

_REPORTS = 2_000
_PATIENCE_MS = 1_800_000
#: Ticks a box of the filters and waits for the picture after the one in which the map is drawn anew.
_TICK = """async (box) => {
  const start = performance.now();
  box.click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


#: The baseline: nothing but Streamlit.
_BARE = "import streamlit as st\n\nst.write('bare')\n"
_REPEATS = 3


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], port: int) -> Iterator[tuple[str, int]]:
    """Run a server; where it answers, and the number of its process."""
    address = f"http://{server.HOST}:{port}"
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        while not _answers(f"{address}/_stcore/health"):
            time.sleep(0.1)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def app(case: Path) -> AbstractContextManager[tuple[str, int]]:
    """Serve the app on a case."""
    port = free_port()
    return served(server.command(port=port, case=str(case)), port)


def bare(folder: Path) -> AbstractContextManager[tuple[str, int]]:
    """Serve the baseline, with the app's own settings."""
    script = folder / "bare.py"
    script.write_text(_BARE, encoding="utf-8")
    port = free_port()
    command = [str(script) if word == str(resources.app()) else word for word in server.command(port=port)]
    return served(command, port)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address):  # noqa: S310 - our own server
            return True
    except urllib.error.URLError:
        return False


def baseline(chromium: Browser, folder: Path) -> None:
    """Print how long the bare page takes, once its server is warm."""
    with bare(folder) as (address, _):
        took = []
        for _ in range(1 + _REPEATS):
            context = chromium.new_context(viewport={"width": 1280, "height": 800})
            start = time.perf_counter()
            page = context.new_page()
            page.goto(address)
            page.get_by_text("bare", exact=True).wait_for(timeout=_PATIENCE_MS)
            took.append(time.perf_counter() - start)
            context.close()
    sys.stdout.write(
        f"{'baseline: a page of Streamlit alone':<44} first word {statistics.median(took[1:]):7.2f} s"
        f"   (just started {took[0]:.2f} s)   load {os.getloadavg()[0]:.1f}\n"
    )


@contextmanager
def opened(chromium: Browser, address: str, what: str) -> Iterator[Page]:
    """Open the app in a session of its own, and print how long that takes."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address)
    page.locator(".sitmap-icon").first.wait_for(timeout=_PATIENCE_MS)
    mark = time.perf_counter() - start
    page.locator(".card").first.wait_for(timeout=_PATIENCE_MS)
    card = time.perf_counter() - start
    sys.stdout.write(
        f"{what:<44} first mark {mark:7.2f} s   first card {card:7.2f} s   load {os.getloadavg()[0]:.1f}\n"
    )
    sys.stdout.flush()
    # The tables beneath come last: until then the session is at work.
    page.locator("[data-testid=stDataFrame]").first.wait_for(timeout=_PATIENCE_MS)
    yield page
    context.close()


def filters(page: Page) -> None:
    """Print how long changes of the filters take until they are drawn."""
    page.locator("[data-tool=filter]").click()
    boxes = page.locator(".sitmap-filters details[open] input").element_handles()[:6]
    took = [page.evaluate(_TICK, box) for box in boxes for _ in range(2)]
    sys.stdout.write(
        f"{'a filter changed, until it is drawn':<44} median {statistics.median(took) / 1e3:.3f} s   "
        f"at most {max(took) / 1e3:.3f} s   ({len(took)} changes)\n"
    )


def memory(process: int) -> None:
    """Print what a process needs, as Linux tells it."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    kilobytes = {
        line.split(":")[0]: int(line.split()[1]) for line in told if line.startswith(("VmRSS", "VmHWM"))
    }
    now, most = kilobytes["VmRSS"] / 1e6, kilobytes["VmHWM"] / 1e6
    sys.stdout.write(f"{'memory of the server':<44} {now:.2f} GB now   {most:.2f} GB at most\n")


def main() -> None:
    """Make a small case and a large one, and open both."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else _REPORTS
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ[resources.OWN_CACHE] = str(Path(folder, "kept"))
        chromium = playwright.chromium.launch(
            executable_path=browser.EXECUTABLE, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        small, large = (Case.create(Path(folder, f"{name}.gpkg")) for name in ("small", "large"))
        small.add(crowd.reports(1))
        large.add(crowd.reports(number))
        baseline(chromium, Path(folder))
        with app(small.path) as (address, _):
            for what in ("for the first time", "as it was left"):
                with opened(chromium, address, f"1 report, {what}"):
                    pass
        first = f"{number} reports, for the first time"
        with app(large.path) as (address, process), opened(chromium, address, first):
            memory(process)
        with app(large.path) as (address, process):
            with opened(chromium, address, f"{number} reports, the server just started"):
                pass
            for _ in range(_REPEATS):
                with opened(chromium, address, f"{number} reports, as they were left") as page:
                    filters(page)
            memory(process)
        baseline(chromium, Path(folder))
        chromium.close()


if __name__ == "__main__":
    main()
