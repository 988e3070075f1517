from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from sitmap.model import Claim, Evidence, Report, Span
from sitmap.pages import passages

TEXT = "Ünder the 🚀 sky, a missile\nflew."


def claim(claim_id: str, start: int, end: int, **fields) -> Claim:
    return Claim(
        claim_id=claim_id,
        report_id="r",
        kind="launch",
        quote=TEXT[start:end],
        quote_start=start,
        quote_end=end,
        **fields,
    )


def cut(*claims: Claim) -> list[tuple[str, list[str]]]:
    made = passages.pieces(Report(report_id="r", text=TEXT), claims)
    return [(piece["text"], piece["claims"]) for piece in made]


def test_a_text_without_claims_is_one_piece():
    assert cut() == [(TEXT, [])]


def test_an_empty_text_has_no_piece():
    assert passages.pieces(Report(report_id="r", text=""), ()) == []


def test_offsets_count_code_points_past_a_rocket():
    start = TEXT.index("sky")
    assert cut(claim("a", start, start + 3)) == [
        ("Ünder the 🚀 ", []),
        ("sky", ["a"]),
        (TEXT[start + 3 :], []),
    ]


def test_overlapping_passages_are_split_and_the_shorter_comes_first():
    assert cut(claim("long", 0, 20), claim("short", 10, 15)) == [
        (TEXT[:10], ["long"]),
        (TEXT[10:15], ["short", "long"]),
        (TEXT[15:20], ["long"]),
        (TEXT[20:], []),
    ]


def test_two_claims_on_the_same_words_share_a_piece():
    assert cut(claim("a", 0, 5), claim("b", 0, 5))[0] == (TEXT[:5], ["a", "b"])


def test_claims_of_another_report_are_not_marked():
    assert cut(replace(claim("a", 0, 5), report_id="other")) == [(TEXT, [])]


def test_the_words_behind_a_field_are_named():
    marked = claim("a", 0, 20, evidence=(Evidence("range_km", Span(6, 9)),), place_span=Span(10, 13))
    made = passages.pieces(Report(report_id="r", text=TEXT), (marked,))
    assert {piece["text"]: piece["words"] for piece in made if piece["words"]} == {
        "the": {"a": ["range_km"]},
        TEXT[10:13]: {"a": ["place_text"]},
    }


def test_a_passage_beyond_the_text_is_clipped():
    assert "".join(text for text, _ in cut(claim("a", 5, 5000))) == TEXT


@pytest.mark.parametrize(("length", "whole"), [(20_000, True), (20_001, False), (5_000_000, False)])
def test_a_long_stretch_keeps_its_ends_and_says_what_is_left_out(length: int, *, whole: bool):
    report = Report(report_id="r", text="x" * length)
    made = passages.pieces(report, ())
    shown = "".join(piece["text"] for piece in made)
    assert (shown == report.text) is whole
    assert whole or f"{length - 20_000:,} characters without a claim" in shown
    assert len(shown) < 20_100
    assert all(piece["claims"] == [] and piece["words"] == {} for piece in made)


def test_what_is_shown_of_a_long_stretch_keeps_its_offsets():
    text = "".join(f"{number:06}" for number in range(5_000))
    made = passages.pieces(Report(report_id="r", text=text), (), shown=1_001)
    starts = [piece["start"] for piece in made]
    assert starts == [0, None, len(text) - 501]
    for piece in made:
        if piece["start"] is not None:
            assert text[piece["start"] :].startswith(piece["text"])


def test_the_founding_report_is_whole_and_each_claim_covers_its_quote():
    made = passages.pieces(samples.FOUNDING, samples.FOUNDING_CLAIMS)
    assert "".join(piece["text"] for piece in made) == samples.FOUNDING.text
    for found in samples.FOUNDING_CLAIMS:
        covered = "".join(piece["text"] for piece in made if found.claim_id in piece["claims"])
        assert covered == found.quote


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))), max_size=6))
def test_pieces_are_the_text_and_cover_exactly_the_passages(spans):
    claims = [claim(f"c{at}", start, start + length) for at, (start, length) in enumerate(spans)]
    made = passages.pieces(Report(report_id="r", text=TEXT), claims)
    assert "".join(piece["text"] for piece in made) == TEXT
    assert all(TEXT[piece["start"] :].startswith(piece["text"]) for piece in made)
    for own in claims:
        covered = "".join(piece["text"] for piece in made if own.claim_id in piece["claims"])
        assert covered == TEXT[own.quote_start : own.quote_end]
