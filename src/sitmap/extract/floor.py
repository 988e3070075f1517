"""Who has the floor over a whole paragraph or list: "The minister: ...", "confirmed the following:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.speakers import named
from sitmap.extract.told import UNSAID, Told

if TYPE_CHECKING:
    from sitmap.extract.document import Document
    from sitmap.extract.sentences import Sentence
    from sitmap.extract.sources import Attribution

#: How many words the label of who speaks may have.
_LABEL = 6
_STOPS = frozenset({".", ")"})


def labelled(document: Document, sentence: Sentence) -> Told:
    """Return the speaker whose name and a colon open a paragraph: "The MINISTER: They are there".

    Parameters
    ----------
    document : Document
        The report taken apart.
    sentence : Sentence
        The first of a paragraph.

    Returns
    -------
    Told
        "" when none does.
    """
    end = min(sentence.first + _LABEL, sentence.last - 1)
    colon = next((i for i in range(sentence.first, end) if document.lower(i) == ":"), None)
    if colon is None or document.at("speaker", colon - 1) is None:
        return UNSAID
    label = range(sentence.first, colon)
    plain = not any(i in document.heads or document.place_at(i) or document.at("verb", i) for i in label)
    return named(document, sentence.first, colon) if plain else UNSAID


def leads_in(document: Document, sentence: Sentence, said: list[Attribution]) -> Told:
    """Return the speaker of what a list goes on to tell: "has confirmed the following movements".

    Parameters
    ----------
    document : Document
        The report taken apart.
    sentence : Sentence
        The sentence.
    said : list of Attribution
        Its sources.

    Returns
    -------
    Told
        "" when it leads in to none.
    """
    follows = any(document.lower(i) == "following" for i in range(sentence.first, sentence.last))
    leads = follows or document.lower(sentence.last - 1) == ":"
    return said[-1].source if leads and said and said[-1].last >= sentence.last else UNSAID


def is_entry(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence opens an entry of a list: a bullet, "2.", "(b)".

    Parameters
    ----------
    document : Document
        The report taken apart.
    sentence : Sentence
        The sentence.

    Returns
    -------
    bool
    """
    opens = sentence.first + (document.lower(sentence.first) == "(")
    mark = document.lower(opens)
    numbered = mark.isdecimal() or (len(mark) == 1 and mark.isalpha())
    return sentence.bullet or (numbered and document.lower(opens + 1) in _STOPS)
