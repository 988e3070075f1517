"""What a candidate looks like: features by name, each there or not."""

from collections import Counter
from collections.abc import Iterator

from sitmap.extract.learned.candidates import Candidate
from sitmap.extract.text.document import Document, within
from sitmap.extract.text.entries import Verb
from sitmap.extract.verbs.clauses import Clause

#: Lower ends of the classes of distance, in words.
_STEPS = (0, 1, 2, 4, 7, 12, 20)
_BETWEEN = frozenset(
    [
        ",",
        ";",
        ":",
        "(",
        "|",
        "and",
        "that",
        "which",
        "where",
        "from",
        "to",
        "of",
        "with",
        "by",
        "at",
        "in",
        "on",
    ]
)
_OPENINGS = frozenset(["if", "could", "would", "should", "whether", "why", "how", "what", "when"])
_FLAGS = (
    "negated",
    "hypothetical",
    "future",
    "infinitive",
    "passive",
    "progressive",
    "participle",
    "pluperfect",
)
_LONG, _SHORT = 30, 12
#: Lower ends of the classes of how warlike a report is: names of forces and weapons in 100 words.
_WARLIKE = (0, 1, 3, 6)
_NEIGHBOURS = (-2, -1, 1, 2)


def features(document: Document, candidate: Candidate, told: Counter[int]) -> list[str]:
    """Names of the features that a candidate has.

    Parameters
    ----------
    document : Document
        The report taken apart.
    candidate : Candidate
        One of its pairs.
    told : Counter of int
        How many claims the rules made of each sentence, by its number.
    """
    found = (
        *_theme(document, candidate),
        *_place(document, candidate),
        *(_order(document, candidate) if candidate.here else ()),
        *_clauses(document, candidate),
        *_sentence(document, candidate),
        *_report(document, candidate, told),
    )
    return list(dict.fromkeys(found))


def _theme(document: Document, candidate: Candidate) -> Iterator[str]:
    theme, meant = candidate.theme, candidate.meant
    yield f"based {meant.based or 'none'}"
    yield f"fired {meant.fired or 'none'}"
    yield from (
        f"theme {name}" for name in ("counted", "unit", "definite", "pronoun") if getattr(theme, name)
    )
    if meant.carrier and meant.fired:
        yield "theme carrier"
    if theme.pronoun and not candidate.moment.scene.themes:
        yield "theme unsaid"
    if theme.names:
        yield "theme named"
    if theme.actor:
        yield "theme owned"
    if document.at("facility", theme.first):
        yield "theme facility"
    before = document.at("preposition", theme.first - 1)
    yield f"theme after {document.lower(theme.first - 1) if before else 'none'}"
    noun = document.at("noun", theme.first - 2)
    if noun is not None:
        yield f"theme of {noun.value}"


def _place(document: Document, candidate: Candidate) -> Iterator[str]:
    where = candidate.where
    entry = where.anchors[0].toponym.place
    yield f"role {where.role or 'none'}"
    yield f"relation {where.relation}"
    yield f"origin {candidate.origin}"
    yield f"place {entry.type if entry else 'unknown'}"
    if where.role:
        yield f"preposition {document.lower(where.first)}"
    if where.offset_km:
        yield "offset"
    if document.lower(where.last) == "'s":
        yield "place owns"
    if entry is not None and entry.type == "country":
        yield f"country {where.role or 'none'}"
    if entry is not None and candidate.meant.actor and entry.country == candidate.meant.actor:
        yield "place is home"


