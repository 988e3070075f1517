"""Whether a word that may be a verb is one here, and not a noun or an adjective."""

from collections.abc import Mapping
from types import MappingProxyType

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor, Verb
from sitmap.extract.text.theme import ARTICLES
from sitmap.extract.text.vocabulary import words

LINK = words("verb_group", "link")
DETERMINERS = words("verb_group", "determiners")
_PLURAL = words("verb_group", "plural")
_AFTER_STATIVE = words("verb_group", "after_stative")
_BREAKS = frozenset(
    {",", ".", ";", ":", "which", "who", "where", "when", "while", "that", "after", "before", "if"}
)
_SUBJECTS = frozenset({"it", "he", "she", "who", "which", "that"})
_SURELY = frozenset({"says", "has", "shows", "tells", "stays", "assesses"})
_SUBJECT_REACH = 7
_STATIVE = frozenset({"stay", "hold"})
#: Ends of the names of nations that "the" makes a people: "the British", "the French", "the Chinese".
PEOPLE = ("ch", "ese", "ish", "iss")
#: Frames of verbs that a force is the subject of, whose forms are seldom nouns right behind one.
_ACTS = frozenset(
    {"stay", "hold", "host", "arrive", "leave", "sail", "head", "send", "move", "act", "consist", "change"}
)
#: Where no noun phrase is known.
NO_SUBJECTS: Mapping[int, bool] = MappingProxyType({})
#: What stands for something counted or named before: "those that struck P".
_ONES = frozenset({"those", "one", "ones"})
_SPEECH = frozenset({"say", "assess", "confirm", "claim", "deny"})


def is_plain(document: Document, index: int, verb: Verb, before: str, *, joined: bool) -> bool:
    """Whether a base form is a verb in the present: "they guard", "soldiers serve", "others remain at".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.
    verb : Verb
        What it may be.
    before : str
        The word before it, adverbs left out.
    joined : bool
        Whether a verb stands before it.

    Returns
    -------
    bool
    """
    if before in DETERMINERS | {"of", "'s"}:
        # "at the base", "secretary of state", "by the army's count".
        return False
    following = document.lower(end_of(document, index))
    noun = any(document.lower(index - back) in ARTICLES for back in (2, 3))
    ends = following in {".", ",", ""} and not noun
    # "pictures taken on Monday show five bombers".
    dated = document.is_day(index - 1) and document.count_at(end_of(document, index)) is not None
    speaks = verb.frame in _SPEECH and (
        following == "that" or ends or dated or _several_speak(document, index)
    )
    return (
        before in _PLURAL
        or (before in {"and", "but", "or"} and joined)
        or speaks
        or _plural_subject(document, index)
        or _locates(document, index, verb, plural=True)
    )


def _several_speak(document: Document, index: int) -> bool:
    """Whether several who may speak stand before a base form: "researchers in Riga conclude from it"."""
    for back in range(index - 1, max(index - _SUBJECT_REACH, -1), -1):
        if document.at("verb", back) is not None or document.lower(back) in _BREAKS:
            return False
        speaker = document.at("speaker", back)
        if speaker is not None and speaker.last == back + 1:
            opens = document.lower(speaker.first - 1) in {",", ""}
            return opens and document.lower(back).endswith("s")
    return False


def follows_subject(document: Document, index: int, verb: Verb, subjects: Mapping[int, bool]) -> bool:
    """Whether a verb in the present stands right behind its subject: "two F-16s remain at P".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.
    verb : Verb
        What it may be.
    subjects : mapping of int to bool
        Token after each noun phrase that may be a subject, and whether it is several.

    Returns
    -------
    bool
    """
    if verb.frame not in _ACTS or any(document.at(kind, index) for kind in ("force", "weapon", "facility")):
        return False
    start = past_adverbs(document, index - 1) + 1
    plural = subjects.get(start)
    if plural is None or plural != (verb.form == "base"):
        return False
    end = end_of(document, index)
    goes_on = (
        document.count_at(end)
        or document.at("preposition", end)
        or document.at("direction", end)
        or document.place_at(end)
    )
    return bool(goes_on) or document.lower(end) in DETERMINERS | _AFTER_STATIVE or end == len(document.tokens)


def _locates(document: Document, index: int, verb: Verb, *, plural: bool) -> bool:
    """Whether a verb of being somewhere stands between subject and place: "others remain at"."""
    end = end_of(document, index)
    following = document.at("preposition", end)
    placed = (following is not None and following.value != "other") or document.lower(end) in _AFTER_STATIVE
    placed = placed or (verb.frame == "hold" and document.place_at(end) is not None)
    if (
        verb.frame not in _STATIVE
        or not placed
        or document.at("facility", index)
        or document.at("force", index)
    ):
        return False
    return _may_be_subject(document, past_adverbs(document, index - 1), plural=plural)


def _may_be_subject(document: Document, index: int, *, plural: bool) -> bool:
    """Whether a word before a verb may end its subject; an adjective or "the" makes the verb a noun."""
    before = document.lower(index)
    counted = document.count_at(index) is not None
    nation = document.at("actor", index)
    if nation is not None and isinstance(nation.value, Actor) and nation.value.role == "demonym":
        people = before.endswith(PEOPLE) and document.lower(nation.first - 1) == "the"
        return plural and (people or before.endswith("s"))
    if document.at("preposition", index) or before in DETERMINERS or not document.tokens[index].is_word:
        return counted or before == ")"
    return not plural or counted or before.endswith("s") or document.tokens[index].is_name


