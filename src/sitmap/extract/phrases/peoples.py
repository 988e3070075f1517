"""Forces named by their people or by a force's own name: "the Rwandans", "eight Salvadorans", "the M23"."""

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.mentions import Mention
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import Told
from sitmap.extract.verbs.finite import PEOPLE
from sitmap.extract.verbs.unlisted import is_unlisted

_BEFORE = frozenset({"the", "of", "some", "these", "those", "and", "its", "other", "more", "last", "few"})
_NOUN_AFTER = frozenset({"'s", "-"})


def people(document: Document, index: int, floor: int) -> Theme | None:
    """Return the force that a nation's people, or a force's name, stand for.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token where the name may start.
    floor : int
        First token that the phrase may take.

    Returns
    -------
    Theme or None
    """
    found = document.mentions.starting("actor", index)
    if found is None or not isinstance(found.value, Actor) or not _is_noun(document, found.last):
        return None
    if found.value.kind == "force" and found.value.role == "name":
        return _force(document, found, found.value.code, floor)
    name = document.lower(found.last - 1)
    several = name.endswith("s") or (name.endswith(PEOPLE) and document.lower(index - 1) == "the")
    nation = found.value.role == "demonym" and several
    return _nation(document, found, found.value.code, floor) if nation else None


def _force(document: Document, found: Mention, code: str, floor: int) -> Theme | None:
    """Return a force of its own name; after a preposition it only says whose or with whom."""
    index = found.first
    if document.at("preposition", index - 1) is not None:
        return None
    first = index - (document.lower(index - 1) == "the" and index - 1 >= floor)
    actor = Told(code, (found.first, found.last))
    based = Told("troops", (first, found.last), "state-alone")
    return Theme(first, found.last, found.last - 1, based=based, actor=actor, unit=True)


def _nation(document: Document, found: Mention, code: str, floor: int) -> Theme | None:
    """Return a nation's people with their number."""
    first, count = _counted(document, found.first, floor)
    bare = first == found.first and document.lower(found.first - 1) not in _BEFORE
    if bare or document.place_at(found.last - 1) is not None:
        return None
    number = document.count_at(count) if count is not None else None
    return Theme(
        first,
        found.last,
        found.last - 1,
        based=Told("troops", (first, found.last), "state-alone"),
        actor=Told(code, (found.first, found.last)),
        low=number.low if number else None,
        high=number.high if number else None,
        count=(number.first, number.last) if number else None,
        people=True,
    )


def _is_noun(document: Document, end: int) -> bool:
    """Whether no noun follows that the name would only describe: "the Russians' base"."""
    if document.lower(end) in _NOUN_AFTER or any(
        document.at(k, end) for k in ("force", "weapon", "facility")
    ):
        return False
    if end >= len(document.tokens):
        return True
    describes = is_unlisted(document, end) and document.at("verb", end) is None
    return not document.tokens[end].is_name and (not describes or document.lower(end).endswith("ly"))


def _counted(document: Document, index: int, floor: int) -> tuple[int, int | None]:
    """Return where the phrase starts and a token of its count: "the last 20 of the Papua New Guineans"."""
    first = index
    while first > floor and document.lower(first - 1) in {"the", "of"}:
        first -= 1
    number = document.count_at(first - 1)
    if number is not None and number.first >= floor:
        return number.first, number.first
    return (index, None) if first < index and document.lower(first) == "of" else (first, None)
