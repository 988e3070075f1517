"""Short passages as news agencies write them, composed for this test: which claims each makes."""

import pytest

# Kind, words for the place, least count.
PASSAGES = [
    # What a verb of seeing, of keeping or of coming puts somewhere.
    ("Two Polish frigates were filmed in Riga.", [("deployment", "Riga", 2)]),
    ("Four Polish bombers could be seen at Tapa.", [("deployment", "Tapa", 4)]),
    ("Poland scrambled two jets from Tapa.", [("deployment", "Tapa", 2)]),
    ("Tapa, where six Polish jets are kept, is quiet.", [("deployment", "Tapa", 6)]),
    ("Some 50 soldiers reached Tapa next week.", [("deployment", "Tapa", 50)]),
    # What is still to come, or over.
    ("About 600 Polish soldiers are due to leave Riga.", [("deployment", "Riga", 600)]),
    ("Poland will bring its peacekeepers home from Riga.", [("deployment", "Riga", None)]),
    ("Poland has reduced its troops in Iraq to 2,500.", [("deployment", "Iraq", 2500)]),
    # A month and a base are no verbs.
    ("Poland has had tanks at Tapa since March 2023, and 160 men in Riga.", [("deployment", "Tapa", None)]),
    # What hits, by a noun of attack, in a relative clause, as one more.
    ("A drone attack damaged a school in Sumy.", [("impact", "Sumy", None)]),
    ("Sumy came under a massive missile attack overnight.", [("impact", "Sumy", None)]),
    ("A rocket fell near an embassy in Odesa.", [("impact", "Odesa", 1)]),
    ("The mayor said Sumy had been hit by six drones.", [("impact", "Sumy", 6)]),
    ("Drone strikes on Sumy killed two people.", [("impact", "Sumy", None)]),
    # A wide name that begins a longer one is no place.
    ("Ten tanks took part in Poland Light.", []),
]


@pytest.mark.parametrize(("text", "told"), PASSAGES, ids=[text[:40] for text, _ in PASSAGES])
def test_a_passage_makes_these_claims(read, text, told):
    found = [(c.kind, c.place_text or c.actor, c.count_min) for c in read(text)]
    assert [one for one in told if one not in found] == []
    assert told or not found


def test_the_capital_is_that_of_the_people_named(read):
    claims = read(
        "A raid hit Sumy. Six jets landed at Tapa. Two missiles struck the North Korean capital, Pyongyang."
    )
    assert "Pyongyang" in {c.place_text for c in claims} | {c.quote.split()[-1] for c in claims}
