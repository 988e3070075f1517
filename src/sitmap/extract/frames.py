"""What a clause says happened: the verb's frame, what it happened to, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitmap.extract import assign, flights, sites
from sitmap.extract.document import within
from sitmap.extract.draft import Draft
from sitmap.extract.vocabulary import Actor

if TYPE_CHECKING:
    from sitmap.extract.clauses import Clause, Group
    from sitmap.extract.document import Document
    from sitmap.extract.places import Where
    from sitmap.extract.reader import Memory, Scene
    from sitmap.extract.themes import Theme
    from sitmap.model import Kind, Status

_LOCATED = frozenset({"in", "at", "near", "off", "between"})
_FAR = 14
_SITE_TYPES = frozenset({"launch-site", "range", "base", "facility", "airport"})
_WEAPON_FRAMES = frozenset({"launch", "liftoff", "fall", "strike", "begin", "flight", "fly"})
_CARRIERS = frozenset(
    {"aircraft", "ships", "submarines", "troops", "police", "armour", "air-defence", "radar"}
)


@dataclass(slots=True)
class View:
    """One clause as the frames look at it."""

    document: Document
    memory: Memory
    scene: Scene
    clause: Clause
    group: Group
    before: list[Theme]
    planned: bool = False

    @property
    def index(self) -> int:
        """Token of the verb."""
        return self.group.last - 1

    def subjects(self) -> list[Theme]:
        """Themes that are the subject, several when they are joined."""
        if self.clause.link == "relative":
            earlier = [t for t in self.scene.themes if t.last <= self.clause.first]
            return earlier[-1:]
        own = [t for t in self.scene.themes if self.clause.first <= t.first < self.group.first]
        free = [t for t in own if not self._governed(t)]
        if self.clause.link == "shared":
            return free or self.before
        return free or own[-1:]

    def _governed(self, theme: Theme) -> bool:
        found = self.document.at("preposition", theme.first - 1)
        return found is not None and self.document.lower(theme.first - 1) not in {
            "of",
            "about",
            "around",
            "over",
        }

    def objects(self) -> list[Theme]:
        """Themes after the verb."""
        return [t for t in self.scene.themes if self.group.last <= t.first < self.clause.last]

    def wheres(self, roles: frozenset[str]) -> list[Where]:
        """Places of the clause in these roles: after the verb, else before it; one list at a time."""
        inside = [
            w
            for w in self.scene.wheres
            if self.clause.first <= w.first < self.clause.last and w.role in roles
        ]
        after = [w for w in inside if w.first >= self.group.first]
        found = after or inside
        return [w for w in found if w.group == found[0].group] if found else []

    def references(self, roles: frozenset[str]) -> list[Where]:
        """Words that point back to a place, in these roles."""
        return [
            r
            for r in self.scene.references
            if self.clause.first <= r.first < self.clause.last and r.role in roles
        ][:1]


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add to a scene the drafts that its clauses give.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of before; updated.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    before: list[Theme] = []
    plan = False
    for clause in scene.clauses:
        if clause.group is None:
            sites.log(document, memory, scene, clause)
            continue
        view = View(
            document, memory, scene, clause, clause.group, before, planned=plan and _continues(clause)
        )
        subjects = view.subjects()
        if not _unreal(view):
            _read_clause(view)
        plan = clause.group.verb.frame in {"plan", "order"} or (plan and clause.group.infinitive)
        before = subjects or view.objects()[:1] or before
        flights.note(document, memory, scene, clause)
    sites.nominal(document, memory, scene)


def _continues(clause: Clause) -> bool:
    return clause.group is not None and clause.group.infinitive


def _unreal(view: View) -> bool:
    """Whether the clause tells of what could be, was asked or is no such event."""
    document, clause = view.document, view.clause
    last = view.scene.sentence.last
    if view.group.hypothetical or document.lower(last - 1) == "?" or _reduced_of_unreal(view):
        return True
    start = view.scene.clauses[0].first
    for name in ("hypothetical", "nuclear"):
        found = document.cue(name, clause.first, clause.last)
        if found is not None:
            return True
    leading = document.lower(start)
    return (
        leading in {"if", "could", "would", "should"}
        or document.cue("unrelated", clause.first, clause.last) is not None
    )


def _reduced_of_unreal(view: View) -> bool:
    """ "A missile launched from P could reach Q": a participle whose own verb only says what could be."""
    following = [c for c in view.scene.clauses if c.first >= view.clause.last][:1]
    return bool(
        following
        and following[0].group is not None
        and following[0].group.hypothetical
        and following[0].link == "shared"
        and following[0].marker == ""
    )


def _read_clause(view: View) -> None:
    frame = view.group.verb.frame
    handler = _HANDLERS.get(frame)
    if handler is not None:
        handler(view)


# -- launches and impacts ------------------------------------------------------------------


def is_weapon(theme: Theme) -> bool:
    """Whether it is something that is fired rather than sent."""
    return bool(theme.fired) and theme.based not in _CARRIERS


def _weapon(view: View, theme: Theme | None) -> Theme | None:
    if theme is None:
        return None
    return assign.weapon(view.memory, theme)


def _launch(view: View) -> None:
    """X fired N missiles (from P); N missiles were fired (from P)."""
    theme = _patient(view)
    if theme is None or view.group.future or view.planned or view.group.infinitive:
        return
    found = view.wheres(frozenset({"from"})) or _origins(view) or view.references(frozenset({"from", "in"}))
    actor = agent(view)
    add_launch(view, theme, found, actor)
    for where in view.wheres(frozenset({"to"})):
        place = where.anchors[0].toponym.place
        if place is not None and place.type == "sea" and view.document.lower(where.first) == "into":
            add_impact(view, theme, [where])


def _origins(view: View) -> list[Where]:
    """Places of a launch told without "from": "in the sea", "at Sunan"; "at Israel" is a target."""
    found = view.wheres(frozenset({"in", "off", "near", "at", "between"}))
    if found and found[0].role == "at" and not view.group.passive and view.group.verb.frame == "launch":
        entry = found[0].anchors[0].toponym.place
        if entry is None or entry.type not in _SITE_TYPES:
            return []
    return found


def _patient(view: View) -> Theme | None:
    """What was fired: the object of an active verb, else the subject."""
    objects = [
        t
        for t in view.objects()
        if _weapon(view, t) and not t.pronoun or t.pronoun and t.first == view.group.last
    ]
    subjects = [t for t in view.subjects() if _weapon(view, t)]
    if not view.group.passive and objects and objects[0].first - view.group.last < _FAR:
        return _weapon(view, objects[0])
    return _weapon(view, subjects[0]) if subjects else None


def _liftoff(view: View) -> None:
    subjects = [t for t in view.subjects() if _weapon(view, t)]
    theme = _weapon(view, subjects[0]) if subjects else None
    if theme is None or theme.based in {"aircraft", "drones"} or view.group.future or view.group.infinitive:
        return
    found = (
        view.wheres(frozenset({"from"}))
        or view.wheres(_LOCATED)
        or view.references(frozenset({"from", "at", ""}))
    )
    add_launch(view, theme, found, "")


def add_launch(view: View, theme: Theme, found: list[Where], actor: str) -> None:
    """A launch draft, or more about the launch that was told before."""
    flight = flights.of(view.memory, theme)
    negated = view.group.negated or no_subject(view)
    if negated:
        return
    if not found and flight is not None and flight.drafts and (theme.definite or theme.pronoun):
        draft = _draft(view, "launch", theme, None, actor)
        flights.refine(flight, draft)
        return
    if flight is None or not (theme.definite or theme.pronoun):
        flight = flights.begin(view.memory, theme)
    for where in found[:1] or [None]:
        draft = _draft(view, "launch", theme, where, actor)
        flights.join(flight, draft)
        view.scene.drafts.append(draft)
    view.memory.weapon = theme


def _fall(view: View) -> None:
    """N missiles fell at P."""
    denied = view.group.negated or no_subject(view)
    subjects = [t for t in view.subjects() if _weapon(view, t)]
    theme = _weapon(view, subjects[0]) if subjects else None
    if theme is None and denied:
        theme = view.memory.weapon
    if theme is None or theme.based in {"aircraft"} or view.group.future:
        return
    found = view.wheres(_LOCATED | {"", "to"}) or view.references(_LOCATED | {"to", ""})
    add_impact(view, theme, found, denied=denied)


def _strike(view: View) -> None:
    """A missile hit P; P was hit by a missile."""
    if view.group.future or view.group.infinitive or view.planned:
        return
    objects = [t for t in view.objects() if _weapon(view, t)]
    if view.group.passive or view.group.participle:
        theme = next((t for t in objects if view.document.lower(t.first - 1) in {"by", "with"}), None)
    else:
        subjects = [t for t in view.subjects() if _weapon(view, t)]
        with_ = [t for t in objects if view.document.lower(t.first - 1) == "with"]
        theme = (with_ or subjects or [None])[0]
    theme = _weapon(view, theme)
    if theme is None or (theme.based in {"aircraft"}):
        return
    found = view.wheres(_LOCATED | {"", "to"}) or view.references(_LOCATED)
    if view.group.passive and not found:
        found = [w for w in view.scene.wheres if w.last <= view.group.first][-1:]
    add_impact(view, theme, found, denied=view.group.negated)


def add_impact(view: View, theme: Theme, found: list[Where], *, denied: bool = False) -> None:
    """Impact drafts, one a place, on the flight of what fell."""
    if view.document.cue("intercepted", view.clause.first, view.clause.last) is not None and not found:
        return
    flight = flights.of(view.memory, theme)
    if flight is None or not (theme.definite or theme.pronoun or view.clause.link in {"shared", "relative"}):
        flight = flights.begin(view.memory, theme)
    for where in found:
        draft = _draft(view, "impact", theme, where, agent(view))
        draft.stance = "denied" if denied else draft.stance
        flights.join(flight, draft)
        view.scene.drafts.append(draft)
    if not found:
        flights.refine(flight, _draft(view, "impact", theme, None, ""))
    view.memory.weapon = theme


# -- deployments ---------------------------------------------------------------------------


def _forces(view: View, options: list[Theme]) -> list[Theme]:
    """Forces among some noun phrases, with those that a number or name of their own sets apart."""
    found: list[Theme] = []
    for theme in options:
        force = assign.force(view.memory, theme)
        if force is None:
            continue
        joined = bool(found) and not force.counted and not force.names
        if not joined or view.document.lower(theme.first - 1) == ",":
            found.append(force)
    return found


def _carried(view: View) -> list[Theme]:
    """Forces that are moved or kept: the object of an active verb, else the subject."""
    objects = [
        t for t in view.objects() if not (t.pronoun and t.first > view.group.last + 1 and not t.counted)
    ]
    if not view.group.passive:
        found = _forces(view, objects)
        if found and found[0].first - view.group.last < _FAR:
            return found
    return _forces(view, [*view.subjects(), *_company(view)])


def _company(view: View) -> list[Theme]:
    """Others that go along: "with about 100 soldiers", "with Belarusian units"."""
    return [
        t
        for t in view.objects()
        if (t.counted or t.actor) and not t.pronoun and view.document.lower(t.first - 1) == "with"
    ]


def _movers(view: View) -> list[Theme]:
    return _forces(view, [*view.subjects(), *_company(view)])


def _place(view: View, themes: list[Theme], roles: frozenset[str], status: Status) -> bool:
    found = view.wheres(roles) or view.references(roles)
    if not found and view.clause.link == "place":
        found = [w for w in view.scene.wheres if w.first < view.clause.first <= w.reach + 2][-1:]
    if not found and roles & {"to"} and themes:
        found = _purpose(view)
    for theme in themes:
        for where in found:
            _deployment(view, theme, where, status)
    return bool(found and themes)


def _purpose(view: View) -> list[Where]:
    """Where those sent are to act: "sent N men to rebuild in P"."""
    following = [c for c in view.scene.clauses if c.first >= view.clause.last]
    if not following or following[0].group is None or not following[0].group.infinitive:
        return []
    found = [w for w in view.scene.wheres if w.first >= view.clause.last and w.role in _LOCATED]
    return [w for w in found if w.group == found[0].group]


def _deployment(view: View, theme: Theme, where: Where, status: Status) -> None:
    draft = _draft(view, "deployment", theme, where, theme.actor or agent(view))
    draft.status = status
    if len([w for w in view.wheres(frozenset({where.role}))]) > 1 and where.group >= 0:
        draft.theme = _uncounted(draft.theme, view, where)
    if status == "planned":
        draft.certainty = "expected"
        draft.planned_day = True
    if view.group.negated or no_subject(view):
        if not draft.source:
            return
        draft.stance = "denied"
    view.scene.drafts.append(draft)
    view.memory.force = replace(theme, actor=draft.actor)


def _uncounted(theme: Theme, view: View, where: Where) -> Theme:
    """A total for several places is given to none of them."""
    members = [w for w in view.scene.wheres if w.group == where.group]
    return replace(theme, low=None, high=None, count=None) if len(members) > 1 else theme


def _deploy(view: View) -> None:
    status: Status = "present"
    if view.group.future or view.planned or (view.group.infinitive and _plan_before(view)):
        status = "planned"
    elif view.group.progressive and view.group.passive:
        status = "arriving"
    elif view.group.infinitive:
        return
    to = view.wheres(frozenset({"to"}))
    if to:
        status = "planned" if status == "planned" else "arriving"
        _place(view, _carried(view), frozenset({"to"}), status)
        return
    _place(view, _carried(view), _LOCATED, status)


def _plan_before(view: View) -> bool:
    return view.document.cue("planned", view.clause.first - 4, view.group.last) is not None


def _stay(view: View) -> None:
    if view.group.infinitive and not view.planned:
        return
    status: Status = "planned" if view.group.future or view.planned else "present"
    _place(view, _movers(view), _LOCATED, status)


def _be(view: View) -> None:
    """Forces are at P; at P are forces; there are forces at P."""
    objects, subjects = view.objects(), view.subjects()
    due = view.document.cue("planned", view.group.first, view.clause.last)
    status: Status = "planned" if view.group.future or due is not None else "present"
    inverted = (
        objects
        and not _forces(view, subjects)
        and (view.document.lower(view.group.first - 1) in {"there"} or _fronted(view))
    )
    themes = _forces(view, objects) if inverted else _movers(view)
    direct = view.wheres(_LOCATED)
    if not inverted and direct and not _direct(view, direct[0]):
        return
    _place(view, themes, _LOCATED, status)


def _fronted(view: View) -> bool:
    return any(
        w.first < view.group.first and w.role in _LOCATED
        for w in view.scene.wheres
        if w.first >= view.clause.first
    )


def _direct(view: View, where: Where) -> bool:
    """Whether the place is what the copula says, not a detail of a noun after it."""
    return (
        all(
            view.document.lower(i).endswith("ly")
            or view.document.lower(i)
            in {
                "already",
                "still",
                "now",
                "also",
                "back",
                "on",
                "patrol",
                "all",
                "both",
                "out",
                "there",
                "here",
                "due",
                "active",
            }
            for i in range(view.group.last, where.first)
        )
        or where.first < view.group.first
    )


def _hold(view: View) -> None:
    """X keeps N soldiers at P; N soldiers guard P."""
    if view.group.infinitive and not view.planned:
        return
    status: Status = "planned" if view.group.future or view.planned else "present"
    objects = [t for t in _forces(view, view.objects()) if t.first - view.group.last < _FAR]
    if objects:
        _place(view, objects, _LOCATED, status)
    elif view.group.verb.verb in {"guard", "protect", "defend", "man", "occupy", "hold"}:
        _place(view, _movers(view), _LOCATED | {""}, status)


def _arrive(view: View) -> None:
    subjects = view.subjects()
    if any(is_weapon(t) for t in subjects):
        _fall(view)
        return
    if (
        view.group.verb.verb in {"land", "come down"}
        and subjects
        and subjects[0].pronoun
        and _fell(view, subjects[0])
    ):
        _fall(view)
        return
    if view.group.negated:
        return
    status: Status = "planned" if view.group.future or view.planned else "arriving"
    if view.group.infinitive and status != "planned":
        return
    themes = _movers(view) or (_forces(view, view.objects()[:1]) if view.group.verb.verb == "land" else [])
    if view.group.pluperfect and view.group.verb.verb == "go":
        status = "present"
    roles = _LOCATED | {"to"} | ({""} if view.group.verb.verb in {"reach", "enter"} else frozenset())
    if _place(view, themes, roles, status):
        _origin(view, themes)


def _fell(view: View, theme: Theme) -> bool:
    """Whether "it landed" speaks of a missile."""
    recent = view.memory.recent
    earlier = [t for t in view.scene.themes if t.last <= theme.first and not t.pronoun]
    recent = earlier[-1] if earlier else recent
    return recent is not None and is_weapon(recent)


def _origin(view: View, themes: list[Theme]) -> None:
    found = [w for w in view.wheres(frozenset({"from"})) if not _home(w, themes)]
    for theme in themes if found else []:
        for where in found:
            _deployment(view, theme, where, "withdrawn")


def _home(where: Where, themes: list[Theme]) -> bool:
    """Whether "from X" says whose they are, not where they came from."""
    place = where.anchors[0].toponym.place if where.anchors else None
    return place is not None and place.type == "country" and any(t.actor == place.country for t in themes)


def _send(view: View) -> None:
    """X sends N soldiers to P from Q."""
    if view.group.negated:
        return
    status: Status = "arriving"
    progressive = view.group.progressive and not view.group.passive
    if view.group.future or view.planned or progressive or view.group.verb.frame in {"order", "head"}:
        status = "planned"
    elif view.group.infinitive:
        return
    themes = _carried(view)
    placed = _place(view, themes, frozenset({"to"}), status) or _place(
        view, themes, _LOCATED - {"at"}, status
    )
    if view.group.verb.frame in {"move", "take", "fetch", "fly", "send"} and themes:
        _origin(view, themes)
    del placed


def _fly(view: View) -> None:
    subjects = view.subjects()
    weapons = [t for t in subjects if is_weapon(t) or (t.pronoun and _fell(view, t))]
    if weapons:
        found = view.wheres(frozenset({"from"}))
        theme = _weapon(view, weapons[0])
        if theme is not None and found and not view.group.infinitive and not view.group.future:
            add_launch(view, theme, found, "")
        return
    _send(view)


def _leave(view: View) -> None:
    subjects = view.subjects()
    if view.group.negated:
        return
    if any(is_weapon(t) for t in subjects) and view.group.verb.verb == "leave":
        theme = _weapon(view, subjects[0])
        found = view.wheres(frozenset({"", "from"})) or view.references(frozenset({"", "from"}))
        if theme is not None and found:
            add_launch(view, theme, found, "")
        return
    themes = (
        _carried(view)
        if view.group.verb.verb not in {"leave", "depart", "exit", "retreat"}
        else _movers(view)
    )
    if not themes and agent(view):
        themes = [assign.anyone(agent(view), view.group.first)]
    found = (
        view.wheres(frozenset({"from", ""}))
        or view.wheres(frozenset({"in"}))
        or view.references(frozenset({"from", ""}))
    )
    if not found:
        return
    for theme in themes:
        for where in found + _more(view, found):
            _deployment(view, theme, where, "withdrawn")
    goal = [w for w in view.wheres(frozenset({"to"}))]
    for theme in themes:
        for where in goal:
            _deployment(view, theme, where, "planned" if view.group.future else "arriving")


def _more(view: View, found: list[Where]) -> list[Where]:
    """Further places in the same role: "from A and from B"."""
    return [
        w
        for w in view.scene.wheres
        if w.role == found[0].role == "from"
        and w.group != found[0].group
        and view.clause.first <= w.first < view.clause.last
    ]


# -- what every draft shares ---------------------------------------------------------------


def agent(view: View) -> str:
    """The state or force that acts: the actor in the subject that is not part of a theme."""
    last = view.group.first
    first = view.clause.first
    for index in range(last - 1, first - 1, -1):
        found = view.document.at("actor", index)
        if found is None or not isinstance(found.value, Actor):
            continue
        where = next((w for w in view.scene.wheres if w.first <= index < w.last and w.role not in {""}), None)
        if where is None:
            return found.value.code
    if view.clause.link in {"shared", "relative"} and first > view.scene.sentence.first:
        earlier = [
            m
            for m in view.document.mentions.within("actor", view.scene.clauses[0].first, first)
            if isinstance(m.value, Actor) and not _in_where(view, m.first)
        ]
        if earlier and isinstance(earlier[-1].value, Actor):
            return earlier[-1].value.code
    return ""


def _in_where(view: View, index: int) -> bool:
    return any(w.first <= index < w.last and w.role for w in view.scene.wheres)


def no_subject(view: View) -> bool:
    """Whether the subject is "no troops", "nothing", "none"."""
    first = view.clause.first
    return any(
        view.document.lower(i) in {"no", "nothing", "none", "neither"} for i in range(first, view.group.first)
    )


def _draft(view: View, kind: Kind, theme: Theme, where: Where | None, actor: str) -> Draft:
    return assign.draft(
        view.document,
        view.memory,
        view.scene,
        view.clause,
        kind=kind,
        theme=theme,
        where=where,
        actor=theme.actor or actor,
    )


def days_of(view: View) -> list[object]:
    """Days that the clause names."""
    return list(within(view.document.days, view.clause.first, view.clause.last))


_HANDLERS = {
    "launch": _launch,
    "liftoff": _liftoff,
    "begin": _liftoff,
    "fall": _fall,
    "strike": _strike,
    "deploy": _deploy,
    "see": _deploy,
    "stay": _stay,
    "be": _be,
    "hold": _hold,
    "arrive": _arrive,
    "send": _send,
    "move": _send,
    "take": _send,
    "put": _send,
    "fetch": _send,
    "order": _send,
    "head": _send,
    "fly": _fly,
    "flight": _fly,
    "leave": _leave,
}
