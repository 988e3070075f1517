"""The weights of the ranker: fitted to examples, written with their comments kept."""

import json
import tomllib

import numpy as np
import pytest

from sitmap import resources
from sitmap.geocode import features
from sitmap.reference import gold, ranker

TEXTS = [
    ("A fire broke out in Springfield, Missouri.", 20, 31, 37.215, -93.298),
    ("Police in Tripoli, Lebanon, said so.", 10, 17, 34.437, 35.850),
    ("He was born in Paris, Texas, in May.", 15, 20, 33.661, -95.556),
    ("The mayor of London, Ontario, resigned.", 13, 19, 42.983, -81.233),
    ("A boat sank off Georgetown, Guyana.", 16, 26, 6.804, -58.155),
    ("Rain fell in Cordoba, Argentina.", 13, 20, -31.413, -64.181),
]


#: Paris, Texas, by name alone: the weights know better, and give way a little.
SURPRISE = ("The mayor of Paris resigned.", 13, 18, 33.661, -95.556)


def write(path, texts):
    lines = [
        json.dumps({"text": text, "toponyms": [{"start": start, "end": end, "lat": lat, "lon": lon}]})
        for text, start, end, lat, lon in texts
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def weights_as_shipped():
    yield
    features.tables.cache_clear()
    features.worth.cache_clear()


@pytest.fixture
def corpus(tmp_path):
    return write(tmp_path / "corpus.jsonl", TEXTS)


def test_a_surprise_pulls_the_weights_to_it(tmp_path):
    before = ranker.prior()["weights"]
    fitted = ranker.fit([write(tmp_path / "odd.jsonl", [*TEXTS, SURPRISE])])
    assert set(fitted.tables["weights"]) == set(before)
    assert fitted.tables["weights"]["population"] < before["population"]


def test_features_that_no_example_shows_keep_their_weight(corpus):
    before = ranker.prior()["weights"]
    assert ranker.fit([corpus]).tables["weights"]["type launch-site"] == before["type launch-site"]


def test_a_fit_tells_how_it_does_on_what_it_was_not_fitted_to(corpus):
    fitted = ranker.fit([corpus])
    assert fitted.examples == len(fitted.scores) == len(fitted.hits) == len(TEXTS)
    assert fitted.trained == fitted.held_out == 1.0
    assert ((fitted.scores > 0) & (fitted.scores < 1)).all()


def test_an_area_that_reaches_the_gold_point_is_right_where_none_is_near():
    # Gold is the east of Canada, 2,000 km from any marker of it.
    document = {"text": "It rained in Canada.", "toponyms": [{"start": 13, "end": 19, "lat": 50, "lon": -80}]}
    ((score, right),) = gold.graded(document)
    assert right
    assert 0.5 < score < 1


def test_a_place_far_off_is_wrong():
    document = {"text": "It rained in Kyiv.", "toponyms": [{"start": 13, "end": 17, "lat": -30, "lon": -60}]}
    ((_, right),) = gold.graded(document)
    assert not right


def test_reports_of_our_own_give_the_places_that_claims_stand_at(tmp_path):
    claims = [
        {"place_text": "Kadena", "relation": "at", "lat": 26.36, "lon": 127.77},
        {"place_text": "Naha", "relation": "offset", "lat": 26.0, "lon": 127.0},
        {"place_text": "", "relation": "at", "lat": None, "lon": None},
    ]
    report = {"text": "Jets are at Kadena, not far from Naha.", "claims": claims}
    (tmp_path / "one.json").write_text(json.dumps(report), encoding="utf-8")
    (document,) = gold.documents(tmp_path)
    assert document["toponyms"] == [{"start": 12, "end": 18, "lat": 26.36, "lon": 127.77}]


def test_reliability_counts_each_place_once():
    scores, hits = np.array([0.0, 0.2, 0.55, 0.91, 0.999, 1.0]), np.array([0, 0, 1, 1, 1, 1], dtype=bool)
    told = list(ranker.reliability(scores, hits))
    assert [int(line.split(":")[1].split()[0]) for line in told] == [2, 1, 1, 2]


def test_weights_are_written_with_the_comments_of_the_prior(tmp_path):
    source = resources.data("curated", "ranker_prior.toml").read_text(encoding="utf-8")
    path = tmp_path / "ranker.toml"
    tables = {
        table: dict.fromkeys(names, 1.5 + at) for at, (table, names) in enumerate(ranker.prior().items())
    }
    ranker.write(tables, path)
    written = path.read_text(encoding="utf-8")
    assert tomllib.loads(written) == tables
    assert [line.partition("#")[2] for line in written.splitlines() if "=" in line] == [
        line.partition("#")[2] for line in source.splitlines() if "=" in line
    ]


def test_the_shipped_weights_have_the_features_of_the_prior():
    shipped = {table: set(names) for table, names in features.tables().items()}
    assert shipped == {table: set(names) for table, names in ranker.prior().items()}
