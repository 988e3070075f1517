"""`score` is how often such a place is right: held on the shared corpora, and on our own reports."""

from pathlib import Path

import numpy as np
import pytest

from sitmap import geocode, resources
from sitmap.reference import gold

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpora"
#: Scores of a bin, and how far its mean may be from the share that is right.
BINS = ((0.0, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0))
#: A bin must hold so many places that its share is known to about a third of the bound.
FEWEST = 100
BOUND = 0.08


def scored(path):
    """Score and rightness of every place found on a gold span."""
    graded = [gold.graded(document) for document in gold.documents(path)]
    return np.array([pair for pairs in graded for pair in pairs]).T


def bins(scores, hits):
    for low, high in BINS:
        inside = (scores >= low) & (scores < high)
        if inside.sum() >= FEWEST:
            yield low, scores[inside].mean(), hits[inside].mean()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpora are not here")
def test_of_places_scored_nine_in_ten_nine_in_ten_are_right():
    pairs = [scored(SHARED / name) for name in ("trnews.jsonl", "geovirus.jsonl")]
    scores, hits = np.concatenate(pairs, axis=1)
    told = list(bins(scores, hits))
    assert len(told) == len(BINS)
    assert [row for row in told if abs(row[1] - row[2]) > BOUND] == []


def test_scores_on_our_own_reports_are_no_surer_than_right():
    scores, hits = scored(resources.data("corpus", "development"))
    assert len(scores) > FEWEST
    assert abs(scores.mean() - hits.mean()) < BOUND
    sure = scores >= 0.9
    assert hits[sure].mean() > hits[~sure].mean()


def test_every_score_is_a_probability():
    text = "Jets left Kadena for Osan. Xi'an, Paris, Baltic, Ukrainka, Usa, St. John's and Gotham were named."
    assert all(0 < toponym.score < 1 for toponym in geocode.toponyms(text))
