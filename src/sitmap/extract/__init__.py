"""Report to claims: what a report says of deployments, launches, impacts and sites.

A shallow typed grammar over words, without a parser; the vocabularies are tables in `data/vocabulary/`.
Its rooms stand one on the other, and none looks up: `text` takes a report apart, `verbs` finds its
clauses, `phrases` who, what, where and who speaks, `discourse` keeps what was said before and gives a claim
its surroundings, `frames` has a module for each kind of happening, `learned` takes a second look at what
they made nothing of. `reader` goes through a report in order, `subject` asks whether it speaks of armed
forces at all, `finish` says each thing once.
"""

from collections.abc import Sequence

from sitmap.extract import finish, reader, subject
from sitmap.extract.learned import decision
from sitmap.extract.summary import line as summarise
from sitmap.extract.text import document
from sitmap.model import Claim, Report, Span, Toponym

__all__ = ["claims", "summarise"]


def claims(report: Report, toponyms: Sequence[Toponym], *, unread: Sequence[Span] = ()) -> tuple[Claim, ...]:
    """Claims that a report makes, with the words they stand on and without coordinates.

    Parameters
    ----------
    report : Report
        The report; any text, of any size within the bounds of `reports`.
    toponyms : sequence of Toponym
        Its place names, resolved.
    unread : sequence of Span
        Passages that are not in English, in order: no claim stands in one.

    Returns
    -------
    tuple of Claim
        In the order of the text, with `location` None. The same report gives the same claims.
    """
    taken_apart = document.read(report, toponyms)
    if subject.other(taken_apart):
        return ()
    drafts, moments = reader.read(taken_apart, unread)
    found = subject.kept(taken_apart, decision.supplement(taken_apart, drafts, moments))
    return finish.claims(taken_apart, decision.believed(taken_apart, found, moments))
