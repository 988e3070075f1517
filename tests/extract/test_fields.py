"""What a passage says of status, count, owner, source and day, one kind of wording a row."""

import pytest


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        # What goes on is there already; what "used to be" is gone.
        ("About 40 Polish soldiers will remain in Riga until May.", "status", "present"),
        ("About 40 Polish soldiers will be sent to Riga in May.", "status", "planned"),
        ("A Patriot battery that used to be based in Riga was shown to the press.", "status", "withdrawn"),
        (
            "Some 5,000 North Korean soldiers have been moving to Russia since September.",
            "status",
            "arriving",
        ),
        # Jets fly from where they are based, unless they go somewhere.
        ("Four Danish F-16s are flying from Riga.", "status", "present"),
        ("Four Danish F-16s flew from Riga to Odesa.", "status", "withdrawn"),
        # A pronoun counts as many as it stands for, where both are one or both several.
        ("Four Danish F-16s are stationed here. They are based at Riga.", "count_max", 4),
        ("Four Danish F-16s and a pilot came. It is stationed in Riga.", "count_max", None),
        # The one mission that a report names is that of the league's soldiers.
        ("UNIFIL reported calm. UN peacekeepers are stationed in Aden.", "designation", "UNIFIL"),
        ("UNIFIL and MINUSMA reported. UN peacekeepers are stationed in Aden.", "designation", ""),
        ("Six British Typhoons are stationed in Riga.", "designation", "Typhoon"),
    ],
)
def test_a_field_is_read_as_the_wording_means_it(read, text, field, expected):
    assert [getattr(claim, field) for claim in read(text)][-1:] == [expected]


def test_those_who_will_stay_where_they_came_have_come(read):
    (claim,) = read("A part of them, some 300 Polish soldiers, was moved to Riga, where they will stay.")
    assert (claim.status, claim.count_max) == ("arriving", 300)
