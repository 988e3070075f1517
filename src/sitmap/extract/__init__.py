"""Report to claims: what a report says of deployments, launches, impacts and sites.

A shallow typed grammar over words, without a parser: the vocabularies are tables in
`data/vocabulary/`; `tokens`, `sentences`, `mentions`, `numbers`, `clock` and `dates` take a text
apart, `themes`, `places`, `clauses` and `sources` find who, what, where and who says so, `frames`,
`sites` and `flights` put them together clause by clause, `decision` takes a learned second look at what
they made nothing of, `finish` says each thing once.
"""

from collections.abc import Sequence

from sitmap.extract import decision, document, finish, reader
from sitmap.extract.summary import line as summarise
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
    drafts, moments = reader.read(taken_apart, unread)
    return finish.claims(taken_apart, decision.supplement(taken_apart, drafts, moments))
