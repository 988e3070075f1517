"""Verb groups: a verb with its auxiliaries, and what they make of it."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Verb
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs import fronted
from sitmap.extract.verbs.finite import (
    DETERMINERS,
    LINK,
    NO_SUBJECTS,
    end_of,
    follows_subject,
    is_adjective,
    is_plain,
    is_third,
    names_force,
    past_adverbs,
    verb_at,
)
from sitmap.extract.verbs.unlisted import is_unlisted, unlisted_verb

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"])


_HAVE = frozenset(["has", "have", "had", "having", "hasn't", "haven't", "hadn't"])


_DO = frozenset({"do", "does", "did", "didn't", "don't", "doesn't"})


_CAN = frozenset({"could", "may", "might", "can", "couldn't", "should", "must", "cannot"})


_WILL = frozenset({"will", "shall", "would", "won't"})


_NOT = frozenset({"not", "never", "n't", "nor"})


#: First words of a group that tells of what was before.
_OVER = frozenset({"had", "used"})


_AUX = _BE | _HAVE | _DO | _CAN | _WILL | _NOT
#: First words of a group that starts with no verb.
_OPENERS = _AUX | _OVER | {"what"}


_GERUND_AFTER = words("verb_group", "gerund_after")


_CHAIN = 6
#: How far apart the commas of "have, the army says, gone" stand, and the frames of the verb between them.
_ASIDE = 7
_SPEAKING = frozenset({"assess", "claim", "confirm", "say"})
#: How far from "what" its "to be" may stand: "what is now widely believed to be".
_HEDGE = 7
#: Adverbs of two words that stand between an auxiliary and its verb: "had in turn left".
_ADVERBIAL = frozenset(
    {("at", word) for word in ("first", "last", "once", "least")}
    | {("in", word) for word in ("turn", "fact", "effect", "part")}
    | {("by", "now"), ("so", "far"), ("of", "late"), ("for", "now")}
)
#: Verbs that are words of a date as well: "last Friday".
_LATELY = frozenset({"last"})
#: And one that is an adverb unless it stands right behind who does it: "hit overnight by drones".
_ADVERBS = frozenset({"overnight"})
#: Adjectives that make a word of attack a noun.
_DESCRIBE = frozenset({"direct", "precision"})
_IMPACTS = frozenset({"impact", "impacts"})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries at tokens `first` to `last` (exclusive).

    `participle` is one without an auxiliary: "troops stationed in P", "landing at P"; `pluperfect` also
    "used to be"; `fronted` is a participle that opens the sentence: "launched from P, the rocket".
    """

    first: int
    last: int
    verb: Verb
    negated: bool = False
    hypothetical: bool = False
    future: bool = False
    infinitive: bool = False
    passive: bool = False
    progressive: bool = False
    participle: bool = False
    pluperfect: bool = False
    perfect: bool = False
    fronted: bool = False


def groups(
    document: Document, first: int, last: int, subjects: Mapping[int, bool] = NO_SUBJECTS
) -> list[Group]:
    """Verb groups in a range of tokens.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.
    subjects : mapping of int to bool
        Token after each noun phrase that may be a subject, and whether it is several.

    Returns
    -------
    list of Group
        In order.
    """
    found: list[Group] = []
    end = first
    for index in _starts(document, first, last, subjects):
        if index < end or (index > first and _is_may(document, index)):
            continue
        end = _hedged(document, index, last)
        if end:
            continue
        auxiliary = _is_auxiliary(document, index) and index not in document.taken
        group = _chain(document, index, last) if auxiliary else None
        if group is None and not auxiliary:
            group = _single(document, index, found, subjects)
        if group is not None:
            found.append(group)
        end = group.last if group else index
    return fronted.opening(document, found, first)


def _starts(document: Document, first: int, last: int, subjects: Mapping[int, bool]) -> list[int]:
    """Tokens that a group may start at, in order: verbs, auxiliaries, and what follows a subject."""
    starts = {m.first for m in document.mentions.within("verb", first, last)}
    told = document.lowers(first, last)
    starts |= {index for index, word in enumerate(told, first) if word in _OPENERS}
    if subjects:
        starts |= {index for index in subjects if first <= index < last}
        starts |= {index for index, word in enumerate(told[:-1], first + 1) if is_link(word)}
    return sorted(starts)


