"""Two readers at work on one case for a while: `python tests/benchmarks/soak_case.py [MINUTES]` (20).

Starts the app as `sitmap app case.gpkg` does, and in two browsers does what readers do, in an order that
chance gives and a fixed seed repeats: add a report, accept, reject, correct, move a mark, grade, take back,
filter, play the days, go through the findings and the tables, export, open the page anew. What another reader
decided meanwhile is overruled or left, by chance. Reports come in during the first third, so that a leak can
be told from growth. The memory of the server and of each browser's script is printed every half minute, and
at the end what was done, what failed and what the server's log says. Ends with 1 where a step failed, the
log tells of trouble, or the server needs in the last quarter on average over 10 % more than in the second.
"""

import re
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Error, Locator, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import _ARGUMENTS, EXECUTABLE  # the folder of tests is on the path since the line above
from crowd import reports
from pages.conftest import running, sign
from sitmap.case import Case

_MINUTES = 20.0
_STEP_S = 1.0
_SAMPLE_S = 30.0
#: The machine may be busy with other things.
_PATIENCE_MS = 120_000
#: Reports that are there at the start, and that each reader adds.
_FIRST, _ADDED = 12, 8
_MOST_GROWTH = 1.10
_LOGGED = re.compile(r"Traceback|\b(?:error|exception|warning|critical)\b", re.IGNORECASE)


@dataclass
class Desk:
    """One reader: a page, a name, chance, and what became of each step."""

    name: str
    page: Page
    chance: Random
    url: str
    texts: list[str]
    done: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    heap_mb: float = 0.0

    def card(self) -> None:
        """Select some claim, and wait until it can be reviewed."""
        buttons = self.page.locator(".card:visible .card-button")
        count = buttons.count()
        if not count:
            clear(self)
            buttons.first.wait_for()
            count = buttons.count()
        buttons.nth(self.chance.randrange(count)).click()
        expect(self.page.locator(".card.selected .review-accept")).to_be_visible()

    def settle(self, words: Callable[[], object]) -> None:
        """Wait for an answer, and decide where another reader has decided meanwhile."""
        words()
        self.page.wait_for_timeout(700)
        ask = self.page.locator(".review-told button:visible")
        if ask.count():
            ask.nth(self.chance.randrange(2)).click()
            self.page.wait_for_timeout(700)

    def answered(self, form: Locator) -> None:
        """Wait until a form is taken; where another reader has decided meanwhile, decide, or leave it."""
        choices = form.locator(".review-told button")
        until = time.monotonic() + _PATIENCE_MS / 1e3
        while form.is_visible() and not choices.count() and time.monotonic() < until:
            self.page.wait_for_timeout(100)
        if choices.count():
            choice = self.chance.choice((".review-on_purpose", ".review-leave"))
            form.locator(choice).click()
            if choice == ".review-leave":
                form.locator(".form-cancel").click()
        expect(form, form.inner_text() if form.is_visible() else "").to_be_hidden(timeout=5_000)


def clear(desk: Desk) -> None:
    button = desk.page.locator(".sitmap-clear:visible")
    if button.count():
        button.click()
        expect(desk.page.locator(".sitmap-choices")).to_be_hidden()


def add(desk: Desk) -> None:
    page = desk.page
    box = page.get_by_label("Report text")
    if not box.is_visible():
        page.get_by_text("Add reports", exact=True).click()
    box.fill(desk.texts.pop())
    box.press("Tab")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_text(re.compile(r"1 report added|in the case already")).first).to_be_visible()
    page.get_by_text("Add reports", exact=True).click()


def accept(desk: Desk) -> None:
    desk.card()
    desk.settle(desk.page.locator(".review-accept").click)


def reject(desk: Desk) -> None:
    desk.card()
    desk.settle(desk.page.locator(".review-reject").click)


def grade(desk: Desk) -> None:
    desk.card()
    choice = desk.page.locator(".card.selected .review-grade select").first
    desk.settle(lambda: choice.select_option(str(desk.chance.randint(1, 6))))


