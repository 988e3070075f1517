"""What stands round the map in an exported file: heading, table of claims and findings, sources.

The table carries the map's whole content for keyboards, screen readers and paper. All text of reports is
escaped here, by Jinja's autoescape; nothing in this module marks text as safe.
"""

from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment

from sitmap import schema, words
from sitmap.handling import mark
from sitmap.maps import assets
from sitmap.product import Product

#: Claims and sources on the first printed page, and places in the heading.
_MOST, _PLACES = 8, 4


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)


def style(handling: str = "") -> str:
    """Style sheet of the page round the map.

    Parameters
    ----------
    handling : str
        Mark that stands at the top and bottom of every printed page, "" for none.

    Returns
    -------
    str
    """
    sheet = assets.own("document.css")
    if not handling:
        return sheet
    # Black on paper: browsers print no ground in a margin, and the mark's ink cannot be read without it.
    look = f'content: "{mark(handling).mark}"; color: #000; font: bold 10pt sans-serif;'
    return f"{sheet}\n@page {{ @top-right {{ {look} }} @bottom-right {{ {look} }} }}"


def frame(payload: dict[str, Any], product: Product) -> tuple[str, str]:
    """HTML above and below the map.

    Parameters
    ----------
    payload : dict
        As `payload.payload` makes it.
    product : Product
        What it was made from; its notes and its handling mark are shown.

    Returns
    -------
    tuple of str
        (before, after), escaped.
    """
    claims = [payload["claims"][key] for key in payload["order"]]
    template = resources.files(assets.__name__).joinpath("document.html").read_text(encoding="utf-8")
    rendered = (
        _environment()
        .from_string(template)
        .render(
            say=words.say,
            shown=payload,
            notes=[schema.text(note) for note in product.notes],
            mark=mark(product.cover.handling) if product.cover.handling else None,
            claims=claims,
            findings=payload["findings"],
            first_under=_first_under(claims),
            kinds=words.table("kind"),
            caution=words.table("caution"),
            counts=_counts(claims, payload),
            places=[name for name, *_ in payload["places"][:_PLACES]],
            cut_off=_cut_off(product),
            grades=_grades(claims, payload),
            most=_MOST,
        )
    )
    before, after = rendered.split("<!-- map -->")
    return before, after


def _first_under(claims: list[dict[str, Any]]) -> dict[str, int]:
    """Find the number of the first claim of each finding: told in full there, referred to below."""
    numbered = [(key, number) for number, claim in enumerate(claims, start=1) for key in claim["findings"]]
    return dict(reversed(numbered))


def _counts(claims: list[dict[str, Any]], payload: dict[str, Any]) -> list[str]:
    """Say what there is, in numbers: "4 claims from 1 report", "1 inconsistent finding"."""
    verdicts = Counter(finding["verdict"] for finding in payload["findings"].values())
    said = words.say("document.n_claims", n=len(claims))
    told = [
        words.say(
            "document.from", claims=said, reports=words.say("document.n_reports", n=len(payload["sources"]))
        )
    ]
    troubles = [verdict for verdict in ("inconsistent", "marginal") if verdicts[verdict]]
    told += [words.say(f"document.{verdict}", n=verdicts[verdict]) for verdict in troubles]
    unplaced = sum(claim["lat"] is None for claim in claims)
    if unplaced:
        told.append(words.say("document.without_place", n=unplaced))
    return told


def _cut_off(product: Product) -> str:
    """Say up to which day the reports go."""
    days = [report.published for report in product.reports if report.published]
    return words.say("document.cut_off", day=words.day(max(days))) if days else words.say("document.undated")


def _grades(claims: list[dict[str, Any]], payload: dict[str, Any]) -> dict[int, str]:
    """Say how readers graded the claims of each source: "graded B2 (3 claims), not graded (1 claim)"."""
    found: dict[int, Counter[str]] = {source["no"]: Counter() for source in payload["sources"]}
    for claim in claims:
        if claim["source_no"] in found:
            found[claim["source_no"]][f"{claim['reliability']}{claim['credibility']}"] += 1
    return {number: _graded(counted) for number, counted in found.items()}


def _graded(counted: Counter[str]) -> str:
    ungraded = words.say("document.ungraded")
    told = [_with_number(grade, counted) for grade in sorted(counted) if grade]
    if not told:
        return ungraded
    rest = [_with_number("", counted, ungraded)] if counted[""] else []
    return words.say("document.graded", grades=", ".join(told + rest))


def _with_number(grade: str, counted: Counter[str], name: str = "") -> str:
    return f"{name or grade} ({words.say('document.n_claims', n=counted[grade])})"