def _hedged(document: Document, index: int, last: int) -> int:
    """End of "what appeared to be", which tells no more than how sure the noun behind it is; 0 for none."""
    if document.lower(index) != "what":
        return 0
    for end in range(index + 2, min(index + _HEDGE, last)):
        if (document.lower(end), document.lower(end + 1)) == ("to", "be"):
            return end + 2
        if not document.lower(end).isalpha():
            break
    return 0


def _chain(document: Document, first: int, last: int) -> Group | None:
    """Return a group that starts with an auxiliary: "would have been sent", "are now based", "is"."""
    words: list[str] = []
    index = first
    while index < last and index - first < _CHAIN:
        lower = document.lower(index)
        verb = verb_at(document, index)
        is_main = verb is not None and lower not in _AUX and _fits(words, verb)
        if is_main and verb is not None:
            return _group(document, first, index, verb, words)
        if _used_to(document, index):
            words.append(lower)
            index += 2
        elif lower in _AUX or is_link(lower):
            words.append(lower)
            index += 1
        elif (lower, document.lower(index + 1)) in _ADVERBIAL:
            index += 2
        elif lower == "," and (behind := _past_aside(document, index)):
            index = behind
        else:
            break
    unlisted = _unlisted(document, index, last, words)
    if unlisted is not None:
        return _group(document, first, index, unlisted, words)
    return _copula(first, words)


def _past_aside(document: Document, index: int) -> int:
    """Return the token behind what says between commas who thinks so: "have, we assess, gone"; 0 for none."""
    end = next((i for i in range(index + 2, index + _ASIDE) if document.lower(i) == ","), 0)
    speaks = end and verb_at(document, end - 1)
    return end + 1 if speaks and speaks.frame in _SPEAKING and verb_at(document, end + 1) else 0


def _is_auxiliary(document: Document, index: int) -> bool:
    return document.lower(index) in _AUX or _used_to(document, index)


def _is_may(document: Document, index: int) -> bool:
    """Whether a word is the month of May: "were at P until May"."""
    return document.lower(index) == "may" and document.tokens[index].is_name


def _used_to(document: Document, index: int) -> bool:
    """Whether a state is over: "used to be based"; "used to cross" tells of a habit, of no event."""
    if document.lower(index) != "used" or document.lower(index + 1) != "to":
        return False
    verb = verb_at(document, index + 2)
    return document.lower(index + 2) == "be" or (verb is not None and verb.frame == "stay")


def _unlisted(document: Document, index: int, last: int, words: list[str]) -> Verb | None:
    """Return a verb that no table has, by its form after an auxiliary: "are clearing", "has circled"."""
    lower = document.lower(index)
    if index >= last or not words or words[-1] == "to" or not is_unlisted(document, index):
        return None
    chain = set(words)
    if lower.endswith("ing"):
        return Verb(lower, "act", "gerund") if chain & _BE else None
    if chain & _HAVE and not chain & _BE and lower.endswith("ed"):
        return Verb(lower, "act", "participle")
    plain = chain & (_WILL | _DO) and not chain & (_BE | _HAVE)
    return Verb(lower, "act", "base") if plain else None


def _fits(words: list[str], verb: Verb) -> bool:
    if not words:
        return False
    if set(words) & (_BE | _HAVE) and words[-1] != "to":
        return verb.form in {"participle", "both", "any", "gerund"}
    return verb.form in {"base", "any"}


def _copula(first: int, words: list[str]) -> Group | None:
    """Return the words up to the last auxiliary, as "be" or "have"."""
    while words and words[-1] not in _AUX:
        words.pop()
    chain = set(words)
    if not chain & (_BE | _HAVE):
        return None
    verb = Verb("be", "be", "base") if chain & _BE else Verb("have", "hold", "base")
    return Group(
        first,
        first + len(words),
        verb,
        negated=bool(chain & _NOT),
        hypothetical=bool(chain & _CAN),
        future=bool(chain & _WILL),
        pluperfect=words[0] == "used" or (words[0] == "had" and "been" in chain),
        perfect=words[0] in {"has", "have"} and "been" in chain,
    )


