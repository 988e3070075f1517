"""The one straight line from reports to a situation: the only place that joins stages."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import geopandas as gpd

from sitmap import checks, export, extract, geocode, geodesy, layers, release, reports, zones
from sitmap.errors import ReportError
from sitmap.model import Claim, Event, Finding, OriginArea, Reading, Report, Toponym
from sitmap.product import Cover, Product

if TYPE_CHECKING:
    import os

    import folium

_log = logging.getLogger(__name__)

#: A file without title, time or mark of its own.
_PLAIN = Cover()

#: Degrees added around the claims when the maritime zones in view are chosen.
_VIEW_PADDING_DEG = 12.0


def read_report(report: Report) -> Reading:
    """Read one report: find its places and claims and put the claims on the map.

    A pure function with a picklable result, so that a batch is a map over reports.

    Parameters
    ----------
    report : Report
        Of any size within the bounds of `reports`.

    Returns
    -------
    Reading
        The report with its toponyms, its located claims, and what was not read for its language.
    """
    toponyms = geocode.toponyms(report.text)
    foreign = reports.foreign(report.text)
    found = extract.claims(report, toponyms, unread=[passage.span for passage in foreign])
    located = geocode.locate(found, toponyms)
    return Reading(report=report, toponyms=toponyms, claims=located, foreign=foreign)


@dataclass(frozen=True)
class Situation:
    """What some reports say, located and held to account.

    Parameters
    ----------
    readings : tuple of Reading
        One a report, in the order given.
    findings : tuple of Finding
        Of all claims together.
    failures : tuple of ReportError
        Reports that could not be read; the others were.
    events : tuple of Event
        Those that are told more than once, with the tellings side by side.
    origins : tuple of OriginArea
        Where launches may have been of which no more than a country is named.
    reviews : tuple of mapping
        Of a case: its history, as `case.row` makes it.
    copies : mapping of str to str
        Ids of reports that carry another's text, with the one that each copies.
    """

    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    failures: tuple[ReportError, ...] = ()
    events: tuple[Event, ...] = ()
    origins: tuple[OriginArea, ...] = ()
    reviews: tuple[Mapping[str, Any], ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that were read."""
        return tuple(reading.report for reading in self.readings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every report."""
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @property
    def toponyms(self) -> tuple[Toponym, ...]:
        """Every place name of every report."""
        return tuple(toponym for reading in self.readings for toponym in reading.toponyms)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What was not read for its language, and which reports copy another: a line each."""
        unread = (note for reading in self.readings for note in _unread(reading))
        return (*unread, *_copied(self.reports, self.copies))

    @cached_property
    def layers(self) -> dict[str, gpd.GeoDataFrame]:
        """Every layer of the contract, as `schema.LAYERS` has them."""
        zone_frame, boundary_frame = (frame.copy() for frame in _zones_in_view(_view(self.claims)))
        return layers.build(
            self.claims, self.findings, zones=zone_frame, boundaries=boundary_frame, origins=self.origins
        )

    @cached_property
    def zone_views(self) -> gpd.GeoDataFrame:
        """Boundaries about the claims as every view of disputed features draws them, for maps."""
        return _zones_in_views(_view(self.claims)).copy()

    def map(self, *, cover: Cover = _PLAIN) -> "folium.Map":
        """Interactive map that needs no network.

        Parameters
        ----------
        cover : Cover
            Its title is shown; made from the claims' places when empty.

        Returns
        -------
        folium.Map
        """
        from sitmap import maps  # noqa: PLC0415 - folium is slow to import and only a map needs it

        return maps.draw(self.product(cover))

    def product(self, cover: Cover = _PLAIN) -> Product:
        """Everything that a file of the situation is made from.

        Parameters
        ----------
        cover : Cover
            Title, time and handling mark.
        """
        return Product(
            layers=self.layers,
            zone_views=self.zone_views,
            findings=self.findings,
            reports=self.reports,
            events=self.events,
            notes=(*self.notes, cover.sides.note()) if cover.sides else self.notes,
            reviews=self.reviews,
            cover=cover,
        )

    def released(self, rules: release.Rules, *, cover: Cover = _PLAIN) -> release.Released:
        """Everything that a file may be made from under a handling mark, and what was taken out.

        Parameters
        ----------
        rules : Rules
            As `release.rules` gives them; their mark becomes the product's.
        cover : Cover
            Title and time.

        Raises
        ------
        HandlingError
            If the title names what is taken out.
        """
        return release.apply(self.product(cover), rules, in_view=zones.in_view, in_views=zones.in_views)

    def html(self, *, cover: Cover = _PLAIN) -> str:
        """Self-contained HTML document: map, tables and sources.

        Parameters
        ----------
        cover : Cover
            Title, time and handling mark; the time is now when it tells none.

        Returns
        -------
        str
        """
        return html(self.product(cover))

    def save(self, dest: "str | os.PathLike[str]", *, cover: Cover = _PLAIN) -> Path:
        """Write the situation to a file or folder, by suffix; `save` says how.

        Parameters
        ----------
        dest : str or path
            As of `save`.
        cover : Cover
            Title, time and handling mark, where the format has room for them.

        Returns
        -------
        Path
            What was written.

        Raises
        ------
        ExportError
            If the format is not known or the destination cannot be written.
        """
        return save(self.product(cover), dest)

    def to_bytes(self, suffix: str, *, cover: Cover = _PLAIN) -> bytes:
        """Layers and findings as the bytes of a file.

        Parameters
        ----------
        suffix : str
            As of a name given to `save`, without `.html`; "" gives the folder of GeoJSON as a ZIP archive.
        cover : Cover
            As in `save`.

        Returns
        -------
        bytes

        Raises
        ------
        ExportError
            If the format is not known.
        """
        return export.to_bytes(self.product(cover), suffix)


def html(product: Product) -> str:
    """Self-contained HTML document of a product: map, tables and sources.

    Parameters
    ----------
    product : Product
        The time on it is now when its cover tells none.

    Returns
    -------
    str
    """
    from sitmap import maps  # noqa: PLC0415 - folium is slow to import and only a map needs it

    as_of = product.cover.as_of or datetime.now(UTC)
    return maps.html(replace(product, cover=replace(product.cover, as_of=as_of)))


def save(product: Product, dest: "str | os.PathLike[str]") -> Path:
    """Write a product to a file or folder, by suffix.

    Parameters
    ----------
    product : Product
        Of a situation, as it is or released.
    dest : str or path
        `.html` a briefing, with its SHA-256 in a file beside it that `sha256sum -c` reads; no suffix a
        folder of GeoJSON, `.zip` the same as an archive; `.gpkg` a GeoPackage; `.qgz` a QGIS project with
        its GeoPackage beside it; `.kml` a KML document, `.kmz` one with the map's symbols; `.csv` and
        `.parquet` a table of the claims; `.pdf` a briefing on paper, `.png` its first page, `.pptx` slides.

    Returns
    -------
    Path
        What was written.

    Raises
    ------
    ExportError
        If the format is not known or the destination cannot be written.
    """
    path = Path(dest)
    if path.suffix.lower() in {".html", ".htm"}:
        return export.write_signed(path, html(product))
    return export.save(product, path)


def situation(
    found: Iterable[Report],
    *,
    failures: Sequence[ReportError] = (),
    progress: Callable[[Report], None] | None = None,
    zone_source: zones.ZoneSource | None = None,
) -> Situation:
    """Read reports and hold their claims to account together.

    Parameters
    ----------
    found : iterable of Report
        In any order; the order does not change what is found.
    failures : sequence of ReportError
        Reports that could not be read, kept with the result.
    progress : callable, optional
        Called with each report once it is read.
    zone_source : ZoneSource, optional
        Maritime zones that claims are held against, as `zones.load` gives them; the estimate when None.

    Returns
    -------
    Situation
    """
    return assemble(read_reports(found, progress=progress), failures=failures, zone_source=zone_source)


def read_reports(
    found: Iterable[Report], *, progress: Callable[[Report], None] | None = None
) -> tuple[Reading, ...]:
    """Read reports one by one, before their claims are held against each other.

    Parameters
    ----------
    found : iterable of Report
        In any order, which is kept.
    progress : callable, optional
        Called with each report once it is read.

    Returns
    -------
    tuple of Reading
        For `assemble`, or first for `case.apply`, which gives them what readers made of them.
    """
    readings = []
    for report in found:
        readings.append(read_report(report))
        _log.info("%s: %d claims", report.report_id, len(readings[-1].claims))
        if progress:
            progress(report)
    return tuple(readings)


def assemble(
    readings: Sequence[Reading],
    *,
    failures: Sequence[ReportError] = (),
    zone_source: zones.ZoneSource | None = None,
    reviews: Iterable[Mapping[str, Any]] = (),
) -> Situation:
    """Join the claims of several readings into events and hold them to account together.

    Parameters
    ----------
    readings : sequence of Reading
        As `read_reports` gives them, with or without reviews.
    failures, zone_source
        As in `situation`.
    reviews : iterable of mapping
        Of a case: what its readers did, as `case.row` makes it, kept with the result.

    Returns
    -------
    Situation
        Rejected claims are in it and held against nothing.
    """
    claims = checks.unify([claim for reading in readings for claim in reading.claims])
    told = [reading.report for reading in readings]
    source, sites, copies = zone_source or zones.load(), geocode.sites(), checks.originals(told)
    naming = checks.Naming(
        {reading.report.report_id: reading.toponyms for reading in readings},
        geocode.relocate,
        geocode.containment,
    )
    return Situation(
        readings=tuple(_with_claims(readings, claims)),
        findings=checks.run(claims, zones=source, reports=told, sites=sites, copies=copies, naming=naming),
        failures=tuple(failures),
        events=checks.compare(claims, told, copies),
        origins=checks.origins(claims, zones=source, reports=told, sites=sites, copies=copies),
        reviews=tuple(reviews),
        copies=copies,
    )


def _with_claims(readings: Iterable[Reading], claims: Iterable[Claim]) -> Iterator[Reading]:
    """Give readings their claims as they are after those of several reports were joined."""
    in_order = iter(claims)
    for reading in readings:
        yield replace(reading, claims=tuple(islice(in_order, len(reading.claims))))


def read(
    *sources: "str | os.PathLike[str]",
    published: date | str | None = None,
    publisher: str = "",
    title: str = "",
    url: str = "",
    tz: str = "",
    zones_file: "str | os.PathLike[str] | None" = None,
    stdin: BinaryIO | None = None,
    follow: bool = False,
) -> Situation:
    """Read report files, folders or web addresses into a situation.

    Parameters
    ----------
    *sources : str or path
        Files, folders, http(s) addresses, or "-" for standard input.
    published : date or str, optional
        Publication date for reports that carry none, YYYY-MM-DD.
    publisher, title, url, tz : str
        For reports that carry none; `tz` is an IANA zone.
    zones_file : str or path, optional
        A file of exclusive economic zones that the zone check goes by; see `zones.load`.
    stdin : binary file, optional
        Stands in for standard input.
    follow : bool
        Fetch the pages that a feed links to.

    Returns
    -------
    Situation
        Its `failures` name the reports of a batch that could not be read.

    Raises
    ------
    ReportError
        If no report could be read.
    ZoneError
        If the file of zones cannot be read.

    Examples
    --------
    >>> import sitmap
    >>> situation = sitmap.read("report.txt", published="2024-11-01")  # doctest: +SKIP
    >>> situation.save("layers.gpkg")  # doctest: +SKIP
    """
    meta = reports.Meta(published=day(published), publisher=publisher, title=title, url=url, tz=tz)
    loaded = reports.load([str(source) for source in sources], defaults=meta, stdin=stdin, follow=follow)
    if loaded.failures and not loaded.reports:
        raise loaded.failures[0]
    return situation(loaded.reports, failures=loaded.failures, zone_source=zones.load(zones_file))


def read_bytes(
    data: bytes,
    *,
    name: str,
    published: date | str | None = None,
    publisher: str = "",
    title: str = "",
    url: str = "",
    tz: str = "",
) -> Situation:
    """Read an uploaded file into a situation.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name; the suffix says what it is.
    published, publisher, title, url, tz
        As in `read`.

    Raises
    ------
    ReportError
        If it cannot be read.
    """
    meta = reports.Meta(published=day(published), publisher=publisher, title=title, url=url, tz=tz)
    return situation(reports.parse(data, name=name, defaults=meta))


def read_text(
    text: str,
    *,
    published: date | str | None = None,
    publisher: str = "",
    title: str = "",
    url: str = "",
    tz: str = "",
) -> Situation:
    """Read a report given as text, as a person pastes it.

    Raises
    ------
    ReportError
        If it is empty or too large.
    """
    # Halves of a surrogate pair become the character they stand for, a lone one U+FFFD.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return read_bytes(
        whole.encode("utf-8"),
        name="pasted text",
        published=published,
        publisher=publisher,
        title=title,
        url=url,
        tz=tz,
    )


