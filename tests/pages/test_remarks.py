from sitmap.errors import ReportError
from sitmap.pages import remarks
from sitmap.pages.remarks import Remark
from sitmap.reports.batch import Note


def test_alike_things_are_one_group_in_the_order_in_which_they_came():
    told = remarks.of(
        [ReportError(name, "is empty") for name in ("a", "b")] + [ReportError("c", "is a PDF document")],
        [Note(name, f"was read before, from {name}", "was read before") for name in ("d", "e")],
    )
    assert [(group.level, group.what, len(group.members)) for group in remarks.grouped(told)] == [
        ("error", "is empty", 2),
        ("error", "is a PDF document", 1),
        ("note", "was read before", 2),
    ]


def test_an_error_and_a_note_of_the_same_words_are_two():
    assert len(remarks.grouped([Remark("error", "x"), Remark("note", "x")])) == 2


def test_a_hostile_name_is_safe_to_show():
    assert Remark("error", "is empty", "\x1b[31m\n.txt").line().isprintable()
