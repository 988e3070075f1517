"""Time the opening of a large case, step by step: `python tests/benchmarks/bench_case.py [REPORTS]`.

Puts synthetic reports of five claims each into a case and opens it as the app does, short of the browser,
three times: for the first time, when every report is read; when the reports are known and somebody has reviewed a
claim since; and as it was left, which is the usual way. Beside it, in the same run, a loop of folium Markers
with popup and tooltip draws the same claims. Seconds of this process's own work (CPU) are printed, which
other programs do not stretch, with those on the clock and the greatest memory so far. The aim for 2,000 reports and
10,000 claims is to have the case as it was left drawn at least 20 times as fast as the loop of Markers.
`bench_app.py` beside it measures the same in a real browser.
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
from sitmap.pages import drawing

_REPORTS = 2_000
_BASELINE = "baseline: a folium Marker a claim"
_DRAW = "after a review: draw, and keep it"
_LEFT = "as it was left: look it up"


@contextmanager
def timed(what: str, spent: dict[str, float]) -> Iterator[None]:
    """Print what a step took, and what the process has needed at most until now."""
    start, clock = time.process_time(), time.perf_counter()
    yield
    spent[what] = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    told = (
        f"{what:<44} {spent[what]:7.2f} s  {time.perf_counter() - clock:7.2f} s on the clock  {peak:5.2f} GB"
    )
    sys.stdout.write(f"{told}\n")
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
        store = kept.Store.open()
        own = case.Case.create(Path(folder, "case.gpkg"))
        with timed("put the reports into the case", spent):
            own.add(crowd.reports(number))
        with timed("the case file: take a snapshot", spent):
            found = case.Case.open(own.path).snapshot()
        with timed("for the first time: read the reports", spent):
            readings = pipeline.read_reports(found.reports)
        with timed("for the first time: keep what was read", spent):
            store.keep(readings)
        with timed("after a review: find what was read", spent):
            known = store.readings(found.reports)
        with timed("after a review: apply the reviews", spent):
            reviewed = case.apply([known[report.report_id] for report in found.reports], found.history)
        with timed("after a review: events and checks", spent):
            situation = pipeline.assemble(reviewed.readings)
        with timed(_DRAW, spent):
            made = drawing.pack(situation, drawing.drawing(situation))
            store.keep_drawing("key", made.dumps())
        with timed(_LEFT, spent):
            shown = drawing.Drawing.loads(store.drawing("key") or b"")
    with timed(_BASELINE, spent):
        page = markers(situation.claims)
    sys.stdout.write(
        f"{number} reports, {len(situation.claims)} claims, {len(situation.findings)} findings; to the browser "
        f"{len(shown.packed) / 1e6:.1f} MB, folium's page {len(page) / 1e6:.1f} MB\n"
    )
    for told, step in (("as it was left", _LEFT), ("after a review", _DRAW)):
        ratio = spent[_BASELINE] / spent[step]
        sys.stdout.write(f"{told} it is drawn {ratio:.1f} times as fast as by the loop of Markers\n")


if __name__ == "__main__":
    main()
