"""What may leave under a handling mark, as `data/handling/release.csv` has it."""

import math
from dataclasses import dataclass, replace

from sitmap import resources
from sitmap.errors import HandlingError
from sitmap.handling import mark as find_mark

#: A coarser grid than this says no more than the name of a country.
_COARSEST_KM = 1000.0
_REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is taken out of a product before it leaves.

    Parameters
    ----------
    mark : str
        The handling mark that the product leaves under: "TLP:GREEN".
    reviewers : bool
        Take out who reviewed a claim, when and why.
    sources : bool
        Take out who said it, the reports and their words.
    grid_km : float
        Least side of the cells that places are moved to, km; 0 leaves them. It takes out the reports and
        their words too: they would tell the place.

    Raises
    ------
    HandlingError
        If the mark is not known or the grid is impossible.
    """

    mark: str
    reviewers: bool = False
    sources: bool = False
    grid_km: float = 0.0

    def __post_init__(self) -> None:
        find_mark(self.mark)
        if not math.isfinite(self.grid_km) or not 0 <= self.grid_km <= _COARSEST_KM:
            raise HandlingError(
                f"a grid of {self.grid_km} km: give a number of km above 0 and up to {_COARSEST_KM:,.0f}"
            )

    @property
    def words(self) -> bool:
        """Whether the reports' own words are taken out."""
        return self.sources or self.grid_km > 0


def rules(mark: str, *, grid_km: float | None = None) -> Rules:
    """Look up what a mark lets out.

    Parameters
    ----------
    mark : str
        As `handling.mark` takes it.
    grid_km : float, optional
        Coarser cells than the mark asks for, or cells under a mark that asks for none, km.

    Returns
    -------
    Rules

    Raises
    ------
    HandlingError
        If the mark is not known, or the grid is impossible or finer than the mark's.
    """
    name = find_mark(mark).mark
    table = resources.rows(resources.data("handling", "release.csv"))
    (row,) = (row for row in table if row["mark"] == name)
    found = Rules(
        mark=name,
        reviewers=row["reviewers"] == _REMOVE,
        sources=row["sources"] == _REMOVE,
        grid_km=float(row["grid_km"]),
    )
    if grid_km is None:
        return found
    if not grid_km > 0 or grid_km < found.grid_km:
        least = f"at least {found.grid_km:g}" if found.grid_km else "more than 0"
        raise HandlingError(f"a grid of {grid_km:g} km under {name}: give {least} km")
    return replace(found, grid_km=grid_km)
