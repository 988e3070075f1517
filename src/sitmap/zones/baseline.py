"""The baseline: shore points that decide whose a point at sea is, and the views that relabel them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from sitmap import resources
from sitmap.zones import agreed_lines, ellipsoid


@dataclass(frozen=True, slots=True)
class Territory:
    """A stretch of coast with one name and, as held, one sovereign.

    Parameters
    ----------
    code : str
        Natural Earth's ADM0_A3, or "X-..." for a disputed feature.
    name : str
        English name.
    sovereign : str
        ISO 3166-1 alpha-3.
    sovereign_name : str
        English name.
    """

    code: str
    name: str
    sovereign: str
    sovereign_name: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one view makes of one territory.

    Parameters
    ----------
    view : str
        ISO 3166-1 alpha-3 of the state whose view it is.
    territory : str
        Code of the territory.
    sovereign : str
        Its sovereign in that view; "" when it generates no zone there.
    """

    view: str
    territory: str
    sovereign: str


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """Shore points of the world with their territories.

    Parameters
    ----------
    points : ndarray
        Earth-centred, shape ``(n, 3)``, km.
    owners : ndarray of int
        Index into `territories`, shape ``(n,)``.
    territories : tuple of Territory
        In the order of the file.
    claims : tuple of Claimed
        Every row of the table of views.
    agreements : mapping
        Titles of the agreed or adjudicated lines between two sovereigns that the median stands in
        for, each with the reason, by the pair.
    lines : tuple of agreed_lines.Line
        The lines that are drawn.
    """

    points: ellipsoid.Floats
    owners: npt.NDArray[np.intp]
    territories: tuple[Territory, ...]
    claims: tuple[Claimed, ...]
    agreements: Mapping[frozenset[str], str]
    lines: tuple[agreed_lines.Line, ...] = ()

    def sovereigns(self, view: str) -> list[str]:
        """Sovereign of each territory in a view; "" where it generates no zone."""
        claimed = {claim.territory: claim.sovereign for claim in self.claims if claim.view == view}
        return [claimed.get(territory.code, territory.sovereign) for territory in self.territories]

    @property
    def claimants(self) -> frozenset[str]:
        """States with a view of their own."""
        return frozenset(claim.view for claim in self.claims)

    @property
    def disputed(self) -> frozenset[str]:
        """Codes of the territories that some view sees otherwise."""
        return frozenset(claim.territory for claim in self.claims)


def read(folder: Path) -> Baseline:
    """Baseline from the folder that the reference build writes.

    Parameters
    ----------
    folder : Path
        Holds `baseline.fgb`, the agreed lines where they were built, and `views.csv` and
        `lines.csv` in `curated/`.
    """
    meta, _, wkb, columns = pyogrio.raw.read(folder / "baseline.fgb")
    fields = dict(zip(meta["fields"].tolist(), columns, strict=True))
    coordinates, owners = shapely.get_coordinates(shapely.from_wkb(wkb), return_index=True)
    territories = tuple(
        Territory(*row)
        for row in zip(
            *(fields[name].tolist() for name in ("territory", "name", "sovereign", "sovereign_name")),
            strict=True,
        )
    )
    claims = tuple(
        Claimed(row["view"], row["territory"], row["sovereign"]) for row in _table(folder, "views")
    )
    agreements: dict[frozenset[str], str] = {}
    for row in _table(folder, "lines"):
        if row["applied"] != "yes":
            pair = frozenset((row["left"], row["right"]))
            # Semicolons part the notes of an answer.
            told = f"{row['title']} ({row['why_not'].replace(';', ',')})"
            agreements[pair] = " and ".join(filter(None, [agreements.get(pair), told]))
    return Baseline(
        ellipsoid.earth_centred(coordinates[:, 1], coordinates[:, 0]),
        owners,
        territories,
        claims,
        agreements,
        agreed_lines.read(folder),
    )


def _table(folder: Path, name: str) -> list[dict[str, str]]:
    return resources.rows(folder / "curated" / f"{name}.csv")


@cache
def load() -> Baseline:
    """Baseline of the world, read once.

    Raises
    ------
    ResourceError
        If it is missing.
    """
    return read(resources.geo("zones"))
