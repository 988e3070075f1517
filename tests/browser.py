"""Real Chromium for tests: pages watched for errors and for requests that leave the machine.

The fixtures `chromium` and `visit` are there for every test; `conftest.py` imports them.
"""

import os
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

EXECUTABLE = Path("/usr/bin/chromium")
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_LOCAL_SCHEMES = {"file", "data", "blob", "about"}
_LOCAL_HOSTS = {"127.0.0.1", "localhost", "::1"}

DESK, PHONE = (1280, 800), (390, 844)

#: Pictures that a person looks at; CI keeps them.
ARTEFACTS = Path(__file__).parent.parent / "artefacts"


@dataclass
class Visit:
    """An open page, what went wrong on it and what it asked for beyond this machine."""

    page: Page
    errors: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def screenshot(self, name: str, *, full_page: bool = False) -> Path:
        ARTEFACTS.mkdir(exist_ok=True)
        path = ARTEFACTS / f"{name}.png"
        self.page.screenshot(path=path, full_page=full_page)
        return path

    def _note(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)

    def _guard(self, route: Route) -> None:
        address = urllib.parse.urlsplit(route.request.url)
        if address.scheme in _LOCAL_SCHEMES or address.hostname in _LOCAL_HOSTS:
            route.continue_()
        else:
            self.left.append(route.request.url)
            route.abort()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not EXECUTABLE.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{EXECUTABLE} is missing: apt-get install chromium")
        pytest.skip(f"{EXECUTABLE} is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Callable[..., AbstractContextManager[Visit]]:
    """Opens an address: ``with visit(url, size=PHONE, dark=True) as seen: ...``."""

    @contextmanager
    def open_page(
        url: str, *, size: tuple[int, int] = DESK, dark: bool = False, scale: float = 1
    ) -> Iterator[Visit]:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            device_scale_factor=scale,
            locale="en-GB",
            timezone_id="UTC",
        )
        seen = Visit(context.new_page())
        context.route("**/*", seen._guard)
        seen.page.on("console", lambda message: seen._note(message.type, message.text))
        seen.page.on("pageerror", lambda error: seen._note("error", str(error)))
        try:
            seen.page.goto(url)
            yield seen
        finally:
            context.close()

    return open_page
