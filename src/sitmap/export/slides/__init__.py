"""A situation as PowerPoint slides: the map a picture, everything else text and tables that can be edited."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitmap import words
from sitmap.export import contract, paper
from sitmap.export.paper import fonts, furniture, mapping, page, sections
from sitmap.export.paper.mapping import Told
from sitmap.export.slides.deck import BOTTOM, LEFT, RIGHT, TOP, Deck, Line
from sitmap.product import Product

_MAP_WIDE = 590.0
_GUTTER = 14.0
#: Claims and findings that are listed; other formats have all.
_MOST = 120
#: Verdicts that one cell names.
_VERDICTS = 8
#: Characters of a text in a cell, and of one of several, so that a row fits a slide.
_LONGEST, _SHORT = 420, 160
_SEVERAL = 3
#: Tellings that one cell lays side by side, so that a row fits a slide.
_TELLINGS = 8
_CLAIMS = (
    ("document.claim", 0.36),
    ("document.where", 0.26),
    ("document.checked", 0.22),
    ("document.source", 0.16),
)
_FINDINGS = (("slides.finding", 0.22), ("slides.found", 0.52), ("slides.method", 0.26))
_EVENTS = (("document.what", 0.18), ("slides.said", 0.64), ("slides.tellings", 0.18))
_SOURCES = (("slides.no", 0.06), ("document.source", 0.46), ("slides.grades", 0.1), ("slides.address", 0.38))


def to_bytes(product: Product) -> bytes:
    """Make a presentation.

    Parameters
    ----------
    product : Product
        What it shows.

    Returns
    -------
    bytes
        PPTX; the same input gives the same bytes.

    Raises
    ------
    SchemaError
        If a layer is missing or breaks the contract.
    """
    contract.check(product.layers)
    told = mapping.tell(product)
    png, drawn = paper.picture(told, _MAP_WIDE, BOTTOM - TOP - 24)
    notes = page.notes(told, drawn)
    made = Deck(told.words["title"], mark=product.cover.handling, notes="\n".join(notes))
    _front(made, told, png, notes)
    _table(made, "document.all_claims", _CLAIMS, _claims(told))
    _table(made, "document.findings", _FINDINGS, _findings(told))
    _table(made, "document.told", _EVENTS, _events(told))
    _table(made, "document.sources", _SOURCES, _sources(told))
    return made.to_bytes()


def _front(made: Deck, told: Told, png: bytes, notes: Sequence[str]) -> None:
    """Map, what the checks found, and what must be known of both."""
    slide = made.slide(told.words["title"])
    facts = " · ".join(furniture.facts(told))
    made.text(slide, (LEFT, 54, RIGHT - LEFT, 24), [Line(facts, 12, colour="quiet")])
    summaries = "; ".join(claim["summary"] for claim in sections.in_order(told)[:20])
    alt = words.say("slides.map", summaries=summaries)
    made.picture(slide, (LEFT, TOP + 4, _MAP_WIDE, BOTTOM - TOP - 24), png, alt)
    left = LEFT + _MAP_WIDE + _GUTTER
    made.text(
        slide,
        (left, TOP, RIGHT - left, BOTTOM - TOP),
        list(_fitting(_said(told), RIGHT - left - 14, BOTTOM - TOP - 14)),
    )
    mark = 0 if not told.product.cover.handling else 200
    made.text(slide, (LEFT, BOTTOM - 18, RIGHT - LEFT - mark, 44), [Line(" ".join(notes), 8, colour="quiet")])


def _said(told: Told) -> Iterator[Line]:
    found = sections.worst_first(told)
    if found:
        yield Line(words.say("document.findings"), 13, bold=True)
    for finding in found:
        if finding["verdict"] != "consistent":
            yield Line(f"{finding['verdict_words']}: {finding['check_words']}", 10, bold=True)
            yield Line(_short(finding["explanation"]), 10)
    if names := sections.agreeing(told):
        yield Line(names, 10)
    yield Line(words.say("document.all_claims"), 13, bold=True)
    if not told.words["claims"]:
        yield Line(words.say("document.nothing"), 10)
    for claim in sections.in_order(told):
        yield Line(f"{_short(claim['summary'])} [{claim['source_no']}]", 10, apart=True)


def _fitting(lines: Iterator[Line], wide: float, high: float) -> Iterator[Line]:
    """Lines that fit a box, and word that there are more."""
    used = 0.0
    for line in lines:
        used += len(fonts.lines(line.text, line.size, wide, bold=line.bold)) * line.size * 1.22
        if used + 14 > high:
            yield Line(words.say("slides.more"), 10, colour="quiet")
            return
        yield line


def _table(
    made: Deck, title: str, columns: Sequence[tuple[str, float]], rows: Iterator[Sequence[Sequence[Line]]]
) -> None:
    made.tables(
        words.say(title), [words.say(name) for name, _ in columns], [share for _, share in columns], rows
    )


def _claims(told: Told) -> Iterator[list[list[Line]]]:
    claims = sections.in_order(told)
    for number, claim in enumerate(claims[:_MOST], start=1):
        yield [
            _cell(f"{number}. {claim['summary']}", _quoted(claim["quote"]), bold=True),
            _cell(
                *(claim[field] for field in ("where", "when", "flight_words", "zone_words")), _unplaced(claim)
            ),
            _cell(*_verdicts(claim, told.words["findings"])),
            _cell(f"{claim['certainty_words']} [{claim['source_no']}]", claim["grade_words"]),
        ]
    yield from _rest(len(claims), "claims", len(_CLAIMS))


def _findings(told: Told) -> Iterator[list[list[Line]]]:
    found = sections.worst_first(told)
    for finding in found[:_MOST]:
        name = f"{finding['verdict_words']}: {finding['check_words']}"
        yield [_cell(name, bold=True), _cell(finding["explanation"]), _cell(finding["method"])]
    yield from _rest(len(found), "findings", len(_FINDINGS))


def _events(told: Told) -> Iterator[list[list[Line]]]:
    """Give a row for each event, then for each thing told of it what each telling says, side by side."""
    for event in told.product.events[:_MOST]:
        name = words.say("slides.force" if event.over_time else "slides.event")
        yield [_cell(name, bold=True), _cell(event.summary, bold=True), _cell("")]
        tellers = sections.tellers(told, event)
        for field in event.fields:
            said = zip(tellers, field.values, strict=True)
            values = [f"{teller}: {value or words.table('unsaid')['text']}" for teller, value in said]
            agreed = words.table("agreement").get(field.verdict, "")
            for first in range(0, len(values), _TELLINGS):
                yield [_cell(field.what), _cell(*values[first : first + _TELLINGS]), _cell(agreed)]
    yield from _rest(len(told.product.events), "events", len(_EVENTS))


def _sources(told: Told) -> Iterator[list[list[Line]]]:
    grades = sections.grades(told)
    found = told.words["sources"]
    for source in found[:_MOST]:
        name = ", ".join(filter(None, [source["title"], source["publisher"], source["published"]]))
        graded = ", ".join(grades.get(source["no"], ()))
        yield [
            _cell(f"[{source['no']}]"),
            _cell(name or words.say("document.untitled")),
            _cell(graded),
            _cell(source["url"]),
        ]
    yield from _rest(len(found), "sources", len(_SOURCES))


def _rest(count: int, what: str, columns: int) -> Iterator[list[list[Line]]]:
    """Row that says how many are left out."""
    if count > _MOST:
        told = words.say(f"slides.more_{what}", n=count - _MOST)
        yield [_cell(told, bold=True), *([_cell("")] * (columns - 1))]


def _cell(*texts: str, bold: bool = False) -> list[Line]:
    """Make lines of a cell, the first of them bold when asked; an empty line when there is nothing."""
    told = [_short(text, _LONGEST if len(texts) < _SEVERAL else _SHORT) for text in texts if text]
    return [Line(text, 10, bold=bold and not i) for i, text in enumerate(told)] or [Line("", 10)]


def _verdicts(claim: Mapping[str, Any], findings: Mapping[str, Any]) -> list[str]:
    found = [findings[key] for key in claim["findings"]]
    names = [f"{finding['verdict_words']}: {finding['check_words']}" for finding in found[:_VERDICTS]]
    return (
        names if len(found) <= _VERDICTS else [*names, words.say("slides.further", n=len(found) - _VERDICTS)]
    )


def _unplaced(claim: Mapping[str, Any]) -> str:
    if claim["lat"] is not None:
        return ""
    return ": ".join(filter(None, (words.say("document.unplaced"), claim["note"])))


def _quoted(text: str) -> str:
    return f"“{_short(text)}”" if text else ""


def _short(text: str, longest: int = _LONGEST) -> str:
    shown = fonts.seen(text[: 4 * longest])
    return shown if len(shown) <= longest else f"{shown[: longest - 1].rstrip()}…"
