"""What strikes a town says nothing of a base beside it, and a number may end the name of a site."""

import pytest

from sitmap import geocode

NAMED = [
    ("A rocket landed on a school in Beersheba.", "Beersheba", "town"),
    ("Drones hit Voronezh again.", "Voronezh", "town"),
    ("Two people of Be'er Sheva died when a missile fell on a house.", "Beersheba", "town"),
    ("Bombers at Engels were hit by drones.", "Engels-2 Air Base", "base"),
    ("Russia keeps missiles at Engels.", "Engels-2 Air Base", "base"),
    ("Soldiers slept at Tower 22 that night.", "Tower 22", "base"),
    ("A rocket fell beside the Khor Mor gas field.", "Khor Mor gas field", "facility"),
    ("The rocket rose from SLC-40 at noon.", "Cape Canaveral Space Force Station", "launch-site"),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMED, ids=[text[:40] for text, _, _ in NAMED])
def test_a_name_amid_an_attack_leads_to_its_place(text, name, kind):
    places = [t.place for t in geocode.toponyms(text) if t.place is not None]
    assert (places[-1].name, places[-1].type) == (name, kind)
