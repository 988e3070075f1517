"""What stands of a history of entries: undone ones taken out, the rest in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitmap import geocode
from sitmap.case.acts import ON_A_CLAIM, Entry
from sitmap.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a case's readers have settled: the fold of its history.

    Parameters
    ----------
    on_claims : tuple of Entry
        Entries about claims, in order.
    added : tuple of Entry
        Claims that a reader added, in order.
    aliases : mapping of str to Entry
        By the words' key, `geocode.name_key`.
    reliability : mapping of str to str
        Grade by the source's key, `source_key`.
    """

    on_claims: tuple[Entry, ...] = ()
    added: tuple[Entry, ...] = ()
    aliases: Mapping[str, Entry] = field(default_factory=dict)
    reliability: Mapping[str, str] = field(default_factory=dict)


def effective(history: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that hold, in order: none that was undone, and no undo.

    Parameters
    ----------
    history : iterable of Entry
        In any order.

    Returns
    -------
    tuple of Entry
        An undo that was itself undone undoes nothing.
    """
    ordered = sorted(history, key=lambda entry: entry.order)
    gone = undone([(entry.entry_id, entry.act.undoes) for entry in ordered if entry.act.action == "undo"])
    return tuple(e for e in ordered if e.act.action != "undo" and e.entry_id not in gone)


def undone(undos: Sequence[tuple[str, str]]) -> set[str]:
    """Ids of entries that are undone.

    Parameters
    ----------
    undos : sequence of tuple of str
        Id of each undo and of what it takes back, in order: the last one holds, and decides of those
        before it.
    """
    gone: set[str] = set()
    for entry_id, taken_back in reversed(undos):
        if entry_id not in gone:
            gone.add(taken_back)
    return gone


def fold(history: Iterable[Entry]) -> Standing:
    """Fold a history into what stands of it.

    Parameters
    ----------
    history : iterable of Entry
        In any order; the same entries give the same result.

    Returns
    -------
    Standing
    """
    holding = effective(history)
    reliability = {source_key(e.act.name): e.act.value for e in holding if e.act.action == "reliability"}
    return Standing(
        on_claims=tuple(entry for entry in holding if entry.act.action in ON_A_CLAIM),
        added=tuple(entry for entry in holding if entry.act.action == "add"),
        aliases={geocode.name_key(entry.act.name): entry for entry in holding if entry.act.action == "alias"},
        reliability={source: grade for source, grade in reliability.items() if grade},
    )


def source(claim: Claim) -> str:
    """Name of a claim's source: who the report says said it, else its publisher, else ""."""
    return claim.source or claim.publisher


def source_key(name: str) -> str:
    """Key that the spellings of one source's name share: blanks and letter case do not count."""
    return " ".join(name.split()).casefold()
