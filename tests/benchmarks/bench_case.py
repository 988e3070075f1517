"""Time the opening of a large case, step by step: `python tests/benchmarks/bench_case.py [REPORTS]`.

Puts synthetic reports of five claims each into a case and opens it as the app does, short of the browser,
three times: for the first time, when every report is read; after a review, when all are known; and as it
was left, which is the usual way. Beside it, in the same run, a loop of folium Markers with popup and
tooltip draws the same claims. Seconds of this process's own work (CPU) are printed, which other programs
do not stretch, with those on the clock and the greatest memory so far. The aim for 2,000 reports and
10,000 claims is to open the case as it was left, from the file to what the browser draws, at least 20
times as fast as the loop of Markers runs. `bench_app.py` beside it measures the same in a real browser.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import folium

import crowd
from sitmap import case, kept, pipeline, resources
from sitmap.model import Claim
from sitmap.pages import drawing, opening

_REPORTS = 2_000
_BASELINE = "baseline: a folium Marker a claim"
_LEFT = "as it was left"


@contextmanager
def timed(what: str, spent: dict[str, float]) -> Iterator[None]:
    """Print what a step took, and what the process has needed at most until now."""
    start, clock = time.process_time(), time.perf_counter()
    yield
    spent[what] = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    clocked = time.perf_counter() - clock
    sys.stdout.write(f"{what:<40} {spent[what]:7.2f} s {clocked:7.2f} s on the clock {peak:5.2f} GB\n")
    sys.stdout.flush()


def markers(claims: tuple[Claim, ...]) -> str:
    """Draw the claims as folium's own tutorial does: a Marker each."""
    drawn = folium.Map(tiles=None)
    for claim in claims:
        where = claim.location
        if where is not None and where.lat is not None and where.lon is not None:
            folium.Marker((where.lat, where.lon), popup=claim.quote, tooltip=claim.summary).add_to(drawn)
    return str(drawn.get_root().render())


def main() -> None:
    """Make a case, open it, and draw it both ways."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else _REPORTS
    spent: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ[resources.OWN_CACHE] = folder
        own = case.Case.create(Path(folder, "case.gpkg"))
        with timed("put the reports into the case", spent):
            own.add(crowd.reports(number))
        with timed("first: read, check and draw", spent):
            situation = opened(own).situation
        own.record(case.accept(situation.claims[0]), reviewer="A. Reader")
        found = own.snapshot()
        store = kept.Store.open()
        with timed("after a review: find what was read", spent):
            known = store.readings(found.reports)
        with timed("after a review: apply the history", spent):
            reviewed = case.apply([known[report.report_id] for report in found.reports], found.history)
        with timed("after a review: events and checks", spent):
            situation = pipeline.assemble(reviewed.readings)
        with timed("after a review: draw", spent):
            drawing.pack(situation, drawing.drawing(situation))
        opened(own)
        with timed(_LEFT, spent):
            shown = opened(own).drawing
    with timed(_BASELINE, spent):
        page = markers(situation.claims)
    counts = f"{number} reports, {len(situation.claims)} claims, {len(situation.findings)} findings"
    sizes = f"{len(shown.packed) / 1e6:.1f} MB to the browser, folium's page {len(page) / 1e6:.1f} MB"
    ratio = spent[_BASELINE] / spent[_LEFT]
    sys.stdout.write(f"{counts}; {sizes}\n")
    sys.stdout.write(f"as it was left it opens {ratio:.1f} times as fast as the loop of Markers runs\n")


def opened(own: case.Case) -> opening.Opening:
    """Open a case as a session of the app does that finds no other one."""
    found = case.Case.open(own.path).snapshot()
    made = opening.Opening(found, opening.key(found))
    made.prepare(None)
    return made


if __name__ == "__main__":
    main()
