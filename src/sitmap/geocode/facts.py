"""What the gazetteer knows of a place beyond the place itself: its other names, kind and size."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sitmap import geodesy
from sitmap.geocode import outlines, store
from sitmap.geocode.fold import fold
from sitmap.model import Place

#: Scripts as Unicode names their letters, and as people do; the rest is "Other".
_SCRIPTS = {"CJK": "Han", "HIRAGANA": "Kana", "KATAKANA": "Kana"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the gazetteer knows of a place.

    Parameters
    ----------
    feature_code : str
        GeoNames feature code of a town ("PPLA2"), "" when unknown.
    names : mapping of str to tuple of str
        Other names by script ("Latin", "Cyrillic", "Hangul", "Kana", "Han", ...), as they are looked up:
        in small letters, without marks.
    area_km2 : float or None
        Area of the outline; None when it has none.
    """

    feature_code: str
    names: Mapping[str, tuple[str, ...]]
    area_km2: float | None


def facts(place: Place) -> Facts:
    """Gather what the gazetteer knows of a place.

    Parameters
    ----------
    place : Place
        As `search`, `get` or `here` gives it. Of a compass part, only the outline is known.

    Returns
    -------
    Facts
    """
    gazetteer = store.gazetteer()
    outline = outlines.whole(place).area
    area_km2 = None if outline is None else geodesy.area_km2(outline)
    entry = gazetteer.find(place.place_id)
    if entry is None:
        return Facts(feature_code="", names={}, area_km2=area_km2)
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted(gazetteer.names(entry)):
        if name != fold(place.name):
            names[_script(name)].append(name)
    code = gazetteer.candidate(entry, store.PRIMARY).code if place.type == "town" else ""
    return Facts(
        feature_code=code, names={key: tuple(names[key]) for key in sorted(names)}, area_km2=area_km2
    )


def _script(name: str) -> str:
    """Script of a name's first letter; Japanese names with any kana in them are kana."""
    kinds = [unicodedata.name(char, "OTHER").split()[0].split("-")[0] for char in name if char.isalpha()]
    first = next((kind for kind in kinds if kind in {"HIRAGANA", "KATAKANA"}), kinds[0] if kinds else "OTHER")
    return _SCRIPTS.get(first, first.capitalize())
