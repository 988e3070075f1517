"""Whether a report speaks of armed forces at all: the word for a force is seldom one in news of other things.

"Police went to the house", "the labour force", "the UN has set up clinics" and "Thomas the Tank Engine" name
forces and weapons by the words alone. A report that has few such words, and none that only news of armed
forces has, is about something else.
"""

from collections.abc import Sequence

from sitmap.extract.discourse.draft import Draft
from sitmap.extract.text.document import Document
from sitmap.extract.text.mentions import Mention
from sitmap.extract.text.vocabulary import words

_NAMED = ("force", "weapon", "designation")
_EVERYDAY = words("subject", "everyday")
#: A shorter report has no room to say what it is about.
_SHORT = 80
#: Least names of forces and weapons in 100 words of a report that speaks of them: those that ordinary news
#: has not, and any.
_MILITARY, _ANY = 0.2, 1.45
#: Words as if every report had so many more, so that one name makes no short report a military one.
_MORE = 100


def other(document: Document) -> bool:
    """Whether a report is of something else and names no military force, so that nothing in it is a claim.

    Parameters
    ----------
    document : Document
        The report taken apart.

    Returns
    -------
    bool
    """
    return not (_speaks_of_forces(document) or _military(document))


def kept(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what only looks like a claim, in a report that does not speak of armed forces.

    Parameters
    ----------
    document : Document
        The report taken apart.
    drafts : sequence of Draft
        What was read in it.

    Returns
    -------
    list of Draft
        All of them, or of a report about other things those of a force or a weapon that is a military one
        by its name: "troops", "Su-24".
    """
    if _speaks_of_forces(document):
        return list(drafts)
    covered = {index for mention in _military(document) for index in range(mention.first, mention.last)}
    return [one for one in drafts if covered & set(range(one.theme.first, one.theme.last))]


def _speaks_of_forces(document: Document) -> bool:
    if len(document.tokens) < _SHORT:
        return True
    size = (len(document.tokens) + _MORE) / 100
    return len(_named(document)) >= _ANY * size or len(_military(document)) >= _MILITARY * size


def _named(document: Document) -> list[Mention]:
    return [mention for kind in _NAMED for mention in document.mentions.ordered.get(kind, ())]


def _military(document: Document) -> list[Mention]:
    return [mention for mention in _named(document) if _is_military(document, mention)]


def _is_military(document: Document, mention: Mention) -> bool:
    return any(
        document.tokens[index].text[0].isalnum() and document.lower(index) not in _EVERYDAY
        for index in range(mention.first, mention.last)
    )
