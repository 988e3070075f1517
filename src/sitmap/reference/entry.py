"""One place on its way into the index."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Entry:
    """A place with its names, as a source gives it.

    Parameters
    ----------
    place_id, name, type, country, lat, lon, extent_km, population
        As `sitmap.model.Place` has them.
    names : list of (str, int)
        Other names and their kind (`store.ALTERNATE`, `store.CUED`, `store.ACRONYM`).
    admin1, admin2 : str
        `place_id` of the division and the county it lies in, "" when unknown.
    code : str
        GeoNames feature code; of a division, its GeoNames code ("UA.05").
    layer, fid
        Layer of `geo/` that holds its outline, and the feature there; "" for none.
    """

    place_id: str
    name: str
    type: str
    country: str
    lat: float
    lon: float
    extent_km: float = 0.0
    population: int = 0
    names: list[tuple[str, int]] = field(default_factory=list)
    admin1: str = ""
    admin2: str = ""
    code: str = ""
    layer: str = ""
    fid: int = 0
