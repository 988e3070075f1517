"""Places to choose for a claim: its runners-up, those that words name, those that a search finds."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from sitmap import geocode, words
from sitmap.case import Spot, lines, spot
from sitmap.errors import PlaceError
from sitmap.model import Claim, Place, Reading, Span
from sitmap.pages.messages import say, section

_MOST = 8


class Choice(TypedDict):
    """A place to choose; `id` is "" for a spot that no gazetteer has, `span` the words that name it."""

    id: str
    name: str
    about: str
    lat: float
    lon: float
    span: list[int] | None


class Sought(TypedDict):
    """A place for the search of the map; `extent` in km, `rank` 0 for its own name to 3 for one nearly so."""

    text: str
    about: str
    lat: float
    lon: float
    extent: float
    rank: int


#: How well a name fits, as the search of the map ranks its own.
_RANKS: Mapping[str, int] = {"exact": 0, "alias": 0, "variant": 0, "prefix": 1, "fuzzy": 3}


def choice(place: Place, span: Span | None = None) -> Choice:
    """Describe a place: "Kursk: town, Kursk Oblast, Russia"."""
    state = words.country_names().get(place.country, place.country)
    known = not place.place_id.startswith("pin:")
    kind = section("form").get(f"type_{place.type}", place.type.replace("-", " "))
    coordinates = f"{place.lat:.4f}, {place.lon:.4f}"
    about = [told for told in (kind, place.admin1, state) if told and told != place.name]
    return {
        "id": place.place_id if known else "",
        "name": place.name or coordinates,
        "about": ", ".join(about) or coordinates,
        "lat": place.lat,
        "lon": place.lon,
        "span": [span.start, span.end] if span else None,
    }


def of(claim: Claim) -> list[Choice]:
    """List the place of a claim, and its runners-up."""
    where = claim.location
    found = [where.place, *where.alternatives] if where else []
    return [choice(place) for place in found if place is not None]


def search(name: str) -> list[Choice]:
    """Places that a name may mean, best first.

    Raises
    ------
    PlaceError
        If it is none to search for.
    """
    return [choice(match.place) for match in geocode.search(name, limit=_MOST)]


def sought(name: str) -> dict[str, Any]:
    """Places that a name means, for the search of the map.

    Parameters
    ----------
    name : str
        From the browser, so it may be anything.

    Returns
    -------
    dict
        ``name``, as it was given; ``places``, a list of `Sought`, best first, none for what is no name.
    """
    try:
        found = geocode.search(name, limit=_MOST) if name else ()
    except PlaceError:
        found = ()  # too long, or nothing but signs: the map says that no place is called so
    return {"name": name, "places": [_sought(match) for match in found]}


def _sought(match: geocode.Match) -> Sought:
    place = match.place
    told = choice(place)
    return {
        "text": told["name"],
        "about": told["about"],
        "lat": place.lat,
        "lon": place.lon,
        "extent": place.extent_km,
        "rank": _RANKS[match.how],
    }


def within(reading: Reading, span: Span) -> list[Choice]:
    """Places that some words of a report name, in their order, each with its runners-up behind it."""
    named = [t for t in reading.toponyms if span.start < t.span.end and t.span.start < span.end]
    pairs = [(p, t.span) for t in named for p in (t.place, *t.alternatives) if p is not None]
    return list(_once(choice(place, where) for place, where in pairs))[:_MOST]


def _once(found: Iterable[Choice]) -> Iterable[Choice]:
    seen: set[str] = set()
    for one in found:
        if one["id"] not in seen:
            seen.add(one["id"])
            yield one


def chosen(told: object) -> Spot | None:
    """Read which place was chosen.

    Parameters
    ----------
    told : object
        From the browser, so it may be anything: a mapping with ``id`` of an entry, or ``lat``, ``lon`` and
        ``uncertainty_km`` of a spot; None for none.

    Returns
    -------
    Spot or None

    Raises
    ------
    CaseError
        If it is none.
    """
    if told is None:
        return None
    if isinstance(told, dict) and told.get("id"):
        return spot(str(told["id"]))
    return lines.spot(told)


def name_of(found: Spot) -> str:
    """Name a place in a sentence."""
    return found.name or say("form.spot", at=f"{found.lat:.4f}, {found.lon:.4f}")
