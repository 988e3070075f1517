import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.font_manager import fontManager

import samples
from sitmap.export.paper import fonts

WORDS = "북한이 신형 ミサイル 导弹 Ракета صاروخ Schießübung"


@pytest.fixture
def bare(monkeypatch):
    """A computer without any font but those that come with matplotlib."""
    own = [entry for entry in fontManager.ttflist if "mpl-data" in entry.fname]
    caches = (fonts._family, fonts._others, fonts._main, fonts._bold, fonts.width)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(fontManager, "ttflist", own)
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_nothing_that_cannot_be_seen_is_written(text):
    shown = fonts.plain(text)
    assert shown == shown.strip()
    assert not set(shown) & set("\x00\u202e\u202c\u2028\u2029\r\n\t\ud83d")


def test_every_script_of_the_news_has_a_font():
    if fonts.missing(["북"]):
        pytest.skip("no CJK font: fonts-noto-cjk is missing")
    assert fonts.plain(WORDS) == WORDS
    assert fonts.missing([WORDS]) == []
    assert len(fonts.families(WORDS)) == 2


@pytest.mark.usefixtures("bare")
def test_what_no_font_has_is_named_and_never_a_box():
    assert fonts.plain("북 x صاروخ") == "\ufffd x صاروخ"
    assert fonts.missing([WORDS, "북"]) == sorted(set("북한이신형ミサイル导弹"))


@given(st.text(max_size=300), st.floats(30, 400), st.booleans())
def test_lines_keep_to_their_room_and_lose_nothing(text, room, bold):
    made = fonts.lines(text, 8, room, bold=bold)
    assert "".join("".join(made).split()) == "".join(fonts.plain(text).split())
    for line in made:
        assert fonts.width(line, 8, bold=bold) <= room * 1.01 + 0.5 or len(line) == 1


@given(st.text(alphabet="ab ", max_size=2000), st.integers(1, 4))
def test_a_text_that_is_cut_says_so(text, most):
    made = fonts.lines(text, 8, 100, most=most)
    assert len(made) <= most
    whole = fonts.lines(text, 8, 100)
    assert made == whole if len(whole) <= most else made[-1].endswith("…")


def test_a_million_letters_take_no_time():
    assert len(fonts.lines("x" * 1_000_000, 8, 100, most=3)) == 3
