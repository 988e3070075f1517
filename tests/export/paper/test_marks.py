import numpy as np
import pytest

from sitmap.export.paper import marks


def claim(order, **look):
    plain = {"kind": "deployment", "asset": "troops", "size": 0, "status": "present", "stance": "asserted",
             "background": False, "verdict": "", "number": ""}  # fmt: skip
    return {**plain, "id": f"c-{order}", **look}


def placed(spots, **look):
    return [(claim(number, **look), x, y) for number, (x, y) in enumerate(spots)]


def ids(found):
    return sorted(one["id"] for mark in found for one in mark.claims)


def overlap(found):
    boxes = [mark.box for mark in found]
    return [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_a_few_at_one_spot_fan_out(count):
    found = marks.arrange(placed([(100, 100)] * count, number="8,000"))
    assert len(found) == count
    assert overlap(found) == []
    assert all(mark.home == (100, 100) for mark in found)


def test_many_at_one_spot_are_counted():
    (ring,) = marks.arrange(placed([(100, 100)] * 8))
    assert len(ring.claims) == 8
    assert (ring.x, ring.y) == (100, 100)


def test_neighbours_are_pushed_apart():
    found = marks.arrange(placed([(100, 100), (116, 100), (132, 101)], number="10,000"))
    assert overlap(found) == []


@pytest.mark.parametrize("count", [50, 500, 10_000])
def test_every_claim_stands_in_one_mark(count):
    random = np.random.default_rng(1)
    spots = random.uniform(0, 500, (count, 2)).tolist()
    found = marks.arrange(placed(spots))
    assert ids(found) == sorted(f"c-{number}" for number in range(count))
    assert len(found) <= 300


def test_an_alone_mark_stands_on_its_place():
    (mark,) = marks.arrange(placed([(10, 20)], status="withdrawn", number="5"))
    assert (mark.x, mark.y) == (10, 20)
    assert mark.right > mark.half + 5
