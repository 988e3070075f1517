"""Fitting the learned second look."""

import json

import numpy as np
import pytest

from sitmap.extract.learned import decision
from sitmap.reference import decision as fitting

_CLAIM = {
    "kind": "deployment",
    "status": "present",
    "actor": "FRA",
    "asset": "troops",
    "count_min": 300,
    "count_max": 300,
    "lat": 56.95,
    "lon": 24.11,
    "tol_km": 20,
    "place_text": "Riga",
}
_TEXT = "Some 300 French soldiers and two tanks toast the new year in Riga."


def _example(text, *claims):
    record = {"report_id": "test", "text": text, "published": "2024-11-01", "claims": list(claims)}
    return fitting.example(record)


def test_the_pair_most_like_a_claim_bears_its_label():
    one = _example(_TEXT, _CLAIM | {"quote": _TEXT})
    labelled = {
        one.document.text(pair.theme.first, pair.theme.last): decision.LABELS[label]
        for pair, label in zip(one.pairs, one.labels, strict=True)
    }
    assert labelled == {"Some 300 French soldiers": "present", "two tanks": "none"}


def test_a_claim_elsewhere_labels_nothing():
    there = {"quote": _TEXT, "lat": 48.86, "lon": 2.35, "place_text": "Paris"}
    assert not any(_example(_TEXT, _CLAIM | there).labels)


def test_a_model_learns_what_its_examples_show():
    rows = [["to", "tank"], ["from", "tank"]] * 20
    known = fitting.fit_rows(rows, [1, 2] * 20, [1.0] * 40, classes=3)
    told = decision.probabilities([["to", "never seen"], ["from"]], known)
    assert told.argmax(axis=1).tolist() == [1, 2]
    assert told.sum(axis=1) == pytest.approx(1)


def test_an_example_without_weight_teaches_nothing():
    rows, labels = [["to"]] * 6, [1, 1, 1, 2, 2, 2]
    known = fitting.fit_rows(rows, labels, [1.0] * 3 + [0.0] * 3, classes=3)
    assert decision.probabilities([["to"]], known)[0].argmax() == 1


def test_the_same_examples_give_the_same_table():
    rows, labels = [["a", "b"], ["b", "c"], ["c"]] * 4, [index % 8 for index in range(12)]
    one, other = (
        list(fitting.table(fitting.fit_rows(rows, labels, [1.0] * 12, classes=8))) for _ in range(2)
    )
    assert one == other
    assert [row["feature"] for row in one] == [decision.OFFSET, "a", "b", "c"]


def test_the_command_writes_a_table_that_is_read_back(tmp_path, monkeypatch):
    folder = tmp_path / "reports"
    folder.mkdir()
    record = {
        "report_id": "r",
        "text": _TEXT,
        "published": "2024-11-01",
        "claims": [_CLAIM | {"quote": _TEXT}],
    }
    for number in range(4):
        (folder / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "curated").mkdir()
    monkeypatch.setattr("sitmap.resources.data", tmp_path.joinpath)
    monkeypatch.setattr("sys.argv", ["decision", str(folder)])
    fitting.main()
    decision.weights.cache_clear()
    try:
        assert np.isfinite(decision.weights()[decision.OFFSET]).all()
    finally:
        decision.weights.cache_clear()
