"""Which symbols the map has: sitmap's own, or those of APP-6 with the sides that the reader names."""

import streamlit as st

from sitmap import maps
from sitmap.app6 import SIDES, Sides
from sitmap.pages.drawing import Drawing, pack
from sitmap.pages.messages import say
from sitmap.pages.readings import Outcome
from sitmap.product import Cover
from sitmap.words import country_names

_DRAWN = "symbols_drawn"
_STANDARD = "symbols-app6"


def sides() -> Sides | None:
    """Sides that the reader has chosen, None for sitmap's own symbols."""
    if not st.session_state.get(_STANDARD):
        return None
    chosen: dict[str, frozenset[str]] = {}
    for side in SIDES:
        # An actor that two boxes name is on the side that was named first.
        taken = frozenset().union(*chosen.values())
        chosen[side] = frozenset(st.session_state.get(_key(side), ())) - taken
    return Sides(**chosen)


def choose(outcome: Outcome) -> None:
    """Draw the choice of symbols and of the side of each actor that claims name."""
    standard = st.toggle(say("symbols.app6"), key=_STANDARD, help=say("symbols.app6_help"))
    if not standard:
        return
    names, offered = country_names(), actors(outcome)
    for side in SIDES:
        st.multiselect(
            say(f"symbols.{side}"), offered, format_func=lambda actor: names.get(actor, actor), key=_key(side)
        )
    st.caption(say("symbols.note"))


def actors(outcome: Outcome) -> list[str]:
    """List the actors that `choose` offers, none while the symbols are sitmap's own."""
    if not st.session_state.get(_STANDARD):
        return []
    return sorted({claim.actor for claim in outcome.situation.claims} - {""})


def drawing(outcome: Outcome) -> Drawing:
    """Give what the workbench draws, with the symbols that the reader has chosen."""
    chosen = sides()
    if chosen is None:
        return outcome.drawing
    key = f"{outcome.drawing.version} {chosen.note()}"
    made: tuple[str, Drawing] | None = st.session_state.get(_DRAWN)
    if made is None or made[0] != key:
        shown = maps.payload(outcome.situation.product(Cover(as_of=outcome.as_of, sides=chosen)))
        drawn = pack(outcome.situation, {**outcome.drawing.made(), "map": shown})
        made = st.session_state[_DRAWN] = (key, drawn)
    return made[1]


def _key(side: str) -> str:
    return f"symbols-{side}"
