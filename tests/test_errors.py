import inspect
import os
import pickle

import pytest

from sitmap import errors


def all_errors():
    return [
        found
        for _, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, errors.SitmapError) and found is not errors.SitmapError
    ]


def test_the_tree_is_drawn_whole():
    for error in all_errors():
        assert f"── {error.__name__} " in errors.__doc__


def test_every_error_is_one_of_sitmap_and_says_what_it_is_for():
    assert len(all_errors()) >= 7
    for error in all_errors():
        assert error.__doc__


def test_a_report_error_names_its_source():
    fault = errors.ReportError("a.json", "line 3: no text")
    assert str(fault) == "a.json: line 3: no text"
    assert (fault.source, fault.problem) == ("a.json", "line 3: no text")


def test_a_schema_error_lists_every_fault():
    fault = errors.SchemaError("launches", ["one", "two"])
    assert str(fault) == "layer 'launches': one; two"
    assert fault.faults == ["one", "two"]


def test_an_impossible_coordinate_is_a_wrong_value():
    assert issubclass(errors.CoordinateError, ValueError)


@pytest.mark.parametrize(
    "fault", [errors.ReportError("a", "b"), errors.SchemaError("a", ["b"]), errors.ZoneError("a")], ids=repr
)
def test_errors_survive_the_way_from_another_process(fault):
    # Pickle is how a process pool hands an error back; these bytes are our own.
    back = pickle.loads(pickle.dumps(fault))  # noqa: S301
    assert type(back) is type(fault)
    assert str(back) == str(fault)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("report.txt", "report.txt"),
        ("Kursk – отчёт.txt".replace("–", "-"), "Kursk - отчёт.txt"),  # noqa: RUF001 - a name in Cyrillic
        ("a\nb\x1b[31m.txt", "a\\nb\\x1b[31m.txt"),
        ("\u202egpj.txt", "\\u202egpj.txt"),
        (os.fsdecode(b"\xff.txt"), "\\udcff.txt"),
    ],
)
def test_a_name_that_would_not_print_is_escaped(name, printed):
    assert str(errors.ReportError(name, "x")) == f"{printed}: x"
    assert errors.printable(name).isprintable()
