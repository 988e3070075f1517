"""What readers did to a case, newest first, with a way back."""

import streamlit as st

from sitmap.case import Entry
from sitmap.pages import casefile
from sitmap.pages.messages import count, say

#: Entries drawn at once: each has a button, and a page of thousands would be slow.
_MOST = 100
#: Messages of the acts whose name alone does not say it.
_WORDS = {"add": "added", "undo": "undo_done"}


def draw(opened: casefile.Opened) -> None:
    """Draw the history of a case, the reviews that found no claim, and the button for its layers.

    Parameters
    ----------
    opened : casefile.Opened
    """
    if opened.outcome.reviewed.orphans:
        st.warning(say("case.orphans"))
        for orphan in opened.outcome.reviewed.orphans:
            st.text(f"{_line(orphan.entry)} ({orphan.why})")
    history = opened.snapshot.history
    st.caption(_counted(len(history)))
    taken_back = {entry.act.undoes for entry in history}
    for entry in history[: -_MOST - 1 : -1]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(_line(entry))
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


def _line(entry: Entry) -> str:
    """Write an entry as a line: who did what to which words, when and why."""
    act = entry.act
    what = say(f"case.{_WORDS.get(act.action, act.action)}", value=act.value)
    about = act.target.quote if act.target else act.name
    words = [
        f"{casefile.signed(entry)}: {what}",
        f"“{about}”" if about else "",
    ]
    return "  ".join(filter(None, [*words, f"({entry.reason})" if entry.reason else ""]))
