"""Two sessions on one case: nothing is overwritten, and the later sees the earlier."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

import samples
from case import cases
from case.cases import ask
from export import situations
from sitmap import case
from sitmap.case.store import Case
from sitmap.errors import CaseError, ConflictError
from sitmap.model import Span
from sitmap.product import Product

#: A session in a process of its own that records as fast as it can.
WRITER = """
import sys, samples
from sitmap import case
own = case.Case.open(sys.argv[1])
for number in range(int(sys.argv[3])):
    own.record(case.correct(samples.TROOPS_KURSK, count_max=8000 + number), reviewer=sys.argv[2])
"""


def test_the_later_session_sees_what_the_earlier_recorded(tmp_path):
    first = cases.made(tmp_path)
    second = Case.open(first.path)
    seen = second.snapshot().revision
    entry = first.record(case.reject(samples.IMPACT), reviewer="first").entry
    assert second.revision() != seen
    told = second.record(case.accept(samples.LAUNCH), reviewer="second", seen=seen)
    assert told.unseen == (entry,)
    assert first.snapshot().history == second.snapshot().history == (entry, told.entry)
    assert first.record(case.accept(samples.IMPACT), reviewer="first", seen=first.revision()).unseen == ()


FIRST = samples.LAUNCH
WORDS = Span(0, 20)
KURSK = case.Spot(lat=51.7, lon=36.2, name="Kursk")


@pytest.mark.parametrize(
    ("theirs", "mine", "words"),
    [
        (case.reject(FIRST), case.accept(FIRST), "Ben rejected this claim at "),
        (case.correct(FIRST, count_max=2), case.correct(FIRST, count_max=3), "Ben corrected this claim at "),
        (case.accept(FIRST), case.correct(FIRST, spot=KURSK), "Ben accepted this claim at "),
        (case.credibility(FIRST, "2"), case.credibility(FIRST, "5"), "Ben graded this claim at "),
        (
            case.reliability("the  Ministry", "B"),
            case.reliability("The ministry", "C"),
            "Ben graded this source",
        ),
        (case.alias("the base", KURSK), case.alias("The Base", KURSK), "Ben said what these words mean"),
        (
            case.add(samples.FOUNDING, WORDS, "launch"),
            case.add(samples.FOUNDING, Span(10, 40), "launch"),
            "Ben added a claim of this kind on these words",
        ),
    ],
)
def test_what_another_decided_meanwhile_stands_until_it_is_overruled_on_purpose(
    tmp_path, theirs, mine, words
):
    made = cases.made(tmp_path)
    seen = made.revision()
    entry = made.record(theirs, reviewer="Ben", seen=seen).entry
    with pytest.raises(ConflictError, match=re.escape(words)) as told:
        made.record(mine, reviewer="Ada", seen=seen)
    assert f"{entry.at:%H:%M} UTC on {entry.at:%Y-%m-%d}" in str(told.value)
    assert made.snapshot().history == (entry,)
    done = made.record(mine, reviewer="Ada", seen=seen, on_purpose=True).entry
    assert made.snapshot().history == (entry, done)


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (case.reject(FIRST), case.accept(samples.IMPACT)),
        (case.reject(FIRST), case.credibility(FIRST, "2")),
        (case.reliability("A ministry", "B"), case.reliability("Another", "C")),
        (case.alias("the base", KURSK), case.alias("the camp", KURSK)),
        (case.add(samples.FOUNDING, WORDS, "launch"), case.add(samples.FOUNDING, WORDS, "impact")),
        (case.add(samples.FOUNDING, WORDS, "launch"), case.add(samples.FOUNDING, Span(20, 40), "launch")),
    ],
)
def test_acts_on_other_things_do_not_stand_in_the_way(tmp_path, theirs, mine):
    made = cases.made(tmp_path)
    seen = made.revision()
    made.record(theirs, reviewer="Ben", seen=seen)
    assert len(made.record(mine, reviewer="Ada", seen=seen).unseen) == 1


def test_what_is_seen_and_what_is_ones_own_stands_in_nobodys_way(tmp_path):
    made = cases.made(tmp_path)
    before = made.revision()
    made.record(case.reject(FIRST), reviewer="Ben", seen=before)
    made.record(case.accept(FIRST), reviewer="Ben", seen=before)
    made.record(case.reject(FIRST), reviewer="Ada", seen=made.revision())
    made.record(case.accept(FIRST), reviewer="Ada")


def test_taking_back_is_an_act_on_what_is_taken_back(tmp_path):
    made = cases.made(tmp_path)
    entry = made.record(case.reject(FIRST), reviewer="Ada").entry
    seen = made.revision()
    made.record(case.undo(entry.entry_id), reviewer="Ben", seen=seen)
    with pytest.raises(ConflictError, match="Ben took back what was done here at "):
        made.record(case.accept(FIRST), reviewer="Ada", seen=seen)
    other = made.record(case.accept(FIRST), reviewer="Ada", seen=seen, on_purpose=True).entry
    with pytest.raises(ConflictError, match="Ada accepted this claim"):
        made.record(case.undo(other.entry_id), reviewer="Ben", seen=seen)


def test_two_processes_lose_nothing(tmp_path):
    made = cases.made(tmp_path)
    path = ":".join(sys.path)
    sessions = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(made.path), who, "20"], env={"PYTHONPATH": path})
        for who in ("ann", "ben")
    ]
    assert [session.wait(120) for session in sessions] == [0, 0]
    history = made.snapshot().history
    assert sorted(entry.reviewer for entry in history) == ["ann"] * 20 + ["ben"] * 20
    assert len({entry.at for entry in history}) == 40
    for who in ("ann", "ben"):
        counts = [entry.act.changes["count_max"] for entry in history if entry.reviewer == who]
        assert counts == [8000 + number for number in range(20)]


def test_threads_share_a_case(tmp_path):
    made = cases.made(tmp_path)

    def work(number):
        if number % 5 == 0:
            return made.refresh(Product(layers=situations.FOUNDING), made.revision())
        return made.record(case.accept(samples.IMPACT), reviewer=f"r{number}")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(20)))
    assert len(made.snapshot().history) == 16
    assert ask(made.path, "PRAGMA integrity_check") == [("ok",)]


def test_the_same_report_from_two_sessions_is_stored_once(tmp_path):
    made = Case.create(tmp_path / "case.gpkg")
    with ThreadPoolExecutor(4) as threads:
        added = list(threads.map(lambda _: made.add([samples.FOUNDING]), range(8)))
    assert sorted(len(one.stored) for one in added) == [0] * 7 + [1]


def test_two_readers_do_not_undo_one_entry_twice(tmp_path):
    made = cases.made(tmp_path)
    entry = made.record(case.reject(samples.IMPACT), reviewer="A").entry
    undo = made.record(case.undo(entry.entry_id), reviewer="A").entry
    with pytest.raises(CaseError, match="is undone already"):
        made.record(case.undo(entry.entry_id), reviewer="B")
    made.record(case.undo(undo.entry_id), reviewer="B")
    made.record(case.undo(entry.entry_id), reviewer="B")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (case.undo("0" * 32), "there is nothing to undo"),
        (case.accept(replace(samples.IMPACT, report_id="gone")), "'gone' is not in this case: add it first"),
        (case.accept(replace(samples.IMPACT, quote_start=3)), "does not have the words"),
    ],
)
def test_an_act_on_what_is_not_there_is_refused(tmp_path, act, words):
    made = cases.made(tmp_path)
    with pytest.raises(CaseError, match=words):
        made.record(act, reviewer="A")
    assert made.snapshot().history == ()


@pytest.mark.parametrize("name", ["", " \n ", "x" * 3000])
def test_a_reviewer_has_a_name(tmp_path, name):
    with pytest.raises(CaseError, match="reviewer"):
        cases.made(tmp_path).record(case.accept(samples.IMPACT), reviewer=name)
