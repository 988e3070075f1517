"""Whether forces are there, come, go or are to come, where no verb of coming or going says it."""

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The soldiers in Riga are being cut to 300.", "withdrawn"),
        ("The 900 soldiers in Riga are being reduced to 300.", "withdrawn"),
        ("The 900 soldiers in Riga were reduced to 300 in May.", "present"),
        ("The soldiers of the mission are closing their base in Riga.", "withdrawn"),
        ("The soldiers are closing the road in Riga.", "present"),
        # No further than a line or a distance from a place.
        ("Four frigates advanced 150 km east of Busan on Monday.", "present"),
        ("Four frigates sailed to within 40 km of Busan on Monday.", "present"),
        ("Four frigates came to Busan on Monday.", "arriving"),
        ("Four frigates entered Busan on Monday.", "arriving"),
    ],
)
def test_other_words_for_going_and_for_passing_by(read, text, status):
    claims = read(text)
    assert {claim.status for claim in claims} == {status}