def day(value: date | str | None) -> date | None:
    """Read a day as a person writes it on the command line.

    Raises
    ------
    ReportError
        If it is no date.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ReportError("published", f"{value!r} is no date; write YYYY-MM-DD") from error


def _unread(reading: Reading) -> Iterator[str]:
    """Say how much of a report is in which other language."""
    letters: Counter[str] = Counter()
    for passage in reading.foreign:
        letters[passage.lang] += passage.span.end - passage.span.start
    whole = len(reading.report.text.strip())
    for lang, count in letters.items():
        told = reading.report.title or reading.report.report_id
        share = "all of it" if count >= whole else f"{count:,} of its {whole:,} characters"
        yield f"{told}: {share} in {reports.language_name(lang)}, not read: sitmap reads English"


def _copied(told: Sequence[Report], copies: Mapping[str, str]) -> Iterator[str]:
    """Say which reports are copies of which."""
    names = {report.report_id: report.title or report.report_id for report in told}
    for copy, original in copies.items():
        yield f"{names[copy]} ({copy}) is a copy of {names[original]} ({original}): its claims count once"


# A case is drawn anew after each review, and hardly one of them changes the view.
_zones_in_view = lru_cache(maxsize=4)(zones.in_view)
_zones_in_views = lru_cache(maxsize=4)(zones.in_views)


def _view(claims: Sequence[Claim]) -> tuple[float, float, float, float]:
    """Bounds (west, south, east, north) around the claims; west > east when they span the antimeridian."""
    points = [
        (claim.location.lat, claim.location.lon)
        for claim in claims
        if claim.location and claim.location.lat is not None and claim.location.lon is not None
    ]
    return geodesy.bounds(points, padding_deg=_VIEW_PADDING_DEG)
