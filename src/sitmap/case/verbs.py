"""What a reader can do to a case: accept, reject, correct, add, grade, name a place, take back.

Each function makes an `Act` and touches no file; `Case.record` puts it on record.
"""

from typing import Any

from sitmap import geocode
from sitmap.case import fields
from sitmap.case.acts import CREDIBILITY, RELIABILITY, Act, Spot, Target
from sitmap.errors import CaseError
from sitmap.model import Claim, Kind, Place, Report, Span


def target(claim: Claim) -> Target:
    """Name a claim so that it is found again."""
    where = claim.place_span
    return Target(
        report_id=claim.report_id,
        claim_id=claim.claim_id,
        kind=claim.kind,
        quote=claim.quote,
        quote_start=claim.quote_start,
        quote_end=claim.quote_end,
        place_start=where.start if where else None,
        place_end=where.end if where else None,
    )


def spot(place: Place | str) -> Spot:
    """Mean an entry of the gazetteer, such as one of a claim's alternatives.

    Parameters
    ----------
    place : Place or str
        The place, or its id.

    Raises
    ------
    CaseError
        If no place has that id.
    """
    found = geocode.get(place) if isinstance(place, str) else place
    if found is None:
        raise CaseError(f"no place has the id {place!r}: `sitmap place NAME` lists ids")
    return Spot(
        lat=found.lat,
        lon=found.lon,
        place_id=found.place_id,
        name=found.name,
        uncertainty_km=found.extent_km,
    )


def accept(claim: Claim) -> Act:
    """Take a claim as it stands."""
    return Act(action="accept", target=target(claim))


def reject(claim: Claim) -> Act:
    """Strike a claim out: it stays in the list and leaves the map and the checks."""
    return Act(action="reject", target=target(claim))


def correct(claim: Claim, *, spot: Spot | None = None, **changes: Any) -> Act:  # noqa: ANN401 - `fields` checks each
    """Give a claim other values, another place, or both.

    Parameters
    ----------
    claim : Claim
        As it is shown.
    spot : Spot, optional
        Where it belongs.
    **changes
        New values by field; "" or None empties one. `fields.EDITABLE` lists them.

    Raises
    ------
    CaseError
        If nothing is changed, or a value is none for its field.
    """
    if not changes and spot is None:
        raise CaseError("a correction changes nothing: give a field or a place")
    fields.check(changes, claim)
    return Act(action="correct", target=target(claim), changes=changes, spot=spot)


def add(
    report: Report,
    span: Span,
    kind: Kind,
    *,
    place_span: Span | None = None,
    spot: Spot | None = None,
    **changes: Any,  # noqa: ANN401 - `fields` checks each
) -> Act:
    """Add a claim that was not read, from selected words.

    Parameters
    ----------
    report : Report
        The report.
    span : Span
        The words that it stands on.
    kind : str
        A kind of claim.
    place_span : Span, optional
        The words that name its place; what they mean is looked up unless `spot` says it.
    spot : Spot, optional
        Where it belongs.
    **changes
        Values by field, as in `correct`.

    Raises
    ------
    CaseError
        If the words are not in the report, or a value is none for its field.
    """
    for words in (span, place_span):
        if words is not None and words.end > len(report.text):
            raise CaseError(
                f"characters {words.start} to {words.end} are not in report {report.report_id!r}, which has "
                f"{len(report.text):,}: select words of its text"
            )
    fields.check({**changes, "kind": kind})
    named = Target(
        report_id=report.report_id,
        claim_id="",
        kind=kind,
        quote=report.text[span.start : span.end],
        quote_start=span.start,
        quote_end=span.end,
        place_start=place_span.start if place_span else None,
        place_end=place_span.end if place_span else None,
    )
    return Act(action="add", target=named, changes=changes, spot=spot)


def credibility(claim: Claim, value: str) -> Act:
    """Grade the information of a claim: "1" confirmed to "5" improbable, "6" cannot be judged, "" for none.

    Raises
    ------
    CaseError
        If it is no such grade.
    """
    return Act(
        action="credibility", target=target(claim), value=_grade(value, CREDIBILITY, "credibility is 1 to 6")
    )


def reliability(source: str, value: str) -> Act:
    """Grade a source in this case: "A" reliable to "E" unreliable, "F" cannot be judged, "" for none.

    Parameters
    ----------
    source : str
        As `Claim.source` names it; the publisher, for what the report itself says.
    value : str
        The grade.

    Raises
    ------
    CaseError
        If it is no such grade, or the source has no name.
    """
    return Act(
        action="reliability",
        name=_words(source, "a source needs a name to be graded: correct the field `source` first"),
        value=_grade(value, RELIABILITY, "reliability is A to F"),
    )


def alias(words: str, spot: Spot) -> Act:
    """Let words mean a place in every report of this case.

    Raises
    ------
    CaseError
        If there are no words.
    """
    return Act(action="alias", name=_words(words, "an alias needs the words that mean the place"), spot=spot)


def undo(entry_id: str) -> Act:
    """Take an entry back; an undo is taken back the same way."""
    return Act(action="undo", undoes=entry_id)


def _words(text: str, problem: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise CaseError(problem)
    return fields.text(words, "name")


def _grade(value: str, known: tuple[str, ...], problem: str) -> str:
    if value and value not in known:
        raise CaseError(f"{value!r} is no grade: {problem}, or '' for none")
    return value
