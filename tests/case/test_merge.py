"""Two readers' histories come together, each entry once, whichever is taken into which."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples
from case import cases
from case.cases import READING
from sitmap import case

ACTS = [
    case.accept(samples.IMPACT),
    case.reject(samples.IMPACT),
    case.correct(samples.TROOPS_KURSK, count_max=9000, spot=case.Spot(lat=51.5, lon=36.5)),
    case.reliability("Antony Blinken", "B"),
]


def two(folder):
    """Two readers' files of one case, with two entries each and an undo."""
    made = []
    for name, acts in (("ann", ACTS[:2]), ("ben", ACTS[2:])):
        (folder / name).mkdir()
        own = cases.made(folder / name)
        entries = [own.record(act, reviewer=name, reason=f"says {name}").entry for act in acts]
        own.record(case.undo(entries[-1].entry_id), reviewer=name)
        made.append(own)
    return made


def test_two_histories_merge_both_ways_to_the_same(tmp_path):
    ann, ben = two(tmp_path)
    of_ann, of_ben = ann.export_reviews(), ben.export_reviews()
    assert len(ann.import_reviews(of_ben).taken) == len(ben.import_reviews(of_ann).taken) == 3
    assert ann.snapshot().history == ben.snapshot().history
    assert len(ann.snapshot().history) == 6
    assert case.apply([READING], ann.snapshot().history) == case.apply([READING], ben.snapshot().history)


def test_taking_a_history_again_changes_nothing(tmp_path):
    ann, ben = two(tmp_path)
    text = ann.export_reviews()
    assert (ben.import_reviews(text).known, ben.import_reviews(text).known) == (0, 3)
    before = ben.snapshot()
    merged = ben.import_reviews(text + text)
    assert (merged.taken, merged.known, merged.left_out) == ((), 3, ())
    assert ben.snapshot() == before


def test_the_lines_are_for_people_too(tmp_path):
    (ann, _) = two(tmp_path)
    first = json.loads(ann.export_reviews().splitlines()[0])
    assert first["reviewer"] == "ann"
    assert first["reason"] == "says ann"
    assert first["quote"] == samples.IMPACT.quote
    assert "place" not in first.get("changes", {})


def test_an_entry_recorded_after_a_merge_comes_last(tmp_path):
    ann, ben = two(tmp_path)
    ann.import_reviews(ben.export_reviews())
    entry = ann.record(case.accept(samples.IMPACT), reviewer="ann").entry
    assert ann.snapshot().history[-1] == entry


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"report_id": "elsewhere"},
            "line 1: its report 'elsewhere' is not in this case: add the report first",
        ),
        (
            {"quote_start": 0, "quote_end": 5, "quote": "Wrong"},
            "line 1: its words are not in report 'founding'",
        ),
        ({"reviewer": ""}, "line 1: a review needs its reviewer's name"),
        ({"reason": "changed"}, "line 1: differs from the entry of that id"),
    ],
)
def test_what_does_not_fit_is_left_out_by_line_and_the_rest_is_taken(tmp_path, change, why):
    ann, ben = two(tmp_path)
    if "reason" in change:
        ben.import_reviews(ann.export_reviews())
    first, *rest = ann.export_reviews().splitlines()
    text = "\n".join([json.dumps(json.loads(first) | change), "", *rest, "no json"])
    merged = ben.import_reviews(text)
    assert merged.left_out[0].startswith(("line 5: is not JSON", why))
    assert any(line.startswith(why) for line in merged.left_out)
    assert any(line.startswith("line 5: is not JSON") for line in merged.left_out)


def test_an_undo_of_what_is_not_here_is_left_out_until_it_comes(tmp_path):
    ann, ben = two(tmp_path)
    lines = ann.export_reviews().splitlines()
    assert "takes back is not in this case" in ben.import_reviews(lines[-1]).left_out[0]
    assert len(ben.import_reviews("\n".join(reversed(lines))).taken) == 3


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(range(6)), max_size=12))
def test_any_pieces_in_any_order_add_up_to_the_same(tmp_path_factory, picks):
    folder = tmp_path_factory.mktemp("merge")
    ann, ben = two(folder)
    lines = (ann.export_reviews() + ben.export_reviews()).splitlines()
    both = cases.made(folder)
    for pick in picks:
        both.import_reviews(lines[pick])
    both.import_reviews("\n".join(lines))
    ann.import_reviews(ben.export_reviews())
    assert both.snapshot().history == ann.snapshot().history