def correct(desk: Desk) -> None:
    desk.card()
    desk.page.locator(".review-correct").click()
    form = desk.page.locator("form.form")
    form.get_by_label("At most").fill(str(desk.chance.randint(10_000, 99_999)))
    form.get_by_role("button", name="Save").click()
    desk.answered(form)


def move(desk: Desk) -> None:
    desk.card()
    desk.page.locator(".review-move").click()
    mover = desk.page.locator("form.mover")
    lat, lon = desk.chance.uniform(30, 50), desk.chance.uniform(20, 60)
    mover.get_by_label("Latitude and longitude").fill(f"{lat:.4f} N {lon:.4f} E")
    desk.page.keyboard.press("Enter")
    desk.answered(mover)


def undo(desk: Desk) -> None:
    desk.page.locator(".card-button:visible").first.focus()
    desk.settle(lambda: desk.page.keyboard.press("u"))


def queue(desk: Desk) -> None:
    desk.page.locator(".card-button:visible").first.focus()
    for _ in range(3):
        desk.page.keyboard.press("n")
    expect(desk.page.locator(".card.selected")).to_have_count(1)


def filtered(desk: Desk) -> None:
    page = desk.page
    tool(desk, "filter")
    boxes = page.locator(".sitmap-filters details[open] input")
    boxes.nth(desk.chance.randrange(boxes.count())).check()
    expect(page.locator(".sitmap-choices")).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(1500)
    clear(desk)


def play(desk: Desk) -> None:
    tool(desk, "time")
    desk.page.locator(".sitmap-play").click()
    desk.page.wait_for_timeout(5000)
    if desk.page.locator(".sitmap-play", has_text="Pause").count():
        desk.page.locator(".sitmap-play").click()
    desk.page.keyboard.press("Escape")
    clear(desk)


def tool(desk: Desk, name: str) -> None:
    button = desk.page.locator(f"[data-tool={name}]")
    if button.get_attribute("aria-expanded") != "true":
        button.click()


def findings(desk: Desk) -> None:
    page = desk.page
    page.locator(".tab", has_text="Findings").click()
    shown = page.locator(".finding-button:visible")
    if shown.count():
        shown.nth(desk.chance.randrange(shown.count())).click()
    page.locator(".tab", has_text="Claims").click()


def sheet(desk: Desk) -> None:
    tabs = desk.page.locator("[data-testid=stTab]")
    chosen = tabs.nth(desk.chance.randrange(tabs.count()))
    chosen.click()
    expect(chosen).to_have_attribute("aria-selected", "true")
    desk.page.wait_for_timeout(500)


def export(desk: Desk) -> None:
    page = desk.page
    page.get_by_role("button", name="Downloads").click()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Map as one HTML file", exact=True).click()
    assert caught.value.path().stat().st_size > 100_000
    page.keyboard.press("Escape")


def reopen(desk: Desk) -> None:
    page = desk.page
    page.goto("about:blank")
    page.goto(desk.url)
    page.locator(".card").first.wait_for()
    sign(page, desk.name)


#: What readers do, and how often.
STEPS: Mapping[Callable[[Desk], None], int] = {
    add: 12, accept: 6, reject: 3, grade: 3, correct: 4, move: 3, undo: 4, queue: 4, filtered: 5, play: 2,
    findings: 3, sheet: 5, export: 1, reopen: 1,
}  # fmt: skip


def work(desk: Desk, until: float) -> None:
    """Do one thing after another until the time is up; reports are added in the first third."""
    start = time.monotonic()
    while (now := time.monotonic()) < until:
        (step,) = desk.chance.choices(list(STEPS), weights=list(STEPS.values()))
        if step is add and (not desk.texts or now - start > (until - start) / 3):
            continue
        try:
            step(desk)
            desk.done[step.__name__] += 1
        except (AssertionError, Error) as error:
            number = len(desk.failed)
            desk.failed.append(f"{desk.name}, {step.__name__}: {str(error)[:600]}")
            desk.page.screenshot(path=Path(tempfile.gettempdir(), f"soak-{desk.name}-{number}.png"))
            reopen(desk)
        desk.heap_mb = desk.page.evaluate("performance.memory.usedJSHeapSize / 1e6")
        desk.page.wait_for_timeout(_STEP_S * 1000)


