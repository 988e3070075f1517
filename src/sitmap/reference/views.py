"""Maritime boundaries that a claimant's view draws otherwise than the layer of boundaries does.

The zones are drawn anew in each view of `zones/curated/views.csv`, and held against those as held, segment
by segment: only what differs is kept.
"""

import logging
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from sitmap.reference import agreed, fgb, zone_lines, zone_shapes
from sitmap.reference.contours import Shapes
from sitmap.reference.zone_shapes import World
from sitmap.reference.zones import land_to_cut
from sitmap.zones import baseline as shore
from sitmap.zones import by_view, ellipsoid

_log = logging.getLogger(__name__)

#: Columns that tell one boundary from another.
_OWN = ("boundary_id", "kind", "left", "right", "disputed", "label", "note")


def differences(view: str, held: gpd.GeoDataFrame, viewed: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Segments that one view draws and the other does not.

    Parameters
    ----------
    view : str
        ISO alpha-3 of the state whose view it is.
    held, viewed : GeoDataFrame
        Boundaries as held and in that view, in the columns of `boundaries.fgb`; vertices that both share
        are equal to the bit.

    Returns
    -------
    GeoDataFrame
        The same columns, with `view` and `drawn`: true where the view draws a line that is not drawn as held,
        false where it leaves one out.
    """
    before, after = _segments(held), _segments(viewed)
    made = [_lines(after[~after.key.isin(before.key)]), _lines(before[~before.key.isin(after.key)])]
    found = pd.concat(
        [frame.assign(view=view, drawn=drawn) for frame, drawn in zip(made, (True, False), strict=True)],
        ignore_index=True,
    )
    return gpd.GeoDataFrame(found[["view", "drawn", *_OWN]], geometry=found.geometry, crs=held.crs)


def _segments(lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One row a segment of a line, with a key that no other segment of another boundary has."""
    found = []
    for row, line in zip(lines.drop(columns="geometry").to_dict("records"), lines.geometry, strict=True):
        ends, keys = by_view.segments(line)
        own = f"{row['boundary_id']} {row['kind']} {row['disputed']}"
        made = pd.DataFrame([row] * len(keys)).assign(key=[f"{own} {key.hex()}" for key in keys.tolist()])
        found.append(gpd.GeoDataFrame(made, geometry=shapely.linestrings(ends), crs=lines.crs))
    return gpd.GeoDataFrame(pd.concat(found, ignore_index=True))


def _lines(segments: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Segments of one boundary joined to lines."""
    groups = list(segments.groupby(list(_OWN), sort=True))
    shapes = [_joined(group.geometry.to_numpy()) for _, group in groups]
    rows = pd.DataFrame([name for name, _ in groups], columns=list(_OWN))
    return gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")


def _joined(segments: Shapes) -> shapely.MultiLineString:
    parts = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(segments)))
    return shapely.MultiLineString(list(parts))


def _belts(view: World, held: World, lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Limits of the territorial sea in a view: the same lines, of the state that it gives each coast to.

    Parameters
    ----------
    view, held : World
        The coasts in that view and as held.
    lines : GeoDataFrame
        Limits of the territorial sea as held. A feature that generates no zone keeps its own (UNCLOS, article
        121 (3)).
    """
    given = {
        number: claimed
        for number, (own, claimed) in enumerate(zip(held.sovereigns, view.sovereigns, strict=True))
        if claimed and claimed != own
    }
    pieces = _segments(lines)
    middles = shapely.line_interpolate_point(pieces.geometry.to_numpy(), 0.5, normalized=True)
    lons, lats = shapely.get_coordinates(middles).T
    _, shore_point = held.coasts.nearest(ellipsoid.earth_centred(lats, lons))
    states = pd.Series(held.coasts.territories[shore_point], index=pieces.index).map(given).dropna()
    names = states.map(view.names)
    for column, values in (
        ("boundary_id", states),
        ("left", states),
        ("label", names + " territorial sea (estimate)"),
    ):
        pieces.loc[states.index, column] = values
    return _lines(pieces)


def _edges(world: World, limits: Shapes, changes: list[agreed.Change]) -> Shapes:
    lines = [zone_lines.medians(world.coasts), limits, agreed.edges(changes, world.coasts)]
    return zone_shapes.network(np.concatenate(lines))


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write `geo/zones/boundaries_by_view.fgb` from the layers that `zones` builds.

    Parameters
    ----------
    geo, data : Path
        The repository's folders.
    cache : Path
        Keeps fetched packages; nothing is fetched here.
    """
    folder = geo / "zones"
    land, own = land_to_cut(folder / "land.fgb"), shore.read(folder)
    lines = pyogrio.read_dataframe(folder / "boundaries.fgb")
    held = World(own)
    limits = zone_lines.limits(held.coasts)
    changes = agreed.changes(folder / "curated", held.coasts, zone_lines.medians(held.coasts), limits)
    found = []
    for view in sorted(own.claimants):
        _log.info("boundaries in the view of %s", view)
        world = World(own, view)
        # Who owns a coast does not move its limit; a coast without a zone does.
        same = len(world.coasts.points) == len(held.coasts.points)
        edges = _edges(world, limits if same else zone_lines.limits(world.coasts), changes)
        belts = _belts(world, held, lines[lines.kind == "territorial"])
        drawn = pd.concat([zone_shapes.boundaries(edges, world, land), belts], ignore_index=True)
        found.append(differences(view, lines, drawn))
    fgb.write(pd.concat(found, ignore_index=True), folder / "boundaries_by_view.fgb")
