"""Places told together: lists, qualifiers, and the closer of two."""

from dataclasses import replace

from sitmap.extract.phrases.where import Where
from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.vocabulary import words

_AREAS = frozenset({"country", "admin1", "area", "sea"})
_POINTS = frozenset({"town", "base", "airport", "port", "facility", "launch-site"})
_SETTLEMENTS = words("place", "settlements") | words("place", "spots")
_DIVISIONS = words("containment", "divisions")
_STANDS = frozenset({"in", "at", ""})
_AND = (["and"], [",", "and"], ["and", "also"], ["as", "well", "as"], [",", "as", "well", "as"])
#: Auxiliaries of one that acts.
_SINGULAR = frozenset({"did", "had", "has", "is", "was", "will", "would"})
#: Words before the next place of a list at most: ", at the missile defence site".
_LONGEST_HEAD = 8


def added(document: Document, found: list[Where], here: Where) -> list[Where]:
    """Put a phrase after those before it, or make it their qualifier: "Aden, Yemen".

    Parameters
    ----------
    document : Document
        The report taken apart.
    found : list of Where
        Phrases before it.
    here : Where
        The phrase.

    Returns
    -------
    list of Where
    """
    if not found:
        return [here] if here.role != "join" else []
    before = found[-1]
    gap = [document.lower(i) for i in range(before.last, here.first)]
    if here.role == "join":
        return _joined(document, found, here, gap)
    told = _of_one(document, found, here, gap)
    if told is not None:
        return told
    touches = gap in ([], [","], [")"], ["("], ["'s"], [",", "or"])
    if touches and here.specifies and before.role in {"in", "to", "at", ""} and not _is_point(before, here):
        return [*found[:-1], replace(here, role=before.role or here.role)]
    alike = here.role and document.lower(before.first) == document.lower(here.first)
    again = alike and gap == [","] and not _may_contain(here, before)
    crossed = before.role == "via" and here.role == "at"
    qualifies = here.role in {"in", "at", "near", "off", ""} and before.role != "other"
    if touches and qualifies and not (again or crossed):
        return [*found, replace(here, role="qualifier")]
    return [*found, here]


def _of_one(document: Document, found: list[Where], here: Where, gap: list[str]) -> list[Where] | None:
    """Put together two phrases of which one tells the other's place, None where neither does."""
    before = found[-1]
    if gap in ([], [","]) and here.role == "near" and before.role in _STANDS and _closer(before, here):
        return [*found[:-1], replace(here, first=before.first)]
    if not gap and here.role == "at" and before.role in _STANDS | {"to"} and _closer(before, here):
        # "Into Rwanda at Rubavu".
        return [*found[:-1], replace(here, first=before.first, role=before.role)]
    if here.offset_km is not None and _explains(gap) and _is_point(before, replace(here, offset_km=None)):
        return [*found, replace(here, role="qualifier")]
    area = _is_area(here) or document.lower(here.last - 1) in _DIVISIONS
    if here.role == "in" and before.role in _STANDS and _explains(gap) and area:
        return [*found, replace(here, role="qualifier")]
    return None


def _is_area(where: Where) -> bool:
    entry = where.anchors[0].toponym.place if where.anchors else None
    return entry is not None and entry.type in _AREAS


def _explains(gap: list[str]) -> bool:
    """Whether a noun between commas says what the name before it is: ", a mining town 125 km west of Q"."""
    return gap[:1] == [","] and gap[-1:] != [","] and gap[-1] in _SETTLEMENTS and len(gap) <= _LONGEST_HEAD


def _closer(before: Where, here: Where) -> bool:
    """Whether the second says where in the first it is: "in eastern Q, near the town of P"."""
    places = [w.anchors[0].toponym.place if w.anchors else None for w in (before, here)]
    wide, spot = places
    if wide is None or spot is None or wide.type not in _AREAS or spot.type not in _POINTS:
        return False
    return wide.country in {"", spot.country}


