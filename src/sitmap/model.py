"""The types that travel from stage to stage: frozen, picklable, without logic.

::

    Report ─▶ Toponym ─▶ Claim ─▶ Claim with a Location ─▶ Finding
               geocode    extract   geocode                 checks

Offsets count Unicode code points of `Report.text`, as Python does.
"""

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.errors import CoordinateError

Kind = Literal["deployment", "launch", "impact", "site"]
Status = Literal["present", "arriving", "planned", "withdrawn", ""]
Stance = Literal["asserted", "denied"]
Certainty = Literal["confirmed", "stated", "assessed", "alleged", "expected"]
Relation = Literal["at", "in", "near", "offset", "off", "between", "from", "toward"]
Review = Literal["machine", "accepted", "corrected", "rejected"]
Verdict = Literal["consistent", "marginal", "inconsistent", "undetermined"]

#: View of the zones with disputed features as they are held; others are a claimant's ISO alpha-3.
DE_FACTO = "de facto"

KINDS: tuple[Kind, ...] = ("deployment", "launch", "impact", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report: the unit of work.

    Parameters
    ----------
    report_id : str
        Stable: the same text gives the same id unless the source names one.
    text : str
        The report as it is read and quoted; offsets refer to it.
    title, publisher, url : str
        "" when unknown; `url` is http(s) or "".
    published : datetime.date or None
        Relative dates are resolved against it.
    tz : str
        IANA zone of the dateline, "" when unknown.
    lang : str
        BCP 47 language tag, "" when unknown.
    """

    report_id: str
    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    tz: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of a report's text, `text[start:end]`.

    Raises
    ------
    ValueError
        If it is empty or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"span {self.start}..{self.end}: must start at 0 or later and end after its start"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of the gazetteer.

    Parameters
    ----------
    place_id : str
        Source and id: "geonames:538560", "sitmap:site/sohae".
    name : str
        English name.
    type : str
        `country` `admin1` `area` `town` `base` `airport` `port` `launch-site` `range` `facility`
        `island` `reef` `sea` `lake` `cape` `mountains` `border`.
    country : str
        ISO 3166-1 alpha-3, "" on the high seas and where no state is agreed.
    lat, lon : float
        Degrees; for an area a point well inside it.
    extent_km : float
        Radius within which the thing itself lies: 0 for a spot, some km for a town.
    population : int
        0 when unknown.
    admin1, admin2 : str
        Names of the first-level division and of the county it lies in, "" when unknown.
    area : Polygon, MultiPolygon or None
        Outline of a country, division, sea, island; (lon, lat), EPSG:4326.

    Raises
    ------
    CoordinateError
        If the coordinate is impossible.
    """

    place_id: str
    name: str
    type: str
    country: str
    lat: float
    lon: float
    extent_km: float = 0.0
    population: int = 0
    admin1: str = ""
    admin2: str = ""
    area: BaseGeometry | None = None

    def __post_init__(self) -> None:
        geodesy.check(self.lat, self.lon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words of a report that name a place, resolved as well as the report allows.

    Parameters
    ----------
    span : Span
        Where the words stand.
    text : str
        The words, verbatim.
    place : Place or None
        Best entry; None when the words name a place that the gazetteer lacks.
    score : float
        How sure `place` is, 0 to 1.
    alternatives : tuple of Place
        Runners-up, best first.
    """

    span: Span
    text: str
    place: Place | None
    score: float = 0.0
    alternatives: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Containment:
    """An area that the words say a place lies in.

    Parameters
    ----------
    area : Place
        The area.
    outside_km : float
        How far outside it the place is; 0 inside.
    rough_km : float
        How far beyond the outline people still speak of the area: of a compass part, which no border ends.
    """

    area: Place
    outside_km: float
    rough_km: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a claim is drawn, no surer than its words.

    Parameters
    ----------
    place : Place or None
        The gazetteer's entry; None when it was not found, and `note` says why.
    lat, lon : float or None
        Marker, degrees; None when the claim has no place on the map.
    area : Polygon, MultiPolygon or None
        What the words cover: the named area, or the uncertainty area of an offset or a
        neighbourhood; (lon, lat), EPSG:4326, cut at the antimeridian.
    area_is_place : bool
        True when `area` is the outline of the place itself.
    uncertainty_km : float
        Radius that the words allow around the marker.
    score : float
        0 to 1.
    alternatives : tuple of Place
        Runners-up, best first.
    said_within : tuple of Containment
        Areas that the words say the place lies in: "Jericho, in the West Bank".
    note : str
        Why there is no point, or what the point leaves open; "" otherwise.

    Raises
    ------
    CoordinateError
        If the coordinate is impossible.
    """

    place: Place | None = None
    lat: float | None = None
    lon: float | None = None
    area: BaseGeometry | None = None
    area_is_place: bool = False
    uncertainty_km: float = 0.0
    score: float = 0.0
    alternatives: tuple[Place, ...] = ()
    said_within: tuple[Containment, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise CoordinateError(f"lat {self.lat}, lon {self.lon}: give both or neither")
        if self.lat is not None and self.lon is not None:
            geodesy.check(self.lat, self.lon)
        if not math.isfinite(self.uncertainty_km) or self.uncertainty_km < 0:
            raise ValueError(f"uncertainty_km {self.uncertainty_km}: must be a finite number of at least 0")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in a language that is not read, by its ISO 639 code."""

    span: Span
    lang: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which words of the report gave which field of a claim, and by which rule.

    Parameters
    ----------
    field : str
        Field of the claim; `count`, `date` and `place` stand for all that their words gave,
        `event` for being told of the same event as another claim.
    span : Span
        The words that gave it, or that the rule looked at.
    why : str
        The rule, in words; "" when the words say it themselves.
    """

    field: str
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A number of a flight as one of several sources gives it.

    `field` is `range_km`, `apogee_km`, `flight_min` or `bearing_deg`; `source` is "" for the report's own
    voice.
    """

    field: str
    value: float
    source: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One located thing that one report says, standing on one passage of its text.

    The columns of every layer are these fields and those of `Location`, flattened by
    `schema.row`. `data/README.md` describes the values.

    Parameters
    ----------
    quote, quote_start, quote_end
        The passage: ``text[quote_start:quote_end] == quote``.
    place_text : str
        The words that name the place; may be a reference ("the same cape", "there").
    place_span : Span or None
        Where `place_text` stands.
    anchors : tuple of Span
        Spans of the toponyms that `place_text` stands for: one, or two for `between`. A
        reference has the span of the toponym it refers to.
    within : tuple of Span
        Spans of the toponyms that the words say the place lies in: "Jericho, in the West Bank".
    date_text : str
        The words that give the day; they stand alone when nothing says which day "Thursday" was.
    evidence : tuple of Evidence
        Which words gave which field.
    variants : tuple of Variant
        Numbers of the flight as each source gives them, where several sources of the report give one.
    location : Location or None
        None until `geocode.locate` has run.
    review : str
        What a reader made of it: `machine` until one has looked.
    reviewer, reviewed, review_reason : str
        Who, when (UTC, ISO 8601) and why; "" for `machine`.
    reliability, credibility : str
        Admiralty grades that a reader has set: of its source, A to F, and of the information,
        1 to 6; "" when not graded. Nothing in sitmap guesses them.
    """

    claim_id: str
    report_id: str
    kind: Kind
    quote: str
    quote_start: int
    quote_end: int
    event_id: str = ""
    summary: str = ""
    actor: str = ""
    asset: str = ""
    designation: str = ""
    count_min: int | None = None
    count_max: int | None = None
    count_text: str = ""
    status: Status = ""
    stance: Stance = "asserted"
    certainty: Certainty = "stated"
    source: str = ""
    date: str = ""
    date_end: str = ""
    date_text: str = ""
    time: str = ""
    tz: str = ""
    range_km: float | None = None
    apogee_km: float | None = None
    flight_min: float | None = None
    bearing_deg: float | None = None
    zone_claim: str = ""
    background: bool = False
    place_text: str = ""
    place_span: Span | None = None
    anchors: tuple[Span, ...] = ()
    within: tuple[Span, ...] = ()
    relation: Relation = "at"
    offset_km: float | None = None
    offset_deg: float | None = None
    evidence: tuple[Evidence, ...] = ()
    variants: tuple[Variant, ...] = ()
    location: Location | None = None
    review: Review = "machine"
    reviewer: str = ""
    reviewed: str = ""
    review_reason: str = ""
    reliability: str = ""
    credibility: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneAnswer:
    """Whose maritime zone a point lies in, and how far from the line.

    Parameters
    ----------
    lat, lon : float
        The point, degrees.
    limit_km : float
        Outer limit of the zone asked for: 370.4 for the EEZ.
    zone : str
        `eez`, `territorial sea`, `contiguous zone`, `high seas` or `land`.
    sovereign : str
        ISO alpha-3 of the state whose coast is nearest, "" when none is within reach.
    territory : str
        Name of the territory that coast belongs to.
    distance_km : float
        To the nearest coast (d1).
    runner_up : str
        ISO alpha-3 of the next sovereign, "" when none is within reach.
    runner_up_km : float
        To that sovereign's coast (d2); inf when none is within reach.
    margin_km : float
        Greatest move in any direction that cannot change the answer.
    view : str
        `de facto`, or the claimant's view used.
    decides : str
        The coast or disputed feature that decides, in words.
    note : str
        The standing caveat, and what else limits the answer.
    accuracy_km : float
        How far the line may be off, whatever the words say.
    source : str
        File that decided; "" when the zones are the equidistance estimate.
    claimants : tuple of str
        ISO alpha-3 of the states that share or dispute the area of that file, when there are several.
    estimate : str
        What the equidistance estimate says where the file says otherwise, in words.
    """

    lat: float
    lon: float
    limit_km: float
    zone: str
    sovereign: str
    territory: str
    distance_km: float
    runner_up: str
    runner_up_km: float
    margin_km: float
    view: str = DE_FACTO
    decides: str = ""
    note: str = ""
    accuracy_km: float = 7.0
    source: str = ""
    claimants: tuple[str, ...] = ()
    estimate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check says of a claim, or of claims held against each other.

    Parameters
    ----------
    finding_id : str
        Stable.
    check : str
        `zone` `range` `duration` `trajectory` `surface` `containment` `sum` `calendar` `reports` `origin`.
    claim_ids : tuple of str
        The claims held to account.
    verdict : str
        `consistent` `marginal` `inconsistent` `undetermined`.
    stated, computed : str
        What the words say and what follows from the other facts, as numbers or words.
    unit : str
        Unit of `stated`, `computed`, `margin` and `tolerance`.
    margin : float or None
        By how much the two differ, or how far the answer is from changing.
    tolerance : float or None
        What the words' rounding and the method allow.
    explanation : str
        One sentence with the numbers, as an analyst would write it.
    method : str
        The formula or source by name.
    """

    finding_id: str
    check: str
    claim_ids: tuple[str, ...]
    verdict: Verdict
    stated: str
    computed: str
    unit: str
    margin: float | None
    tolerance: float | None
    explanation: str
    method: str


@dataclass(frozen=True, slots=True)
class OriginArea:
    """Where a launch may have been, when a country is named and a distance to the impact is stated.

    Parameters
    ----------
    claim_id : str
        The launch claim.
    area : Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian.
    sites : str
        Known sites that fit the distance, best first; "" for none.
    """

    claim_id: str
    area: BaseGeometry
    sites: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one source says of an event in one report.

    Parameters
    ----------
    report_id : str
        The report.
    teller : str
        The source, or the publisher where the report itself says it.
    published : str
        The report's date, YYYY-MM-DD, "" when unknown.
    claim_ids : tuple of str
        Its claims of the event.
    copies : tuple of str
        Ids of the reports that carry the same text again: one telling, however often it is printed.
    """

    report_id: str
    teller: str
    published: str
    claim_ids: tuple[str, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the tellings of an event say: the value of each, "" where it says nothing.

    `verdict` says whether they agree, as in `Finding`; "" where fewer than two say it.
    """

    what: str
    values: tuple[str, ...]
    verdict: Verdict | Literal[""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event that is told more than once, or one force counted over time, with the tellings side by side.

    Parameters
    ----------
    event_id : str
        As its claims have it; of counts over time an id of their own.
    summary : str
        The first telling's, one line; of counts over time which force, where.
    tellings : tuple of Telling
        Two or more, the earliest published first; of counts over time by the day that each counts.
    fields : tuple of Told
        What at least one of them says.
    over_time : bool
        True for counts of one force on several days: they need not agree, and no field has a verdict.
    """

    event_id: str
    summary: str
    tellings: tuple[Telling, ...]
    fields: tuple[Told, ...]
    over_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report says: the result of the pure function that reads it.

    Parameters
    ----------
    report : Report
        The report.
    toponyms : tuple of Toponym
        Its place names, resolved.
    claims : tuple of Claim
        What it claims, located.
    foreign : tuple of Passage
        What of it was not read for its language.
    """

    report: Report
    toponyms: tuple[Toponym, ...] = ()
    claims: tuple[Claim, ...] = ()
    foreign: tuple[Passage, ...] = ()
