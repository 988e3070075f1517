"""What the columns of every table are called, hold and mean: the part of the contract that is a list.

The names are a promise to everyone who loads our files: add, never rename.
"""

from dataclasses import dataclass

TEXT, INTEGER, REAL, BOOLEAN = "str", "Int64", "Float64", "bool"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, pandas dtype and meaning."""

    name: str
    dtype: str
    meaning: str


CLAIM_COLUMNS: tuple[Column, ...] = (
    Column("claim_id", TEXT, "stable id: the same report text gives the same id"),
    Column("report_id", TEXT, "id of the report"),
    Column("event_id", TEXT, "the same for claims that describe one event"),
    Column("kind", TEXT, "deployment, launch, impact or site"),
    Column("summary", TEXT, "one line a person can read"),
    Column(
        "actor", TEXT, "ISO 3166-1 alpha-3 of the state whose forces or weapons they are, or a force's name"
    ),
    Column("asset", TEXT, "what kind of force or weapon"),
    Column("designation", TEXT, "proper name of weapon, ship or unit"),
    Column("count_min", INTEGER, "least number that the words allow; null when open"),
    Column("count_max", INTEGER, "greatest number that the words allow; null when open"),
    Column("count_text", TEXT, "the words of the count"),
    Column("status", TEXT, "deployment: present, arriving, planned or withdrawn"),
    Column("stance", TEXT, "asserted or denied"),
    Column("certainty", TEXT, "confirmed, stated, assessed, alleged or expected"),
    Column("source", TEXT, "who the report says said it"),
    Column("date", TEXT, "day of the event, YYYY-MM-DD"),
    Column("date_end", TEXT, "last day of a span, YYYY-MM-DD"),
    Column("date_text", TEXT, "the words that give the day"),
    Column("time", TEXT, "local time of the event, HH:MM"),
    Column("tz", TEXT, "IANA zone of the time"),
    Column("range_km", REAL, "flight distance as reported, km"),
    Column("apogee_km", REAL, "greatest height as reported, km"),
    Column("flight_min", REAL, "flight time as reported, minutes"),
    Column("bearing_deg", REAL, "direction of flight, degrees clockwise from north"),
    Column("zone_claim", TEXT, "maritime zone as reported: inside:JPN-EEZ, outside:JPN-EEZ, inside:JPN-TS"),
    Column("quote", TEXT, "the passage, verbatim"),
    Column("quote_start", INTEGER, "first character of the passage in the report's text"),
    Column("quote_end", INTEGER, "character after the passage"),
    Column("background", BOOLEAN, "an earlier or side event told as context"),
    Column("place_text", TEXT, "the words that name the place"),
    Column("place_id", TEXT, "the gazetteer's id"),
    Column("place_name", TEXT, "English name"),
    Column("place_type", TEXT, "feature type"),
    Column("country", TEXT, "ISO 3166-1 alpha-3 of the place"),
    Column("relation", TEXT, "at, in, near, offset, off, between, from or toward"),
    Column("offset_km", REAL, "distance of an offset, km"),
    Column("offset_deg", REAL, "bearing of an offset, degrees clockwise from north"),
    Column("uncertainty_km", REAL, "radius that the words allow, km"),
    Column(
        "area_type",
        TEXT,
        "what the claim's area is: outline (of the place itself), uncertainty (what the words allow), ''",
    ),
    Column("geocode_score", REAL, "how sure the place is, 0 to 1"),
    Column("geocode_note", TEXT, "why there is no point, or what the point leaves open"),
    Column("alternatives", TEXT, "JSON list of the runner-up places"),
    Column("review", TEXT, "machine, accepted, corrected or rejected"),
    Column("reviewer", TEXT, "who reviewed it"),
    Column("reviewed", TEXT, "when, UTC: YYYY-MM-DDTHH:MM:SSZ"),
    Column("review_reason", TEXT, "why, in the reviewer's words"),
    Column("reliability", TEXT, "Admiralty grade of the source, A to F, as a reader set it"),
    Column("credibility", TEXT, "Admiralty grade of the information, 1 to 6, as a reader set it"),
    Column("publisher", TEXT, "the report's publisher"),
    Column("url", TEXT, "the report's address"),
    Column("published", TEXT, "the report's date, YYYY-MM-DD"),
    Column("finding", TEXT, "worst verdict of the checks on this claim"),
    Column("findings", TEXT, "explanations of the checks on this claim, one a line"),
)

ORIGIN_COLUMNS: tuple[Column, ...] = (
    *CLAIM_COLUMNS,
    Column("fitting_sites", TEXT, "known sites that fit the stated distance, best first"),
)

ZONE_COLUMNS: tuple[Column, ...] = (
    Column("zone_id", TEXT, "JPN-EEZ"),
    Column("name", TEXT, "Japan EEZ (estimate)"),
    Column("sovereign", TEXT, "ISO 3166-1 alpha-3, or the name where no state is agreed"),
    Column("limit_km", REAL, "outer limit, km from the baseline"),
    Column("note", TEXT, "how it was derived"),
)

BOUNDARY_COLUMNS: tuple[Column, ...] = (
    Column("boundary_id", TEXT, "JPN|KOR, or JPN for an outer limit"),
    Column("kind", TEXT, "median, treaty, limit (200 miles) or territorial (12 miles)"),
    Column("left", TEXT, "ISO 3166-1 alpha-3 of one side"),
    Column("right", TEXT, "ISO 3166-1 alpha-3 of the other side, '' on the high seas"),
    Column("disputed", BOOLEAN, "runs along or around a disputed feature"),
    Column("label", TEXT, "Japan EEZ (estimate)"),
    Column("note", TEXT, "how it was derived"),
)

FINDING_COLUMNS: tuple[Column, ...] = (
    Column("finding_id", TEXT, "stable id"),
    Column(
        "check",
        TEXT,
        "zone, range, duration, trajectory, surface, containment, sum, calendar, reports, origin",
    ),
    Column("claim_ids", TEXT, "ids of the claims held to account; a JSON list in tables"),
    Column("verdict", TEXT, "consistent, marginal, inconsistent or undetermined"),
    Column("stated", TEXT, "what the words say"),
    Column("computed", TEXT, "what follows from the other facts"),
    Column("unit", TEXT, "unit of the numbers"),
    Column("margin", REAL, "by how much the two differ, or how far the answer is from changing"),
    Column("tolerance", REAL, "what the words' rounding and the method allow"),
    Column("explanation", TEXT, "one sentence with the numbers"),
    Column("method", TEXT, "the formula or source by name"),
)

#: One row for each telling of each thing that is told of an event.
EVENT_COLUMNS: tuple[Column, ...] = (
    Column("event_id", TEXT, "as the claims of the event have it; of counts over time an id of their own"),
    Column("event", TEXT, "one line a person can read"),
    Column(
        "over_time", BOOLEAN, "true: one force counted on several days; false: one event told more than once"
    ),
    Column("what", TEXT, "what is told: day, time of launch, place of impact, count, range and the like"),
    Column(
        "verdict",
        TEXT,
        "whether the tellings agree: consistent, marginal, inconsistent or undetermined; '' where fewer than"
        " two tell it, and for counts over time",
    ),
    Column("teller", TEXT, "who says it: the source, or the publisher where the report itself says it"),
    Column("value", TEXT, "what this telling says; '' where it says nothing"),
    Column("published", TEXT, "the report's date, YYYY-MM-DD"),
    Column("report_id", TEXT, "id of the report"),
    Column("claim_ids", TEXT, "ids of the claims of this telling; a JSON list in tables"),
    Column("copies", TEXT, "ids of the reports that carry the same text again; a JSON list in tables"),
)

#: The reports, numbered as everything that is printed numbers its sources.
REPORT_COLUMNS: tuple[Column, ...] = (
    Column("source_no", INTEGER, "number of the source, from 1"),
    Column("report_id", TEXT, "id of the report"),
    Column("title", TEXT, "its heading"),
    Column("publisher", TEXT, "who published it"),
    Column("published", TEXT, "when, YYYY-MM-DD"),
    Column("url", TEXT, "its address"),
    Column("tz", TEXT, "IANA zone of its dateline"),
    Column("lang", TEXT, "BCP 47 language tag"),
    Column("text", TEXT, "the report as it is read and quoted: the offsets of a claim count its characters"),
)

#: The history of a case, an entry a row.
REVIEW_COLUMNS: tuple[Column, ...] = (
    Column("entry_id", TEXT, "id of the entry, its own the world over"),
    Column("at", TEXT, "when, UTC"),
    Column("reviewer", TEXT, "who"),
    Column("action", TEXT, "accept, reject, correct, add, credibility, reliability, alias or undo"),
    Column("reason", TEXT, "why, in the reviewer's words"),
    Column("report_id", TEXT, "the report of the claim"),
    Column("claim_id", TEXT, "the claim, as it was called then"),
    Column("kind", TEXT, "its kind"),
    Column("quote", TEXT, "its passage"),
    Column("quote_start", INTEGER, "first character of the passage in the report's text"),
    Column("quote_end", INTEGER, "character after the passage"),
    Column("place_start", INTEGER, "first character of the words of its place"),
    Column("place_end", INTEGER, "character after them"),
    Column("name", TEXT, "the source that is graded, or the words of an alias"),
    Column("value", TEXT, "the grade"),
    Column("changes", TEXT, "JSON object: new values by field, and the place"),
    Column("undoes", TEXT, "the entry that is taken back"),
)
