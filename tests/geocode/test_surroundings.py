"""A demonym goes with a name only beside a town word; "in the" leads to a container as "in" does."""

import pytest

from sitmap import geocode


def country_of(text, name):
    return next(t.place.country for t in geocode.toponyms(text) if t.text == name)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A Russian missile hit Pokrovsk in the Donbas.", "Pokrovsk", "UKR"),
        ("The Ukrainian town of Pokrovsk was quiet.", "Pokrovsk", "UKR"),
        (
            "The Russian missile range near Kapustin Yar was busy; a Russian missile fell on Sumy.",
            "Sumy",
            "UKR",
        ),
    ],
)
def test_whose_a_place_is(text, name, country):
    assert country_of(text, name) == country
