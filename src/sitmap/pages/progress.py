"""A bar that says what is being done, for work that takes longer than a blink."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from sitmap.pages.messages import plain

#: Work that is done sooner shows no bar, and a bar is not redrawn more often than this, seconds.
_AFTER_S, _EVERY_S = 0.3, 0.1
#: Longest words beside the bar, in characters.
_SHOWN = 90

#: Called with the share that is done, 0 to 1, and what is being done.
Step = Callable[[float, str], None]


@contextmanager
def bar() -> Iterator[Step]:
    """Have a bar while some work is done; it is gone when the work is.

    Yields
    ------
    Step
    """
    place = st.empty()
    due = time.monotonic() + _AFTER_S

    def step(share: float, words: str) -> None:
        nonlocal due
        now = time.monotonic()
        if now < due:
            return
        due = now + _EVERY_S
        cut = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        place.progress(min(max(share, 0.0), 1.0), plain(cut))

    try:
        yield step
    finally:
        place.empty()
