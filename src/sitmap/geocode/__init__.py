"""Words that name a place, ranked places with geometry, and where a claim is drawn.

`toponyms` finds and resolves the place names of a text; `locate` draws claims from them, `relocate` and
`pin` draw them where a reader says; `search` and `get` look places up, `name_key` tells which spellings are
one; `here` says what is at a point, `facts` what else is known of a place, `containment` how far outside an
area it lies; `sites` lists where things are launched from.
"""

from sitmap.geocode.containment import containment
from sitmap.geocode.facts import Facts, facts
from sitmap.geocode.fold import fold as name_key
from sitmap.geocode.locate import locate
from sitmap.geocode.outlines import get
from sitmap.geocode.placed import pin, relocate
from sitmap.geocode.recognise import toponyms
from sitmap.geocode.reverse import Here, Near, here
from sitmap.geocode.search import Match, search, sites

__all__ = [
    "Facts",
    "Here",
    "Match",
    "Near",
    "containment",
    "facts",
    "get",
    "here",
    "locate",
    "name_key",
    "pin",
    "relocate",
    "search",
    "sites",
    "toponyms",
]
