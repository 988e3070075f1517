"""All layers of the contract from claims, findings and the zones in view."""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from sitmap import schema
from sitmap.layers.areas import area
from sitmap.layers.tracks import tracks
from sitmap.layers.verdicts import verdicts
from sitmap.model import KINDS, Claim, Finding, OriginArea

#: Said of a claim without a point whose location does not say why.
_NOT_LOCATED = "the place was not located"
#: Said of a claim that a reader has struck out: it stays in the list and leaves the map.
_REJECTED = "rejected in review: not drawn"
#: What the area of possible launch points is, whatever that of its claim is.
_ORIGIN = {"area_type": "uncertainty"}


def build(
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    *,
    zones: gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame,
    origins: Sequence[OriginArea] = (),
) -> dict[str, gpd.GeoDataFrame]:
    """Make every layer of `schema.LAYERS`, in drawing order, lowest first.

    A claim is one feature of its marker layer, without a geometry when its place was not found or a
    reader rejected it. It is one feature of its area layer too when its words cover an area: the
    outline of a named area, or what they leave uncertain. A launch and its impact give a track.

    Parameters
    ----------
    claims : sequence of Claim
        Located; features keep their order.
    findings : sequence of Finding
        Fill the columns `finding` and `findings`.
    zones, boundaries : GeoDataFrame
        The layers `zones` and `zone_boundaries`, as the pipeline has them from `zones.in_view`.
    origins : sequence of OriginArea
        Possible launch points of launch claims among the claims.

    Returns
    -------
    dict of str to GeoDataFrame
        One for each name in `schema.LAYERS`; empty ones too.

    Raises
    ------
    SchemaError
        If a layer breaks the contract.
    """
    schema.validate("zones", zones)
    schema.validate("zone_boundaries", boundaries)
    shapes = [None if _struck_out(claim) else area(claim) for claim in claims]
    rows = _rows(claims, shapes, findings)
    made = {"zones": zones, "zone_boundaries": boundaries}
    for kind in KINDS:
        chosen = [index for index, claim in enumerate(claims) if claim.kind == kind]
        name = schema.MARKER_LAYER[kind]
        made[name] = schema.frame(
            name, [rows[index] for index in chosen], [_point(claims[index]) for index in chosen]
        )
        drawn = [index for index in chosen if shapes[index] is not None]
        name = schema.AREA_LAYER[kind]
        made[name] = schema.frame(name, [rows[index] for index in drawn], [shapes[index] for index in drawn])
    flights = tracks(claims)
    made["tracks"] = schema.frame(
        "tracks", [rows[index] for index, _ in flights], [line for _, line in flights]
    )
    by_id = {row["claim_id"]: row for row in rows}
    made["origin_areas"] = schema.frame(
        "origin_areas",
        [by_id[found.claim_id] | _ORIGIN | {"fitting_sites": schema.text(found.sites)} for found in origins],
        [found.area for found in origins],
    )
    return {name: made[name] for name in schema.LAYERS}


def _rows(
    claims: Sequence[Claim], shapes: Sequence[BaseGeometry | None], findings: Sequence[Finding]
) -> list[dict[str, Any]]:
    said = verdicts(findings)
    rows = []
    for claim, shape in zip(claims, shapes, strict=True):
        row = schema.row(claim)
        # An explanation has words of the report in it.
        row["finding"], row["findings"] = map(schema.text, said.get(claim.claim_id, ("", "")))
        if _struck_out(claim):
            row["geocode_note"] = _REJECTED
        elif _point(claim) is None:
            row["geocode_note"] = row["geocode_note"] or _NOT_LOCATED
        if shape is not None:
            row["area_type"] = row["area_type"] or "uncertainty"
        rows.append(row)
    return rows


def _struck_out(claim: Claim) -> bool:
    return claim.review == "rejected"


def _point(claim: Claim) -> Point | None:
    where = None if _struck_out(claim) else claim.location
    if where is None or where.lat is None or where.lon is None:
        return None
    return Point(where.lon, where.lat)
