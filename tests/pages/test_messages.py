import re
from datetime import date

import pytest

import samples
from sitmap import schema
from sitmap.pages import messages, tables


def test_a_message_takes_its_values():
    assert messages.say("page.reading_many", n=3).startswith("Reading 3 reports")


@pytest.mark.parametrize(("number", "words"), [(0, "0 claims"), (1, "1 claim"), (12_345, "12,345 claims")])
def test_a_number_takes_the_right_form(number: int, words: str):
    assert messages.count("page.claims", number) == words


def test_a_day_is_told_without_a_leading_nought():
    assert messages.day(date(2024, 11, 1)) == "1 Nov 2024"


def test_a_message_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        messages.say("page.nothing_of_the_kind")


@pytest.mark.parametrize("column", [*tables.CLAIMS, *tables.FINDINGS])
def test_every_column_of_the_tables_has_a_heading(column: str):
    assert messages.section("columns")[column]


def test_the_claims_table_drops_no_field_of_the_contract():
    # Findings are a table of their own; the runners-up are JSON, and offsets are what the marks are for.
    assert {column.name for column in schema.CLAIM_COLUMNS} - {*tables.CLAIMS} == {
        "findings",
        "alternatives",
        "quote_start",
        "quote_end",
    }


@pytest.mark.parametrize("text", [*samples.HOSTILE, "![x](http://example.org/x.png)", ":red[x] **b** $x$"])
def test_text_for_markdown_keeps_every_sign_and_escapes_all_punctuation(text: str):
    shown = messages.plain(text)
    assert re.sub(r"\\(.)", r"\1", shown, flags=re.DOTALL) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]()*:$`]", shown)
