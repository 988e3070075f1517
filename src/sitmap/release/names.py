"""Names that stand for ids made of the reports' words, and words that a released file may not say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitmap import content
from sitmap.product import Product
from sitmap.release.rules import Rules


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids in a released product, by those in the product that it was made from."""

    claims: Mapping[str, str]
    events: Mapping[str, str]
    reports: Mapping[str, str]
    findings: Mapping[str, str]


def ids(product: Product, rules: Rules) -> Ids:
    """Give numbers for ids where those would tell of words that are taken out; else keep them.

    Parameters
    ----------
    product : Product
        Reports that only its claims name are numbered behind its own.
    rules : Rules
        What is taken out.

    Returns
    -------
    Ids
        "claim-1", "event-1", "report-1", "finding-1", in the product's order.
    """
    rows = content.rows(product.layers)
    of_claims = [row["claim_id"] for row in rows]
    of_claims += [claim for finding in product.findings for claim in finding.claim_ids]
    of_reports = [report.report_id for report in product.reports] + [row["report_id"] for row in rows]
    given = _numbered if rules.words else _same
    return Ids(
        claims=given("claim", of_claims),
        events=given("event", [row["event_id"] for row in rows]),
        reports=given("report", of_reports),
        findings=given("finding", [finding.finding_id for finding in product.findings]),
    )


def _same(_: str, known: Iterable[str]) -> dict[str, str]:
    return {key: key for key in known}


def _numbered(noun: str, known: Iterable[str]) -> dict[str, str]:
    distinct = enumerate(filter(None, dict.fromkeys(known)), start=1)
    return {"": ""} | {key: f"{noun}-{number}" for number, key in distinct}


def gone(before: Sequence[content.Row], after: Sequence[content.Row]) -> dict[str, set[str]]:
    """Gather the names that were taken out of claims, by what they are.

    Parameters
    ----------
    before, after : sequence of mapping
        The same claims, in the same order.

    Returns
    -------
    dict of str to set of str
        Of a place both its name and the words that named it.
    """
    pairs = list(zip(before, after, strict=True))
    nameless = [row for row, left in pairs if row["place_name"] and not left["place_name"]]
    return {
        "a reviewer": {row["reviewer"] for row, left in pairs if not left["reviewer"]} - {""},
        "a publisher": {row["publisher"] for row, left in pairs if not left["publisher"]} - {""},
        "a place": {row[name] for row in nameless for name in ("place_name", "place_text")} - {""},
    }


def is_in(word: str, text: str) -> bool:
    """Tell whether a text has a name as words of its own, in any case of letters."""
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text.casefold()) is not None
