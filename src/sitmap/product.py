"""What files and maps of one situation are made from: everything that is in it, frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sitmap.app6 import Sides
from sitmap.errors import HandlingError
from sitmap.handling import mark
from sitmap.model import Event, Finding, Report

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands on the front of a file.

    Parameters
    ----------
    title : str
        Heading; made from the claims' places when empty.
    as_of : datetime or None
        Time-zone aware: when the situation was drawn up; not told when None, so that the same
        situation gives the same bytes.
    handling : str
        Mark at top and bottom, as `handling.marks` write it: "TLP:AMBER"; "" for none.
    paper : str
        Of printed pages: "a4" or "letter", lying, or "a4-portrait" or "letter-portrait".
    sides : Sides or None
        Whose side actors are on, for symbols of APP-6; None for sitmap's own symbols.

    Raises
    ------
    HandlingError
        If there is no such mark.
    """

    title: str = ""
    as_of: datetime | None = None
    handling: str = ""
    paper: str = "a4"
    sides: Sides | None = None

    def __post_init__(self) -> None:
        if self.handling and mark(self.handling).mark != self.handling:
            raise HandlingError(f"handling {self.handling!r}: write it {mark(self.handling).mark!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """All that one situation gives to a file.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        Every layer of `schema.LAYERS`, (lon, lat), EPSG:4326, cut at the antimeridian.
    zone_views : GeoDataFrame, optional
        For maps: the layer `zone_boundaries` as every view of disputed features draws it, with the column
        `views`, a tuple of those that draw a line, () for all.
    findings : sequence of Finding
        Of all claims, in an order that is kept.
    reports : sequence of Report
        The sources, numbered from 1 in this order.
    events : sequence of Event
        Those that are told more than once.
    notes : sequence of str
        What of the reports was not read and why, a line each.
    reviews : sequence of mapping
        Of a case: its history as rows of `schema.REVIEW_COLUMNS`, as `case.row` makes them.
    cover : Cover
        Title, time and handling.
    """

    layers: "Mapping[str, gpd.GeoDataFrame]"
    zone_views: "gpd.GeoDataFrame | None" = None
    findings: Sequence[Finding] = ()
    reports: Sequence[Report] = ()
    events: Sequence[Event] = ()
    notes: Sequence[str] = ()
    reviews: Sequence[Mapping[str, Any]] = ()
    cover: Cover = field(default_factory=Cover)
