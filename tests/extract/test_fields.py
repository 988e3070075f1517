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
        # What has been sent has only just come; who is to leave leaves.
        ("Denmark has moved 20 soldiers to Riga.", "status", "arriving"),
        ("Four Danish ships entered the Red Sea on Monday.", "status", "arriving"),
        ("Four Danish ships entered restricted waters off Busan.", "status", "present"),
        ("Two Danish frigates were ordered to return from Riga by May 1.", "status", "withdrawn"),
        ("The 50 French soldiers at Riga are to be pulled out.", "status", "withdrawn"),
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
        # Names of ships and models.
        ('The aircraft carrier "Fujian" was seen off Busan.', "designation", "Fujian"),
        ("The Liaoning, with two destroyers, was seen off Busan.", "designation", "Liaoning"),
        ("Two Swedish corvettes, Visby and Nyköping, are off Riga.", "designation", "Visby; Nyköping"),
        ("A Swedish corvette named Visby is off Riga.", "designation", "Visby"),
        ("A Norwegian ship, Roald Amundsen, is off Riga.", "designation", "Roald Amundsen"),
        ("A Danish ship, Riga said, is off Busan.", "designation", ""),
        ("A Wildcat helicopter of the Royal Navy is in Riga.", "designation", "Wildcat"),
        ("Two Navy helicopters of the United States are in Riga.", "designation", ""),
        ("Three Saetbyol-4 drones stood in front of a hangar at Sunan.", "designation", "Saetbyol-4"),
        ("Two Indian Air Force C-130Js are waiting at Riga.", "designation", "C-130J"),
        ("A Spoon Rest radar stands at Riga.", "designation", "Spoon Rest"),
        ("Two French Falcon patrol aircraft are based at Riga.", "designation", "Falcon"),
        # Who says so.
        ("Riga. Latest News: seven towns were shelled. Two tanks are in Tapa.", "source", ""),
        ("Riga. Eastern Sector: seven towns were shelled. Two tanks are in Tapa.", "source", ""),
        ("Riga. Anna Kask: seven towns were shelled. Two tanks are in Tapa.", "source", "Anna Kask"),
        (
            "Juris Ozols spoke in Riga. He said it was quiet. Two tanks are in Tapa, according to him.",
            "source",
            "Juris Ozols",
        ),
        ("Juris Ozols dismissed it as stupidity: Poland had sent tanks to Tapa.", "source", "Juris Ozols"),
        ("Juris Ozols dismissed it as stupidity: Poland had sent tanks to Tapa.", "stance", "asserted"),
        ("The army's account goes as follows. Two tanks left Riga in May.", "source", "army"),
        ("The army is on account of rain late. Two tanks left Riga in May.", "source", ""),
        ("Danish soldiers were said by a diplomat to be digging in at Tapa.", "source", "diplomat"),
        (
            "The arrival of 350 Danish soldiers in Riga was announced by a spokesman on Friday.",
            "source",
            "spokesman",
        ),
        # Counts.
        ("Two Indian Air Force C-130Js are waiting at Riga.", "count_max", 2),
        ("Two frigates of the Danish navy, HDMS Triton and HDMS Vaedderen, are off Riga.", "count_max", 2),
        ("Two warships, the destroyer Truxtun and the hospital ship, are off Riga.", "count_max", 2),
        ("Two frigates, the destroyer Truxtun and a tanker are off Riga.", "count_max", 3),
        ('Two "Shahed" drones struck Odesa.', "count_min", 2),
        ("Several hundred Danish soldiers are in Tapa.", "count_max", None),
        ("The Dutch frigate Tromp is off Riga, and Denmark has sent two ships to Busan.", "count_max", 2),
        # Owners.
        ("Three Patriot batteries will be sent to Poland, Berlin announced.", "actor", "DEU"),
        ("The rebels took Aden, M23 spokesman Lawrence Kanyuka said.", "actor", "M23"),
        ("Rwandan soldiers are around Riga, and Kinshasa has sent a brigade to Busan.", "actor", "COD"),
        # States that are over.
        ("Danish soldiers are no longer in Tapa.", "status", "withdrawn"),
        ("Danish soldiers were in Tapa until 3 June.", "status", "withdrawn"),
        ("Denmark has decided to send 200 soldiers to Tapa.", "status", "planned"),
        # Days, told on Friday, 1 November 2024.
        ("Two Russian missiles struck Kharkiv three days ago.", "date", "2024-10-29"),
        ("Two Russian missiles struck Kharkiv on Monday last week.", "date", "2024-10-21"),
        ("Two Russian missiles struck Kharkiv on 21.10.2024.", "date", "2024-10-21"),
        ("On the night of October 21-22 two Russian missiles struck Kharkiv.", "date", "2024-10-21"),
        ("Two Russian missiles struck Kharkiv at the weekend.", "date", "2024-10-26"),
        (
            "A missile fell in Sumy on Saturday. The evening before, two Russian missiles struck Kharkiv.",
            "date",
            "2024-10-25",
        ),
        (
            "A Maxar image of 9 October was published. Six Russian bombers stand at Bryansk.",
            "date",
            "2024-10-09",
        ),
        ("Three Danish frigates go home from Riga on 5 December.", "date", "2024-12-05"),
        ("07:10 Trains run late.\n\n05:40 A Russian drone has struck Kharkiv.", "date", "2024-11-01"),
        # How many: a part of a whole, the men of a unit, one of a row, those "among them".
        ("The first 300 of this year's 2,500 Polish soldiers landed in Riga.", "count_min", 300),
        ("A battalion of 92 Polish soldiers remains in Riga.", "count_min", 92),
        ("The garrison, about 700 soldiers, was taken to Riga.", "count_min", 700),
        ("SpaceX launched its ninth Starship from Cape Canaveral.", "count_min", 1),
        ("Three Russian ships, a cruiser among them, were near Guam.", "count_min", 3),
        ("50 sorties of Chinese aircraft around Taiwan were seen.", "count_min", 50),
        # What a unit has, but a formation is known by its name as men.
        ("A Polish tank battalion is in Riga.", "asset", "armour"),
        ("Poland's 11th Armoured Brigade is in Riga.", "asset", "troops"),
        # A quotation of two sentences.
        (
            '"Two Russian missiles struck Kharkiv. There were no casualties," Mayor Ana Ruiz said.',
            "source",
            "Ana Ruiz",
        ),
    ],
)
def test_a_field_is_read_as_the_wording_means_it(read, text, field, expected):
    assert [getattr(claim, field) for claim in read(text)][-1:] == [expected]


def test_those_who_will_stay_where_they_came_have_come(read):
    (claim,) = read("A part of them, some 300 Polish soldiers, was moved to Riga, where they will stay.")
    assert (claim.status, claim.count_max) == ("arriving", 300)
