"""Who has the floor over a whole paragraph or list: "The minister: ...", "confirmed the following:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.phrases.speakers import is_person, named
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
#: What somebody's own telling is called, and what follows where it begins.
_ACCOUNTS = frozenset({"account", "story", "version"})
_OPENS = frozenset({".", ":", "goes", "runs", "follows"})
#: Words of headings that no table of things has, and kinds of mention that no person is called by.
_HEADINGS = frozenset(
    {"analysis", "background", "front", "key", "latest", "news", "points", "update", "what"}
)
_NO_NAMES = ("attack", "direction", "facility", "force", "month", "verb", "weapon", "weekday")
_STOPS = frozenset({".", ")"})
_DASHES = frozenset({"-", "\u2013", "—", ":", "|"})
#: Frames of verbs by which a heading lets somebody speak: "WHAT RIGA CLAIMS".
_SAYS = frozenset({"say", "claim", "confirm"})


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
    start = _behind_clock(document, sentence)
    end = min(start + _LABEL, sentence.last - 1)
    colon = next((i for i in range(start, end) if document.lower(i) == ":"), None)
    if colon is None or colon == start:
        return UNSAID
    label = range(start, colon)
    if is_person(document, start, colon) and not any(_of_heading(document, i) for i in label):
        return Told(document.text(start, colon), (start, colon))
    titled = next((i for i in label if document.at("speaker", i) is not None), None)
    if titled is None or any(not document.tokens[i].is_name for i in range(titled + 1, colon)):
        return UNSAID
    plain = not any(i in document.heads or _is_place(document, i) or document.at("verb", i) for i in label)
    return named(document, start, colon) if plain else UNSAID


def _is_place(document: Document, index: int) -> bool:
    """Whether a word names a place, and no state whose organ speaks: "Iraq's military: ..."."""
    return document.place_at(index) is not None and document.at("actor", index) is None


def _behind_clock(document: Document, sentence: Sentence) -> int:
    """Return where a sentence starts behind the clock time of an entry: "10:15 - The army: ..."."""
    clock = next(iter(within(document.clocks, sentence.first, sentence.first + 1)), None)
    if clock is None:
        return sentence.first
    return clock.last + (document.lower(clock.last) in _DASHES)


def _of_heading(document: Document, index: int) -> bool:
    """Whether a word is rather a heading's than a name's: "Eastern Front: ...", "Latest News: ..."."""
    return document.lower(index) in _HEADINGS or any(document.at(kind, index) for kind in _NO_NAMES)


def account(document: Document, sentence: Sentence) -> Told:
    """Return whose account a sentence opens: "The army's account goes as follows.", "RIGA'S VERSION.".

    Parameters
    ----------
    document : Document
        The report taken apart.
    sentence : Sentence
        The sentence.

    Returns
    -------
    Told
        "" for one that opens none.
    """
    end = min(sentence.first + _LABEL, sentence.last - 1)
    noun = next((i for i in range(sentence.first, end) if document.lower(i) in _ACCOUNTS), None)
    if noun is None or document.lower(noun - 1) != "'s" or document.lower(noun + 1) not in _OPENS:
        return UNSAID
    return named(document, sentence.first, noun - 1)


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
        memory.opening = _opening(document, memory, sentence, said)
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


def _opening(
    document: Document, memory: Memory, sentence: Sentence, said: list[Attribution]
) -> tuple[Sentence, Told] | None:
    """Keep who is named behind a first sentence that only sums up, until somebody else speaks."""
    opens = sentence.first <= document.body and not memory.told
    if memory.opening is None and opens and said[-1].last <= said[-1].at:
        return sentence, said[-1].source
    same = memory.opening is not None and memory.opening[1].split()[-1] == said[-1].source.split()[-1]
    return memory.opening if same else None


def after_opening(document: Document, memory: Memory, number: int, actor: Told) -> Told:
    """Return who was named behind the first sentence, for the details that the next paragraph gives.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of before the sentence.
    number : int
        Of the sentence.
    actor : Told
        Whose forces it tells of.

    Returns
    -------
    Told
        "" where the first sentence names none or makes a claim itself, and of another's forces.
    """
    if memory.opening is None:
        return UNSAID
    opening, source = memory.opening
    near = document.sentences[number].paragraph <= opening.paragraph + 1
    named_there = document.mentions.within("actor", opening.first, opening.last)
    spoken_of = not actor or any(getattr(m.value, "code", "") == actor for m in named_there)
    return source.by("speaks-on") if near and spoken_of else UNSAID


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


def opens_release(document: Document, memory: Memory, number: int, said: list[Attribution]) -> Told:
    """Return who a whole release quotes: "The ministry announces:" before paragraphs that are no list.

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
        "" when a claim stands before it, or when it leads in to one paragraph or a list only.
    """
    here = document.sentences[number]
    if not said or memory.told or document.lower(here.last - 1) != ":" or said[-1].last < here.last:
        return UNSAID
    after = document.sentences[number + 1] if number + 1 < len(document.sentences) else here
    alone = after.paragraph == here.paragraph or is_entry(document, after)
    return UNSAID if alone else said[-1].source


def headed(document: Document, sentence: Sentence) -> Told:
    """Return whom a heading lets speak in what follows: "RIGA SAYS".

    Parameters
    ----------
    document : Document
        The report taken apart.
    sentence : Sentence
        The heading.

    Returns
    -------
    Told
        "" for a heading without a speaker.
    """
    verb = document.at("verb", sentence.last - 1)
    if verb is None or getattr(verb.value, "frame", "") not in _SAYS or verb.first == sentence.first:
        return UNSAID
    return named(document, sentence.first, verb.first)


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