def _group(document: Document, first: int, index: int, verb: Verb, words: list[str]) -> Group:
    chain = set(words)
    last = end_of(document, index)
    continuous = verb.form == "gerund"
    passive = bool(chain & _BE) and not continuous and words[-1] != "to"
    longer = "longer" in chain and "no" in chain
    return Group(
        first,
        last,
        verb,
        negated=bool(chain & _NOT) or longer or any(w.endswith("n't") for w in words),
        hypothetical=bool(chain & _CAN),
        future=bool(chain & _WILL) or _is_to(words),
        passive=passive,
        progressive=continuous or "being" in chain,
        pluperfect=words[0] in _OVER,
        perfect=words[0] in {"has", "have"},
    )


def _is_to(words: list[str]) -> bool:
    """Whether something is to happen: "is to leave", "are to be sent"."""
    return any(one in _BE and other == "to" for one, other in itertools.pairwise(words))


def _single(document: Document, index: int, found: list[Group], subjects: Mapping[int, bool]) -> Group | None:
    """Return a verb without an auxiliary: finite, an infinitive, a participle, or no verb at all here."""
    verb = verb_at(document, index)
    if verb is None:
        open_verb = unlisted_verb(document, index, subjects) if subjects else None
        return Group(index, index + 1, open_verb) if open_verb is not None else None
    if document.place_at(index) or document.at("actor", index) or _is_noun(document, index, subjects):
        return None
    # "Sana'a sent", "the Long March 7A lifted off": the last word of a name is no article.
    named = document.at("actor", index - 1) or document.at("designation", index - 1)
    before = document.lower(index - 1) if named is None else ""
    if before.endswith("ly") and verb.form != "gerund":
        before = document.lower(index - 2) if before not in DETERMINERS else before
    last = end_of(document, index)
    if before in LINK and verb.form in {"third", "past"}:
        before = document.lower(past_adverbs(document, index - 1))
    if verb.form in {"base", "any"} and before == "to":
        return Group(index - 1, last, verb, infinitive=True)
    if verb.form == "gerund":
        timed = index - 1 in document.taken and any(c.last == index for c in document.clocks)
        ok = timed or before in _GERUND_AFTER or names_force(document, past_adverbs(document, index - 1))
        return Group(index, last, verb, progressive=True, participle=True) if ok else None
    if verb.form in {"base", "third"} and follows_subject(document, index, verb, subjects):
        return Group(index, last, verb)
    if verb.form == "base":
        is_verb = is_plain(document, index, verb, before, joined=bool(found))
    elif verb.form == "third":
        is_verb = is_third(document, index, before)
    else:
        is_verb = not is_adjective(document, index, before)
    # "The places hit by missiles."
    done_to = verb.form == "participle" or (verb.frame == "strike" and document.lower(last) == "by")
    return Group(index, last, verb, participle=done_to) if is_verb else None


def _is_noun(document: Document, index: int, subjects: Mapping[int, bool]) -> bool:
    """Whether a verb's form is none here: "since March", "last Friday", "P base", "hit overnight"."""
    named = index > 0 and (document.tokens[index - 1].is_name or document.place_at(index - 1) is not None)
    if document.at("facility", index) is not None and named:
        return True
    saturday = document.text_at(index) == "Sat" and document.is_day(index + 1)
    if saturday or (document.at("reference", index) is not None and document.lower(index - 2) in DETERMINERS):
        # "Sat 3 May", "the power station".
        return True
    attack = document.at("attack", index)
    if attack is not None and (
        document.lower(attack.first) in _DESCRIBE or document.lower(index) in _IMPACTS
    ):
        # "A direct hit", "missile impacts".
        return True
    if document.lower(index) in _ADVERBS and document.lower(index - 1) != "to" and index not in subjects:
        return True
    month = document.at("month", index) is not None and document.tokens[index].is_name
    if document.lower(index) == "states" and index > 0 and document.place_at(index - 1) is not None:
        # "Across P and Q states."
        return not document.tokens[index + 1 - (index + 1 == len(document.tokens))].is_word
    return month or (document.lower(index) in _LATELY and _is_time(document, index + 1))


def _is_time(document: Document, index: int) -> bool:
    return index in document.taken or any(document.at(k, index) for k in ("weekday", "month", "unit"))


def is_auxiliary(document: Document, index: int) -> bool:
    """Whether a word is a form of "be", "have" or "do", or "will" or "can".

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
    return document.lower(index) in _AUX


def is_link(lower: str) -> bool:
    """Whether a word may stand between an auxiliary and its verb.

    Parameters
    ----------
    lower : str
        The word in lower case.

    Returns
    -------
    bool
    """
    return lower in LINK or lower.endswith("ly")
