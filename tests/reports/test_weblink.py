"""Web addresses: which may be asked, how one is shown, when two are the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap.reports import weblink
from sitmap.reports.fields import RecordError


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/A?b=c#d", "https://example.org/A?b=c"),
        ("http://example.org:8080/a b".replace(" ", "%20"), "http://example.org:8080/a%20b"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"),
        ("  https://example.org/a\n", "https://example.org/a"),
        ("http://example.org?q=1", "http://example.org/?q=1"),
    ],
)
def test_what_is_asked_for(url, asked):
    assert weblink.target(url).url == asked


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://example.org/a", "neither http nor https"),
        ("file:///etc/passwd", "neither http nor https"),
        ("gopher://example.org/", "neither http nor https"),
        ("javascript:alert(1)", "not a web address"),
        ("http:///a", "not a web address"),
        ("http://", "not a web address"),
        ("https://example.org/a b", "not a web address"),
        ("https://example.org/a\r\nHost: evil", "not a web address"),
        ("https://example.org:99999/", "not a web address"),
        ("https://example.org:0/", "not a web address"),
        ("https://[::1/", "not a web address"),
        ("https://a..b/", "not a web address"),
        ("https://" + "a" * 300 + ".org/", "not a web address"),
        ("https://example.org/" + "a" * 3000, "not a web address"),
        ("https://user:hunter2@example.org/", "user name or password"),
        ("https://user@example.org/", "user name or password"),
        ("https://@example.org/", "user name or password"),
        ("https://user:hunter2/3@example.org/", "not a web address"),
        ("https://user:hunter2 3@example.org/", "not a web address"),
        ("https://example.org\\@10.0.0.1/", "user name or password"),
    ],
)
def test_what_may_not_be_asked_is_told_without_its_secrets(url, problem):
    with pytest.raises(RecordError, match=problem) as raised:
        weblink.target(url)
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://u:p@example.org/a?x=1#top", "https://example.org/a?x=1"),
        ("https://example.org/a?access_token=abc&x=1", "https://example.org/a?access_token=...&x=1"),
        (
            "https://example.org/?X-Amz-Signature=ff&API-KEY=1",
            "https://example.org/?X-Amz-Signature=...&API-KEY=...",
        ),
        ("https://example.org/?author=smith&keyword=a", "https://example.org/?author=smith&keyword=a"),
    ],
)
def test_an_address_is_shown_without_what_opens_doors(url, shown):
    assert weblink.shown(url) == shown


def test_a_report_keeps_the_address_without_tracking_and_secrets():
    url = "https://example.org/a?id=5&utm_source=x&token=abc&fbclid=y#comments"
    assert weblink.public(url) == "https://example.org/a?id=5"


SAME = (
    "https://example.org/news/a",
    "http://example.org/news/a/",
    "https://www.example.org/news/a#top",
    "https://EXAMPLE.org:443/news/a?utm_medium=feed&gclid=1",
)
OTHER = (
    "https://example.org/news/A",
    "https://example.org/news/a?id=1",
    "https://example.org:8080/news/a",
    "https://example.com/news/a",
)


def test_spellings_of_one_address_are_one_page():
    assert len({weblink.same(url) for url in SAME}) == 1
    assert weblink.same("https://example.org/?a=1&b=2") == weblink.same("https://example.org/?b=2&a=1")


def test_other_addresses_are_other_pages():
    assert len({weblink.same(url) for url in (SAME[0], *OTHER)}) == 1 + len(OTHER)


@given(st.text(max_size=80) | st.text(max_size=60).map("https://".__add__))
def test_any_text_is_taken_or_refused(text):
    weblink.shown(text)
    weblink.same(text)
    try:
        at = weblink.target(text)
    except RecordError:
        return
    assert at.url.isascii()
    assert weblink.target(at.url) == at
