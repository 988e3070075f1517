"""Hostile and broken reports through the whole line: nothing runs or breaks, each fault names its file."""

import json
import re
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

import samples
import sitmap
from sitmap.cli import main
from sitmap.product import Cover

#: A report that makes claims around whatever is put into it.
STORY = (
    "{0} North Korea fired a ballistic missile {0} from Pyongyang at 7:11 a.m. on 3 March 2024, {0} said. "
    "About 8,000 North Korean {0} troops are in the Kursk region {0}. {0}"
)


class Markup(HTMLParser):
    """Reads a document as a browser does and collects what report text must never become."""

    def __init__(self):
        super().__init__()
        self.scripts = 0
        self.faults = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.scripts += tag == "script"
        runs = tag == "script" and given.get("type") != "application/json"
        if runs and not given.get("nonce"):
            self.faults.append("a script without the nonce")
        if tag in {"img", "iframe", "object", "embed", "base", "form"}:
            self.faults.append(f"a tag <{tag}>")
        for name, value in given.items():
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.faults.append(f"{name}={value!r}")


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.mark.parametrize("payload", samples.HOSTILE, ids=range(len(samples.HOSTILE)))
def test_hostile_text_is_quoted_as_it_stands_and_never_reaches_the_markup(payload):
    situation = sitmap.read_text(STORY.format(payload), title=payload, publisher=payload)
    assert situation.claims
    (report,) = situation.reports
    for claim in situation.claims:
        assert report.text[claim.quote_start : claim.quote_end] == claim.quote
    page = Markup()
    page.feed(situation.html(cover=Cover(title=payload)))
    assert page.faults == []
    assert page.scripts >= 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "white space"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary|PNG|picture"),
        ("paper.pdf", b"%PDF-1.7 \x00", "PDF"),
        ("broken.json", b'{"text": ', "line 1"),
        ("rows.jsonl", b'{"text": "Soldiers are in Kursk."}\n{"text": 5}\n', "line 2"),
        ("table.csv", b"a,b\n1,2\n", "text"),
    ],
)
def test_a_bad_file_is_one_line_that_names_it(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    done = run("map", path, "-o", tmp_path / "map.html")
    assert done.exit_code in {2, 3}, done.output
    line = done.stderr.splitlines()[0]
    assert name in line
    assert re.search(words, line), line


def test_a_line_of_five_megabytes_is_read(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(STORY.format("") + "lorem ipsum dolor " * 280_000, encoding="utf-8")
    done = run("layers", path, "-o", tmp_path / "out", "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["claims"] >= 2


def test_nul_and_marks_of_direction_survive_as_text(tmp_path):
    path = tmp_path / "marks.txt"
    path.write_bytes(STORY.format("\u202ea\x00b\u202c").encode())
    done = run("layers", path, "-o", tmp_path / "out")
    assert done.exit_code == 0, done.output
    features = json.loads((tmp_path / "out" / "launches.geojson").read_text(encoding="utf-8"))["features"]
    assert features
    assert all("\x00" not in json.dumps(feature, ensure_ascii=False) for feature in features)


def test_two_runs_give_the_same_ids():
    first, second = (sitmap.read_text(samples.FOUNDING.text, published="2024-11-01") for _ in range(2))
    assert [claim.claim_id for claim in first.claims] == [claim.claim_id for claim in second.claims]
    assert [f.finding_id for f in first.findings] == [f.finding_id for f in second.findings]
