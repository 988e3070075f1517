"""Whose soldiers are whose: of a unit named before, of a mission, of the armed group that a report names."""


def told(claims, *names):
    return [tuple(getattr(claim, name) for name in names) for claim in claims]


def test_soldiers_of_the_brigade_are_of_the_one_named_before(read):
    claims = read(
        "Russia's 10th Armoured Brigade is in Sumy. Some 500 soldiers of the new brigade are in Odesa."
    )
    assert told(claims, "place_text", "designation", "count_min", "actor") == [
        ("Sumy", "10th Armoured Brigade", None, "RUS"),
        ("Odesa", "10th Armoured Brigade", 500, "RUS"),
    ]


def test_some_of_a_unit_are_not_the_unit(read):
    claims = read(
        "Russia's 10th Armoured Brigade is in Sumy. Some 500 soldiers of the brigade are in Sumy at present."
    )
    assert told(claims, "count_min") == [(None,), (500,)]


def test_a_mission_names_its_forces(read):
    (claim,) = read("AUSSOM has 500 soldiers in Somalia.")
    assert (claim.actor, claim.designation) == ("African Union", "AUSSOM")


def test_a_missile_from_a_state_that_does_nothing_is_of_the_armed_group_named(read):
    (launch,) = (
        claim
        for claim in read(
            "The Houthis spoke of a victory. A ballistic missile was fired from Aden on Monday."
        )
        if claim.kind == "launch"
    )
    assert launch.actor == "Houthis"


def test_a_missile_from_a_state_that_acts_is_its_own(read):
    text = "Iranian officials met Hezbollah. A ballistic missile was fired from Tehran on Monday."
    (launch,) = (claim for claim in read(text) if claim.kind == "launch")
    assert launch.actor == "IRN"


def test_a_launch_by_a_group_takes_the_place_told_later(read):
    text = "A missile launched by Houthi rebels hit Odesa on Monday. The missile was fired from Aden."
    (launch,) = (claim for claim in read(text) if claim.kind == "launch")
    assert (launch.actor, launch.place_text) == ("Houthis", "Aden")
