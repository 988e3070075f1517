"""Where a claim is drawn when a reader says which place is meant, or points at the spot."""

from dataclasses import replace

from sitmap.geocode.locate import ALTERNATIVES, drawn
from sitmap.geocode.outlines import whole
from sitmap.geocode.reverse import here
from sitmap.model import Claim, Location, Place


def relocate(claim: Claim, place: Place) -> Location:
    """Draw a claim from another place, by its own relation: 200 km west of that one.

    Parameters
    ----------
    claim : Claim
        With the location that it has.
    place : Place
        The place that its words mean.

    Returns
    -------
    Location
        As sure as a reader is, score 1; the place it was drawn from before is the first alternative.
    """
    before = claim.location
    known = (before.place, *before.alternatives) if before and before.place else ()
    others = (p for p in known if p is not None and p.place_id != place.place_id)
    made = drawn(claim, [whole(place)])
    return replace(made, score=1.0, alternatives=tuple(others)[:ALTERNATIVES])


def pin(lat: float, lon: float, *, name: str = "", uncertainty_km: float = 0.0) -> Location:
    """Draw a claim at a spot.

    Parameters
    ----------
    lat, lon : float
        Degrees.
    name : str
        What the place is called, "" for a spot without a name.
    uncertainty_km : float
        Radius around it.

    Returns
    -------
    Location
        Its place is no entry of the gazetteer: its id begins with "pin:", it has no type, and the
        country is the one whose outline holds the spot.

    Raises
    ------
    CoordinateError
        If the coordinate is impossible.
    """
    state = here(lat, lon, nearest=1).country
    place = Place(
        place_id=f"pin:{lat:.5f},{lon:.5f}",  # so that no check takes two spots for one place
        name=name,
        type="",
        country=state.country if state else "",
        lat=lat,
        lon=lon,
        extent_km=uncertainty_km,
    )
    return Location(place=place, lat=lat, lon=lon, uncertainty_km=uncertainty_km, score=1.0)
