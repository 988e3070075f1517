"""What the claims of a situation can be filtered by."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitmap import words

Claims = Iterable[Mapping[str, Any]]


def facets(claims: Claims, sources: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Fields in which some claims differ, with their values in words.

    Parameters
    ----------
    claims : iterable of mapping
        As the payload has them.
    sources : sequence of mapping
        As the payload has them.

    Returns
    -------
    list of dict
        ``field`` (of a claim), ``heading`` and ``values``: pairs of the value as text and its words, the
        most frequent first. A field with one value for all claims tells none apart and is left out.
    """
    found = list(claims)
    titles = {source["no"]: _title(source) for source in sources}
    made = []
    for field, heading in words.table("facet").items():
        counts: dict[str, int] = {}
        named: dict[str, str] = {}
        for claim in found:
            value = _value(claim[field])
            counts[value] = counts.get(value, 0) + 1
            if value not in named:
                named[value] = _words(field, value, claim, titles)
        if len(counts) > 1:
            values = [
                [value, named[value]] for value in sorted(counts, key=lambda key: (-counts[key], named[key]))
            ]
            made.append({"field": field, "heading": heading, "values": values})
    return made


def _value(value: object) -> str:
    """Write a value as JavaScript's `String` writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _words(field: str, value: str, claim: Mapping[str, Any], titles: Mapping[int, str]) -> str:
    if field == "actor":
        return str(claim["who"]) or str(words.table("unsaid")["text"])
    if field == "source_no":
        return titles.get(claim["source_no"], value)
    if field == "background":
        return str(words.table("background")["yes" if claim["background"] else "no"])
    unsaid = words.table("unsaid")
    text = str(words.table(field).get(value, value)) or str(unsaid.get(field, unsaid["text"]))
    return text[0].upper() + text[1:]


def _title(source: Mapping[str, Any]) -> str:
    told = ", ".join(filter(None, [source["publisher"] or source["title"], source["published"]]))
    return f"[{source['no']}] {told}" if told else f"[{source['no']}]"
