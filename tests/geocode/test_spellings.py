import csv

import pytest

from sitmap import resources
from sitmap.geocode.fold import fold
from sitmap.geocode.spellings import variants


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("st petersburg", "saint petersburg"),
        ("mt fuji", "mount fuji"),
        ("ft bragg", "fort bragg"),
        ("ash shaddadi", "al shaddadi"),
        ("al hasakah", "hasakah"),
        ("hasakah", "al hasakah"),
        ("khmeimim airbase", "khmeimim air base"),
        ("kursk region", "kursk oblast"),
    ],
)
def test_one_word_is_written_otherwise(key, other):
    assert other in variants(key)


@pytest.mark.parametrize("key", ["al", "the", "kursk", "al al al", ""])
def test_a_variant_is_another_name(key):
    assert key not in variants(key)
    assert "" not in variants(key)


def test_rules_are_folded_and_have_a_source():
    with resources.data("curated", "spellings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["source"] and row["words"] == fold(row["words"]) for row in rows)
    assert all(row["instead"] == fold(row["instead"]) for row in rows)
    assert len({(row["words"], row["instead"]) for row in rows}) == len(rows)
