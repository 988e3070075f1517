"""Time all checks on 1,000 claims: `python tests/benchmarks/bench_checks.py`.

A mix as reports give it: of ten claims seven are deployments with counts, one is a launch with its
impact, which names a zone, and one a site. Prints seconds of processor time; the aim is one. Then the
time to join the claims into events and lay their tellings side by side. Last the checks on 1,000 claims of
the sample reports, read over and over, with their texts and place names, which some checks go through too.
"""

import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import samples
from sitmap import checks, geocode, pipeline, resources, zones
from sitmap.model import Claim, Reading

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


def readings() -> list[Reading]:
    """Readings of the sample reports, over and over until they make 1,000 claims; no text comes twice."""
    read = [
        reading
        for path in sorted(resources.data("samples").glob("*.json"))
        for reading in pipeline.read_bytes(path.read_bytes(), name=path.name).readings
    ]
    told: list[Reading] = []
    while sum(len(reading.claims) for reading in told) < _REPORTS * len(_MIX):
        told += [_again(reading, len(told) + number) for number, reading in enumerate(read)]
    return told


def _again(reading: Reading, number: int) -> Reading:
    name = f"report-{number}"
    return replace(
        reading,
        report=replace(reading.report, report_id=name, text=f"{reading.report.text}\n\nNumber {number}."),
        claims=tuple(
            replace(claim, claim_id=f"{claim.claim_id}-{number}", report_id=name) for claim in reading.claims
        ),
    )


def _told(lookup: checks.ZoneLookup) -> None:
    """Time the checks with texts and place names."""
    told = readings()
    drawn = [claim for reading in told for claim in reading.claims]
    naming = checks.Naming(
        {reading.report.report_id: reading.toponyms for reading in told},
        geocode.relocate,
        geocode.containment,
    )
    reports = [reading.report for reading in told]
    copies = checks.originals(reports)
    start = time.process_time()
    found = checks.run(
        drawn, zones=lookup, reports=reports, sites=geocode.sites(), copies=copies, naming=naming
    )
    seconds = time.process_time() - start
    sys.stdout.write(
        f"{len(drawn)} claims of {len(told)} reports with texts, {len(found)} findings: {seconds:.2f} s\n"
    )


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
    _told(lookup)


if __name__ == "__main__":
    main()
