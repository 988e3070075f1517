"""Where a claim is drawn: a marker, an area and how far from it the words allow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitmap.geocode import borders, offsets, seats
from sitmap.geocode.containment import AREAS, containment
from sitmap.geocode.outlines import country, whole
from sitmap.model import Claim, Containment, Location, Place, Span, Toponym

_ANCHORS_OF_BETWEEN = 2
#: Most runners-up that a location keeps.
ALTERNATIVES = 5


def locate(claims: Sequence[Claim], toponyms: Sequence[Toponym]) -> tuple[Claim, ...]:
    """Give each claim its location, from its relation and the places that its anchors name.

    Parameters
    ----------
    claims : sequence of Claim
        With `anchors`: spans of toponyms of the same report.
    toponyms : sequence of Toponym
        As `toponyms` found them.

    Returns
    -------
    tuple of Claim
        The same claims in the same order. A claim without a place that the gazetteer knows has a
        location without a point, and `note` says why.
    """
    by_span = {toponym.span: toponym for toponym in seats.narrowed(toponyms)}
    return tuple(replace(claim, location=_location(claim, by_span)) for claim in claims)


def _location(claim: Claim, by_span: Mapping[Span, Toponym]) -> Location:
    anchors = [_anchor(span, by_span) for span in claim.anchors]
    known = [(t, whole(t.place)) for t in anchors if t is not None and t.place is not None]
    if not known:
        # A state that fired, with no place named, fired from its own land.
        alone = claim.kind == "launch" and not claim.anchors
        state = country(claim.actor) if alone else None
        if state is not None:
            return replace(drawn(claim, [state]), score=1.0)
        return _in_area(claim, anchors, by_span)
    found = drawn(claim, [place for _, place in known])
    used = known[:_ANCHORS_OF_BETWEEN] if claim.relation == "between" else known[:1]
    return replace(
        found,
        score=min(toponym.score for toponym, _ in used),
        alternatives=known[0][0].alternatives[:ALTERNATIVES],
        said_within=tuple(_said_within(claim, known[0][1], by_span)),
    )


def _in_area(claim: Claim, anchors: Sequence[Toponym | None], by_span: Mapping[Span, Toponym]) -> Location:
    """Draw a place that the gazetteer lacks as the area that the words put it in, if they name one."""
    why = _why_not(claim, anchors)
    for toponym in (_anchor(span, by_span) for span in claim.within):
        if toponym is None or toponym.place is None or toponym.place.type not in AREAS:
            continue
        area = whole(toponym.place)
        return replace(
            offsets.at(area),
            area_is_place=False,
            score=toponym.score,
            alternatives=toponym.alternatives[:ALTERNATIVES],
            note=f"{why}; the marker stands for {area.name}, in which the report puts it",
        )
    return Location(note=why)


def _said_within(claim: Claim, place: Place, by_span: Mapping[Span, Toponym]) -> Iterator[Containment]:
    for toponym in (_anchor(span, by_span) for span in claim.within):
        found = (
            containment(place, toponym.place) if toponym is not None and toponym.place is not None else None
        )
        if found is not None:
            yield found


def drawn(claim: Claim, places: Sequence[Place]) -> Location:
    """Geometry that a claim's relation gives its places."""
    place = places[0]
    if claim.relation == "between":
        if len(places) >= _ANCHORS_OF_BETWEEN:
            border = borders.shared(place, places[1])
            return offsets.at(border) if border is not None else offsets.between(place, places[1])
        note = "only one of the two places was found; the marker stands there"
        return replace(offsets.near(place), note=note)
    if claim.relation == "offset" and claim.offset_km:
        return offsets.offset(place, claim.offset_km, claim.offset_deg)
    if claim.relation == "off":
        return offsets.off(place, claim.offset_deg, claim.offset_km)
    if claim.relation in {"near", "offset"}:
        return offsets.near(place, claim.offset_deg)
    return offsets.at(place)


def _anchor(span: Span, by_span: Mapping[Span, Toponym]) -> Toponym | None:
    """Find the toponym at a span, or the first that overlaps it."""
    if span in by_span:
        return by_span[span]
    overlapping = (t for s, t in by_span.items() if s.start < span.end and span.start < s.end)
    return next(overlapping, None)


def _why_not(claim: Claim, anchors: Sequence[Toponym | None]) -> str:
    if not claim.anchors:
        return (
            f"no place called {claim.place_text!r} was found in the gazetteer"
            if claim.place_text
            else "the report names no place for this claim"
        )
    named = next((toponym.text for toponym in anchors if toponym is not None), claim.place_text)
    return f"no place called {named!r} was found in the gazetteer"
