"""How large a briefing of 500 claims is, and how long a browser takes to open it from disk.

Opens it in Debian's Chromium with the network off, from the start of loading until every mark is drawn, and
in the same run a page of the same size that holds nothing but its text, as the baseline.

    .venv/bin/python tests/benchmarks/bench_briefing.py [--claims 500] [--times 5]
"""

import argparse
import statistics
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, sync_playwright

import browser
import samples
import scenes
from sitmap import maps


def briefing(count: int) -> str:
    """Briefing of as many claims, each with a finding."""
    claims = scenes.crowd(count)
    findings = [
        replace(samples.ZONE_FINDING, finding_id=f"f-{claim.claim_id}", claim_ids=(claim.claim_id,))
        for claim in claims
    ]
    cover = {"as_of": datetime(2024, 11, 1, 12, tzinfo=UTC), "handling": "TLP:AMBER"}
    return maps.html(scenes.product(scenes.layers(claims), findings, [samples.FOUNDING], **cover))


def plain(size: int) -> str:
    """Page of as many bytes of text."""
    start, end = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><p>", "</p></body></html>"
    return start + "x " * ((size - len(start) - len(end)) // 2) + end


def seconds(chromium: Browser, path: Path, times: int) -> tuple[float, float, list[str]]:
    """Median time to open a page, by the clock and of its processor, and the errors of its console."""
    taken, worked, errors = [], [], []
    for _ in range(times):
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path.as_uri())
        # Two frames: the first may be asked for before the page is drawn.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        taken.append(page.evaluate("performance.now()") / 1000)
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        worked.append(metrics["ProcessTime"])
        context.close()
    return statistics.median(taken), statistics.median(worked), errors


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    text = briefing(asked.claims)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = {"briefing": Path(folder, "briefing.html"), "plain": Path(folder, "plain.html")}
        pages["briefing"].write_text(text, encoding="utf-8")
        pages["plain"].write_text(plain(len(text)), encoding="utf-8")
        chromium = playwright.chromium.launch(
            executable_path=browser.EXECUTABLE, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        found = {name: seconds(chromium, path, asked.times) for name, path in pages.items()}
        chromium.close()
    lines = [f"{asked.claims} claims: {len(text.encode()) / 1e6:.2f} MB"]
    for name, (taken, worked, errors) in found.items():
        lines.append(f"{name:<9} open in {taken:.2f} s, {worked:.2f} s of processor, {len(errors)} errors")
    lines.append(f"ratio {found['briefing'][0] / found['plain'][0]:.1f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