def is_adjective(document: Document, index: int, before: str) -> bool:
    """Whether a participle describes the noun after it: "the planned visit", "in occupied Crimea".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.
    before : str
        The word before it, adverbs left out.

    Returns
    -------
    bool
    """
    following = document.tokens[min(index + 1, len(document.tokens) - 1)]
    if before == "that" and (document.lower(index + 1) in DETERMINERS or end_of(document, index) > index + 1):
        # "Missiles that hit the port", "that came down near P".
        return False
    if before == "that" and _tells_which(document, index - 1):
        return False
    if before in ARTICLES:
        # "Another shot in the dark"; but "another crashed beside the market".
        clear = document.lower(index).endswith("ed") and document.at("preposition", index + 1) is not None
        return not (before == "another" and clear)
    back = index - 1 - document.lower(index - 1).endswith("ly")
    if document.at("preposition", back) is not None and following.is_name:
        # "in occupied Crimea", "in temporarily occupied Crimea".
        return True
    return before in DETERMINERS and following.is_word and document.at("preposition", index + 1) is None


def _tells_which(document: Document, that: int) -> bool:
    """Whether "that" says which is meant: "the missile that struck P", not "said that occupied P"."""
    return names_force(document, that - 1) or document.lower(that - 1) in _ONES


def _plural_subject(document: Document, index: int) -> bool:
    """Whether a noun for several stands before a base form: "some 500 soldiers of the brigade serve"."""
    if document.at("noun", index) or document.at("force", index) or document.at("weapon", index):
        return False
    for back in range(index - 1, max(index - _SUBJECT_REACH, -1), -1):
        if document.at("verb", back) is not None or document.lower(back) in _BREAKS:
            return False
        if names_force(document, back) and document.lower(back).endswith(("s", "police", "men", "infantry")):
            return True
    return False


def names_force(document: Document, index: int) -> bool:
    """Whether a word is a force, a weapon or its name.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.

    Returns
    -------
    bool
    """
    return any(document.at(kind, index) for kind in ("force", "weapon", "designation"))


def past_adverbs(document: Document, index: int) -> int:
    """Return the word that adverbs follow: "the ships now lying".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.

    Returns
    -------
    int
    """
    while (lower := document.lower(index)) in LINK or lower.endswith("ly"):
        index -= 1
    return index


def names_attack(document: Document, index: int) -> bool:
    """Whether a word ends a noun of attack that nothing counts: "drone strikes on P", no "a drone strikes".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.

    Returns
    -------
    bool
    """
    attack = document.at("attack", index)
    if attack is None or attack.first == index or document.at("preposition", index + 1) is None:
        return False
    before = attack.first - 1
    return document.lower(before) not in DETERMINERS | ARTICLES and document.count_at(before) is None


def is_third(document: Document, index: int, before: str) -> bool:
    """Whether "launches", "fires", "shows" is a verb here and not a plural noun.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.
    before : str
        The word before it, adverbs left out.

    Returns
    -------
    bool
    """
    verb = verb_at(document, index)
    noun = any(document.at(kind, index) for kind in ("force", "weapon")) or _of_nation(document, index)
    if noun or names_attack(document, index) or (document.at("facility", index) and before not in _SUBJECTS):
        return False
    says_that = verb is not None and verb.frame in _SPEECH and document.lower(index + 1) == "that"
    spoken = verb is not None and verb.frame in _SPEECH and document.at("speaker", index - 1) is not None
    if document.lower(index) in _SURELY or (says_that and document.at("verb", index - 1) is None) or spoken:
        return True
    after = document.lower(end_of(document, index))
    if _in_noun_phrase(document, index, before) or after in {"of", "by", "against"}:
        return False
    named = index > 0 and document.tokens[index - 1].is_name
    if index > 1 and document.tokens[index - 1].text.isdigit():
        # "The exercise Hedgehog 2025 brings 16,000 soldiers to P".
        named = document.tokens[index - 2].is_name
    if verb is not None and (_locates(document, index, verb, plural=False) or _hosts(document, index, verb)):
        return True
    return named or before in _SUBJECTS or document.at("speaker", index - 1) is not None


def _of_nation(document: Document, index: int) -> bool:
    """Whether an adjective of a state stands before: "Russian crews" are no verb."""
    nation = document.at("actor", index - 1)
    if nation is None or not isinstance(nation.value, Actor) or nation.value.role != "demonym":
        return False
    return not document.lower(index - 1).endswith("s")


def _hosts(document: Document, index: int, verb: Verb) -> bool:
    """Whether a verb of hosting stands before those that are there: "P, near Q, now houses Polish jets"."""
    kinds = ("actor", "force", "designation", "number")
    return verb.frame == "host" and any(document.at(kind, index + 1) for kind in kinds)


def _in_noun_phrase(document: Document, index: int, before: str) -> bool:
    """Whether the words before make it a noun: "two launches", "struck the Pivdenmash works"."""
    if before in DETERMINERS or document.at("number", index - 1) or document.at("preposition", index - 1):
        return True
    return any(
        document.lower(index - back) in DETERMINERS
        and (document.at("verb", index - back - 1) or document.at("preposition", index - back - 1))
        for back in (2, 3)
    )


def verb_at(document: Document, index: int) -> Verb | None:
    """Return the verb that may start at a token.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.

    Returns
    -------
    Verb or None
    """
    found = document.mentions.starting("verb", index)
    return found.value if found is not None and isinstance(found.value, Verb) else None


def end_of(document: Document, index: int) -> int:
    """Return the token after a verb of one or more words.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.

    Returns
    -------
    int
    """
    found = document.mentions.starting("verb", index)
    return found.last if found is not None else index + 1
