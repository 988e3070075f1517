"""Killed at any moment: what was confirmed is there, and the file is sound."""

import subprocess
import sys

from case import cases
from case.cases import ask
from sitmap.case.store import Case

ROUNDS = 200

#: Forks sessions that record reviews, add reports and replace layers until they are killed. Each says on a
#: pipe what is confirmed, after it is. One process forks them all, so that none waits for imports. How long
#: they live follows what they get done, so that on any machine they are killed at work.
SESSIONS = """
import contextlib, itertools, os, random, signal, sys, time
from pathlib import Path
import samples
from export import situations
from sitmap import case, export
from sitmap.case import derived
from sitmap.model import Report

def session(path, number, turn, pipe):
    own = case.Case.open(path)
    for turn in itertools.count(turn):
        if turn % 4 == 1:
            text = f"Report {number}.{turn} " + "word " * 5_000
            told = own.add([Report(report_id=f"r{number}-{turn}", text=text)]).stored[0].report_id
        elif turn % 4 == 3:
            told = f"layers-{own.refresh(situations.PRODUCT, own.revision())}"
        else:
            act = case.correct(samples.TROOPS_KURSK, count_max=8000 + turn)
            told = own.record(act, reviewer=f"session {number}").entry.entry_id
        os.write(pipe, told.encode() + b"\\n")

path, rounds, chance, life = sys.argv[1], int(sys.argv[2]), random.Random(int(sys.argv[3])), 0.05
layers = export.save(situations.PRODUCT, Path(path).with_name("layers.gpkg"))
derived.made = lambda *_: contextlib.nullcontext(layers)  # made once: it is the putting in that is killed
for number in range(rounds):
    turn, read_write = chance.randrange(4), os.pipe()
    child = os.fork()
    if not child:
        session(path, number, turn, read_write[1])
    os.close(read_write[1])
    time.sleep(chance.uniform(0, life))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read_write[0]) as confirmed:
        told = confirmed.read().split()
    life *= 0.8 if told else 1.3
    print(number, *told, flush=True)
    if sys.stdin.readline() != "go on\\n":
        break
"""


def test_nothing_confirmed_is_lost_when_a_session_is_killed(tmp_path):
    made = cases.made(tmp_path)
    seed = 20241031
    confirmed = set()
    arguments = [str(made.path), str(ROUNDS), str(seed)]
    with subprocess.Popen(
        [sys.executable, "-c", SESSIONS, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    ) as sessions:
        for number in range(ROUNDS):
            told = sessions.stdout.readline().split()
            assert told[:1] == [str(number)]
            confirmed |= set(told[1:])
            assert ask(made.path, "PRAGMA integrity_check") == [("ok",)], number
            found = Case.open(made.path).snapshot()
            there = {entry.entry_id for entry in found.history} | {r.report_id for r in found.reports}
            assert confirmed <= there | {"layers-True"}, number
            assert ask(made.path, "SELECT count(*) FROM impacts") in ([(0,)], [(1,)]), number
            assert found.faults == ()
            sessions.stdin.write("go on\n")
            sessions.stdin.flush()
    assert len(confirmed) > ROUNDS / 10  # they were killed at work, not before it
    assert "layers-True" in confirmed
    assert ask(made.path, "PRAGMA foreign_key_check") == []
