"""Which GeoNames code of a first-level division an outline bears: that of the towns that lie in it.

Natural Earth gives codes of several editions. Where a state has redrawn its divisions, an old code may be
another division's now: "FR.53" was Mayenne and is Brittany.
"""

from collections import Counter
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.reference import towns

#: How far outside its simplified outline a town of a division may lie, degrees.
_MARGIN_DEG = 0.1
#: Least share of a code's towns that lie in the outline that bears it.
_LEAST = 0.5


class Codes:
    """Towns by the code of their division.

    Parameters
    ----------
    cache : Path
        Folder that keeps fetched packages.
    """

    def __init__(self, cache: Path) -> None:
        spots = list(towns.coded(cache))
        self._codes = [code for code, _, _ in spots]
        self._tree = shapely.STRtree(
            shapely.points([lon for _, _, lon in spots], [lat for _, lat, _ in spots])
        )
        self._towns = Counter(self._codes)

    def borne(self, outline: BaseGeometry, code: str) -> bool:
        """Whether most towns of a code lie in an outline; True for a code of which no town is known.

        Parameters
        ----------
        outline : Polygon or MultiPolygon
            (lon, lat).
        code : str
            "UA.05".

        Returns
        -------
        bool
        """
        known = self._towns[code]
        return not known or self._inside(outline)[code] >= _LEAST * known

    def of(self, outline: BaseGeometry, country: str) -> str:
        """Code of a state's division that most of the towns in an outline have, "" when they agree on none.

        Parameters
        ----------
        outline : Polygon or MultiPolygon
            (lon, lat).
        country : str
            ISO alpha-2 of the state.

        Returns
        -------
        str
        """
        inside = {c: n for c, n in self._inside(outline).items() if c.startswith(f"{country}.")}
        if not inside:
            return ""
        code = max(sorted(inside), key=lambda c: inside[c])
        agreed = inside[code] >= _LEAST * max(self._towns[code], sum(inside.values()))
        return code if agreed else ""

    def _inside(self, outline: BaseGeometry) -> Counter[str]:
        near = self._tree.query(shapely.buffer(outline, _MARGIN_DEG), predicate="intersects")
        return Counter(self._codes[at] for at in np.sort(near).tolist())