def reader(name: str, url: str, texts: list[str], minutes: float, desks: dict[str, Desk]) -> None:
    """Open a browser of its own, and work in it."""
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=list(_ARGUMENTS))
        page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
        page.set_default_timeout(_PATIENCE_MS)
        desk = desks[name] = Desk(name, page, Random(name), url, texts)  # noqa: S311 - variety, not secrecy
        page.on("pageerror", lambda error: desk.failed.append(f"{name}, script: {error}"))
        reopen(desk)
        work(desk, time.monotonic() + minutes * 60)
        browser.close()


def memory_mb(pid: int) -> float:
    """Resident memory of a process, MB (proc(5), VmRSS)."""
    (line,) = re.findall(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    return int(line) / 1e3


def watch(pid: int, desks: Mapping[str, Desk], over: threading.Event) -> list[float]:
    """Print the memory of server and browsers until the work is over."""
    found: list[float] = []
    start = time.monotonic()
    while not over.wait(_SAMPLE_S):
        found.append(memory_mb(pid))
        heaps = "  ".join(f"{desk.name} {desk.heap_mb:5.0f} MB" for desk in desks.values())
        steps = sum(sum(desk.done.values()) for desk in desks.values())
        line = (
            f"{(time.monotonic() - start) / 60:6.1f} min  server {found[-1]:6.0f} MB  {heaps}  {steps} steps"
        )
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return found


def grown(found: list[float]) -> float:
    """Memory of the last quarter over that of the second, on average."""
    quarter = max(1, len(found) // 4)
    return statistics.mean(found[-quarter:]) / statistics.mean(found[quarter : 2 * quarter] or found[:1])


def soak(folder: Path, minutes: float) -> bool:
    """Let two readers work, and tell what became of it; whether all went well."""
    own = Case.create(folder / "case.gpkg", title="Soak")
    made = reports(_FIRST + 2 * _ADDED)
    own.add(made[:_FIRST])
    texts = [report.text for report in made[_FIRST:]]
    log = folder / "log"
    desks: dict[str, Desk] = {}
    over = threading.Event()
    expect.set_options(timeout=_PATIENCE_MS)
    with running(log, case=str(own.path)) as (url, pid), ThreadPoolExecutor(3) as pool:
        watched = pool.submit(watch, pid, desks, over)
        readers = [
            pool.submit(reader, name, url, texts[at::2], minutes, desks)
            for at, name in enumerate(("Ada", "Ben"))
        ]
        try:
            for one in readers:
                one.result()
        finally:
            over.set()
        found = watched.result()
    logged = [line for line in log.read_text(errors="replace").splitlines() if _LOGGED.search(line)]
    for desk in desks.values():
        told = ", ".join(f"{name} {number}" for name, number in sorted(desk.done.items()))
        sys.stdout.write(f"{desk.name}: {told}; {len(desk.failed)} failed\n")
        sys.stdout.writelines(f"  {line}\n" for line in desk.failed)
    history, growth = own.snapshot().history, grown(found)
    sys.stdout.write(f"{len(own.snapshot().reports)} reports, {len(history)} entries in the case\n")
    sys.stdout.write(
        f"log: {len(logged)} lines of trouble\n" + "".join(f"  {line}\n" for line in logged[:40])
    )
    sys.stdout.write(f"server's memory, last quarter over second: {growth:.2f}\n")
    return not logged and growth <= _MOST_GROWTH and not any(desk.failed for desk in desks.values())


def main() -> None:
    """Soak the app in a case of its own."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else _MINUTES
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(not soak(Path(folder), minutes))


if __name__ == "__main__":
    main()
