"""Read a user's own file of exclusive economic zones, such as a GeoPackage in the layout of Marine Regions.

Which columns say what stands in `data/zones/fields.csv`, which words of the type column mean what in
`data/zones/types.csv`.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import antimeridian, resources
from sitmap.errors import ZoneError, printable

_log = logging.getLogger(__name__)

_ISO_LENGTH = 3
_POLYGONS = ("Polygon", "MultiPolygon")
_CRS = "EPSG:4326"
# Names shown in a message before it says how many more there are.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class OwnArea:
    """One polygon of the file.

    Parameters
    ----------
    shape : Polygon or MultiPolygon
        (lon, lat), EPSG:4326, valid, cut at the antimeridian.
    states : tuple of str
        ISO alpha-3 of the states whose zone it is, or who share or dispute it.
    standing : str
        `one`, `share` or `dispute`: how several states stand to it.
    territory, name : str
        As the file gives them, "" where it does not.
    """

    shape: BaseGeometry
    states: tuple[str, ...]
    standing: str
    territory: str
    name: str


def read(path: Path, *, column: str = "", codes: Mapping[str, str]) -> tuple[OwnArea, ...]:
    """Areas of a file.

    Parameters
    ----------
    path : Path
        GeoPackage, shapefile, GeoJSON, FlatGeobuf: anything that GDAL reads, with one layer of polygons.
    column : str
        Column with the sovereign's ISO alpha-3 code or name; found by its name when "".
    codes : mapping
        ISO alpha-3 by English name of the state, for files that give names only.

    Returns
    -------
    tuple of OwnArea
        In the order of the file; areas that name no sovereign are left out, with a warning.

    Raises
    ------
    ZoneError
        If the file cannot be read, has no CRS, no column with sovereigns, or a shape, a type or a
        sovereign that cannot be understood.
    """
    name = shown(path)
    frame = _frame(path, name)
    columns = _columns(frame, column, name)
    areas = [_area(row, columns, codes) for row in _rows(frame, name)]
    known = tuple(area for area in areas if area.states)
    if not known:
        raise ZoneError(f"{name}: no area names its sovereign in {_names(columns['code'])}")
    if len(known) < len(areas):
        left = len(areas) - len(known)
        _log.warning("%s: %d areas name no sovereign and decide nothing", name, left)
    return known


def shown(path: Path) -> str:
    """Name of a file for messages and answers."""
    return printable(path.name)


def _frame(path: Path, file: str) -> gpd.GeoDataFrame:
    if not path.is_file():
        raise ZoneError(f"{file}: there is no such file; give a GeoPackage, shapefile or GeoJSON of zones")
    try:
        layers = [str(name) for name, kind in pyogrio.list_layers(path) if "Polygon" in str(kind)]
        if len(layers) != 1:
            raise ZoneError(
                f"{file}: {len(layers)} layers of polygons; give a file with one, that of the zones"
            )
        frame = pyogrio.read_dataframe(path, layer=layers[0])
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise ZoneError(f"{file}: cannot be read as a map layer: {error}") from error
    if frame.crs is None:
        raise ZoneError(f"{file}: says no coordinate reference system; set it, for example to {_CRS}")
    return frame.to_crs(_CRS)


def _columns(frame: gpd.GeoDataFrame, column: str, file: str) -> dict[str, list[str]]:
    """Columns of the file by what they say; files differ in upper and lower case."""
    there = {str(name).casefold(): str(name) for name in frame.columns if name != frame.geometry.name}
    if column and column.casefold() not in there:
        raise ZoneError(f"{file}: no column {column!r}; there are {_names(list(there.values()))}")
    found: dict[str, list[str]] = {role: [] for role in ("code", "sovereign", "territory", "name", "type")}
    for row in resources.rows(resources.data("zones", "fields.csv")):
        names = [there[name.casefold()] for name in row["column"].split("|") if name.casefold() in there]
        found[row["role"]] = found[row["role"]] or names
    if column:
        found["code"], found["sovereign"] = [there[column.casefold()]], []
    if not found["code"] and not found["sovereign"]:
        raise ZoneError(
            f"{file}: no column with the sovereign is known; name it, "
            f"there are {_names(list(there.values()))}"
        )
    return found


def _names(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(map(printable, names[:_SHOWN])) + more


def _rows(frame: gpd.GeoDataFrame, file: str) -> Iterator[tuple[str, dict[str, object], BaseGeometry]]:
    """Rows with what to call them and their shape, mended and cut at the antimeridian."""
    shapes = frame.geometry.to_numpy()
    for number, (row, shape) in enumerate(
        zip(frame.drop(columns=frame.geometry.name).to_dict("records"), shapes, strict=True), start=1
    ):
        where = f"{file}, feature {number}"
        if shape is None or shape.is_empty or shape.geom_type not in _POLYGONS:
            raise ZoneError(f"{where}: no polygon; give a file of polygons only")
        area = antimeridian.cut(shape if shape.is_valid else shapely.make_valid(shape))
        if area.is_empty or abs(area.bounds[1]) > 90 or abs(area.bounds[3]) > 90:  # noqa: PLR2004 - the poles
            raise ZoneError(f"{where}: a shape that no area on Earth has; check the coordinate order")
        yield where, {str(name): value for name, value in row.items()}, area


def _area(
    found: tuple[str, dict[str, object], BaseGeometry],
    columns: dict[str, list[str]],
    codes: Mapping[str, str],
) -> OwnArea:
    where, row, shape = found
    kind = _text(row, columns["type"])
    types = _types()
    if kind and kind.casefold() not in types:
        raise ZoneError(f"{where}: type {kind!r} is not known; there are {', '.join(types)}")
    states = tuple(dict.fromkeys(_states(where, row, columns, codes)))
    standing = types.get(kind.casefold(), "one")
    return OwnArea(
        shape=shape,
        states=states,
        standing="dispute" if standing == "one" and len(states) > 1 else standing,
        territory=_text(row, columns["territory"]),
        name=_text(row, columns["name"]),
    )


def _states(
    where: str, row: dict[str, object], columns: dict[str, list[str]], codes: Mapping[str, str]
) -> Iterator[str]:
    """States of a row, by code, else by name."""
    for index in range(max(len(columns["code"]), len(columns["sovereign"]))):
        said = _text(row, columns["code"][index : index + 1]) or _text(
            row, columns["sovereign"][index : index + 1]
        )
        if len(said) == _ISO_LENGTH and said.isascii() and said.isalpha():
            yield said.upper()
        elif said.casefold() in codes:
            yield codes[said.casefold()]
        elif said:
            raise ZoneError(
                f"{where}: sovereign {said!r} is not known; name a column that has ISO alpha-3 codes"
            )


def _text(row: dict[str, object], columns: list[str]) -> str:
    value = row[columns[0]] if columns else ""
    return printable(value.strip()) if isinstance(value, str) else ""


@cache
def _types() -> dict[str, str]:
    rows = resources.rows(resources.data("zones", "types.csv"))
    return {row["type"].casefold(): row["states"] for row in rows}
