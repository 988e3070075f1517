"""Words stay readable and are words in every viewer, however often it decodes them."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export import attack
from sitmap.export.kml import plain

ANY = st.text() | st.sampled_from(attack.PAYLOADS) | st.text(alphabet="<>&;#$[]{}/!?-=ltxa1 \n'\"")


class Markup(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.found = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the reader calls it so
        self.found.append(tag)

    def handle_endtag(self, tag):
        self.found.append(tag)

    def handle_comment(self, data):
        self.found.append(data)

    def handle_decl(self, decl):
        self.found.append(decl)

    def handle_pi(self, data):
        self.found.append(data)

    def handle_entityref(self, name):
        self.found.append(name)

    def handle_charref(self, name):
        self.found.append(name)


def markup(text):
    reader = Markup()
    reader.feed(text)
    reader.close()
    return reader.found


@given(ANY)
def test_there_is_no_markup_in_it(text):
    made = plain.inert(text)
    assert markup(made) == []
    assert html.unescape(made) == made
    assert "$[" not in made


@given(ANY)
def test_it_reads_the_same(text):
    assert plain.inert(text).replace("\u2060", "") == plain.legal(text).replace("\u2060", "")


def test_the_reader_of_markup_finds_some():
    assert markup("a <b>c</b> &lt; <!-- d --> <?e?>") == ["b", "b", "lt", " d ", "e?"]


@pytest.mark.parametrize("text", ["R & D", "5 < 6", "costs $5", "a && b", "100 % [sic]"])
def test_plain_words_are_left_alone(text):
    assert plain.inert(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\0b", "a\ufffdb"), ("\x01", "\ufffd"), ("\ufffe", "\ufffd"), ("a\r\n\tb", "a\r\n\tb")],
)
def test_what_xml_cannot_hold_is_marked(text, kept):
    assert plain.legal(text) == kept


def test_a_name_is_one_short_line():
    assert plain.name("a\r\n b\tc ") == "a b c"
    assert plain.name("x" * 500) == "x" * 120 + "…"
