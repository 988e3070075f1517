"""Annotated reports as examples: candidates with their features, and what the annotation makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import scoring
from learned.candidates import Candidate, candidates, moments
from learned.features import features
from sitmap import geocode, geodesy
from sitmap.extract import assign, document, finish
from sitmap.extract.document import Document
from sitmap.extract.draft import Draft
from sitmap.model import Claim, Kind, Report, Span, Toponym

#: What a candidate may be; a deployment goes by its status.
LABELS = ("none", "present", "arriving", "planned", "withdrawn", "launch", "impact", "site")
_FIRED = frozenset({"launch", "impact"})
#: How much a sign that candidate and annotation are one adds; with less than the last, they are not.
_SAME_COUNT, _OTHER_COUNT = 2.0, -1.0
_SAME_ASSET, _OTHER_ASSET = 1.0, -1.2
_SAME_ACTOR, _OTHER_ACTOR = 0.5, -0.5
_OUTSIDE_QUOTE = -1.5
_ELSEWHERE = -0.4
_FAR = 1 / 60  # a word between force and place
_ENOUGH = -0.8


@dataclass(frozen=True, slots=True)
class Example:
    """A report with its candidates: features and label of each, and its weight in the fit."""

    record: Mapping[str, Any]
    document: Document
    toponyms: tuple[Toponym, ...]
    drafts: list[Draft]
    candidates: list[Candidate]
    rows: list[list[str]]
    labels: list[int]
    weights: list[float]


def example(record: Mapping[str, Any], report: Report) -> Example:
    """Take one annotated report."""
    toponyms = geocode.toponyms(report.text)
    taken_apart = document.read(report, toponyms)
    read, drafts = moments(taken_apart)
    found = list(candidates(taken_apart, read))
    rows = [features(taken_apart, one, drafts) for one in found]
    labels, weights = _labels(record, taken_apart, toponyms, found)
    return Example(record, taken_apart, toponyms, drafts, found, rows, labels, weights)


def draft(taken_apart: Document, candidate: Candidate, label: str) -> Draft:
    """Make a candidate a draft, by the function that the rules use."""
    kind: Kind = label if label in {"launch", "impact", "site"} else "deployment"
    told = assign.draft(
        taken_apart,
        candidate.moment.before,
        candidate.moment.scene,
        candidate.clause,
        kind=kind,
        theme=candidate.meant,
        where=candidate.where,
        actor=candidate.meant.actor,
    )
    if kind == "deployment":
        told.status = label
        if label == "planned":
            told.certainty, told.planned_day = "expected", True
    return told


def _labels(
    record: Mapping[str, Any], taken_apart: Document, toponyms: tuple[Toponym, ...], found: list[Candidate]
) -> tuple[list[int], list[float]]:
    """Give each annotated claim to the candidate that is most like it; those nearly like it do not count."""
    labels, weights = [0] * len(found), [1.0] * len(found)
    claims = geocode.locate(
        [finish._claim(taken_apart, draft(taken_apart, one, "present"), None) for one in found], toponyms
    )
    options = [
        (value, number, index)
        for number, gold in enumerate(record["claims"])
        for index, (one, claim) in enumerate(zip(found, claims, strict=True))
        if (value := _likeness(gold, taken_apart, one, claim)) is not None
    ]
    given: set[int] = set()
    for _, number, index in sorted(options, reverse=True):
        gold = record["claims"][number]
        if number not in given and not labels[index]:
            given.add(number)
            labels[index] = LABELS.index(gold["status"] or gold["kind"])
    for value, _, index in options:
        if value > 0 and not labels[index]:
            weights[index] = 0.0
    return labels, weights


def _likeness(gold: Mapping[str, Any], taken_apart: Document, one: Candidate, claim: Claim) -> float | None:
    theme, sentence = one.meant, one.moment.scene.sentence
    start = taken_apart.report.text.find(gold["quote"])
    quote = Span(start, start + len(gold["quote"]))
    facility = taken_apart.at("facility", one.theme.first) is not None
    if not _touch(quote, taken_apart.span(sentence.first, sentence.last)) or not _same_place(gold, claim):
        return None
    if (gold["kind"] in _FIRED and not theme.fired) or (gold["kind"] == "deployment" and facility):
        return None
    value = 0.0 if one.here else _ELSEWHERE
    value -= abs(one.where.first - one.theme.first) * _FAR
    if not _touch(quote, taken_apart.span(one.theme.first, one.theme.last)):
        value += _OUTSIDE_QUOTE
    asset = theme.fired if gold["kind"] in _FIRED else theme.based
    if asset == gold["asset"]:
        value += _SAME_ASSET
    elif gold["kind"] == "deployment" and asset and not one.theme.pronoun:
        value += _OTHER_ASSET
    count = gold["count_min"], gold["count_max"]
    if theme.counted and count != (None, None):
        value += _SAME_COUNT if count == (theme.low, theme.high) else _OTHER_COUNT
    if theme.actor and gold["actor"]:
        value += _SAME_ACTOR if theme.actor == gold["actor"] else _OTHER_ACTOR
    return value if value > _ENOUGH else None


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _same_place(gold: Mapping[str, Any], claim: Claim) -> bool:
    """Whether the place is the annotated one, by its point or, where the gazetteer errs, by its name."""
    where = claim.location
    if where is not None and where.lat is not None and where.lon is not None and gold["lat"] is not None:
        away = geodesy.distance(gold["lat"], gold["lon"], where.lat, where.lon)
        if away <= gold["tol_km"]:
            return True
    return scoring._overlap(scoring._content(gold["place_text"]), scoring._content(claim.place_text))
