"""What readers did to a case, newest first, with a way back."""

from collections.abc import Mapping

import streamlit as st

from sitmap.case import Entry, undone
from sitmap.pages import casefile
from sitmap.pages.messages import count, say

#: Entries drawn at once: each has a button, and a page of thousands would be slow.
_MOST = 100
#: Messages of the acts whose name alone does not say it.
_WORDS = {"add": "added", "undo": "undo_gone"}
#: Entries behind an entry that are told: what takes back, of what took back, and so on.
_BEHIND = 2


def draw(opened: casefile.Opened) -> None:
    """Draw the history of a case, the reviews that found no claim, and the button for its layers.

    Parameters
    ----------
    opened : casefile.Opened
    """
    history = opened.snapshot.history
    known = {entry.entry_id: entry for entry in history}
    if opened.outcome.reviewed.orphans:
        st.warning(say("case.orphans"))
        for orphan in opened.outcome.reviewed.orphans:
            st.text(f"{line(orphan.entry, known)} ({orphan.why})")
    st.caption(_counted(len(history)))
    taken_back = undone([(entry.entry_id, entry.act.undoes) for entry in history if entry.act.undoes])
    for entry in history[: -_MOST - 1 : -1]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(line(entry, known))
            if entry.entry_id in taken_back:
                st.caption(say("case.undone"))
            elif st.button(say("case.undo"), key=f"undo-{entry.entry_id}"):
                casefile.undo(entry.entry_id)
                st.rerun()
    if st.button(
        say("case.layers"), key="case-layers", disabled=opened.snapshot.layers == opened.snapshot.revision
    ):
        casefile.refresh(opened)
        st.rerun()


def _counted(number: int) -> str:
    if not number:
        return say("case.history_empty")
    if number > _MOST:
        return say("case.entries_most", n=f"{number:,}", most=_MOST)
    return count("case.entries", number)


def line(entry: Entry, known: Mapping[str, Entry]) -> str:
    """Write an entry as a line: who did what to which words, when and why.

    Parameters
    ----------
    entry : Entry
    known : mapping of str to Entry
        The case's entries by id, to tell which one was taken back.

    Returns
    -------
    str
    """
    told = f"{casefile.signed(entry)}: {_what(entry, known)}"
    return f"{told}  ({entry.reason})" if entry.reason else told


def _what(entry: Entry, known: Mapping[str, Entry], behind: int = _BEHIND) -> str:
    act = entry.act
    other = known.get(act.undoes)
    if other and behind:
        return say("case.undo_done", entry=casefile.signed(other), what=_what(other, known, behind - 1))
    what = say(f"case.{_WORDS.get(act.action, act.action)}", value=act.value)
    about = act.target.quote if act.target else act.name
    return f"{what}  “{about}”" if about else what
