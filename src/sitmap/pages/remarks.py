"""What the reader is told of what was handed in: alike things together, each with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from sitmap.errors import ReportError, printable
from sitmap.pages.messages import plain, say
from sitmap.reports.batch import Note

Level = Literal["error", "note", "done"]
#: Names listed of one group; beyond that nobody reads on.
_LISTED = 500


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to tell.

    Parameters
    ----------
    level : str
        "error" for what was not read, "note" for what was passed over or is to be known, "done" for what
        went well.
    what : str
        What is to be told.
    source : str
        The file, address or report that it is about; "" for none.
    alike : str
        The words for several such; `what` when empty.
    """

    level: Level
    what: str
    source: str = ""
    alike: str = ""

    def line(self) -> str:
        """Return it as one line."""
        return f"{printable(self.source)}: {self.what}" if self.source else self.what


@dataclass(frozen=True, slots=True)
class Group:
    """Remarks that say the same of different sources."""

    level: Level
    what: str
    members: tuple[Remark, ...]


def of(failures: Iterable[ReportError], notes: Iterable[Note]) -> tuple[Remark, ...]:
    """Remarks for what could not be read and for what was passed over."""
    bad = (Remark("error", fault.problem, fault.source) for fault in failures)
    return (*bad, *(Remark("note", note.what, note.source, note.alike) for note in notes))


def grouped(remarks: Iterable[Remark]) -> tuple[Group, ...]:
    """Put alike remarks together.

    Parameters
    ----------
    remarks : iterable of Remark

    Returns
    -------
    tuple of Group
        In the order in which the first of each was made.
    """
    found: dict[tuple[Level, str], list[Remark]] = {}
    for remark in remarks:
        found.setdefault((remark.level, remark.alike or remark.what), []).append(remark)
    return tuple(Group(level, what, tuple(members)) for (level, what), members in found.items())


def draw(remarks: Iterable[Remark]) -> None:
    """Tell of them; a group names its members when it is opened."""
    for group in grouped(remarks):
        if len(group.members) == 1:
            _show(group.level, group.members[0].line())
            continue
        _show(group.level, say("remarks.several", n=f"{len(group.members):,}", what=group.what))
        fold(say("remarks.which", n=f"{len(group.members):,}"), [remark.line() for remark in group.members])


def fold(label: str, lines: Sequence[str]) -> None:
    """List lines in a box that the reader opens."""
    with st.expander(label):
        left = len(lines) - _LISTED
        st.text("\n".join([*lines[:_LISTED], *([say("remarks.more", n=f"{left:,}")] if left > 0 else [])]))


def _show(level: Level, line: str) -> None:
    words = plain(line)
    if level == "error":
        st.error(words)
    elif level == "done":
        st.success(words)
    else:
        st.caption(words)
