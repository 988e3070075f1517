"""Which weapons fly a ballistic arc, which steer, and how long each has power: `data/checks/arcs.csv`."""

from dataclasses import dataclass, replace
from functools import cache

from sitmap import resources
from sitmap.checks import words

#: Height below which a flight is not free of the air, km (the Karman line).
AIR_KM = 100.0


@dataclass(frozen=True, slots=True)
class Arc:
    """Whether a class of weapon flies a ballistic arc, and its minutes of powered flight.

    `low` and `high` count the flight time beyond a free flight from ground to ground of the turning Earth,
    so they are somewhat less than the burn time. `turned` is what the turn may add to them where the course
    of the flight is not known (`turn`). `reach_km` is the greatest range of the class, None where it has none
    (National Air and Space Intelligence Center, Ballistic and Cruise Missile Threat, 2020). What steers, or
    goes on under power, may fly farther than its places lie apart.
    """

    testable: bool
    steers: bool
    low: float
    high: float
    turned: float
    reach_km: float | None
    reason: str

    @property
    def still(self) -> "Arc":
        """The same for an Earth that stands still: the allowance holds what its turn may add."""
        return replace(self, high=self.high + self.turned)

    @property
    def allowance(self) -> str:
        """Minutes that powered flight adds, in words: "2 to 5"."""
        most = words.number(self.high)
        return f"up to {most}" if self.low == 0 else f"{words.number(self.low)} to {most}"


@cache
def table() -> dict[str, Arc]:
    """All rows by asset; "" is for a weapon that is not said."""
    return {
        row["asset"]: Arc(
            row["arc"] == "yes",
            row["steers"] == "yes",
            float(row["powered_min_low"] or 0),
            float(row["powered_min_high"] or 0),
            float(row["turn_min"] or 0),
            float(row["reach_km"]) if row["reach_km"] else None,
            row["reason"],
        )
        for row in resources.rows(resources.data("checks", "arcs.csv"))
    }


def of(asset: str, apogee_km: float = 0.0) -> Arc:
    """Row of an asset; that of a weapon not said when there is none.

    Parameters
    ----------
    asset : str
        As a claim's.
    apogee_km : float, optional
        As stated; what leaves the air is no artillery rocket, whatever it is called.
    """
    is_loose = asset == "rocket" and apogee_km > AIR_KM
    return table().get("" if is_loose else asset, table()[""])
