"""Who is told behind a passive to have said or seen it: "was reported at P by the police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse.attribution import Attribution
from sitmap.extract.phrases.speakers import before_day, named, phrase_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.groups import Group
    from sitmap.model import Certainty

#: Frames of verbs that somebody is told to have done: "was confirmed by the ministry".
SAYS = frozenset({"say", "confirm", "claim", "deny"})
_STOPS = frozenset({".", ",", ";", ":"})
#: How far behind a passive its doer may be told, and how many words name the doer.
_DOER_WITHIN, _DOER_NAME = 9, 6


def by_doer(
    document: Document, group: Group, sentence: tuple[int, int], certainty: Mapping[str, Certainty]
) -> Attribution | None:
    """Read "it was reported by the police that", "a word that was rejected by the ministry".

    Parameters
    ----------
    document : Document
        The report taken apart.
    group : Group
        A passive verb.
    sentence : tuple of int
        Tokens of the sentence.
    certainty : mapping of str to str
        How sure each frame of verbs is.

    Returns
    -------
    Attribution or None
        None where no speaker is named behind it.
    """
    first, last = sentence
    by = _by(document, group, last)
    if by is None or group.verb.frame not in SAYS | {"see"}:
        return None
    end = phrase_end(document, by + 1, last)
    end = next((i for i in range(by + 1, end) if document.lower(i) == "to"), end)
    words = by + 1, before_day(document, end)
    source = named(document, *words)
    # "Released by Tu-95 bombers": no speaker.
    if not source or (
        document.at("speaker", words[1] - 1) is None and not document.heads.isdisjoint(range(*words))
    ):
        return None
    after, onward = (document.lower(end) == word for word in ("that", "to"))
    return Attribution(
        *((words[1], last) if after else (first, last if onward else group.last)),
        source,
        words,
        certainty[group.verb.frame],
        denies=group.verb.frame == "deny",
        at=group.first,
        verb=(group.first, group.last),
    )


def _by(document: Document, group: Group, last: int) -> int | None:
    """Return where the doer of a passive stands, right behind it or behind the place: "seen at P by X"."""
    if document.lower(group.last) == "by":
        return group.last
    near = range(group.last, min(group.last + _DOER_WITHIN, last))
    stop = next((i for i in near if document.lower(i) in _STOPS or document.at("verb", i)), near.stop)
    return next(
        (i for i in range(group.last, stop) if document.lower(i) == "by" and _speaks(document, i)), None
    )


def _speaks(document: Document, by: int) -> bool:
    """Whether who did it is one who speaks."""
    end = phrase_end(document, by + 1, by + 1 + _DOER_NAME)
    return any(document.at("speaker", i) for i in range(by + 1, end))
