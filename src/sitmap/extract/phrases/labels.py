"""Names of places that only say whose or what a thing is: "Japan's Okushiri Island", "Beijing time"."""

from sitmap.extract.phrases.waters import told_closer
from sitmap.extract.phrases.where import AREA, COAST, GROUND
from sitmap.extract.text.document import Document, PlaceMention
from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.vocabulary import words

_HOLDINGS = words("place", "holdings")
#: Types of place that names of forces and exercises begin with, types that have buildings, and these.
_WIDE = frozenset({"country", "sea", "area"})
_TOWNS = frozenset({"town", "base", "port"})
_BUILT = words("setting", "spots")
_SPOTS = words("place", "settlements") | words("place", "spots")
#: Words from a sea or division to the "of" before what lies in it: "the Black Sea resort town of".
_KIND_REACH = 4


def only_describes(document: Document, place: PlaceMention) -> bool:
    """Whether a name only says whose or what something is, so that nothing is there.

    Parameters
    ----------
    document : Document
        The report taken apart.
    place : PlaceMention
        The name.

    Returns
    -------
    bool
    """
    if told_closer(document, place.last):
        return True
    return _owns(document, place) or _is_label(document, place) or _modifies(document, place)


def _owns(document: Document, place: PlaceMention) -> bool:
    """Whether a name only says whose something is: "Japan's Okushiri Island", "Russia's desperation"."""
    if document.lower(place.last) != "'s":
        return False
    following = range(place.last + 1, place.last + 4)
    if any(document.place_at(i) is not None for i in following):
        return True
    if any(_puts(document, i) for i in following):
        # "Hainan's commercial site at Wenchang" names the site by its town.
        return True
    kinds = ("direction", "reference", "facility", "zone")
    locates = any(document.at(kind, i) for kind in kinds for i in following)
    if locates or any(document.lower(i) in COAST | AREA | GROUND for i in following):
        return False
    entry = place.toponym.place
    local = entry is not None and entry.type in _TOWNS
    # "Aden's Maashiq palace" is in Aden.
    return not (local and any(document.lower(i) in _BUILT for i in following))


def _is_label(document: Document, place: PlaceMention) -> bool:
    """Whether a name only labels something: "Beijing time", "Mach 11", "in the U.S. inventory"."""
    after = document.lower(place.last)
    held = after in _HOLDINGS and place.toponym.place is not None and place.toponym.place.type == "country"
    numbered = after.isdigit() and place.last not in document.taken
    clock = after == "time" and "\n" not in document.text(place.first, place.last + 1)
    named = _is_part(document, place) or _is_person(document, place) or _is_hull(document, place)
    return held or clock or numbered or named


def _is_hull(document: Document, place: PlaceMention) -> bool:
    """Whether a name is only part of a ship's: "the BRP Sierra Madre at P"."""
    first, last = document.hulls.get(document.text_at(place.last - 1), (0, 0))
    return first <= place.first < last and last - first > 1


def _modifies(document: Document, place: PlaceMention) -> bool:
    """Whether a name only says where the place lies that follows: "the Black Sea port of P"."""
    for index in range(place.last, place.last + _KIND_REACH):
        named = document.place_at(index + 1)
        if document.lower(index) == "of" and index > place.last:
            return document.lower(index - 1) in _SPOTS and named is not None
        if not document.tokens[min(index, len(document.tokens) - 1)].text.islower():
            break
    return False


def _is_person(document: Document, place: PlaceMention) -> bool:
    """Whether a name goes on as a person's does, whom a ship may be called after: "Lewis B. Puller"."""
    at = place.last
    initial = len(document.text_at(at)) == 1 and document.text_at(at).isupper()
    named = document.lower(at + 1) == "." and document.text_at(at + 2)[:1].isupper()
    return initial and named and document.tokens[at].start == document.tokens[at - 1].end + 1


def _is_part(document: Document, place: PlaceMention) -> bool:
    """Whether a wide place begins a longer name: "U.S. Southern Command", the exercise "Arctic Light"."""
    entry, last = place.toponym.place, place.last
    wide = entry is not None and entry.type in _WIDE
    if not wide or last >= len(document.tokens) or last in document.taken or document.place_at(last):
        return False
    word = document.tokens[last]
    return word.is_name and not word.text.isupper() and document.at("weekday", last) is None


def _puts(document: Document, index: int) -> bool:
    """Whether a noun of what is built stands at a token, and behind it where: "site at Wenchang"."""
    built, near = document.at("facility", index), document.at("preposition", index + 1)
    at = near is not None and near.value in STANDING
    return built is not None and at and document.place_at(index + 2) is not None
