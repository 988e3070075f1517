"""Words that the readers of a case take for a place, with a way to let go of each."""

import streamlit as st

from sitmap import case
from sitmap.pages import casefile, places
from sitmap.pages.messages import say


def standing(opened: casefile.Opened) -> tuple[case.Entry, ...]:
    """Return the entries by which words mean a place in this case, in the order of the words."""
    found = case.fold(opened.snapshot.history).aliases
    return tuple(found[key] for key in sorted(found))


def draw(opened: casefile.Opened) -> None:
    """Draw the list of a case's aliases; what is removed is undone, and stays in the history.

    Parameters
    ----------
    opened : casefile.Opened
    """
    known = standing(opened)
    if not known:
        st.caption(say("case.aliases_empty"))
    for entry in known:
        if entry.act.spot is None:
            continue
        place = places.name_of(entry.act.spot)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(say("case.alias_line", words=entry.act.name, place=place))
            st.caption(casefile.signed(entry))
            if st.button(say("case.alias_remove"), key=f"alias-{entry.entry_id}"):
                casefile.undo(entry.entry_id)
                st.rerun()
