"""Forces or weapons that a noun phrase names."""

from dataclasses import dataclass, replace

from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import words

#: Words that make a noun one.
ARTICLES = frozenset({"a", "an", "another"})
#: Words that make a noun in the singular one that was named before.
POINTING = frozenset({"the", "this", "that"})
#: Words that make forces those that were named before.
DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "such", "both"})
#: Words that measure out a noun after "of": "elements of".
OF = words("noun_phrase", "of")
QUOTES = frozenset("\"“”\u2018\u2019'«»")
#: Nouns for several that have no "s".
_MANY = words("noun_phrase", "many")
#: What something fired is deployed as; aircraft and ships carry it.
_FIRED = frozenset({"", "missiles", "drones", "artillery", "air-defence"})


def plural(noun: str) -> bool:
    """Whether a noun means several.

    Parameters
    ----------
    noun : str
        In lower case.
    """
    return (noun.endswith("s") and noun != "corps") or noun in _MANY


@dataclass(frozen=True, slots=True)
class Theme:
    """Forces or weapons at tokens `first` to `last` (exclusive).

    Parameters
    ----------
    first, last, head : int
        Token indices; `head` is the noun's last word.
    based : str
        What it is as something deployed: an `asset` of deployments, "" when it is none.
    fired : str
        What it is as something fired: an `asset` of launches, "" when it is none.
    actor : str
        Whose, "" when the phrase does not say.
    names : tuple of str
        Proper names of weapon, ship or unit; these, `based`, `fired` and the actors know their words.
    low, high : int or None
        Count.
    count : tuple of int or None
        Tokens of the count.
    counted_by : Reason or None
        Why `low` and `high` are as they are, when no words of count stand with the phrase.
    unit : bool
        A brigade or another unit: a number before it counts no people.
    definite : bool
        Points back to something named before.
    pronoun : bool
        Has no noun of its own.
    made_by : str
        State that alone has a weapon of this name: whose it is when nothing else says.
    carrier : bool
        Launchers, batteries or units with weapons rather than the weapons.
    hull : bool
        Only a ship can be meant: "she".
    also : tuple of str
        Others whose they are as well: "South African and Tanzanian troops".
    people : bool
        A nation's people or a company, a force only where forces are spoken of: "the Rwandans".
    several : bool
        A noun or a pronoun in the plural.
    """

    first: int
    last: int
    head: int
    based: Told = UNSAID
    fired: Told = UNSAID
    actor: Told = UNSAID
    names: tuple[Told, ...] = ()
    low: int | None = None
    high: int | None = None
    count: tuple[int, int] | None = None
    counted_by: Reason | None = None
    unit: bool = False
    definite: bool = False
    pronoun: bool = False
    made_by: Told = UNSAID
    carrier: bool = False
    hull: bool = False
    also: tuple[Told, ...] = ()
    people: bool = False
    several: bool = False

    @property
    def by_owner(self) -> list["Theme"]:
        """The forces of each state whose they are; a number that counts all of them is none's."""
        if not self.also:
            return [self]
        alone = replace(self, also=(), low=None, high=None, count=None, counted_by=None)
        return [replace(alone, actor=actor) for actor in (*self.also, self.actor)]

    @property
    def counted(self) -> bool:
        """Whether a number is given."""
        return self.low is not None or self.high is not None

    @property
    def is_weapon(self) -> bool:
        """Whether it is something that is fired rather than sent."""
        return bool(self.fired) and not self.carrier and self.based in _FIRED
