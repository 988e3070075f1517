"""The place names of the reports, and what the checks ask of the gazetteer about them.

A text often tells of a place beside the words that became a claim: "the missile fell 80 km east of P. Tokyo
said that this was inside its zone". The pipeline passes the names that reading found, so that no check has
to look for them again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitmap.model import Claim, Containment, Location, Place, Toponym

#: How sure it must be which place a name means until a check rests on it alone.
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Naming:
    """Names of places by report, and two questions that the gazetteer answers.

    Parameters
    ----------
    toponyms : mapping of str to sequence of Toponym
        By the id of the report, in the order of its text.
    relocate : callable
        Draws a claim from another place, by its own relation and offset.
    containment : callable
        How far outside an area (second) a place (first) lies; None where it is no area of its kind.
    """

    toponyms: Mapping[str, Sequence[Toponym]] = field(default_factory=dict)
    relocate: Callable[[Claim, Place], Location] = lambda _claim, _place: Location()
    containment: Callable[[Place, Place], Containment | None] = lambda _place, _area: None

    def sure(self, report_id: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Toponym, Place]]:
        """Names of a report between two places of its text of which it is sure what they mean."""
        for toponym in self.toponyms.get(report_id, ()):
            is_between = toponym.span.start >= start and (end is None or toponym.span.end <= end)
            if is_between and toponym.place is not None and toponym.score >= _SURE:
                yield toponym, toponym.place


#: No names known: claims that were not read from a text at hand.
NOWHERE = Naming()
