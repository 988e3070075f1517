"""Place names in running text, resolved in their document."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sitmap.geocode import guards, resolve, scan, store
from sitmap.geocode.fold import fold
from sitmap.geocode.parts import part_of
from sitmap.geocode.tokens import Word, joined
from sitmap.model import Place, Span, Toponym

if TYPE_CHECKING:
    from sitmap.geocode.scan import Mention

_ALTERNATIVES = 5
_LEAST = 0.02
_DEMONYM_SCORE = 0.9


def toponyms(
    text: str, *, spans: Sequence[Span] | None = None, demonyms: bool = False
) -> tuple[Toponym, ...]:
    """Find the place names of a text and resolve each in the context of the whole.

    Parameters
    ----------
    text : str
        One document.
    spans : sequence of Span, optional
        Resolve these passages and no others; a demonym among them is its country.
    demonyms : bool
        Return "Russian" for Russia too, as some corpora count it. A demonym names an actor, so the
        reading of reports leaves it out.

    Returns
    -------
    tuple of Toponym
        In the order of the text, without overlap. Places come without their outline; `get` adds it.
        With `spans`, one for each of them, `place` None where the gazetteer has no such name.
    """
    gazetteer = store.gazetteer()
    words, mentions = scan.mentions(text, gazetteer)
    if spans is not None:
        return _given(text, words, spans, gazetteer)
    mentions, people = guards.places(text, words, mentions)
    choices = resolve.choose(text, words, mentions, gazetteer)
    short = {form for choice in choices for form in _short_forms(choice.mention.key)}
    kept = [c for c in choices if c.mention.key in short or not guards.doubtful(text, words, c, people)]
    found = [_toponym(text, choice, gazetteer) for choice in kept]
    found += _demonyms(text, words, found, every=demonyms)
    return tuple(sorted(found, key=lambda toponym: toponym.span))


def _short_forms(key: str) -> Iterator[str]:
    """Yield what a site named in full is called after that: "Ream", once "Ream Naval Base" was named."""
    parts = key.split()
    for end in range(1, len(parts)):
        if ("after", " ".join(parts[end:])) in scan.cues():
            yield " ".join(parts[:end])


def _demonyms(text: str, words: Sequence[Word], found: Sequence[Toponym], *, every: bool) -> list[Toponym]:
    """Demonyms outside the places found, each for its country.

    Unless every one is asked for, those that stand with the country's ground: "Japanese airspace".
    """
    covered = {i for toponym in found for i in range(toponym.span.start, toponym.span.end)}
    named: list[Toponym] = []
    for first, word in enumerate(words):
        if not word.capital or word.start in covered:
            continue
        last = first
        country = guards.demonyms().get(word.key, "")
        if first + 1 < len(words) and joined(text, word, words[first + 1]):
            pair = guards.demonyms().get(f"{word.key} {words[first + 1].key}")
            last, country = (first + 1, pair) if pair else (last, country)
        ground = last + 1 < len(words) and ("ground", words[last + 1].key) in scan.cues()
        if not country or not (every or ground):
            continue
        span = Span(word.start, words[last + 1].end if ground and not every else words[last].end)
        covered.update(range(span.start, span.end))
        named.append(
            Toponym(span=span, text=text[span.start : span.end], place=_state(country), score=_DEMONYM_SCORE)
        )
    return named


@cache
def _state(country: str) -> Place | None:
    """Look up the country of an ISO alpha-3 code."""
    gazetteer = store.gazetteer()
    entry = gazetteer.country(country)
    return None if entry is None else gazetteer.place(entry)


def _toponym(text: str, choice: resolve.Choice, gazetteer: store.Gazetteer) -> Toponym:
    mention, best = choice.mention, choice.best
    start, end = mention.start, mention.end
    if mention.cue_end and best.type in mention.cue:
        end = mention.cue_end
    place = gazetteer.place(best.entry)
    if (
        mention.part
        and best.type in {"country", "admin1", "area", "sea", "lake", "island"}
        and best.extent_km
    ):
        place, start = part_of(place, mention.part), mention.part_start
    others = [gazetteer.place(c.entry) for p, c in choice.ranked[1 : _ALTERNATIVES + 1] if p >= _LEAST]
    return Toponym(
        span=Span(start, end),
        text=text[start:end],
        place=place,
        score=round(choice.sure, 3),
        alternatives=tuple(others),
    )


def _given(
    text: str, words: Sequence[Word], spans: Sequence[Span], gazetteer: store.Gazetteer
) -> tuple[Toponym, ...]:
    mentions: dict[Span, Mention] = {}
    for span in spans:
        mention = scan.within(text, words, span, gazetteer)
        if mention is not None:
            mentions[span] = mention
    ordered = sorted(mentions.items())
    choices = {
        choice.mention.start: choice
        for choice in resolve.choose(text, words, [mention for _, mention in ordered], gazetteer)
    }
    found = []
    for span in spans:
        choice = choices.get(mentions[span].start) if span in mentions else None
        country = guards.demonyms().get(fold(text[span.start : span.end]))
        if choice is None or country:
            place = _state(country) if country else None
            found.append(
                Toponym(
                    span=span,
                    text=text[span.start : span.end],
                    place=place,
                    score=_DEMONYM_SCORE if place else 0.0,
                )
            )
            continue
        others = [gazetteer.place(c.entry) for p, c in choice.ranked[1 : _ALTERNATIVES + 1] if p >= _LEAST]
        found.append(
            Toponym(
                span=span,
                text=text[span.start : span.end],
                place=gazetteer.place(choice.best.entry),
                score=round(choice.sure, 3),
                alternatives=tuple(others),
            )
        )
    return tuple(found)
