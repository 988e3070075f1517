"""Time all checks on 1,000 claims: `python tests/benchmarks/bench_checks.py`.

A mix as reports give it: of ten claims seven are deployments with counts, one is a launch with its
impact, which names a zone, and one a site. Prints seconds of processor time; the aim is one. Then the
time to join the claims into events and lay their tellings side by side.
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

_REPORTS = 100
_MIX = (
    *samples.FOUNDING_CLAIMS,
    *(replace(samples.TROOPS_KURSK, source=f"source {number}") for number in range(5)),
    samples.UNFOUND,
)


def claims() -> list[Claim]:
    """Make one thousand claims, in a hundred reports of ten."""
    return [
        replace(claim, claim_id=f"c-{report}-{number}", report_id=f"report-{report}")
        for report in range(_REPORTS)
        for number, claim in enumerate(_MIX)
    ]


def main() -> None:
    """Run once to load the zones, then time one run."""
    drawn = claims()
    lookup = zones.load()
    checks.run(drawn[:10], zones=lookup)
    start = time.process_time()
    found = checks.run(drawn, zones=lookup)
    seconds = time.process_time() - start
    counted = ", ".join(f"{name} {count}" for name, count in Counter(f.check for f in found).items())
    sys.stdout.write(f"{len(drawn)} claims, {len(found)} findings ({counted}): {seconds:.2f} s\n")
    start = time.process_time()
    events = checks.compare(checks.unify(drawn), ())
    seconds = time.process_time() - start
    tellings = sum(len(event.tellings) for event in events)
    sys.stdout.write(f"{len(events)} events told more than once, {tellings} tellings: {seconds:.2f} s\n")


if __name__ == "__main__":
    main()
