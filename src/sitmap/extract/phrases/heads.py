"""Nouns and names that head a phrase of forces or weapons, told from persons, places and compounds."""

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Designation
from sitmap.extract.text.mentions import Mention
from sitmap.extract.text.theme import ARTICLES, DEFINITE
from sitmap.extract.text.vocabulary import words

#: Words that end a noun phrase to the left of its head, and auxiliaries right behind a subject.
STOP = words("noun_phrase", "stop")
SUBJECT_AUX = frozenset(
    {"to", "will", "would", "is", "are", "was", "were", "and", "by", "has", "have", "had"}
)
#: How names of persons go on in Arabic.
_NAME_ARTICLES = ("al-", "el-", "as-", "ash-")
_ABOUT = words("noun_phrase", "about")
_COMPOUND = words("noun_phrase", "compound")


def heads(document: Document, index: int) -> list[Mention]:
    """Return what names a force or a weapon at a token, and is no person's, no place's and no other noun's.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The token.

    Returns
    -------
    list of Mention
    """
    if index not in document.heads:
        return []
    found = [
        m for kind in ("designation", "weapon", "force") if (m := document.mentions.starting(kind, index))
    ]
    found = [m for m in found if not _is_person(document, m)]
    found = [m for m in found if not _only_describes(document, m)]
    place = document.place_at(index) is not None and not any(_is_hull(document, m) for m in found)
    if place or any(m.kind == "force" and document.at("facility", m.last) for m in found):
        return []
    return found


def _only_describes(document: Document, mention: Mention) -> bool:
    """Whether a force or a weapon only says whose or what something is: "army chiefs", "missile makers"."""
    if mention.kind == "weapon":
        return document.lower(mention.last) in _COMPOUND
    return document.lower(mention.last + (document.lower(mention.last) in {"'s", "'"})) in _ABOUT


def _is_hull(document: Document, mention: Mention) -> bool:
    """Whether a name that a province has too is a ship's: "the Liaoning, with", not "the Liaoning coast"."""
    value = mention.value
    ship_named = isinstance(value, Designation) and value.based in {"ships", "submarines"}
    after = document.text_at(mention.last)
    bare = not after[:1].isalpha() or document.at("verb", mention.last) is not None or after in SUBJECT_AUX
    return ship_named and document.lower(mention.first - 1) == "the" and bare


def _is_person(document: Document, mention: Mention) -> bool:
    """Whether a ship's name is its namesake's: no "the", no class and no prefix before it."""
    if not isinstance(mention.value, Designation):
        return False
    if mention.value.based not in {"ships", "submarines"}:
        return _between_names(document, mention)
    before = document.lower(mention.first - 1)
    return before != "the" and document.at("force", mention.first - 1) is None


def _between_names(document: Document, mention: Mention) -> bool:
    """Whether a weapon's name is one of a person's: "Abdel Fattah al-Burhan"."""
    return _unknown_name(document, mention.first - 1) and _unknown_name(document, mention.last)


def _unknown_name(document: Document, index: int) -> bool:
    """Whether a word is a name, or begins like one of Arabic, and stands for nothing known."""
    word = document.tokens[index] if 0 <= index < len(document.tokens) else None
    if word is None or word.lower in DEFINITE | ARTICLES | STOP:
        return False
    if not (word.is_name or word.lower.startswith(_NAME_ARTICLES)):
        return False
    known = (document.at(kind, index) for kind in ("actor", "weapon", "force", "designation", "facility"))
    return index not in document.taken and document.place_at(index) is None and not any(known)
