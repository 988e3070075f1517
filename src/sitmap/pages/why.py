"""Why a claim says what it says, as the workbench lists it: field, value, words, rule."""

from collections.abc import Callable, Iterable
from typing import TypedDict

from sitmap import schema, words
from sitmap.model import Claim, Evidence, Report
from sitmap.pages.messages import section

#: Fields in the order in which they are listed, by the names that `Evidence.field` has.
FIELDS = (
    "kind", "actor", "asset", "designation", "count", "status", "stance", "certainty", "source", "background",
    "date", "time", "tz", "place", "relation", "offset_km", "offset_deg", "range_km", "apogee_km",
    "flight_min", "bearing_deg", "zone_claim", "event",
)  # fmt: skip

#: Longest quotation that is shown whole, in characters.
_SHOWN = 160


class Words(TypedDict):
    """Words of the report, and the rule by which they gave the field; either may be ""."""

    quote: str
    why: str


class Reason(TypedDict):
    """One field of a claim: what it is called, its value in words, and what gave it.

    `points` has the names under which `passages.pieces` marks the words in the text; "quote" is the
    whole passage.
    """

    label: str
    value: str
    points: list[str]
    words: list[Words]


def reasons(report: Report, claim: Claim) -> list[Reason]:
    """List why each field of a claim has its value.

    Parameters
    ----------
    report : Report
        The claim's own report.
    claim : Claim

    Returns
    -------
    list of Reason
        In the order of `FIELDS`; fields without evidence are left out.
    """
    labels = section("why")
    found: dict[str, list[Evidence]] = {}
    for evidence in claim.evidence:
        found.setdefault(evidence.field, []).append(evidence)
    return [
        {
            "label": labels[name],
            "value": value(claim, name),
            "points": sorted({"quote" if is_passage(claim, e) else name for e in found[name]}),
            "words": [_words(report, claim, evidence) for evidence in found[name]],
        }
        for name in FIELDS
        if name in found
    ]


def is_passage(claim: Claim, evidence: Evidence) -> bool:
    """Whether a rule looked at the whole passage, so that no words of their own gave the field."""
    whole = (claim.quote_start, claim.quote_end)
    return bool(evidence.why) and (evidence.span.start, evidence.span.end) == whole


def _words(report: Report, claim: Claim, evidence: Evidence) -> Words:
    quote = "" if is_passage(claim, evidence) else report.text[evidence.span.start : evidence.span.end]
    cut = f"{quote[:_SHOWN]}…" if len(quote) > _SHOWN else quote
    return {"quote": cut, "why": evidence.why}


def value(claim: Claim, name: str) -> str:
    """Value of a field in words, "" for what is only so or not.

    Parameters
    ----------
    claim : Claim
    name : str
        One of `FIELDS`.

    Returns
    -------
    str
    """
    if name in _VALUES:
        return _VALUES[name](claim)
    return str(getattr(claim, name))


def _count(claim: Claim) -> str:
    low, high = claim.count_min, claim.count_max
    if low is None and high is None:
        return claim.count_text
    if low is None:
        return section("why")["at_most"].format(n=f"{high:,}")
    if high is None:
        return section("why")["at_least"].format(n=f"{low:,}")
    return f"{low:,}" if low == high else section("why")["from_to"].format(low=f"{low:,}", high=f"{high:,}")


def _date(claim: Claim) -> str:
    return " to ".join(filter(None, (claim.date, claim.date_end))) or claim.date_text


def _place(claim: Claim) -> str:
    place = claim.location.place if claim.location else None
    return place.name if place else claim.place_text


def _table(name: str) -> Callable[[Claim], str]:
    """Value of a field whose words the map has, in its table of that name."""

    def told(claim: Claim) -> str:
        known = str(getattr(claim, name))
        return str(words.table(name).get(known, known))

    return told


def _measured(name: str) -> Callable[[Claim], str]:
    """Value of a number, with its unit; a bearing by its compass point."""
    unit = name.rpartition("_")[2]

    def told(claim: Claim) -> str:
        known: float | None = getattr(claim, name)
        if known is None:
            return ""
        return words.compass(known) if unit == "deg" else f"{words.number(known)} {unit}"

    return told


def _nothing(_: Claim) -> str:
    return ""


_VALUES: dict[str, Callable[[Claim], str]] = {
    "kind": _table("kind"),
    "actor": lambda claim: words.who(schema.row(claim)),
    "asset": _table("asset"),
    "count": _count,
    "status": _table("status"),
    "stance": lambda claim: section("why")[claim.stance],
    "certainty": lambda claim: str(words.table("certainty").get(claim.certainty, claim.certainty)).lower(),
    "date": _date,
    "place": _place,
    "relation": lambda claim: section("relation")[claim.relation],
    "offset_km": _measured("offset_km"),
    "offset_deg": _measured("offset_deg"),
    "range_km": _measured("range_km"),
    "apogee_km": _measured("apogee_km"),
    "flight_min": _measured("flight_min"),
    "bearing_deg": _measured("bearing_deg"),
    "zone_claim": lambda claim: words.zone(schema.row(claim)),
    "background": _nothing,
    "event": _nothing,
}


def by_claim(reports: Iterable[Report], claims: Iterable[Claim]) -> dict[str, list[Reason]]:
    """Reasons of every claim whose report is at hand, by claim id."""
    texts = {report.report_id: report for report in reports}
    return {c.claim_id: reasons(texts[c.report_id], c) for c in claims if c.report_id in texts}
