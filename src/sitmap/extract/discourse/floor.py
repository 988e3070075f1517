"""Who has the floor over a whole paragraph or list: "The minister: ...", "confirmed the following:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.phrases.speakers import named
from sitmap.extract.text.document import within
from sitmap.extract.text.told import UNSAID, Told

if TYPE_CHECKING:
    from sitmap.extract.discourse.attribution import Attribution
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.sentences import Sentence

#: How many words the label of who speaks may have.
_LABEL = 6
#: Sentences after the one that names a source for which it may still speak.
_HEARD = 2
#: Marks of a quotation.
_MARKS = frozenset({'"', "“", "”"})
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
    if colon is None or colon == sentence.first:
        return UNSAID
    label = range(sentence.first, colon)
    titled = next((i for i in label if document.at("speaker", i) is not None), None)
    if titled is None or any(not document.tokens[i].is_name for i in range(titled + 1, colon)):
        return UNSAID
    plain = not any(i in document.heads or document.place_at(i) or document.at("verb", i) for i in label)
    return named(document, sentence.first, colon) if plain else UNSAID


def heard(document: Document, memory: Memory, number: int, said: list[Attribution]) -> None:
    """Keep who was named as a source in a sentence; what tells of another day is told by the report itself.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of; its `said` changes.
    number : int
        Of the sentence.
    said : list of Attribution
        Its sources.
    """
    sentence = document.sentences[number]
    if said and memory.before is not None and memory.before.number == number - 1:
        _closes_quote(document, memory.before, sentence, said[0])
    if said and said[-1].source:
        memory.said = (sentence.paragraph, number, said[-1].source)
    elif within(document.days, sentence.first, sentence.last):
        memory.said = None


def _closes_quote(document: Document, before: Scene, sentence: Sentence, said: Attribution) -> None:
    """Give what the sentence before told between the same quotation marks to who is named behind them."""
    if before.sentence.paragraph != sentence.paragraph or said.last > said.at:
        return
    here = [i for i in range(sentence.first, said.words[0]) if document.text_at(i) in _MARKS]
    opens = [i for i in range(before.sentence.first, before.sentence.last) if document.text_at(i) in _MARKS]
    if len(here) != 1 or len(opens) != 1:
        return
    for draft in before.drafts:
        if not draft.source and draft.first >= opens[0]:
            draft.source, draft.source_words = said.source, said.words


def goes_on(document: Document, memory: Memory, number: int) -> Told:
    """Return who spoke right before in the paragraph, and may be taken to speak on in a sentence.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of before the sentence.
    number : int
        Of the sentence.

    Returns
    -------
    Told
        "" for nobody: the sentence tells of a day of its own, as a report does that looks back.
    """
    sentence = document.sentences[number]
    if memory.said is None or within(document.days, sentence.first, sentence.last):
        return UNSAID
    paragraph, at, source = memory.said
    near = paragraph == sentence.paragraph and number - at <= _HEARD
    return source.by("speaks-on") if near else UNSAID


def leads_in(document: Document, memory: Memory, number: int, said: list[Attribution]) -> Told:
    """Return the speaker of what a list goes on to tell: "has confirmed the following movements".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    number : int
        Of the sentence.
    said : list of Attribution
        Its sources.

    Returns
    -------
    Told
        "" when it leads in to none. A colon alone hands on who spoke right before.
    """
    sentence = document.sentences[number]
    follows = "following" in document.lowers(sentence.first, sentence.last)
    leads = follows or document.lower(sentence.last - 1) == ":"
    if not leads:
        return UNSAID
    if not said:
        return goes_on(document, memory, number)
    return said[-1].source if said[-1].last >= sentence.last else UNSAID


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


def may_speak(source: Told) -> bool:
    """Whether a source is only taken to speak on, so that the report may as well say it itself.

    Parameters
    ----------
    source : Told
        Of a claim.
    """
    return source.rule == "speaks-on"
