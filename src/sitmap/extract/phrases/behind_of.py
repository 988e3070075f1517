"""What stands behind "of" and belongs to the force before it: "500 soldiers of the brigade"."""

from dataclasses import replace

from sitmap.extract.text.document import Document
from sitmap.extract.text.theme import Theme

_MEN = frozenset({"troops", "police"})
#: What a state's forces are made up of, and units of aircraft.
_SERVICES = frozenset({"army", "corps", "force", "forces", "guard", "navy"})
_FLYING_UNITS = frozenset({"detachment", "flight", "squadron", "squadrons", "wing"})


def of_whom(document: Document, before: Theme, here: Theme) -> Theme | None:
    """Return a force with what "of" says of it, as one: its unit, its service, the type that it flies.

    Parameters
    ----------
    document : Document
        The report taken apart.
    before, here : Theme
        Two noun phrases with "of" between them.

    Returns
    -------
    Theme or None
        None where they are two.
    """
    if here.unit and not before.unit and before.based == here.based:
        return _of_unit(before, here)
    if _of_service(document, before, here):
        return replace(before, actor=before.actor or here.actor, last=here.last)
    if not _squadron_of(document, before, here):
        return None
    unit = replace(before, low=None, high=None, count=None, counted_by=None, unit=True)
    return replace(
        unit,
        names=here.names,
        actor=before.actor or here.actor,
        made_by=here.made_by,
        last=here.last,
        head=here.head,
    )


def _of_service(document: Document, before: Theme, here: Theme) -> bool:
    """Whether a state's service only says whose they are: "two C-130s of the Latvian air force"."""
    service = document.lower(here.last - 1) in _SERVICES and bool(here.actor)
    return service and before.based not in {"", *_MEN} and not (here.counted or here.names or before.actor)


def _squadron_of(document: Document, before: Theme, here: Theme) -> bool:
    """Whether a unit is told by the type that it flies: "a squadron of F-22s"."""
    unit = document.lower(before.last - 1) in _FLYING_UNITS and not before.names
    return unit and here.based == before.based == "aircraft" and bool(here.names) and not here.counted


def _of_unit(soldiers: Theme, unit: Theme) -> Theme:
    """Return people with the unit that they are of: "500 soldiers of the brigade"."""
    return replace(
        soldiers,
        last=unit.last,
        names=soldiers.names or unit.names,
        actor=soldiers.actor or unit.actor,
        definite=(soldiers.definite and not unit.names) or unit.definite,
    )
