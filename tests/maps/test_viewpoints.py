"""Whose boundaries can be drawn, and how they are offered."""

from scenes import founding
from sitmap import schema
from sitmap.maps import payload, viewpoints
from sitmap.product import Product

ROW = {
    "boundary_id": "A",
    "kind": "limit",
    "left": "JPN",
    "right": "",
    "disputed": True,
    "label": "A",
    "note": "",
}
HELD = ["de facto", "held now"]


def boundaries(*views):
    (line,) = founding()["zone_boundaries"].geometry[:1]
    return schema.frame(
        "zone_boundaries", [ROW | {"label": "A", "note": ""}] * len(views), [line] * len(views)
    ).assign(views=list(views))


def test_those_as_held_come_first_and_states_by_their_names():
    found = viewpoints.viewpoints(boundaries((), ("de facto", "KOR"), ("JPN",), ("CHN", "JPN")))
    assert found == [
        HELD,
        ["CHN", "China sees them"],
        ["JPN", "Japan sees them"],
        ["KOR", "South Korea sees them"],
    ]


def test_without_a_dispute_there_is_nothing_to_choose():
    assert viewpoints.viewpoints(boundaries(())) == viewpoints.viewpoints(None) == [HELD]


def test_a_drawing_has_the_boundaries_of_all_views_where_they_are_known():
    shown = payload(Product(layers=founding(), zone_views=boundaries((), ("JPN",))))
    assert [feature["properties"]["views"] for feature in shown["layers"]["zone_boundaries"]["features"]] == [
        [],
        ["JPN"],
    ]
    assert shown["zone_views"] == [HELD, ["JPN", "Japan sees them"]]