def _order(document: Document, candidate: Candidate) -> Iterator[str]:
    theme, where, scene = candidate.theme, candidate.where, candidate.moment.scene
    after = where.first >= theme.last
    first, last = (theme.last, where.first) if after else (where.last, theme.first)
    step = max(s for s in _STEPS if s <= max(0, last - first))
    yield f"place {'after' if after else 'before'} {step}"
    yield from (f"between {w}" for w in _BETWEEN & {document.lower(i) for i in range(first, last)})
    others = sum(first <= t.first < last and not t.pronoun for t in scene.themes)
    yield f"themes between {min(others, 2)}"
    yield f"places between {min(sum(first <= w.first < last for w in scene.wheres), 2)}"
    if min(scene.wheres, key=lambda w: abs(w.first - theme.first), default=None) is where:
        yield "nearest place"
    if min(scene.themes, key=lambda t: abs(t.first - where.first), default=None) is theme:
        yield "nearest theme"
    verbs = document.mentions.within("verb", *sorted((theme.first, where.first)))
    frames = {m.value.frame for m in verbs if isinstance(m.value, Verb)}
    yield from (f"verb between {frame}" for frame in frames or {"none"})


def _clauses(document: Document, candidate: Candidate) -> Iterator[str]:
    scene, clause = candidate.moment.scene, candidate.clause
    yield f"link {clause.link}"
    yield from (f"theme clause {name}" for name in _verb(clause))
    if clause.group is not None:
        side = "subject" if candidate.theme.last <= clause.group.first else "object"
        yield f"{side} of {clause.group.verb.frame}"
        yield f"{side} passive" if clause.group.passive else f"{side} active"
        yield f"verb {clause.group.verb.verb}"
    if candidate.here:
        yield from _place_clause(candidate)
    index = scene.clauses.index(clause)
    before = scene.clauses[index - 1].group if index else None
    if before is not None:
        yield f"clause before {before.verb.frame}"
    for kind in ("noun", "cue"):
        yield from (f"{kind} {m.value}" for m in document.mentions.within(kind, clause.first, clause.last))
    if document.mentions.within("sitecue", clause.first, clause.last):
        yield "sitecue"


def _place_clause(candidate: Candidate) -> Iterator[str]:
    where, clause = candidate.where, candidate.clause
    of_place = next((c for c in candidate.moment.scene.clauses if c.first <= where.first < c.last), None)
    if of_place is clause:
        yield "same clause"
        if clause.group is not None:
            yield f"same {clause.group.verb.frame} {where.role or 'none'}"
    elif of_place is not None:
        yield from (f"place clause {name}" for name in _verb(of_place))


def _verb(clause: Clause) -> Iterator[str]:
    if clause.group is None:
        yield "no verb"
        return
    yield clause.group.verb.frame
    yield from (name for name in _FLAGS if getattr(clause.group, name))


def _sentence(document: Document, candidate: Candidate) -> Iterator[str]:
    scene = candidate.moment.scene
    first, last = scene.sentence.first, scene.sentence.last
    told = {
        "bullet": scene.sentence.bullet,
        "heading": scene.sentence.heading,
        "question": scene.question,
        "colon": any(document.lower(i) == ":" for i in range(first, last)),
        "no verb": all(clause.group is None for clause in scene.clauses),
        "clock": within(document.clocks, first, last),
        "day": within(document.days, first, last),
        "measure": within(document.measures, first, last),
        "zone": document.mentions.within("zone", first, last),
        "facility": document.mentions.within("facility", first, last),
        "long": last - first > _LONG,
        "short": last - first < _SHORT,
    }
    yield from (f"sentence {name}" for name, there in told.items() if there)
    if scene.attributions:
        yield f"said {scene.attributions[-1].certainty}"
    opening = document.lower(scene.clauses[0].first)
    if opening in _OPENINGS:
        yield f"opens {opening}"
    cues = {str(m.value) for m in document.mentions.within("cue", first, last)}
    yield from (f"sentence cue {cue}" for cue in sorted(cues))


def _report(document: Document, candidate: Candidate, told: Counter[int]) -> Iterator[str]:
    named = sum(len(document.mentions.ordered.get(k, ())) for k in ("force", "weapon", "designation"))
    density = 100 * named / (len(document.tokens) + 100)
    yield f"warlike {max(step for step in _WARLIKE if step <= density)}"
    number = candidate.moment.scene.number
    yield f"rules elsewhere {min(told.total() - told[number], 2)}"
    if any(told[number + step] for step in _NEIGHBOURS):
        yield "rules near"
