"""The form's fields against the table of fields, and what is written in it read with distrust."""

import pytest

import samples
from sitmap import words
from sitmap.case import EDITABLE
from sitmap.case.fields import assets
from sitmap.errors import CaseError, SitmapError
from sitmap.model import KINDS, Place, Reading, Span, Toponym
from sitmap.pages import form, places


def test_the_form_asks_for_every_field_that_a_reader_may_give_once():
    asked = [field["name"] for group in form.spec()["groups"] for field in group["fields"]]
    assert sorted(asked) == sorted(EDITABLE)
    assert asked == [name for names in form.GROUPS.values() for name in names]


def test_every_choice_has_words_and_every_field_a_label():
    for group in form.spec()["groups"]:
        assert group["heading"]
        for field in group["fields"]:
            assert field["label"]
            assert (field["input"] == "choice") == bool(field["choices"])
            assert all(told for _, told in field["choices"])


def test_kinds_of_force_are_those_of_the_vocabulary_each_for_some_kind_of_claim():
    assert assets().keys() == words.table("asset").keys()
    assert all(kinds and set(kinds) <= set(KINDS) for kinds in assets().values())


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        ({"count_min": "10,000", "count_max": "12 000"}, {"count_min": 10_000, "count_max": 12_000}),
        ({"count_min": "", "range_km": " "}, {"count_min": None, "range_km": None}),
        ({"range_km": "1,017.5", "bearing_deg": "90"}, {"range_km": 1017.5, "bearing_deg": 90.0}),
        ({"actor": "north korea"}, {"actor": "PRK"}),
        ({"actor": "prk"}, {"actor": "PRK"}),
        ({"actor": "A new front"}, {"actor": "A new front"}),
        ({"background": True, "date": "2024-10-31"}, {"background": True, "date": "2024-10-31"}),
        ({"source": "  Ministry "}, {"source": "Ministry"}),
        ({"claim_id": "mine", "geometry": "x"}, {}),
        (None, {}),
        ([1, 2], {}),
    ],
)
def test_what_is_written_becomes_values(told, changes):
    assert form.changes(told) == changes


@pytest.mark.parametrize(
    ("name", "told", "words_"),
    [
        (
            "count_min",
            "lots",
            "“lots” does not fit: write a whole number of 0 to 1,000,000,000, or leave it empty.",
        ),
        ("count_max", "1.5", "write a whole number"),
        ("range_km", "-4", "write a number of 0 to 20,040"),
        ("range_km", "nan", "write a number of 0 to 20,040"),
        ("date", "2024-02-30", "write a day, YYYY-MM-DD, or leave it empty."),
        ("kind", "rumour", "write one of deployment, launch, impact, site."),
        ("asset", "dragons", "write one of troops, police"),
        ("tz", "Atlantis", "write a time zone like Asia/Tokyo"),
        ("background", "perhaps", "write true or false"),
        ("source", {"a": 1}, "write text of at most"),
    ],
)
def test_what_does_not_fit_is_told_with_what_to_write(name, told, words_):
    with pytest.raises(form.FormError) as error:
        form.changes({name: told, "designation": "Hwasong-19"})
    assert list(error.value.faults) == [name]
    assert words_ in error.value.faults[name]
    assert isinstance(error.value, SitmapError)


def test_a_form_holds_the_values_of_its_claim():
    held = form.values(samples.TROOPS_KURSK)
    assert held.keys() == EDITABLE.keys()
    assert (held["count_max"], held["asset"]) == (8000, "troops")
    assert form.changes({name: value for name, value in held.items() if value is not None})


def test_a_place_is_told_with_where_it_lies():
    told = places.choice(samples.KURSK, Span(3, 8))
    assert (told["id"], told["name"], told["span"]) == (samples.KURSK.place_id, samples.KURSK.name, [3, 8])
    assert told["about"].endswith("Russia")
    pin = places.choice(Place(place_id="pin:1,2", name="", type="", country="", lat=1, lon=2))
    assert (pin["id"], pin["name"]) == ("", "1.0000, 2.0000")


def test_words_bring_the_places_that_they_name_each_once():
    named = [
        Toponym(span=Span(at, at + 4), text="Kyiv", place=samples.KURSK, alternatives=(samples.RUSSIA,))
        for at in (0, 9)
    ]
    reading = Reading(report=samples.FOUNDING, toponyms=tuple(named))
    assert [(p["name"], p["span"]) for p in places.within(reading, Span(8, 20))] == [
        (samples.KURSK.name, [9, 13]),
        (samples.RUSSIA.name, [9, 13]),
    ]
    assert len(places.within(reading, Span(0, 20))) == 2
    assert places.within(reading, Span(4, 9)) == []


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"id": "no such place"}, "no place has the id"),
        ({"lat": 91, "lon": 0}, "lat"),
        ({"lat": "1", "lon": 0}, "numbers in degrees"),
        ({"lat": 1}, "needs lat and lon"),
        ({"lat": 1, "lon": 2, "uncertainty_km": -1}, "uncertainty_km"),
        ("here", "must be an object"),
    ],
)
def test_a_place_that_is_none_is_refused(told, error):
    with pytest.raises(CaseError, match=error):
        places.chosen(told)


def test_a_place_is_chosen_by_its_id_or_its_coordinates():
    assert places.chosen(None) is None
    assert places.chosen({"id": "geonames:538560"}).name == "Kursk"
    spot = places.chosen({"lat": 1.5, "lon": -2, "uncertainty_km": 3, "name": "x" * 5})
    assert (spot.lat, spot.lon, spot.uncertainty_km, spot.name) == (1.5, -2, 3, "xxxxx")
    assert places.name_of(places.chosen({"lat": 1.5, "lon": -2})) == "the spot 1.5000, -2.0000"
