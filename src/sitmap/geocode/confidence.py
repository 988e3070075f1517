"""How sure a resolved place is: a logistic model over named features, "confidence" in `ranker.toml`.

The softmax over the candidates says which of them is likeliest, not whether the right one is among them: a
name with one candidate, in a country that nothing else speaks of, wins alone and is often wrong.
"""

import math
from collections.abc import Iterator, Sequence

from sitmap.geocode import context, features, store
from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate

_LEAST, _MOST = 0.001, 0.999
_TOWN = 20_000
_ADMIN2 = "ADM2"


def estimate(
    mention: Mention,
    ranked: Sequence[tuple[float, Candidate]],
    around: context.Context,
    *,
    contained: bool = False,
) -> float:
    """Say how often a choice like this one is right.

    Parameters
    ----------
    mention : Mention
        The name.
    ranked : sequence of (float, Candidate)
        Its candidates with their probabilities, best first.
    around : Context
        What the document is about.
    contained : bool
        The words after it name where it lies.

    Returns
    -------
    float
        0.001 to 0.999.
    """
    table = features.tables()["confidence"]
    seen = evidence(mention, ranked, around, contained=contained)
    odds = table["bias"] + sum(table[name] * value for name, value in seen)
    return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))))


def evidence(
    mention: Mention,
    ranked: Sequence[tuple[float, Candidate]],
    around: context.Context,
    *,
    contained: bool,
) -> Iterator[tuple[str, float]]:
    """Say what speaks for and against a choice: names of weights and values."""
    share, best = ranked[0]
    share = min(_MOST, max(_LEAST, share))
    yield "odds", math.log(share / (1 - share))
    yield "worth", features.worth(best) / 10
    yield "alone", float(len(ranked) == 1)
    yield "other name", float(best.kind != store.PRIMARY)
    yield "country", context.share(around, best.country, mention.key)
    yield "cue", float(best.type in mention.cue)
    yield "cue against", float(bool(mention.cue) and best.type not in mention.cue)
    yield "contained", float(contained)
    yield "partial", float(mention.partial)
    yield "article", float(mention.article)
    yield from _kind(best)


def _kind(best: Candidate) -> Iterator[tuple[str, float]]:
    yield "state", float(best.type == "country")
    yield "division", float(best.type == "admin1")
    yield "county", float(best.code == _ADMIN2)
    yield "area", float(best.type in {"area", "sea"} and best.code != _ADMIN2)
    yield "small town", float(best.type == "town" and best.population < _TOWN)
