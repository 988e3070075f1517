# ruff: noqa: RUF001 - the other languages are what is tested
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap.pipeline import read_text
from sitmap.reports import foreign, language_name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Росія випустила 30 дронів по Києву", "Ukrainian"),
        ("Российские войска выпустили ночью тридцать беспилотников", "Russian"),
        ("北朝鮮は31日、弾道ミサイルを発射した", "Japanese"),
        ("북한이 동해상으로 탄도미사일을 발사했다", "Korean"),
        ("朝鲜周四向日本海发射了一枚弹道导弹", "Chinese"),
        ("أطلقت كوريا الشمالية صاروخا باليستيا يوم الخميس", "Arabic"),
        ("Des missiles ont frappé Kharkiv lundi, tuant trois personnes.", "French"),
        ("Die Raketen trafen in der Nacht die Stadt und töteten drei Menschen", "German"),
        ("Rosja wystrzeliła w nocy trzydzieści dronów na Ukrainę, poinformowało wojsko.", "Polish"),
    ],
)
def test_a_text_in_another_language_is_named(text, language):
    (passage,) = foreign(text)
    assert (passage.span.start, passage.span.end) == (0, len(text))
    assert language_name(passage.lang) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Missile hits Kharkiv.",
        "Russian troops in Pokrovsk, Kupiansk, Siversk, Vovchansk",
        "– Czosnówka, just outside Biała Podlaska;\n– Cześniki, not far from Zamość;\n– Wyryki-Wola;",
        "Mersin, İskenderun, Gölcük, Aksaz, Eskişehir, Kürecik, Malatya, Diyarbakır",
        "12,000 8,000 3,500 km 86 min 7,687 km 1,001 km",
        "KCNA called it a Hwasong-19 (화성-19형).",
        "NAVAREA XI 24-0731 SEA OF JAPAN ROCKET LAUNCHING 302300Z TO 310500Z OCT",
    ],
)
def test_english_names_and_numbers_are_no_other_language(text):
    assert foreign(text) == ()


def test_a_line_in_another_language_inside_an_english_report():
    lines = [
        "Ukraine said it shot down 30 drones over the city of Odesa on Monday.",
        "Повітряні сили збили 30 дронів над Одесою.",
        "Уночі пролунали вибухи.",
        "It was the third attack in a week.",
    ]
    text = "\n".join(lines)
    (passage,) = foreign(text)
    assert text[passage.span.start : passage.span.end] == "\n".join(lines[1:3])
    assert passage.lang == "uk"


def test_no_claim_is_read_out_of_another_language_and_the_user_is_told():
    situation = read_text("Des missiles ont frappé Kharkiv lundi, tuant trois personnes dans la ville.")
    assert situation.claims == ()
    (note,) = situation.notes
    assert "all of it in French, not read: sitmap reads English" in note
    assert note.split(":")[0] in situation.html()


def test_english_around_it_is_still_read():
    english = "Russia fired a ballistic missile from Kapustin Yar on Monday."
    mixed = read_text(english + "\n\nРосійські війська випустили ракету з полігону Капустин Яр у понеділок.")
    assert [claim.kind for claim in mixed.claims] == ["launch"]
    assert "Ukrainian" in mixed.notes[0]
    assert read_text(english).notes == ()


def test_the_detector_is_not_loaded_for_english():
    sys.modules.pop("py3langid.langid", None)
    foreign("The ministry said on Friday that the missile fell into the sea to the west of the island.")
    assert "py3langid.langid" not in sys.modules


@given(st.text(max_size=300))
def test_passages_lie_in_the_text_in_order(text):
    found = foreign(text)
    ends = [0, *(passage.span.end for passage in found)]
    assert all(passage.span.start >= end for passage, end in zip(found, ends, strict=False))
    assert all(passage.span.end <= len(text) for passage in found)
