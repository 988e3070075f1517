"""The weights of the ranker: fitted to examples, written with their comments kept."""

import json
import tomllib

import pytest

from sitmap import resources
from sitmap.geocode import resolve
from sitmap.reference import ranker


@pytest.fixture
def corpus(tmp_path):
    text = "A fire broke out in Springfield, Missouri."
    gold = [{"start": 20, "end": 31, "lat": 37.215, "lon": -93.298}]
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"text": text, "toponyms": gold}) + "\n", encoding="utf-8")
    yield path
    resolve.weights.cache_clear()
    resolve.worth.cache_clear()


def test_a_right_place_pulls_its_features_up(corpus):
    before = dict(resolve.weights())
    after = ranker.fit([corpus])
    assert set(after) == set(before)
    assert sum(abs(after[name] - before[name]) for name in before) > 0


def test_features_that_no_example_shows_keep_their_weight(corpus):
    before = dict(resolve.weights())
    after = ranker.fit([corpus])
    assert after["type launch-site"] == before["type launch-site"]


def test_weights_are_written_with_their_comments(tmp_path):
    source = resources.data("curated", "ranker.toml").read_text(encoding="utf-8")
    path = tmp_path / "ranker.toml"
    path.write_text(source, encoding="utf-8")
    weights = dict.fromkeys(tomllib.loads(source)["weights"], 1.5)
    ranker.write(weights, path)
    written = path.read_text(encoding="utf-8")
    assert tomllib.loads(written)["weights"] == weights
    assert written.count("#") == source.count("#")
