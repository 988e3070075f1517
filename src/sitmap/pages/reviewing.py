"""What the reader does in the workbench: put on record, and answered.

The browser sends one act at a time, with an id of its own, and waits for the answer to it; an act whose
answer was lost is sent again, and is answered again without being done twice.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from sitmap import case
from sitmap.errors import CaseError, ConflictError, SitmapError
from sitmap.model import KINDS, Claim, Reading, Span
from sitmap.pages import casefile, form, places
from sitmap.pages.casefile import Opened
from sitmap.pages.messages import say

_ANSWER = "case_answer"

Told = Mapping[str, Any]
Answer = dict[str, Any]


def take(told: Told) -> None:
    """Do what the reader asks for; `answer` tells what became of it.

    Parameters
    ----------
    told : mapping
        From the browser, so it may be anything. ``id`` of the act; ``action``; ``claim`` that it is about;
        ``value`` of a grade; ``fields`` and ``place`` of a correction, as `form.changes` and
        `places.chosen` read them; ``remember``, that the claim's words mean the place in the whole case;
        ``reason``; ``seen``, the revision that the reader looked at; ``on_purpose``, that what another
        reader decided meanwhile is to be overruled. A claim to be added has ``report``, ``start``, ``end``
        and ``text`` of its words.
    """
    opened = casefile.opened()
    if opened is None or answer().get("id") == told.get("id"):
        return
    found: Answer
    try:
        found = {"ok": True} | _ACTS.get(str(told.get("action", "")), _unknown)(opened, told)
    except ConflictError as error:
        found = {"ok": False, "words": str(error), "conflict": True}
    except form.FormError as error:
        found = {"ok": False, "words": say("form.faults"), "faults": error.faults}
    except SitmapError as error:
        found = {"ok": False, "words": str(error)}
    st.session_state[_ANSWER] = {"id": told.get("id"), **found}


def answer() -> Answer:
    """Return what became of the last act, {} before the first."""
    found: Answer = st.session_state.get(_ANSWER, {})
    return found


def state(opened: Opened, claim_id: str) -> dict[str, Any]:
    """Gather what the workbench needs to review a case, beside its drawing.

    Parameters
    ----------
    opened : Opened
        The case as it is shown.
    claim_id : str
        The claim that is selected, "" for none.

    Returns
    -------
    dict
        Only JSON types: ``revision`` that is shown, ``answer`` to the last act, and ``detail``, what the
        form needs of the selected claim, None without one.
    """
    # What is not selected waits for no situation: the drawing of a case as it was left is there before.
    chosen = [c for c in opened.outcome.situation.claims if c.claim_id == claim_id] if claim_id else []
    return {
        "revision": list(opened.snapshot.revision),
        "answer": answer(),
        "detail": _details(chosen[0]) if chosen else None,
    }


def _details(claim: Claim) -> Answer:
    return {"claim": claim.claim_id, "values": form.values(claim), "places": places.of(claim)}


def _detail(opened: Opened, told: Told) -> Answer:
    return {"detail": _details(_claim(opened, told))}


def _unknown(opened: Opened, told: Told) -> Answer:  # noqa: ARG001 - called as the others are
    raise CaseError(say("case.gone"))


def _claim(opened: Opened, told: Told) -> Claim:
    for claim in opened.outcome.situation.claims:
        if claim.claim_id == told.get("claim"):
            return claim
    raise CaseError(say("case.gone"))


def _record(opened: Opened, told: Told, *acts: case.Act) -> Answer:
    done = casefile.record(
        opened,
        acts,
        reason=str(told.get("reason", "")),
        seen=_seen(opened, told),
        on_purpose=told.get("on_purpose") is True,
    )
    made = [case.id_of_added(one.entry) for one in done if one.entry.act.action == "add"]
    return {"words": casefile.others(done), "claim": made[0] if made else str(told.get("claim", ""))}


def _seen(opened: Opened, told: Told) -> case.Revision:
    """Revision that the reader looked at: never one that this session has not seen itself."""
    given, known = told.get("seen"), opened.snapshot.revision
    if isinstance(given, list) and len(given) == len(known) and all(type(number) is int for number in given):
        return case.Revision(*map(min, given, known))
    return known


def _decide(act: Callable[[Claim], case.Act], review: str) -> Callable[[Opened, Told], Answer]:
    def decide(opened: Opened, told: Told) -> Answer:
        claim = _claim(opened, told)
        # Said again, as by an impatient reader, it adds nothing.
        return {} if claim.review == review else _record(opened, told, act(claim))

    return decide


def _grade(name: str) -> Callable[[Opened, Told], Answer]:
    def grade(opened: Opened, told: Told) -> Answer:
        claim, value = _claim(opened, told), str(told.get("value", ""))
        if getattr(claim, name) == value:
            return {}
        act = (
            case.reliability(case.source(claim), value)
            if name == "reliability"
            else case.credibility(claim, value)
        )
        return _record(opened, told, act)

    return grade


def _correct(opened: Opened, told: Told) -> Answer:
    claim = _claim(opened, told)
    changes, spot = form.changes(told.get("fields")), places.chosen(told.get("place"))
    if not changes and spot is None:
        raise CaseError(say("form.nothing"))
    acts = [case.correct(claim, spot=spot, **changes)]
    if spot is not None and told.get("remember") is True:
        acts.append(case.alias(str(changes.get("place_text", claim.place_text)), spot))
    return _record(opened, told, *acts)


def _words(opened: Opened, told: Told) -> tuple[Reading, Span]:
    """Find the words that the reader selected, and see that they are those of the report."""
    span = _span([told.get("start"), told.get("end")])
    for reading in opened.outcome.situation.readings:
        report = reading.report
        if report.report_id != told.get("report") or span is None:
            continue
        if report.text[span.start : span.end] == told.get("text"):
            return reading, span
    raise CaseError(say("form.no_words"))


def _named(opened: Opened, told: Told) -> Answer:
    reading, span = _words(opened, told)
    return {"places": places.within(reading, span)}


def _add(opened: Opened, told: Told) -> Answer:
    reading, span = _words(opened, told)
    changes, given = form.changes(told.get("fields")), told.get("place")
    kind = changes.pop("kind", "")
    if kind not in KINDS:
        raise form.FormError({"kind": say("form.kind")})
    act = case.add(
        reading.report,
        span,
        kind,
        # The words that name the place, where it was chosen by them.
        place_span=_span(given.get("span")) if isinstance(given, dict) else None,
        spot=places.chosen(given),
        **changes,
    )
    return _record(opened, told, act)


def _span(found: object) -> Span | None:
    """Read a passage, None where it is none."""
    if not isinstance(found, list) or [type(number) for number in found] != [int, int]:
        return None
    start, end = found
    return Span(start, end) if 0 <= start < end else None


def _search(opened: Opened, told: Told) -> Answer:  # noqa: ARG001 - called as the others are
    return {"places": places.search(str(told.get("value", "")))}


def _undo(opened: Opened, told: Told) -> Answer:
    """Take the reviewer's own last entry back, and go to the claim that it was about."""
    own = [e for e in case.effective(opened.snapshot.history) if e.reviewer == casefile.reviewer()]
    if not own:
        raise CaseError(say("case.nothing_to_undo"))
    last = own[-1]
    about = last.act.target.claim_id if last.act.target else ""
    return _record(opened, told, case.undo(last.entry_id)) | {"claim": about, "words": say("case.taken_back")}


_ACTS: Mapping[str, Callable[[Opened, Told], Answer]] = {
    "accept": _decide(case.accept, "accepted"),
    "reject": _decide(case.reject, "rejected"),
    "credibility": _grade("credibility"),
    "reliability": _grade("reliability"),
    "correct": _correct,
    "detail": _detail,
    "words": _named,
    "add": _add,
    "search": _search,
    "undo": _undo,
}
