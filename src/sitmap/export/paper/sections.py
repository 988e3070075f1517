"""Key, findings, claims and sources as pieces of a column."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sitmap import words
from sitmap.export.paper import key, symbols
from sitmap.export.paper.canvas import Canvas
from sitmap.export.paper.flow import Piece, Run, heading, item
from sitmap.export.paper.mapping import Drawn, Told
from sitmap.model import Event

_INDENT = 15.0
#: Lines that a text of a report may take on the first page.
_MOST = 6
#: Findings that are laid out where a page holds fewer.
_MANY = 40
_AGREES = "consistent"


def legend(drawn: Drawn, width: float, columns: int) -> list[Piece]:
    """Heading and key; nothing when nothing is drawn."""
    found = key.entries(drawn)
    if not found:
        return []
    draw = partial(_legend, found=found, width=width, columns=columns)
    return [heading(words.say("paper.key"), width), Piece(key.height(found, columns) + 4, draw)]


def _legend(
    canvas: Canvas, x: float, y: float, *, found: Sequence[key.Entry], width: float, columns: int
) -> None:
    key.draw(canvas, found, x, y, width=width, columns=columns)


def findings(told: Told, width: float) -> Iterator[Piece]:
    """Give findings, worst first, with their numbers."""
    return (_finding(finding, width) for finding in worst_first(told))


def findings_in_brief(told: Told, width: float) -> list[Piece]:
    """Give findings as above, but of those that agree the names alone."""
    found = worst_first(told)
    pieces = [_finding(finding, width) for finding in found[:_MANY] if finding["verdict"] != _AGREES]
    if names := agreeing(told):
        runs = [Run(names, most=_MOST)]
        pieces.append(item(runs, width, indent=_INDENT, mark=partial(_corner, verdict=_AGREES)))
    return pieces


def agreeing(told: Told) -> str:
    """Name the checks that agree: "Consistent: flight time, part of a whole (2)"; "" for none."""
    found = Counter(finding["check_words"] for finding in worst_first(told) if finding["verdict"] == _AGREES)
    names = ", ".join(f"{name} ({count:,})" if count > 1 else name for name, count in found.items())
    return f"{words.table('verdict')[_AGREES]}: {names}" if names else ""


def worst_first(told: Told) -> list[Mapping[str, Any]]:
    """Take findings in the order that the content gives them."""
    return [told.words["findings"][finding_id] for finding_id in told.words["finding_order"]]


def _finding(finding: Mapping[str, Any], width: float) -> Piece:
    name = f"{finding['verdict_words']}: {finding['check_words']}"
    runs = [Run(name, bold=True), Run(finding["explanation"], most=_MOST)]
    return item(runs, width, indent=_INDENT, mark=partial(_corner, verdict=finding["verdict"]))


def claims(told: Told, width: float) -> Iterator[Piece]:
    """Claims: what, where, when, who says so."""
    return (
        item(
            [
                Run(claim["summary"], bold=True, most=_MOST),
                Run(" · ".join(filter(None, [claim["where"], claim["when"]])), most=_MOST),
                Run(_said_by(claim), colour="quiet", most=_MOST),
            ],
            width,
            indent=_INDENT,
            mark=partial(_symbol, claim=claim),
        )
        for claim in in_order(told)
    )


def claims_in_brief(told: Told, width: float) -> Iterator[Piece]:
    """Claims: what and when, and the number of the source."""
    return (
        item(
            [
                Run(claim["summary"], bold=True, most=3),
                Run(" · ".join(filter(None, [claim["when"], f"[{claim['source_no']}]"])), most=2),
            ],
            width,
            indent=_INDENT,
            mark=partial(_symbol, claim=claim),
        )
        for claim in in_order(told)
    )


def _said_by(claim: Mapping[str, Any]) -> str:
    return f"{claim['certainty_words']} [{claim['source_no']}]"


def sources(told: Told, width: float) -> Iterator[Piece]:
    """Numbered sources with the grades that readers have set."""
    graded = grades(told)
    return (item(_source(found, graded.get(found["no"], [])), width) for found in told.words["sources"])


def grades(told: Told) -> dict[int, list[str]]:
    """Give the different grades that readers have set to claims, by the number of their source."""
    found: dict[int, dict[str, None]] = {}
    for claim in told.words["claims"].values():
        code = f"{claim['reliability']}{claim['credibility']}"
        if code:
            found.setdefault(claim["source_no"], {})[code] = None
    return {number: list(codes) for number, codes in found.items()}


def _source(found: Mapping[str, Any], grades: Sequence[str]) -> list[Run]:
    name = found["title"] or found["publisher"] or words.say("document.untitled")
    told = [name, found["publisher"] if found["title"] else "", found["published"]]
    graded = f" {words.say('paper.graded', grades=', '.join(grades))}" if grades else ""
    text = f"[{found['no']}] {', '.join(filter(None, told))}.{graded}"
    return [Run(text, most=_MOST), Run(found["url"], colour="quiet", most=3)]


def events(told: Told, width: float) -> Iterator[Piece]:
    """Give what is told more than once, each telling's words beside the others'."""
    if not told.product.events:
        return
    yield heading(words.say("document.told"), width)
    for event in told.product.events:
        names = tellers(told, event)
        runs = [Run(event.summary, bold=True, most=_MOST)]
        for field in event.fields:
            said = "; ".join(
                f"{teller}: {value or words.table('unsaid')['text']}"
                for teller, value in zip(names, field.values, strict=True)
            )
            agreed = words.table("agreement").get(field.verdict, "")
            runs.append(Run(f"{field.what}: {said}{f' ({agreed})' if agreed else ''}", most=_MOST))
        yield item(runs, width)


def tellers(told: Told, event: Event) -> list[str]:
    """Who tells of an event, each with the number of the source."""
    numbers = {source["report"]: source["no"] for source in told.words["sources"]}
    return [f"{telling.teller} [{numbers.get(telling.report_id, 0)}]" for telling in event.tellings]


def in_order(told: Told) -> list[Mapping[str, Any]]:
    """Claims, findings' worst first."""
    return [told.words["claims"][key] for key in told.words["order"]]


def _corner(canvas: Canvas, x: float, y: float, *, verdict: str) -> None:
    symbols.verdict(canvas, verdict, x, y)


def _symbol(canvas: Canvas, x: float, y: float, *, claim: Mapping[str, Any]) -> None:
    symbols.draw(canvas, {**claim, "size": 0, "verdict": ""}, x, y, scale=0.62)
