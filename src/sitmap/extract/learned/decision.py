"""A learned second look: pairs of a force and a place that the rules made nothing of.

A multinomial logistic regression over named features (`features`) says what a pair is: no claim, a
deployment by its status, a launch, an impact or a site. Its weights are a table that a person can read,
`data/curated/decision.csv`, written by `python -m sitmap.reference.decision`. What it decides becomes a
claim by the functions that the rules use, so that every field still points at its words.
"""

import csv
import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.special import softmax

from sitmap import resources
from sitmap.extract.discourse import assign
from sitmap.extract.discourse.draft import Draft
from sitmap.extract.discourse.memory import Moment
from sitmap.extract.learned.candidates import Candidate, candidates
from sitmap.extract.learned.features import features
from sitmap.extract.text.document import Document
from sitmap.extract.text.told import Reason
from sitmap.model import Kind, Status

_CLAIMS: Mapping[str, tuple[Kind, Status]] = {
    "present": ("deployment", "present"),
    "arriving": ("deployment", "arriving"),
    "planned": ("deployment", "planned"),
    "withdrawn": ("deployment", "withdrawn"),
    "launch": ("launch", ""),
    "impact": ("impact", ""),
    "site": ("site", ""),
}
#: What a candidate may be: nothing, or a claim of a kind and a status.
LABELS = ("none", *_CLAIMS)
#: Name of the row of the classes' offsets in the table of weights.
OFFSET = "(offset)"
#: A pair is a claim from this probability on.
SURE = 0.5
#: How much surer the decision must be of a pair whose force or whose place it has told of.
BESIDE = 0.1
#: Where the rules find no claim in a report, the decision must be this sure.
SURE_ALONE = 0.85

#: A report of so many words that makes no more than a few claims is likely about something else: one of them
#: must be this sure.
_SOME_WORDS, _FEW, _BELIEVED = 140, 2, 0.25

#: Force and place: a pair is told of.
#: Words before what something is fired at.
_AIMED = frozenset({"against", "at", "toward", "towards"})
_WHOLE = 2

Weights = Mapping[str, npt.NDArray[np.float64]]


def supplement(
    document: Document, drafts: Sequence[Draft], moments: Sequence[Moment], *, sure: float = SURE
) -> list[Draft]:
    """Add what the rules missed and the learned decision is sure of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    drafts : sequence of Draft
        Of the rules, in the order of the text.
    moments : sequence of Moment
        The sentences that they read.
    sure : float
        Least probability of a claim; above 1 nothing is added.

    Returns
    -------
    list of Draft
        In the order of the text. None tells again of a force or a place that the rules have told of in
        its sentence. The surest are added first; one whose force or place is told of by one of them must
        be surer by `BESIDE`.
    """
    known = _by_sentence(drafts)
    pairs = [pair for pair in candidates(document, moments) if not _shared(known, pair)]
    if not pairs:
        return list(drafts)
    told = Counter(one.sentence for one in drafts)
    rows = [features(document, pair, told) for pair in pairs]
    least = sure if drafts else max(sure, SURE_ALONE)
    return added(document, drafts, pairs, probabilities(rows, weights()), least=least)


def believed(document: Document, drafts: Sequence[Draft], moments: Sequence[Moment]) -> list[Draft]:
    """Leave out the few claims of a report if the decision would make none of them.

    Parameters
    ----------
    document, drafts, moments
        As in `supplement`; the drafts are all that were read.

    Returns
    -------
    list of Draft
        All of them or none. Those of a report that makes many claims, or has few words, are not asked about,
        nor are those whose force and place are no pair.
    """
    tellings = {(one.kind, one.sentence, one.where.words if one.where else None) for one in drafts}
    if len(tellings) > _FEW or len(document.tokens) < _SOME_WORDS:
        return list(drafts)
    known, told = _by_sentence(drafts), Counter(one.sentence for one in drafts)
    rows = [
        features(document, pair, told)
        for pair in candidates(document, moments)
        if _shared(known, pair) == _WHOLE
    ]
    doubted = bool(rows) and bool((1 - probabilities(rows, weights())[:, 0] < _BELIEVED).all())
    return [] if doubted else list(drafts)


