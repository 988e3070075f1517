"""Which symbol of APP-6 a claim has: the tables hold every kind and asset, and no side is guessed."""

from dataclasses import replace

import pytest

import samples
import scenes
from sitmap import app6, maps, resources
from sitmap.app6 import Sides
from sitmap.errors import SymbolError
from sitmap.product import Cover, Product

ROWS = resources.rows(resources.data("app6", "symbols.csv"))
ECHELONS = resources.rows(resources.data("app6", "echelons.csv"))
ASSETS = {
    (kind, row["asset"])
    for row in resources.rows(resources.data("vocabulary", "assets.csv"))
    for kind in row["kinds"].split("|")
}
PLAIN = {
    "kind": "deployment", "asset": "armour", "actor": "RUS", "designation": "", "status": "present",
    "certainty": "stated",
}  # fmt: skip
HOSTILE = Sides(hostile=frozenset({"RUS"}), friend=frozenset({"UKR"}), neutral=frozenset({"Houthis"}))


def test_every_kind_and_asset_has_one_symbol_and_each_kind_one_for_the_rest():
    keys = [(row["kind"], row["asset"]) for row in ROWS]
    assert len(set(keys)) == len(keys)
    assert set(keys) == ASSETS | {(kind, "") for kind, _ in ASSETS}


def test_every_row_is_a_code_with_a_name_and_a_source():
    for row in ROWS:
        assert len(row["set"]) == 2
        assert len(row["entity"]) == 6
        assert len(row["modifiers"]) == 4
        assert (row["set"] + row["entity"] + row["modifiers"]).isdecimal()
        assert row["name"]
        assert row["source"].startswith("APP-6(D), ")
    for row in ECHELONS:
        assert row["word"] == row["word"].lower()
        assert row["code"].isdecimal()
        assert row["name"].lower().startswith(row["word"])
        assert row["source"]


def test_every_symbol_is_drawn_and_none_is_left_over():
    assert set(app6.codes()) == set(app6._drawn())
    assert all(app6.drawing(code) for code in app6.codes())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "10061000001205000000"),
        ({"actor": "UKR"}, "10031000001205000000"),
        ({"actor": "Houthis"}, "10041000001205000000"),
        ({"actor": "PRK"}, "10011000001205000000"),
        ({"actor": ""}, "10011000001205000000"),
        ({"status": "planned"}, "10061010001205000000"),
        ({"certainty": "expected"}, "10061010001205000000"),
        ({"certainty": "expected", "status": "withdrawn"}, "10061000001205000000"),
        ({"asset": "troops", "designation": "3rd Assault Brigade"}, "10061000180000000000"),
        ({"asset": "troops", "designation": "Korean People's Army"}, "10061000000000000000"),
        ({"asset": "ships", "designation": "3rd Brigade"}, "10063000001100000000"),
        ({"kind": "launch", "asset": "icbm"}, "10060200001100000616"),
        ({"kind": "launch", "asset": "a new thing"}, "10060200001100000000"),
        ({"kind": "launch", "asset": "satellite-launcher"}, "10060500001119000000"),
        ({"kind": "impact", "asset": "drone", "certainty": "expected"}, "10062500002108000000"),
        ({"kind": "site", "asset": "aircraft"}, "10062000001213010000"),
    ],
)
def test_a_claim_has_the_code_that_its_words_allow(said, code):
    found = app6.code({**PLAIN, **said}, HOSTILE)
    assert found == code
    assert app6.drawing(found)


def test_nobody_has_a_side_that_the_reader_did_not_give():
    assert {app6.code({**PLAIN, "actor": actor}, Sides())[3] for actor in ("RUS", "UKR", "")} == {"1"}


def test_actors_go_by_code_name_or_demonym():
    found = app6.sides({"hostile": ["russia", " PRK "], "friend": ["Ukrainian"], "neutral": ["houthis"]})
    assert found == Sides(
        hostile=frozenset({"RUS", "PRK"}), friend=frozenset({"UKR"}), neutral=frozenset({"Houthis"})
    )


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"hostile": ["RU"]}, "'RU' is no actor that claims name"),
        ({"hostile": ["\x1b[31m"]}, r"'\\x1b\[31m' is no actor"),
        ({"hostile": ["RUS"], "friend": ["Russia"]}, "RUS is on two sides"),
    ],
)
def test_a_side_that_cannot_be_is_refused(named, said):
    with pytest.raises(SymbolError, match=said):
        app6.sides(named)


def test_an_unknown_symbol_is_refused():
    with pytest.raises(SymbolError, match="no symbol of a claim"):
        app6.drawing("1" * 20)


def test_the_note_says_who_chose():
    assert Sides().note().endswith("whoever made this: none; all are unknown.")
    assert HOSTILE.note().endswith("hostile RUS; friend UKR; neutral Houthis; all others unknown.")


def test_the_mark_of_a_size_is_added_to_the_same_frame():
    plain, sized = app6.drawing("10031000001205000000"), app6.drawing("10031000181205000000")
    assert sized[: len(plain)] == plain
    assert len(sized) > len(plain)
    assert not any(stroke.frame for stroke in sized[len(plain) :])


def test_what_is_planned_has_a_dashed_frame():
    assert not any(stroke.dash for stroke in app6.drawing("10061000001205000000"))
    assert any(stroke.dash for stroke in app6.drawing("10061010001205000000"))


def product(*claims, sides=HOSTILE):
    made = scenes.product(scenes.layers(claims), [], [samples.FOUNDING])
    return Product(layers=made.layers, reports=made.reports, cover=Cover(sides=sides))


def test_a_payload_has_the_symbols_of_its_claims_alone():
    shown = maps.payload(product(samples.TROOPS_KURSK, replace(samples.LAUNCH, asset="icbm")))
    codes = {claim["sidc"] for claim in shown["claims"].values()}
    assert set(shown["symbols"]) == codes
    assert {code[3] for code in codes} == {"1"}
    assert shown["symbols_note"] == HOSTILE.note()
    own = maps.payload(product(samples.TROOPS_KURSK, sides=None))
    assert (own["symbols"], own["symbols_note"]) == ({}, "")
    assert {claim["sidc"] for claim in own["claims"].values()} == {""}
