"""Noun phrases told as one force: "the destroyers Gravely and Jason Dunham and the cruiser Lake Erie"."""

from dataclasses import replace

from sitmap.extract.text.document import Document
from sitmap.extract.text.theme import ARTICLES, Theme
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

#: Nouns for ships of any class, whose names and classes may follow.
_ANY = words("noun_phrase", "any_ship")
_BACK = frozenset({"them", "these", "those", "which", "whom"})
#: How many words may stand between a noun and what explains it: ", the".
_LEAD = 2
#: One ship of each service is told as two of one force.
_PAIR = 2
_SERVICES = frozenset({"guard", "coastguard", "militia", "research", "survey"})


def _one_force(document: Document, one: Theme, other: Theme) -> bool:
    """Whether two are told as one: ships of several classes, or types of aircraft without a number each."""
    if document.lower(other.last - 1) in _BACK:
        # "57 ships, nine of them cutters": a part, not more of them.
        return False
    numbered = one.based in {"ships", "aircraft"} and one.counted and other.counted
    if one.based != other.based or not (numbered or (one.names and other.names)):
        return False
    many = numbered and (one.low or 0) + (other.low or 0) > _PAIR
    if many and _service(document, one) != _service(document, other):
        # "12 naval ships and two coast guard ships", each with a number of its own.
        return False
    plain = not (one.counted or other.counted or one.unit or other.unit)
    owners = {str(owner) for t in (one, other) if (owner := t.actor or t.made_by)}
    if len(owners) > 1:
        return False
    return (
        one.based == "ships"
        or (numbered and one.based == "aircraft")
        or (plain and one.based != "submarines")
    )


def _service(document: Document, theme: Theme) -> frozenset[str]:
    """Words that say that ships are none of a navy's."""
    return _SERVICES.intersection(document.lowers(theme.first, theme.last))


def _explains(document: Document, one: Theme, other: Theme) -> bool:
    """Whether a phrase only says what a ship is: "HMS Kestrel, a patrol vessel, is at P"."""
    plain = bool(one.names) and not other.names and other.high == 1
    set_off = document.lower(other.first - 1) == "," and document.lower(other.last) in {",", "."}
    return plain and set_off and other.first - one.last == 1 and document.lower(other.first) in ARTICLES


def _told_by_name(document: Document, themes: list[Theme]) -> list[Theme]:
    """Return ships counted and then named as one: "two warships, the destroyer A and the tender B"."""
    rest = themes[1:]
    whole = themes[0] if rest else None
    if whole is None or whole.based != "ships" or whole.count is None:
        return themes
    named = [t for t in rest if t.names and t.based == "ships"]
    names = [name for theme in named for name in theme.names]
    between = document.lowers(whole.last, rest[0].first)
    known = len(names) == whole.low or document.lower(whole.head) in _ANY
    if not known or not 0 < len(names) <= (whole.low or 0) or "and" in between or "," not in between:
        return themes
    return [replace(whole, names=(*whole.names, *names)), *(t for t in rest if t not in named)]


def _told_by_parts(document: Document, themes: list[Theme]) -> list[Theme]:
    """Return what explains ships, for their noun: "the ships, two destroyers and an oiler, were"."""
    if not themes[1:]:
        return themes
    whole, first = themes[:2]
    bare = whole.several and not (whole.counted or whole.names or whole.pronoun or whole.unit)
    beside = document.lower(whole.last) == "," and first.first - whole.last <= _LEAD
    closed = document.lower(themes[-1].last) == ","
    if not (bare and beside and closed and first.counted and whole.based == first.based):
        return themes
    return [replace(t, actor=t.actor or whole.actor) for t in themes[1:]]


def _of_one_maker(document: Document, themes: list[Theme]) -> list[Theme]:
    """Give a type that many fly the state whose alone the type joined to it is: "an A-50 and two Su-30s"."""
    out = themes[:1]
    for theme in themes[1:]:
        one = out[-1]
        beside = document.lowers(one.last, theme.first) in (["and"], [","], [",", "and"])
        alike = beside and one.based == theme.based and bool(theme.names)
        unsaid = not (one.actor or theme.actor or theme.made_by)
        out.append(replace(theme, made_by=one.made_by) if alike and unsaid else theme)
    return out


def joined_ships(document: Document, themes: list[Theme]) -> list[Theme]:
    """Ships of several classes, or types of aircraft, told in one breath are one force; submarines are not.

    Parameters
    ----------
    document : Document
        The report taken apart.
    themes : list of Theme
        Forces at one place.

    Returns
    -------
    list of Theme
    """
    out: list[Theme] = []
    told = _told_by_name(document, _of_one_maker(document, _told_by_parts(document, themes)))
    for theme in told:
        known = next(
            (i for i, t in enumerate(out) if _one_force(document, t, theme)),
            None,
        )
        if known is None:
            out.append(theme)
        elif _explains(document, out[known], theme):
            continue
        else:
            one = out[known]
            low = (one.low or 0) + (theme.low or 0) if one.counted and theme.counted else None
            names = (*one.names, *theme.names)
            by = Reason((one.first, max(one.last, theme.last)), "ships-added")
            out[known] = replace(one, names=names, low=low, high=low, counted_by=by)
    return out