def _may_contain(wide: Where, narrow: Where) -> bool:
    """Whether a place is a state or a part of one in which the other may lie: "in Kursk, in Russia"."""
    entries = [w.anchors[0].toponym.place if w.anchors else None for w in (wide, narrow)]
    if entries[0] is None or entries[1] is None:
        return False
    return entries[0].type in _AREAS and entries[0].country == entries[1].country


def _is_point(before: Where, here: Where) -> bool:
    """Whether a bearing without a distance only explains a town: "Bukavu, south of Lake Kivu"."""
    entry = before.anchors[0].toponym.place if before.anchors else None
    return here.offset_km is None and entry is not None and entry.type in _POINTS


def _joined(document: Document, found: list[Where], here: Where, gap: list[str]) -> list[Where]:
    """Join "and B" to what is before it: the other end of "between A and B", or a member of a list."""
    before = found[-1]
    if gap[:1] == [","] and document.lower(here.last) in _SINGULAR:
        # "In P, and Q has sent": the second does something.
        return [*found, replace(here, role="")]
    if gap[-1:] == ["and"] and before.role == "between" and len(before.anchors) == 1:
        both = replace(
            before,
            last=here.last,
            words=(before.words[0], here.words[1]),
            anchors=(*before.anchors, *here.anchors),
        )
        return [*found[:-1], both]
    return [*found, replace(here, role="alias" if gap == [",", "or"] else "join")]


def listed(document: Document, found: list[Where]) -> list[Where]:
    """Let the members of "in A, B and C" share the preposition; "A, B" is a place and its area.

    Parameters
    ----------
    document : Document
        The report taken apart.
    found : list of Where
        Phrases of a sentence, in order.

    Returns
    -------
    list of Where
        Without qualifiers and aliases.
    """
    out: list[Where] = []
    index = 0
    while index < len(found):
        head = found[index]
        end = index + 1
        while end < len(found) and found[end].role == "join":
            end += 1
        members = found[index + 1 : end]
        is_list = any(document.lower(m.first - 1) in {"and", "or"} for m in members)
        out.append(replace(head, group=index))
        if is_list and head.role != "qualifier":
            out += [
                replace(
                    m,
                    role=head.role,
                    relation=head.relation if head.relation != "offset" else "at",
                    group=index,
                )
                for m in members
            ]
        elif head.role != "qualifier":
            out += [replace(m, role="qualifier") for m in members]
        index = end
    heads = [w for w in _reached(out) if w.role not in {"qualifier", "alias", "other", "join"}]
    return _coordinated(document, heads)


def _coordinated(document: Document, found: list[Where]) -> list[Where]:
    """Let "at A, at the site in B and at C" be one list: each has its own preposition."""
    out: list[Where] = []
    for where in reversed(found):
        after = out[-1] if out else None
        if after is not None and _family(where) == _family(after):
            gap = [document.lower(i) for i in range(where.reach, after.first)]
            listed_after = sum(w.group == after.group for w in out) > 1
            if gap in _AND or (listed_after and gap[:1] == [","] and _opens_alike(document, where, gap)):
                out = [replace(w, group=where.group) if w.group == after.group else w for w in out]
        out.append(where)
    return out[::-1]


def _family(where: Where) -> str:
    return "located" if where.role in STANDING else where.role


def _opens_alike(document: Document, where: Where, gap: list[str]) -> bool:
    """Whether a comma is followed by the preposition of the place before it, or by the next place."""
    return len(gap) == 1 or (len(gap) <= _LONGEST_HEAD and gap[1] == document.lower(where.first))


def _reached(found: list[Where]) -> list[Where]:
    """Each place with the end of the qualifiers that follow it."""
    out: list[Where] = []
    end = 0
    for where in reversed(found):
        if where.role in {"qualifier", "alias", "join"}:
            end = max(end, where.last)
        else:
            out.append(replace(where, reach=max(end, where.last)))
            end = 0
            continue
        out.append(where)
    return out[::-1]
