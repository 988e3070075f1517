"""Text in whatever encoding it comes."""

import codecs

import pytest

from sitmap import reports

ENGLISH = (
    "“We now count 10,000 of them,” the minister said \u2013 at Évreux, São Tomé and Sèvres. "
    "Moscow\u2019s reply is due."
)
NORWEGIAN = "Forces left Tromsø, Bodø and Ørland air base in Norway."
POLISH = "Żołnierze stacjonują w Rzeszowie, Świdwinie i Łasku; część z nich wróciła już do koszar."
RUSSIAN = "Войска в Курской области были размещены сегодня утром, сообщило министерство."
JAPANESE = "北朝鮮は弾道ミサイルを発射した。奥尻島の西約二百キロメートルの海上に落下した。"
KOREAN = "북한이 대륙간탄도미사일을 발사했다고 합동참모본부가 밝혔다."


def text_of(data, name="a.txt"):
    (report,) = reports.parse(data, name=name)
    return report.text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (JAPANESE, "utf-8"),
        (ENGLISH, "utf-16"),
        (JAPANESE, "utf-16"),
        (RUSSIAN, "utf-32"),
        (ENGLISH, "cp1252"),
        (ENGLISH * 2000, "cp1252"),
        (NORWEGIAN, "latin-1"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
    ],
)
def test_encodings(text, encoding):
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks(mark):
    encoding = {2: "utf-16-be", 4: "utf-32-be"}[len(mark)]
    assert text_of(mark + ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_batches_have_encodings_too(name, encoding):
    data = {
        "a.jsonl": '{"text": "A"}\n{"text": "Évreux\u2028An air base"}\n',
        "a.csv": "text\nA\nÉvreux\u2028An air base\n",
    }
    data["a.json"] = '[{"text": "A"}, {"text": "Évreux\u2028An air base"}]'
    raw = data[name]
    if encoding == "cp1252":
        raw = raw.replace("\u2028", "\u2013")
    first, second = reports.parse(raw.encode(encoding), name=name)
    assert first.text == "A"
    assert second.text in {"Évreux\u2028An air base", "Évreux\u2013An air base"}


def test_a_page_declares_its_encoding():
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert text_of(page.encode("cp1251"), "a.html").strip() == RUSSIAN


def test_a_few_bad_bytes_do_not_turn_utf_8_into_another_encoding():
    data = (NORWEGIAN + " " + RUSSIAN).encode()
    assert text_of(data + b" \xff end") == f"{NORWEGIAN} {RUSSIAN} \ufffd end"
    assert text_of(data[:-1]) == (data[:-1]).decode(errors="replace")


def test_a_byte_far_into_a_long_text_is_read_like_one_at_its_start():
    data = b"A report in plain words. " * 40_000 + NORWEGIAN.encode("cp1252") + b" More words." * 40_000
    assert NORWEGIAN in text_of(data)


def test_an_ascii_text_with_a_single_stray_byte():
    assert text_of(b"The caf\xe9 at the port was hit.") == "The café at the port was hit."
