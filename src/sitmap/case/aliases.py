"""Words that a case takes for a place, as its readers said once for all its reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitmap import geocode
from sitmap.case import told
from sitmap.case.acts import Entry
from sitmap.model import Claim, Reading, Span, Toponym


def taken(reading: Reading, aliases: Mapping[str, Entry]) -> Reading:
    """Take words as a case's readers say, and draw anew the claims that stand on them.

    Parameters
    ----------
    reading : Reading
        As the machine reads the report.
    aliases : mapping of str to Entry
        By the key of the words, `geocode.name_key`.

    Returns
    -------
    Reading
        The same, with those toponyms resolved as said and their claims located by them.
    """
    meant = {
        toponym.span: entry
        for toponym in reading.toponyms
        if (entry := _meaning(toponym.text, aliases)) is not None
    }
    toponyms = tuple(_resolved(toponym, meant.get(toponym.span)) for toponym in reading.toponyms)
    claims = tuple(_drawn(claim, meant, aliases, toponyms) for claim in reading.claims)
    return replace(reading, toponyms=toponyms, claims=claims)


def _meaning(words: str, aliases: Mapping[str, Entry]) -> Entry | None:
    return aliases.get(geocode.name_key(words)) if words else None


def _resolved(toponym: Toponym, entry: Entry | None) -> Toponym:
    spot = entry.act.spot if entry is not None else None
    if spot is None:
        return toponym
    before = (toponym.place,) if toponym.place else ()
    return replace(toponym, place=told.place(spot), score=1.0, alternatives=(*before, *toponym.alternatives))


def _drawn(
    claim: Claim, meant: Mapping[Span, Entry], aliases: Mapping[str, Entry], toponyms: Sequence[Toponym]
) -> Claim:
    anchored = [meant[span] for span in claim.anchors if span in meant]
    if anchored:
        moved = geocode.locate([claim], toponyms)[0]
        return told.summed_up(told.because(moved, anchored[0]))
    named = _meaning(claim.place_text, aliases)
    if named is None or named.act.spot is None:
        return claim
    moved = replace(claim, location=told.located(claim, named.act.spot))
    return told.summed_up(told.because(moved, named))
