"""Time all checks on 1,000 claims: `python tests/benchmarks/bench_checks.py`.

A mix as reports give it: two in five deployments with counts, a launch and an impact for each flight,
and a zone claim on every impact. Prints seconds; the aim is one second on one core.
"""

import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import samples
from sitmap import checks, zones
from sitmap.model import Claim

_REPORTS = 250


def claims() -> list[Claim]:
    """One thousand claims in 250 reports of four."""
    made = []
    for number in range(_REPORTS):
        for claim in samples.FOUNDING_CLAIMS:
            ids = {"claim_id": f"{claim.claim_id}-{number}", "report_id": f"report-{number}"}
            made.append(replace(claim, **ids))
    return made


def main() -> None:
    """Run once to load the zones, then time one run."""
    drawn = claims()
    lookup = zones.load()
    checks.run(drawn[:4], zones=lookup)
    start = time.perf_counter()
    found = checks.run(drawn, zones=lookup)
    seconds = time.perf_counter() - start
    counted = ", ".join(f"{name} {count}" for name, count in Counter(f.check for f in found).items())
    sys.stdout.write(f"{len(drawn)} claims, {len(found)} findings ({counted}): {seconds:.2f} s\n")


if __name__ == "__main__":
    main()
