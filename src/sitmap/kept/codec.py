"""Readings as JSON and back: the types of `model.py` by their own annotations, and nothing else.

A dataclass is the list of its values in the order of its fields. An outline is the digest of its WKB, which
stands beside the JSON, because one country's outline is drawn for many claims.
"""

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.model import Claim, Passage, Reading, Report, Toponym

#: What is kept of a reading: its report is at hand.
_KEPT = (("toponyms", Toponym), ("claims", Claim), ("foreign", Passage))

Shapes = dict[str, bytes]


class Shared:
    """What readings have in common: one object an outline.

    Parameters
    ----------
    wkb : callable
        Gives the WKB of an outline by its digest; a LookupError says that it is not there.
    """

    def __init__(self, wkb: Callable[[str], bytes]) -> None:
        self._wkb = wkb
        self._shapes: dict[str, BaseGeometry] = {}

    def shape(self, digest: str) -> BaseGeometry:
        """Outline of a digest."""
        if digest not in self._shapes:
            self._shapes[digest] = shapely.from_wkb(self._wkb(digest))
        return self._shapes[digest]


def dumps(reading: Reading) -> tuple[str, Shapes]:
    """Write a reading without its report.

    Parameters
    ----------
    reading : Reading
        As the machine read it.

    Returns
    -------
    tuple of (str, dict)
        JSON, and the WKB of the outlines that it names by their digests.
    """
    shapes: Shapes = {}
    found = [[_writer(kind)(one, shapes) for one in getattr(reading, name)] for name, kind in _KEPT]
    return json.dumps(found, separators=(",", ":")), shapes


def loads(text: str, report: Report, shared: Shared) -> Reading:
    """Read a reading again.

    Parameters
    ----------
    text : str
        As `dumps` wrote it.
    report : Report
        That was read.
    shared : Shared
        With its outlines.

    Returns
    -------
    Reading

    Raises
    ------
    ValueError, TypeError, LookupError
        If it is damaged: no JSON, values that no such type has, or a quote that the report does not have.
    """
    given = zip(_KEPT, json.loads(text), strict=True)
    found = {name: tuple(_reader(kind)(one, shared) for one in told) for (name, kind), told in given}
    for claim in found["claims"]:
        if (
            claim.report_id != report.report_id
            or report.text[claim.quote_start : claim.quote_end] != claim.quote
        ):
            raise ValueError(f"claim {claim.claim_id} does not stand in report {report.report_id}")
    return Reading(report=report, **found)


@cache
def _writer(hint: Any) -> Callable[[Any, Shapes], Any]:  # noqa: ANN401 - a type's annotation may be any
    """Give what writes a value of a type."""
    kind, item = _parts(hint)
    if item is not None:
        return lambda values, shapes: [_writer(item)(value, shapes) for value in values]
    if kind is BaseGeometry:
        return _write_shape
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        fields = [(name, _writer(of)) for name, of in _fields(kind)]
        return lambda one, shapes: one and [write(getattr(one, name), shapes) for name, write in fields]
    return lambda value, _: value


def _write_shape(shape: BaseGeometry | None, shapes: Shapes) -> str | None:
    if shape is None:
        return None
    wkb = shapely.to_wkb(shape)
    digest = hashlib.sha256(wkb).hexdigest()
    shapes[digest] = wkb
    return digest


@cache
def _reader(hint: Any) -> Callable[[Any, Shared], Any]:  # noqa: ANN401 - as above
    """Give what reads a value of a type."""
    kind, item = _parts(hint)
    if item is not None:
        read = _reader(item)
        return lambda values, shared: tuple([read(value, shared) for value in values])
    if kind is BaseGeometry:
        return lambda digest, shared: None if digest is None else shared.shape(digest)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        fields = [(name, None if _is_plain(of) else _reader(of)) for name, of in _fields(kind)]
        return partial(_read_one, kind, fields)
    return lambda value, _: value


def _read_one(
    kind: Any,  # noqa: ANN401 - as above
    fields: list[tuple[str, Callable[[Any, Shared], Any] | None]],
    told: list[Any] | None,
    shared: Shared,
) -> Any:  # noqa: ANN401 - as above
    if told is None:
        return None
    given = zip(fields, told, strict=True)
    return kind(**{name: value if read is None else read(value, shared) for (name, read), value in given})


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - as above
    hints = typing.get_type_hints(kind)
    return tuple((each.name, hints[each.name]) for each in dataclasses.fields(kind))


@cache
def _is_plain(hint: Any) -> bool:  # noqa: ANN401 - as above
    kind, item = _parts(hint)
    return item is None and kind is not BaseGeometry and not dataclasses.is_dataclass(kind)


def _parts(hint: Any) -> tuple[Any, Any]:  # noqa: ANN401 - as above
    """Give the type of a value that may be None, and the type of its items where it is a tuple."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        (hint,) = (each for each in typing.get_args(hint) if each is not type(None))
    return hint, typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None
