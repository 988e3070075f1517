"""What the legend of the print layout lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd

from sitmap.export import styles
from sitmap.export.project import settings
from sitmap.export.project.elements import parsed


@dataclass(frozen=True, slots=True)
class Entry:
    """A layer in the legend.

    Parameters
    ----------
    heading : str
        Under which it stands.
    layer : str
        Name of the layer.
    nodes : sequence of int
        Positions of those of its rules that are listed.
    """

    heading: str
    layer: str
    nodes: Sequence[int]


def entries(layers: Mapping[str, gpd.GeoDataFrame]) -> Sequence[Entry]:
    """Choose what is listed: layers that show something, each mark of the checks once.

    QGIS itself leaves out the rules that nothing on the map follows.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        As `schema.LAYERS` has them.

    Returns
    -------
    sequence of Entry
        In the order of the layer tree.
    """
    found, told = [], set[str]()
    for heading, names in settings.table("legend").items():
        for name in names:
            verdicts = set(layers[name]["finding"]) if "finding" in layers[name] else set()
            rules = [rule.get("key", "").strip("{}") for rule in parsed(styles.qml(name)).iter("rule")]
            nodes = [
                position
                for position, rule in enumerate(rules)
                if rule not in _MARKS or (rule in verdicts and rule not in told)
            ]
            told |= verdicts
            if layers[name].geometry.notna().any():
                found.append(Entry(heading, name, nodes))
    return found


#: Rules that draw the corner mark of a finding.
_MARKS = ("inconsistent", "marginal")
