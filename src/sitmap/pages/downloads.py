"""The files of a situation: which handling mark they carry, what it lets out, and a button a format."""

import itertools
import re
import unicodedata
from collections.abc import Callable
from functools import partial

import streamlit as st

from sitmap import export, handling, pipeline, release
from sitmap.errors import SitmapError
from sitmap.pages import saving, symbols
from sitmap.pages.messages import plain, say
from sitmap.pages.readings import Outcome
from sitmap.product import Cover, Product

_LONGEST_STEM = 60  # characters; a name that every file system and mail programme shows whole


def file_stem(title: str) -> str:
    """Name of a case for its files: the words of its title in ASCII, joined by hyphens, cut at a word."""
    plain_letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"[',](?=\w)", "", plain_letters.lower()))
    whole = itertools.accumulate(words, "{}-{}".format)
    fitting = [stem for stem in whole if len(stem) <= _LONGEST_STEM]
    return fitting[-1] if fitting else say("downloads.stem")


# A fragment: the choice of a mark redraws the buttons alone, and so does a file that is made.
@st.fragment
def draw(shown: Callable[[], Outcome]) -> None:
    """Draw the menu of files: the choice of a mark and a button a format, which makes its file when pressed.

    Parameters
    ----------
    shown : callable
        Gives what the page shows at that moment: a review does not draw this menu anew.
    """
    with st.popover(say("page.downloads")):
        _choices(shown())
    # Not in the menu, which may be closed while a file is made.
    saving.draw()


def _choices(outcome: Outcome) -> None:
    marks = ["", *(mark.mark for mark in handling.marks())]
    mark = st.selectbox(say("downloads.mark"), marks, format_func=_shown, key="download-mark")
    told = say("downloads.release_help")
    hold = st.checkbox(say("downloads.release"), disabled=not mark, help=told, key="download-release")
    rules = release.rules(mark) if mark and hold else None
    name = file_name(outcome, mark, rules)
    for kind, ending, media_type, made in _files(name, partial(_product, outcome, mark, rules)):
        if st.button(say(f"downloads.{kind}"), key=f"download-{kind}", width="stretch"):
            _make(f"{name}{ending}", media_type, made)
    st.caption(say("downloads.note"))


def _make(name: str, media_type: str, made: Callable[[], bytes]) -> None:
    try:
        with st.spinner(say("downloads.making", name=name)):
            saving.save(name, media_type, made())
    except SitmapError as error:
        st.error(plain(str(error)))


def file_name(outcome: Outcome, mark: str, rules: release.Rules | None) -> str:
    """Name files by case, day and mark; a title may say what a release takes out, and is then not used."""
    title = "" if rules and rules.words else outcome.drawing.title
    marked = re.sub(r"[^A-Z]+", "-", mark).strip("-")
    return "-".join(filter(None, (file_stem(title), f"{outcome.as_of:%Y-%m-%d}", marked)))


def _shown(mark: str) -> str:
    return mark or say("downloads.unmarked")


def _product(outcome: Outcome, mark: str, rules: release.Rules | None) -> Product:
    cover = Cover(as_of=outcome.as_of, handling=mark, sides=symbols.sides())
    if rules is None:
        return outcome.situation.product(cover)
    return outcome.situation.released(rules, cover=cover).product


def _files(name: str, product: Callable[[], Product]) -> list[tuple[str, str, str, Callable[[], bytes]]]:
    """Kind, ending, media type and maker of every file."""

    def html() -> bytes:
        return pipeline.html(product()).encode("utf-8", "replace")

    found: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("html", ".html", "text/html", html),
        ("sha256", ".html.sha256", "text/plain", lambda: export.checksum(f"{name}.html", html())),
    ]
    for suffix, form in export.FORMATS.items():
        if suffix:  # a folder has none, and comes as a ZIP archive
            made = partial(_bytes, product, suffix)
            found.append((form.name, form.ending or suffix, form.media_type, made))
    return found


def _bytes(product: Callable[[], Product], suffix: str) -> bytes:
    return export.to_bytes(product(), suffix)
