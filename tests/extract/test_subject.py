"""News of other things, whose words for people and things are those of armed forces as well."""

import tomllib

import pytest

from sitmap import resources
from sitmap.extract.text import vocabulary

ABOUT_OTHER_THINGS = {
    "a strike of the crews": (
        "Cabin crew of the airline walked out on Friday. The union says that most of its 400 members "
        "live near Riga and work out of its airport, and that the company has left them without a "
        "contract since the spring. The airline answered that only two planes were late, and that it "
        "would hire people from Poland if the strike went on into the summer holidays. Talks are to "
        "begin again in Tapa on Monday. Passengers who had booked flights to Qatar were asked to come to "
        "the terminal three hours before they were due to leave, and to bring something to eat."
    ),
    "an aid agency": (
        "The United Nations has set up clinics for cholera patients in the north of Somalia. Beds have "
        "also been placed in schools in the capital, where the rains have flooded whole quarters, and a "
        "team of nurses is on its way to Aden. The ministry of health counts 120 new patients since "
        "Sunday, twice as many as in the week before. Doctors ask people to boil their water and to wash "
        "their hands. The agency says that it needs nine million dollars before the end of the month, "
        "and that less than half of this has been promised."
    ),
    "a town's economy": (
        "With a strong labour force and low rents Tapa came second in the table, behind first-placed "
        "Riga. The authors looked at forty cities, at what their people earn, how long they wait for a "
        "flat and how many leave. A task force headed by a former mayor of Riga is to say by autumn what "
        "the others can learn from it. In Busan, the last of the forty, shops stand empty, and the units "
        "of a biscuit factory in the east of the town have been for sale for three years. The council "
        "hopes for a new owner from abroad, and for the railway line to the coast that it was promised "
        "ten years ago."
    ),
}


@pytest.mark.parametrize("text", ABOUT_OTHER_THINGS.values(), ids=ABOUT_OTHER_THINGS)
def test_news_of_other_things_makes_no_claim(read, text):
    assert read(text) == ()


@pytest.mark.parametrize("text", ABOUT_OTHER_THINGS.values(), ids=ABOUT_OTHER_THINGS)
def test_troops_in_it_are_a_claim_all_the_same(read, text):
    found = read(f"{text} Meanwhile 300 French soldiers arrived in Tapa.")
    assert ("troops", "Tapa") in [(claim.asset, claim.place_text) for claim in found]


def test_a_short_report_needs_no_second_word(read):
    assert [claim.asset for claim in read("Two Polish ships are in Busan.")] == ["ships"]


def test_everyday_words_stand_in_the_tables_of_forces_and_weapons():
    with resources.data("vocabulary", "grammar.toml").open("rb") as file:
        everyday = tomllib.load(file)["subject"]["everyday"]
    listed = {
        word
        for phrase in vocabulary.phrases()
        if phrase.kind in {"force", "weapon", "designation"}
        for word in phrase.words
    }
    assert set(everyday) <= listed
