"""What the words around a mention say of it: an article, a demonym, arms that are spoken of."""

from collections.abc import Sequence

from sitmap.geocode import guards, scan, store
from sitmap.geocode.scan import Mention
from sitmap.geocode.tokens import Word, joined

#: Words on either side that are looked through for a topic, and between a demonym and its town.
_WINDOW = 14
_BETWEEN = 4
_SENTENCE_ENDS = ".!?\n"
#: What the type number of a weapon speaks of: most are of aircraft, "six B-52s".
_NUMBERED = frozenset({"base", "airport"})
_LETTERS = 3


def look(text: str, words: Sequence[Word], mentions: Sequence[Mention], gazetteer: store.Gazetteer) -> None:
    """Note on each mention what the words around it say.

    Parameters
    ----------
    text : str
        The document.
    words : sequence of Word
        Its words.
    mentions : sequence of Mention
        Changed: `article` and `state`.
    gazetteer : Gazetteer
        Where names are looked up: the Bronx keeps its article.
    """
    for mention in mentions:
        mention.article = _article(text, words, mention) and not gazetteer.postings(f"the {mention.key}")
        mention.state = _state(text, words, mention)


def _article(text: str, words: Sequence[Word], mention: Mention) -> bool:
    """Whether "the" belongs to the name itself, and not to a noun after it or a cue."""
    before, after = mention.first - 1, mention.last + 1
    if mention.cue or before < 0 or words[before].key != "the" or words[mention.first].key == "the":
        return False
    if text[words[before].end : mention.start] != " ":
        return False
    if after >= len(words) or text[mention.end : words[after].start] != " ":
        return True
    return guards.function_word(words[after].key)


def _state(text: str, words: Sequence[Word], mention: Mention) -> str:
    """Country of the demonym that goes with the town word before a name: "the Russian border town of"."""
    # The town word stands right before the name or its "of": in "the Russian attack on Homs" there is none.
    of = words[mention.first - 1].key == "of" if mention.first else False
    head = mention.first - 1 - of
    asked = head >= 0 and scan.place_word(words[head].key)
    for at in range(mention.first - 1, max(-1, mention.first - 2 - _BETWEEN), -1):
        if not joined(text, words[at], words[at + 1]):
            break
        word = words[at]
        country = guards.demonyms().get(word.key, "") if word.capital else ""
        if country:
            return country if asked or at == mention.first - 1 else ""
        if word.capital:
            break
    return ""


def topic(text: str, words: Sequence[Word], mention: Mention) -> frozenset[str]:
    """Place types that words of the sentence speak of; what strikes a place says nothing of what it is."""
    found: set[str] = set()
    fired: set[str] = set()
    struck = False
    for path in (
        range(mention.first - 1, max(-1, mention.first - 1 - _WINDOW), -1),
        range(mention.last + 1, min(len(words), mention.last + 1 + _WINDOW)),
    ):
        last = mention.first if path.step < 0 else mention.last
        for at in path:
            gap = text[words[min(at, last)].end : words[max(at, last)].start]
            if any(sign in gap for sign in _SENTENCE_ENDS):
                break
            cue = scan.cues().get(("topic", words[at].key))
            if cue is not None:
                found |= cue.types
            arms = scan.cues().get(("arms", words[at].key))
            if arms is not None:
                fired |= arms.types
            struck = struck or ("struck", words[at].key) in scan.cues()
            if _type_number(text, words, at):
                found |= _NUMBERED
            last = at
    return frozenset(found if struck else found | fired)


def _type_number(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is the number of an aircraft's or another weapon's type: the "52s" of "B-52s"."""
    if not (at and words[at].key[0].isdigit() and text[words[at - 1].end : words[at].start] == "-"):
        return False
    return words[at - 1].capital and words[at - 1].key.isalpha() and len(words[at - 1].key) <= _LETTERS
