"""Ranking many names at once is ranking them one by one."""

import numpy as np
import pytest

from sitmap.geocode import features, similar, store


@pytest.fixture(scope="module")
def gazetteer():
    return store.gazetteer()


def test_many_are_ranked_as_one_is(gazetteer):
    numbered = gazetteer.numbered("kurs")
    keys = [key for key, _ in numbered]
    owners, postings = gazetteer.all_postings(np.array([number for _, number in numbered]))
    assert [keys[at] for at in owners] == [key for key in keys for _ in gazetteer.postings(key)]
    singly = [features.worth(candidate) for key in keys for candidate in gazetteer.candidates(key)]
    assert similar.prominence(gazetteer, postings) == pytest.approx(np.array(singly))


def test_completions_are_the_best_of_all(gazetteer):
    found = similar.completions(gazetteer, "kurs", 5)
    every = {c.entry: c for key in gazetteer.completions("kurs") for c in gazetteer.candidates(key)}
    best = sorted((max(features.worth(c) for c in [one]) for one in every.values()), reverse=True)
    assert features.worth(found[0].candidate) >= best[0]
    assert len({hit.candidate.entry for hit in found}) == 5
    assert all(hit.key.startswith("kurs") and hit.key != "kurs" for hit in found)


def test_fewest_errors_come_first(gazetteer):
    errors = [hit.errors for hit in similar.near_misses(gazetteer, "sevastapol", 20)]
    assert errors == sorted(errors)
    assert errors[0] == 1


@pytest.mark.parametrize("key", ["abc", "x", "京都"])
def test_a_short_name_has_no_near_misses(gazetteer, key):
    assert similar.near_misses(gazetteer, key, 10) == []
