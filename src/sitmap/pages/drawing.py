"""What the workbench is given to draw: one situation as plain JSON, packed for the way to the browser."""

import gzip
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sitmap import maps
from sitmap.model import Reading, Report
from sitmap.pages import passages, why
from sitmap.pages.messages import day, section
from sitmap.pipeline import Situation

#: Claims whose reports' texts and reasons come with the drawing; of a larger case the others are asked for as
#: they are looked at.
AT_ONCE = 300
#: Of gzip: further levels take longer than they save on the way to a browser on the same machine.
_LEVEL = 1
#: Length of a version.
_NAME = 16
#: What `Drawing.loads` raises of something damaged.
FAULTS = (ValueError, TypeError, EOFError, OSError, zlib.error)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A situation as the workbench draws it.

    Parameters
    ----------
    version : str
        Changes with all that is drawn.
    title : str
        Heading of the map.
    counts : mapping of str to int
        Claims by kind, and findings by verdict.
    published : str
        Day of the latest report, YYYY-MM-DD, "" when none has one.
    notes : tuple of str
        What of the reports was not read, and which are copies, a line each.
    packed : bytes
        The version in ASCII, then what `drawing` gathers as JSON in UTF-8, compressed by gzip.
    """

    version: str
    title: str
    counts: Mapping[str, int]
    published: str
    notes: tuple[str, ...]
    packed: bytes

    def made(self) -> dict[str, Any]:
        """Unpack what `drawing` gathered; it is shared, and not to be changed."""
        return _unpacked(self.packed)

    def dumps(self) -> bytes:
        """Write it, to be kept: a line of JSON, then what is packed."""
        told = [self.version, self.title, dict(self.counts), self.published, self.notes]
        return json.dumps(told).encode("ascii") + b"\n" + self.packed

    @classmethod
    def loads(cls, told: bytes) -> "Drawing":
        """Read what `dumps` wrote; one of `FAULTS` when it is damaged."""
        line, _, packed = told.partition(b"\n")
        version, title, counts, published, notes = json.loads(line)
        if _version(gzip.decompress(packed[len(version) :])) != version:
            raise ValueError("the drawing is not what its version says")
        return cls(version, title, counts, published, tuple(notes), packed)


def pack(situation: Situation, made: Mapping[str, Any]) -> Drawing:
    """Make ready for the browser what `drawing` gathered of a situation; the same gives the same bytes."""
    written = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    version = _version(written)
    packed = version.encode() + gzip.compress(written, _LEVEL, mtime=0)
    counts = Counter[str](claim.kind for claim in situation.claims)
    counts.update(finding.verdict for finding in situation.findings)
    days = [report.published.isoformat() for report in situation.reports if report.published]
    return Drawing(version, made["map"]["title"], counts, max(days, default=""), situation.notes, packed)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(packed[_NAME:]))
    return found


def _version(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()[:_NAME]


def drawing(situation: Situation, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Gather what the workbench draws, without the selection.

    Parameters
    ----------
    situation : Situation
    more : mapping, optional
        What else the workbench shows of a case.

    Returns
    -------
    dict
        Only JSON types. ``map`` is the map's payload, ``reports`` the texts cut into pieces, ``why`` the
        reasons of each claim, ``messages`` the words. Beyond the first `AT_ONCE` claims a report's ``pieces``
        are None and its claims are not in ``why``: `text` gives both.
    """
    along = _along(situation)
    return {
        "map": maps.payload(situation.product()),
        "reports": [
            _about(reading.report)
            | {"pieces": _pieces(reading) if reading.report.report_id in along else None}
            for reading in situation.readings
        ],
        "why": why.by_claim((r for r in situation.reports if r.report_id in along), situation.claims),
        "messages": dict(section("workbench")),
        **(more or {}),
    }


def texts(situation: Situation, wanted: Iterable[str]) -> list[dict[str, Any]]:
    """Cut the texts of some reports, for those that the drawing left out.

    Parameters
    ----------
    situation : Situation
        That was drawn.
    wanted : iterable of str
        Ids of reports; there may be none of an id.

    Returns
    -------
    list of dict
        Only JSON types: ``id``, ``pieces`` and ``why``, as in the drawing.
    """
    asked = set(wanted) - _along(situation)
    found = [reading for reading in situation.readings if reading.report.report_id in asked]
    return [
        {
            "id": reading.report.report_id,
            "pieces": _pieces(reading),
            "why": why.by_claim([reading.report], reading.claims),
        }
        for reading in found
    ]


def _along(situation: Situation) -> frozenset[str]:
    """Ids of reports whose texts come with the drawing: the first, and more while there are few claims."""
    found: list[str] = []
    claims = 0
    for reading in situation.readings:
        if found and claims + len(reading.claims) > AT_ONCE:
            break
        found.append(reading.report.report_id)
        claims += len(reading.claims)
    return frozenset(found)


def _pieces(reading: Reading) -> list[passages.Piece]:
    return passages.pieces(reading.report, reading.claims)


def _about(report: Report) -> dict[str, Any]:
    return {
        "id": report.report_id,
        "title": report.title,
        "publisher": report.publisher,
        "published": day(report.published) if report.published else "",
    }
