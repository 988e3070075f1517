"""A product without what its handling mark does not let out, and a list of what was taken out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import geopandas as gpd

from sitmap import geodesy, schema
from sitmap.errors import HandlingError, printable
from sitmap.model import Finding, Report
from sitmap.product import Cover, Product
from sitmap.release import layers, names
from sitmap.release.rules import Rules

#: Zones and their boundaries within (west, south, east, north), degrees, as `zones.in_view` gives them.
InView = Callable[[tuple[float, float, float, float]], tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]]
#: Boundaries as every view draws them within bounds, as `zones.in_views` gives them.
InViews = Callable[[tuple[float, float, float, float]], gpd.GeoDataFrame]

#: Degrees added around the cells when the zones in view are chosen: wide enough for a first look.
_VIEW_PADDING_DEG = 12.0


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken out or made coarser, and of how many things; never the words themselves."""

    what: str
    of: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A product that may leave, and what it left behind.

    Parameters
    ----------
    product : Product
        Marked; every file is to be written from it.
    removed : tuple of Removal
        In a fixed order; nothing where nothing was there to be removed.
    """

    product: Product
    removed: tuple[Removal, ...]


def apply(product: Product, rules: Rules, *, in_view: InView, in_views: InViews) -> Released:
    """Take out of a product what its mark does not let out.

    A pure function: the same product and rules give the same result. Where the reports' words are taken
    out, claims, events, findings and reports are numbered anew, because their ids are made from those words
    and would confirm a guess; events, which lay the words side by side, and what was not read are left out;
    and of a finding the check and its verdict stay. Where places are made coarser, a name stays only where
    its area is wider than the cell, tracks run from cell to cell, possible launch points, which are drawn
    around an exact impact, are left out, and the zones are cut to the cells.

    What it cannot see: a designation ("USS Ronald Reagan"), numbers of a flight and days stay as the reports
    give them, and a reader who knows the report may know it again by them.

    Parameters
    ----------
    product : Product
        Of any mark.
    rules : Rules
        As `rules` gives them.
    in_view, in_views : callable
        `zones.in_view` and `zones.in_views`.

    Returns
    -------
    Released

    Raises
    ------
    HandlingError
        If the title names what is taken out.
    """
    given = names.ids(product, rules)
    made = {
        name: layers.claims(name, product.layers, rules, given)
        for name in schema.LAYERS
        if layers.is_of_claims(name)
    }
    if rules.grid_km:
        bounds = _bounds(made)
        (zones, boundaries), views = in_view(bounds), in_views(bounds)
    else:
        zones, boundaries, views = (
            product.layers["zones"],
            product.layers["zone_boundaries"],
            product.zone_views,
        )
    made |= {"zones": zones, "zone_boundaries": boundaries}
    released = Product(
        layers={name: made[name] for name in schema.LAYERS},
        zone_views=views,
        findings=tuple(_finding(finding, rules, given) for finding in product.findings),
        reports=tuple(_report(report, given) if rules.words else report for report in product.reports),
        events=() if rules.words else product.events,
        notes=(*(() if rules.words else product.notes), *_told(rules)),
        reviews=() if rules.reviewers or rules.words else product.reviews,
        cover=replace(product.cover, handling=rules.mark),
    )
    gone = names.gone(layers.rows(product.layers), layers.rows(released.layers))
    _check_title(product.cover, gone, rules)
    return Released(product=released, removed=tuple(_removed(product, released, rules)))


def _bounds(made: Mapping[str, gpd.GeoDataFrame]) -> tuple[float, float, float, float]:
    points = [
        (point.y, point.x)
        for name in schema.MARKER_LAYER.values()
        for point in made[name].geometry
        if point is not None
    ]
    return geodesy.bounds(points, padding_deg=_VIEW_PADDING_DEG)


def _finding(finding: Finding, rules: Rules, given: names.Ids) -> Finding:
    if not rules.words:
        return finding
    return replace(
        finding,
        finding_id=given.findings[finding.finding_id],
        claim_ids=tuple(given.claims[claim_id] for claim_id in finding.claim_ids),
        stated="",
        computed="",
        explanation=layers.EXPLANATION,
        method="",
        margin=None if rules.grid_km else finding.margin,
        tolerance=None if rules.grid_km else finding.tolerance,
    )


def _report(report: Report, given: names.Ids) -> Report:
    return Report(
        report_id=given.reports[report.report_id], text="", published=report.published, lang=report.lang
    )


def _told(rules: Rules) -> list[str]:
    """Say in the file itself what it no longer has."""
    parts = (
        ("the names of reviewers", rules.reviewers),
        ("the sources, the reports and their words", rules.words),
    )
    gone = " and ".join(what for what, removed in parts if removed)
    coarse = f"places are moved to cells of at least {rules.grid_km:g} km" if rules.grid_km else ""
    told = "; ".join(filter(None, (f"without {gone}" if gone else "", coarse)))
    return [f"Released under {rules.mark}: {told}."] if told else []


def _check_title(cover: Cover, gone: Mapping[str, set[str]], rules: Rules) -> None:
    """Refuse a title that says what was taken out: it is the only text of a person's own."""
    for what, names_gone in gone.items():
        told = sorted(name for name in names_gone if names.is_in(name, cover.title))
        if told:
            raise HandlingError(
                f"the title names {what}, which {rules.mark} does not let out "
                f"({printable(', '.join(told))}): give another title"
            )


def _removed(product: Product, released: Product, rules: Rules) -> Iterable[Removal]:
    rows = layers.rows(product.layers)
    if rules.reviewers:
        reviewed = sum(bool(row["reviewer"] or row["reviewed"] or row["review_reason"]) for row in rows)
        yield from _some("who reviewed it, when and why", "claim", reviewed)
    if rules.reviewers or rules.words:
        yield from _some("the history of the case", "review", len(product.reviews))
    if rules.words:
        yield from _some("who said it", "claim", sum(bool(row["source"]) for row in rows))
        yield from _some("the report's words", "claim", len(rows))
        yield from _some("title, publisher, address and text", "report", len(product.reports))
        yield from _some("how it was worked out", "finding", len(product.findings))
        yield from _some("the tellings side by side", "event", len(product.events))
        yield from _some("what was not read or is a copy", "note", len(product.notes))
    if rules.grid_km:
        placed = sum(point is not None for point in layers.points(product.layers))
        named = sum(bool(row["place_name"]) for row in rows)
        kept = sum(bool(row["place_name"]) for row in layers.rows(released.layers))
        yield from _some(f"the place, to cells of at least {rules.grid_km:g} km", "claim", placed)
        yield from _some("the name of the place", "claim", named - kept)
        yield from _some("possible launch points", "launch", len(product.layers["origin_areas"]))


def _some(what: str, of: str, count: int) -> Iterable[Removal]:
    if count:
        yield Removal(what, of, count)
