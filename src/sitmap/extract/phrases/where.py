"""One place that a phrase names, and the words that place names stand with."""

from dataclasses import dataclass

from sitmap.extract.text.document import PlaceMention
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import holders, words
from sitmap.model import Relation

REACH = 9


COAST = frozenset({"coast", "coasts", "shore", "shores", "waters"})
#: Nouns for all that a state has: "on Moldova's territory".
GROUND = words("place", "ground")


AREA = frozenset({"area", "vicinity", "outskirts", "direction", "directions", "surroundings"})


RELATIONS: dict[str, Relation] = {
    "in": "in",
    "at": "at",
    "near": "near",
    "off": "off",
    "from": "from",
    "to": "at",
    "between": "between",
    "via": "in",
    "": "at",
}


@dataclass(frozen=True, slots=True)
class Where:
    """One place that a phrase of place names.

    Parameters
    ----------
    first, last : int
        Tokens of the whole phrase with its preposition.
    words : tuple of int
        Tokens of the words that name the place.
    anchors : tuple of PlaceMention
        What they stand for.
    role : str
        `in` `at` `near` `off` `between` (a location), `from`, `to`, `via`, or "" without a
        preposition.
    relation : str
        As claims have it.
    offset_km, offset_deg : float or None
        Distance and direction from the place.
    group : int
        Same for the members of a list.
    specifies : bool
        Whether it says more closely where than an area named right before.
    reach : int
        Token after the qualifiers that follow: "Jericho, in the West Bank".
    """

    first: int
    last: int
    words: tuple[int, int]
    anchors: tuple[PlaceMention, ...]
    role: str
    relation: Relation
    offset_km: float | None = None
    offset_deg: float | None = None
    group: int = 0
    specifies: bool = False
    reach: int = 0

    @property
    def state(self) -> Told:
        """Whose forces guard the place: its state's; "" when it is nobody's or not known."""
        anchor = self.anchors[0] if self.anchors else None
        if anchor is None or anchor.toponym.place is None:
            return UNSAID
        country = anchor.toponym.place.country
        return Told(holders().get(country, country), (anchor.first, anchor.last), "state-of-place")
