"""Place names in running text, resolved in their document."""

from collections.abc import Sequence

from sitmap.geocode import guards, resolve, scan, store
from sitmap.geocode.parts import part_of
from sitmap.geocode.scan import Mention
from sitmap.geocode.tokens import Word
from sitmap.model import Span, Toponym

_ALTERNATIVES = 5
_LEAST = 0.02


def toponyms(text: str, *, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
    """Find the place names of a text and resolve each in the context of the whole.

    Parameters
    ----------
    text : str
        One document.
    spans : sequence of Span, optional
        Resolve these passages and no others.

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
    mentions = guards.places(text, words, mentions)
    choices = resolve.choose(text, words, mentions, gazetteer)
    kept = [choice for choice in choices if not guards.doubtful(text, words, choice.mention, choice.best)]
    return tuple(_toponym(text, choice, gazetteer) for choice in kept)


def _toponym(text: str, choice: resolve.Choice, gazetteer: store.Gazetteer) -> Toponym:
    mention, best = choice.mention, choice.best
    start, end = mention.start, mention.end
    if mention.cue_end and best.type in mention.cue:
        end = mention.cue_end
    place = gazetteer.place(best.entry)
    if mention.part and best.type in {"country", "admin1", "area", "sea", "island"} and best.extent_km:
        place, start = part_of(place, mention.part), mention.part_start
    others = [gazetteer.place(c.entry) for p, c in choice.ranked[1 : _ALTERNATIVES + 1] if p >= _LEAST]
    return Toponym(
        span=Span(start, end),
        text=text[start:end],
        place=place,
        score=round(choice.score, 3),
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
        if choice is None:
            found.append(Toponym(span=span, text=text[span.start : span.end], place=None))
            continue
        others = [gazetteer.place(c.entry) for p, c in choice.ranked[1 : _ALTERNATIVES + 1] if p >= _LEAST]
        found.append(
            Toponym(
                span=span,
                text=text[span.start : span.end],
                place=gazetteer.place(choice.best.entry),
                score=round(choice.score, 3),
                alternatives=tuple(others),
            )
        )
    return tuple(found)
