"""Write a reference layer so that the same rows give the same bytes, and read its places."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely

from sitmap.geocode import store
from sitmap.reference.entry import Entry

_GRID = 1e-5
_ABBREVIATION = 3


def join(names: Iterable[str]) -> str:
    """Alternate names as one field: each once, in the given order, split by "|"."""
    pieces = (piece.strip() for name in names for piece in name.split("|"))
    return "|".join(dict.fromkeys(piece for piece in pieces if piece))


def write(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write a layer as FlatGeobuf or GeoJSON, by suffix; coordinates rounded to 5 decimals.

    Parameters
    ----------
    frame : GeoDataFrame
        EPSG:4326.
    path : Path
        `.fgb` or `.geojson`; replaced.
    """
    frame = frame.set_geometry(
        shapely.make_valid(shapely.set_precision(frame.geometry.to_numpy(), _GRID)), crs="EPSG:4326"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if path.suffix == ".fgb":
        pyogrio.write_dataframe(frame, path, driver="FlatGeobuf", SPATIAL_INDEX="YES")
    else:
        pyogrio.write_dataframe(
            frame, path, driver="GeoJSON", RFC7946="YES", COORDINATE_PRECISION=5, WRITE_NAME="NO"
        )


def _kind(name: str, place_type: str) -> int:
    """Tell a division's abbreviation ("AL", "Ont"), which holds only after a comma, from other names."""
    short = place_type == "admin1" and name.isascii() and len(name.replace(".", "")) <= _ABBREVIATION
    return store.CUED if short else store.ALTERNATE


def entries(path: Path) -> Iterator[Entry]:
    """Places of a layer, in the order of its features.

    Parameters
    ----------
    path : Path
        A layer with the columns that `sitmap.reference.areas` writes.

    Yields
    ------
    Entry
    """
    frame = pyogrio.read_dataframe(path)
    polygons = frame.geometry.geom_type.isin(["Polygon", "MultiPolygon"])
    for fid, row in enumerate(frame.drop(columns="geometry").to_dict("records")):
        names = [(name, _kind(name, row["type"])) for name in str(row["names"] or "").split("|")]
        names += [(name, store.CUED) for name in str(row.get("cued") or "").split("|")]
        yield Entry(
            place_id=row["place_id"],
            name=row["name"],
            type=row["type"],
            country=row["country"] or "",
            lat=row["lat"],
            lon=row["lon"],
            extent_km=row["extent_km"],
            population=int(row.get("population") or 0),
            names=names,
            code=row.get("code") or ("" if polygons[fid] else "SITE"),
            layer=path.name if polygons[fid] else "",
            fid=fid,
        )
