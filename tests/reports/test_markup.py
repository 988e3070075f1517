"""Markdown and HTML as their readers see them."""

import subprocess
import sys
from datetime import date

import pytest

from sitmap import reports
from sitmap.errors import ReportError


def markdown(text):
    (report,) = reports.parse(text.encode(), name="a.md")
    return report


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("Plain words.", "Plain words."),
        (
            "**Bold**, *slanted*, ***both***, __bold__ and _slanted_.",
            "Bold, slanted, both, bold and slanted.",
        ),
        ("Two *whole words* here", "Two whole words here"),
        ("“**Quoted**,” he *said*.", "“Quoted,” he said."),
        ("5 * 3 * 2 and a*b*c and snake_case_name", "5 * 3 * 2 and a*b*c and snake_case_name"),
        ("## Where they are ##", "Where they are ##"),
        ("#hashtag stays", "#hashtag stays"),
        ("> He said\n> > “no”.", "He said\n“no”."),
        ("Troops in [Kursk](https://example.org/k) region", "Troops in Kursk region"),
        ("[a](https://en.example.org/wiki/Kursk_(city) 'Title') b", "a b"),
        ("![Map of Kursk](map.png)", "Map of Kursk"),
        ("See <https://example.org/a>.", "See https://example.org/a."),
        ("[not a link] (aside)", "[not a link] (aside)"),
        ("* One\n* Two\n- Three\n1. Four", "* One\n* Two\n- Three\n1. Four"),
        ("7:11 a.m. -- 8:37 a.m.", "7:11 a.m. -- 8:37 a.m."),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_marks_go_and_words_stay(source, plain):
    assert markdown(source).text == plain


def test_front_matter_gives_fields():
    report = markdown(
        '---\ntitle: "Troops: where"\ndate: 2024-11-01\nsite: Coast Post\ntags: [a, b]\ntz: Asia/Tokyo\n'
        "text: not this\n---\n\nThe report.\n"
    )
    assert (report.title, report.publisher, report.tz) == ("Troops: where", "Coast Post", "Asia/Tokyo")
    assert report.published == date(2024, 11, 1)
    assert report.text.strip() == "The report."


def test_front_matter_is_checked_like_any_field():
    with pytest.raises(ReportError, match=r"a\.md: published 'soon' is not a date"):
        markdown("---\ndate: soon\n---\nThe report.\n")


def test_words_between_two_rules_at_the_top_are_no_front_matter():
    text = "---\nNorth Korea fired a missile.\n\n---\nIt fell into the sea.\n"
    assert markdown(text).text == text


def test_a_rule_is_no_front_matter():
    assert markdown("First part.\n\n---\n\nSecond: part.\n").text == "First part.\n\n---\n\nSecond: part.\n"


def test_the_top_heading_is_the_title_and_stays_in_the_text():
    report = markdown("# Troops in **Kursk**\n\nThe report.\n")
    assert report.title == "Troops in Kursk"
    assert report.text == "Troops in Kursk\n\nThe report.\n"
    assert markdown("The report.\n\n# Later\n").title == ""


@pytest.mark.parametrize(
    "mark", ["[", "](", "*", "_a", "![", "> ", "#", "<http://", "[a](b", "[a](b(", "**a ", "---\n"]
)
def test_a_flood_of_marks_does_not_stall(mark):
    # With backtracking that grows with the square of the length this would not end.
    flood = "Words. " + mark * 200_000
    assert markdown(flood).text.startswith("Words. ")


PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Missile falls off Andøya | Coast Post</title>
<meta property="og:title" content="Missile falls off Andøya">
<meta property="og:site_name" content="Coast Post">
<meta property="article:published_time" content="2024-11-01T07:00:00+09:00">
<link rel="canonical" href="https://example.org/andoya">
<script>window.pwned = 1</script><style>p {{ color: red }}</style>
</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport and much else</a></nav>
<article><h1>Missile falls off Andøya</h1>
{body}
</article>
<footer>© 2019 Coast Post. All rights reserved.</footer>
</body></html>
"""
PARAGRAPHS = (
    "<p>A missile that was fired on Thursday from a ship in the Norwegian Sea fell about 20 km off Andøya, "
    "the harbour master said.</p>"
    "<p>It was <b>not</b> armed. Nobody was hurt, and the <a href='/ferry'>ferry</a> to Senja sailed on "
    "time, with a hundred passengers and their cars &amp; dogs on board.</p>"
    "<script>window.pwned = 2</script>"
    "<ul><li>Fired: 07:11</li><li>Fell: 07:20</li></ul>"
)


def page(body=PARAGRAPHS, **meta):
    (report,) = reports.parse(PAGE.format(body=body).encode(), name="a.html", defaults=reports.Meta(**meta))
    return report


def test_the_article_of_a_page():
    text = page().text
    for words in (
        "A missile that was fired on Thursday from a ship in the Norwegian Sea fell about 20 km off Andøya",
        "It was not armed. Nobody was hurt, and the ferry to Senja sailed",
        "cars & dogs",
        "Fired: 07:11",
    ):
        assert words in text
    for words in ("Sport", "pwned", "color: red", "All rights reserved"):
        assert words not in text


def test_a_page_declares_itself():
    report = page()
    assert (report.title, report.publisher, report.lang) == ("Missile falls off Andøya", "Coast Post", "en")
    assert report.published == date(2024, 11, 1)
    assert report.url == "https://example.org/andoya"


def test_what_was_given_comes_before_what_a_page_declares():
    report = page(published=date(2024, 10, 31), title="Given", publisher="P", url="https://example.org/mine")
    assert (report.published, report.title, report.publisher) == (date(2024, 10, 31), "Given", "P")
    assert report.url == "https://example.org/mine"


def test_a_date_in_the_words_of_a_page_is_not_its_date():
    source = PAGE.format(
        body="<p>On 3 March 2020 a missile fell. The page was last seen 2021-05-06.</p>" + PARAGRAPHS
    )
    bare = "\n".join(line for line in source.splitlines() if "published_time" not in line)
    (report,) = reports.parse(bare.encode(), name="a.html")
    assert report.published is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-11-01", date(2024, 11, 1)),
        ("2024-11-01T07:00:00+0900", date(2024, 11, 1)),
        ("2024-11-01 07:00", date(2024, 11, 1)),
        ("Fri, 01 Nov 2024 07:00:00 +0900", date(2024, 11, 1)),
        ("Nov 1 2024 07:00 U", date(2024, 11, 1)),
        ("yesterday", None),
        ("1730412000", None),
        ("2024-13-45", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_the_forms_of_a_declared_date(written, day):
    source = PAGE.format(body=PARAGRAPHS).replace("2024-11-01T07:00:00+09:00", written)
    (report,) = reports.parse(source.encode(), name="a.html")
    assert report.published == day


ARTICLE = """{"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Coast Post", "datePublished": "2011-01-01"},
    {"@type": ["NewsArticle", "Thing"], "datePublished": "2024-10-31T23:30:00Z", "dateModified": "2024-11-05",
     "headline": "Two\nlines"}]}"""


@pytest.mark.parametrize(
    ("head", "tz", "day"),
    [
        (ARTICLE, "", date(2024, 10, 31)),
        (ARTICLE, "Asia/Tokyo", date(2024, 11, 1)),
        (ARTICLE, "America/New_York", date(2024, 10, 31)),
        ('{"@type": "ItemList", "itemListElement": ' + ARTICLE + "}", "", None),
        (
            '[{"@type": "NewsArticle"}, {"@type": "NewsArticle", "datePublished": "2024-11-02"}]',
            "",
            date(2024, 11, 2),
        ),
        ("[" * 100_000, "", None),
        ("null", "", None),
        ('{"@type": "NewsArticle", "datePublished": 20241102}', "", None),
    ],
)
def test_a_page_dates_itself_in_its_linked_data(head, tz, day):
    source = PAGE.format(body=PARAGRAPHS).replace(
        '<meta property="article:published_time" content="2024-11-01T07:00:00+09:00">',
        f'<script type="application/ld+json">{head}</script>',
    )
    (report,) = reports.parse(source.encode(), name="a.html", defaults=reports.Meta(tz=tz))
    assert report.published == day


def test_the_time_of_another_article_is_not_the_pages_own():
    source = PAGE.format(body=PARAGRAPHS).replace("2024-11-01T07:00:00+09:00", "")
    source = source.replace("<nav>", "<nav><time datetime='2019-01-01'>2019</time>")
    (report,) = reports.parse(source.encode(), name="a.html")
    assert report.published is None


def test_a_language_that_is_none_is_not_taken():
    source = PAGE.format(body=PARAGRAPHS).replace('lang="en"', 'lang="x"')
    (report,) = reports.parse(source.encode(), name="a.html")
    assert report.lang == ""


def test_a_hostile_address_in_a_page_is_not_taken():
    source = PAGE.format(body=PARAGRAPHS).replace("https://example.org/andoya", "javascript:alert(1)")
    (report,) = reports.parse(source.encode(), name="a.html")
    assert report.url == ""


def test_markup_that_is_text_stays_text():
    assert (
        "<script>alert(1)</script> and ${x}"
        in page(
            "<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; and ${x} on the wall, and left.</p>"
            + PARAGRAPHS
        ).text
    )


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>A missile fell off Andøya.</p>",
        "A missile fell off Andøya.",
        "<div><p>A missile fell off Andøya.</p></div>",
        '<?xml version="1.0" encoding="iso-8859-1"?><html><body>A missile fell off Andøya.</body></html>',
    ],
)
def test_a_short_page_or_a_piece_of_one(fragment):
    (report,) = reports.parse(fragment.encode(), name="a.htm")
    assert report.text.strip() == "A missile fell off Andøya."


@pytest.mark.parametrize(
    "bomb", ["<div>" * 100_000 + "x", "<b>" * 100_000 + "x", "<table><tr><td>" * 10_000 + "x"]
)
def test_a_page_nested_without_end_is_a_fault(bomb):
    with pytest.raises(ReportError, match=r"a\.html: "):
        reports.parse(bomb.encode(), name="a.html")


@pytest.mark.parametrize(
    "where",
    [
        "<time itemprop='datePublished' datetime='{}'>Friday</time>",
        "<time datetime='{}'>Friday</time>",
        '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>',
    ],
)
def test_other_places_where_a_page_declares_its_date(where):
    source = PAGE.replace('<meta property="article:published_time" content="2024-11-01T07:00:00+09:00">', "")
    body = where.format("2024-11-02T08:00:00+09:00") + PARAGRAPHS
    (report,) = reports.parse(source.format(body=body).encode(), name="a.html")
    assert report.published == date(2024, 11, 2)


def test_the_slow_readers_are_imported_only_for_what_needs_them():
    code = (
        "import sys; from sitmap import reports; reports.parse(b'A report.', name='a.txt');"
        "print(sorted({'trafilatura', 'charset_normalizer', 'lxml', 'urllib3'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed == "[]\n"


def test_a_page_writes_nothing_on_the_terminal(capfd):
    with pytest.raises(ReportError):
        reports.parse(b"<html></html>", name="a.html")
    assert capfd.readouterr() == ("", "")