def added(
    document: Document,
    drafts: Sequence[Draft],
    pairs: Sequence[Candidate],
    table: npt.NDArray[np.float64],
    *,
    least: float,
) -> list[Draft]:
    """Add the pairs that are claims with at least a probability.

    Parameters
    ----------
    document, drafts
        As in `supplement`.
    pairs : sequence of Candidate
        To decide about.
    table : ndarray
        Probability of each of `LABELS`, shape ``(pairs, labels)``.
    least : float
        Least probability of a claim.
    """
    known, new = _by_sentence(drafts), _by_sentence([])
    for index in np.argsort(table[:, 0], kind="stable"):
        sure = 1 - table[index, 0]
        if sure < least:
            break
        pair = pairs[index]
        shared = _shared(new, pair)
        label = LABELS[1 + int(np.argmax(table[index, 1:]))]
        if label == "launch" and _aimed_at(document, pair):
            continue
        if not _shared(known, pair) and shared < _WHOLE and sure >= least + BESIDE * shared:
            new[pair.moment.scene.number].append(draft(document, pair, label))
    return sorted([*drafts, *itertools.chain(*new.values())], key=lambda one: one.sentence)


def _aimed_at(document: Document, pair: Candidate) -> bool:
    """Whether a place is what a clause says was fired at: "fired a missile at P" tells no launch there."""
    group, where = pair.clause.group, pair.where
    fires = group is not None and group.verb.frame == "launch" and group.last <= where.first
    return fires and pair.theme.last == where.first and document.lower(where.first) in _AIMED


def draft(document: Document, pair: Candidate, label: str) -> Draft:
    """Make a claim of a pair, by the function that the rules use.

    Parameters
    ----------
    document : Document
        The report taken apart.
    pair : Candidate
        What it is about, and where.
    label : str
        One of `LABELS` but "none".
    """
    kind, status = _CLAIMS[label]
    told = assign.draft(
        document,
        pair.moment.before,
        pair.moment.scene,
        pair.clause,
        kind=kind,
        theme=pair.meant,
        where=pair.where,
        actor=pair.meant.actor,
    )
    reason = (Reason((pair.theme.first, pair.theme.last), "learned"),)
    told.reasons["kind"] = reason
    if status:
        told.status = status
        told.reasons["status"] = reason
    if status == "planned":
        told.certainty, told.planned_day = "expected", _lies_ahead(pair)
        told.reasons["certainty"] = reason
    return told


def _lies_ahead(pair: Candidate) -> bool:
    """Whether the verb speaks of the day of a plan, rather than of the one on which it was ordered."""
    group = pair.clause.group
    return group is None or group.future or group.infinitive or group.progressive


def _by_sentence(drafts: Sequence[Draft]) -> defaultdict[int, list[Draft]]:
    found: defaultdict[int, list[Draft]] = defaultdict(list)
    for one in drafts:
        found[one.sentence].append(one)
    return found


def _shared(known: Mapping[int, Sequence[Draft]], pair: Candidate) -> int:
    """How much of a pair the drafts of its sentence tell of: nothing, its force or its place, or both."""
    told = set()
    for one in known.get(pair.moment.scene.number, ()):
        if one.where is not None and one.where.words == pair.where.words:
            told.add("place")
        if one.where is not None and one.theme.first < pair.theme.last and pair.theme.first < one.theme.last:
            told.add("force")
    return len(told)


def probabilities(rows: Sequence[Sequence[str]], known: Weights) -> npt.NDArray[np.float64]:
    """Probability of each class for some pairs, by the names of their features.

    Parameters
    ----------
    rows : sequence of sequence of str
        Features of each pair.
    known : mapping
        Weights of each feature, shape ``(labels,)``, and of `OFFSET`; one that is not known says nothing.

    Returns
    -------
    ndarray
        Shape ``(rows, labels)``.
    """
    sums = [known[OFFSET] + sum(known[name] for name in row if name in known) for row in rows]
    return np.asarray(softmax(np.array(sums), axis=1))


@cache
def weights() -> Weights:
    """Weights of `data/curated/decision.csv`, read once."""
    with resources.data("curated", "decision.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["feature"]: np.array([float(row[label]) for label in LABELS]) for row in csv.DictReader(lines)
        }
