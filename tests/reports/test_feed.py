"""Feeds: a report an entry, from any dialect, and nothing from a hostile one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import web
from sitmap import reports
from sitmap.errors import ReportError
from sitmap.reports.feed import is_feed

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://m.example/">
<channel><title>Coast &amp; Post</title><link>https://news.example/</link><language>en-gb</language>
<item>
  <title>Missile &lt;b&gt;falls&lt;/b&gt; off Andøya</title>
  <media:title>not this</media:title>
  <link>https://news.example/a?utm_source=rss</link>
  <pubDate>Fri, 01 Nov 2024 07:00:00 +0900</pubDate>
  <description>Cut short...</description>
  <content:encoded><![CDATA[<p>A missile fell&nbsp;off Andøya.</p><p>Nobody was <b>hurt</b>, the
  mayor said.</p><script>window.pwned=1</script><style>p{}</style>]]></content:encoded>
</item>
<item><title>Ferry sails</title><guid>https://news.example/b</guid>
<description>It sailed &amp;amp; came back.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Coast &amp; Post</title>
<entry>
  <title type="html">Missile &amp;lt;b&amp;gt; falls off Andøya</title>
  <link rel="self" href="https://news.example/self"/><link rel="enclosure" href="https://news.example/x.mp3"/>
  <link href="https://news.example/a"/>
  <updated>2024-11-03T00:00:00Z</updated><published>2024-11-01T07:00:00+09:00</published>
  <summary>Cut short...</summary>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A missile fell off Andøya.</p>
  <p>Nobody was <i>hurt</i>.</p></div></content>
</entry></feed>"""
RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>Coast &amp; Post</title></channel>
<item rdf:about="https://news.example/a"><title>Missile falls off Andøya</title><link>https://news.example/a</link>
<dc:date>2024-11-01T07:00:00+09:00</dc:date><description>A missile fell off Andøya.</description></item>
</rdf:RDF>"""
RSS_091 = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">
<rss version="0.91"><channel><title>Coast &amp; Post</title>
<item><title>Missile falls off Andøya</title><link>https://news.example/a</link><pubDate>2024-11-01</pubDate>
<description>A missile fell off Andøya.</description></item></channel></rss>"""


def entries(text, name="a.rss", **meta):
    return reports.parse(
        text.encode() if isinstance(text, str) else text, name=name, defaults=reports.Meta(**meta)
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RSS, "a.rss"),
        (RSS, "a.xml"),
        (ATOM, "a.atom"),
        (RDF, "a.rdf"),
        (RSS_091.encode("latin-1"), "a.xml"),
        (RSS.replace("UTF-8", "utf-16").encode("utf-16"), "a.xml"),
    ],
    ids=["RSS 2.0", "any", "Atom", "RSS 1.0", "RSS 0.91 in Latin-1", "UTF-16"],
)
def test_every_dialect_says_the_same(text, name):
    first = entries(text, name)[0]
    assert first.text.startswith("A missile fell off Andøya.")
    assert first.title.endswith("falls off Andøya")
    assert (first.publisher, first.url) == ("Coast & Post", "https://news.example/a")
    assert first.published == date(2024, 11, 1)


def test_the_words_of_an_entry_come_without_its_markup_and_scripts():
    first, second = entries(RSS)
    assert first.text == "A missile fell off Andøya.\nNobody was hurt, the mayor said."
    assert first.title == "Missile falls off Andøya"
    assert first.lang == "en-gb"
    assert (second.text, second.url) == ("It sailed & came back.", "https://news.example/b")
    assert second.published is None


def item(inside):
    return f"<rss><channel><title>P</title><item>{inside}</item></channel></rss>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<title>Only a title</title>", "Only a title"),
        ("<title>T</title><description/>", "T"),
        ("<description>Range &lt; 300 km</description>", "Range < 300 km"),
        ("<description>Fell &#8212; off Andøya &eacute;</description>", "Fell — off Andøya é"),
        ("<description><![CDATA[a<br>b<br/>c]]></description>", "a\nb\nc"),
        ("<description><![CDATA[<ul><li>a</li><li>b</li></ul>c]]></description>", "a\nb\nc"),
        ("<description><p>Not <b>escaped</b></p> at all</description>", "Not escaped\nat all"),
        ("<description>&amp;lt;script&amp;gt; stays</description>", "<script> stays"),
        ("<description>a<!-- no -->b<?x no?>c</description>", "abc"),
    ],
)
def test_the_text_of_an_entry(inside, text):
    (report,) = entries(item(inside))
    assert report.text == text


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<link>/a</link>", "https://news.example/a"),
        ("<link>  https://other.example/b#top </link>", "https://other.example/b"),
        ("<link>javascript:alert(1)</link>", "https://news.example/feed"),
        ("<link>https://u:hunter2@other.example/</link>", "https://news.example/feed"),
        ("<link/><guid>tag:x</guid>", "https://news.example/feed"),
        ('<guid isPermaLink="false">https://other.example/c</guid>', "https://news.example/feed"),
        ("", "https://news.example/feed"),
    ],
)
def test_the_link_of_an_entry(inside, url):
    (report,) = entries(item(f"<title>T</title>{inside}"), url="https://news.example/feed")
    assert report.url == url


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "prolog",
    [
        f'<!DOCTYPE rss [<!ENTITY e0 "ha">{BOMB}]>',
        '<!DOCTYPE rss [<!ENTITY e11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
        '<!-- a --><!DOCTYPE rss SYSTEM "a.dtd" [<!ENTITY e11 "x">]>',
        '<!DOCTYPE rss SYSTEM "a>b" [<!ENTITY e11 "x">]>',
        '<!-- <!DOCTYPE a> --><!DOCTYPE rss [<!ENTITY e11 "x">]>',
        f'<!DOCTYPE rss [<!ENTITY e11 "{"a" * 100_000}">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_is_read(prolog, encoding):
    text = f'<?xml version="1.0"?>{prolog}{item("<title>&e11;</title>")}'
    with pytest.raises(ReportError, match=r"a\.rss: declares entities"):
        entries(text.encode(encoding))


def test_an_external_document_type_is_not_loaded(tmp_path):
    (tmp_path / "a.dtd").write_text('<!ENTITY secret "hunter2">')
    text = f'<!DOCTYPE rss SYSTEM "{(tmp_path / "a.dtd").as_uri()}">{item("<title>T &secret;</title>")}'
    loaded = reports.load([str(written(tmp_path, text))])
    assert all("hunter2" not in report.text for report in loaded.reports)


def written(folder, text):
    path = folder / "a.rss"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "problem", "texts"),
    [
        (
            item("<title>AT&T fired</title>"),
            r"line 1, column \d+: is not well-formed XML \(.*\): its entries were",
            ["AT&T fired"],
        ),
        (item("<title>T</title>")[:-20], "is not well-formed XML", ["T"]),
        (
            item("<title>a</title></item><item><title>b</wrong></item><item><title>c</title>"),
            "not well-formed",
            None,
        ),
        (item("<title>T</title></item><item>"), "entry 2: there is no text in it", ["T"]),
        (item("<title>T</title>" + "<a>" * 1000), "Excessive depth", ["T"]),
        ("<html><body/></html>", "is a web page, neither RSS nor Atom", []),
        ("<kml xmlns='http://www.opengis.net/kml/2.2'/>", "is XML, but <kml> is no feed", []),
        ("nonsense", "is not well-formed XML", []),
        ("<rss><channel/></rss>", "holds no report", []),
        ("<rss/>", "is XML, but <rss> is no feed", []),
        ("", "is empty", []),
        ("%PDF-1.7", "is a PDF document", []),
    ],
)
def test_what_is_wrong_with_a_feed_is_said_and_the_rest_is_read(tmp_path, text, problem, texts):
    loaded = reports.load([str(written(tmp_path, text))])
    with pytest.raises(ReportError, match=problem):
        raise loaded.failures[0]
    assert texts is None or [report.text for report in loaded.reports] == texts


def test_entries_beyond_the_bound_are_counted(own_settings, tmp_path):
    own_settings("[feed]\nmax_entries = 3\n")
    text = item("</item><item>".join(f"<title>Title {n}</title>" for n in range(5)))
    loaded = reports.load([str(written(tmp_path, text))])
    assert len(loaded.reports) == 3
    assert "holds 5 entries, of which the first 3 were read: raise feed.max_entries" in str(
        loaded.failures[0]
    )


TAGS = [
    *(
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<link>",
        "<description>",
        "</",
        "<",
        ">",
    ),
    *(
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "<content type='xhtml'>",
        "words ",
        "[",
        "]]>",
    ),
    *(
        "<![CDATA[",
        "<!DOCTYPE rss",
        "<?xml version='1.0' encoding='x'?>",
        "&amp;",
        "&x;",
        "&",
        "&#0;",
        "\x00",
    ),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=30).map("".join))
def test_any_soup_of_tags_is_read_or_refused(text):
    try:
        found = entries(text)
    except ReportError as fault:
        found = ()
        said = str(fault)
    else:
        said = "read"
    assert said.isprintable()
    assert all(report.text.strip() for report in found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (RSS.encode(), True),
        (ATOM.encode(), True),
        (RDF.encode(), True),
        (RSS_091.encode(), True),
        (b"\xef\xbb\xbf  <rss version='2.0'>", True),
        (b"<html><body>&lt;rss></body></html>", False),
        (b"<?xml version='1.0'?><html xmlns='x'>", False),
        (b"An <rss> feed", False),
    ],
)
def test_a_feed_is_known_by_its_beginning(data, expected):
    assert is_feed(data) == expected


PAGE = "<html><body><article><p>The whole story of {}, as the page has it.</p></article></body></html>"


def linked(*paths, server):
    return item(
        "</item><item>".join(f"<title>Title {p}</title><link>{server.url(p)}</link>" for p in paths)
    ).encode()


@pytest.mark.parametrize(
    "kind", ["application/rss+xml", "text/xml", "text/html", "text/plain", "application/xml"]
)
def test_a_feed_on_the_web_is_read_whatever_its_server_calls_it(internet, kind):
    internet.answers["/feed"] = web.answer(RSS.encode(), kind=kind)
    loaded = reports.load([internet.url("/feed")])
    assert [report.url for report in loaded.reports] == ["https://news.example/a", "https://news.example/b"]
    assert internet.paths() == ["/feed"]


def test_the_pages_of_a_feed_are_fetched_when_asked_for(internet):
    internet.answers["/feed"] = web.answer(linked("/a", "/b", "/none", server=internet), kind="text/xml")
    for path in ("/a", "/b"):
        internet.answers[path] = web.answer(PAGE.format(path).encode())
    asked = []
    loaded = reports.load([internet.url("/feed")], follow=True, asking=asked.append)
    texts = {report.title: report.text for report in loaded.reports}
    assert "whole story of /a" in texts["Title /a"]
    assert "whole story of /b" in texts["Title /b"]
    # What cannot be fetched is named, and the feed's own words stand in.
    assert texts["Title /none"] == "Title /none"
    assert [failure.source for failure in loaded.failures] == [internet.url("/none")]
    assert asked == [internet.url(path) for path in ("/feed", "/a", "/b", "/none")]


def test_a_feed_leads_to_no_private_address(internet):
    feed = item("<title>T</title><link>http://169.254.169.254/latest/</link>").encode()
    internet.answers["/feed"] = web.answer(feed, kind="text/xml")
    loaded = reports.load([internet.url("/feed")], follow=True)
    assert "link-local and cloud metadata" in str(loaded.failures[0])


def test_no_more_pages_are_fetched_than_the_bound(internet, own_settings):
    own_settings('[fetch]\nallow = ["127.0.0.1"]\n[feed]\nmax_pages = 2\n')
    paths = [f"/{n}" for n in range(4)]
    internet.answers["/feed"] = web.answer(linked(*paths, server=internet), kind="text/xml")
    internet.answers |= {path: web.answer(PAGE.format(path).encode()) for path in paths}
    loaded = reports.load([internet.url("/feed")], follow=True)
    assert internet.paths() == ["/feed", "/0", "/1"]
    assert len(loaded.reports) == 4
    assert "links to 4 pages; of those beyond 2 its own words were read" in str(loaded.notes[0])


def test_an_entry_whose_page_was_read_is_passed_over(internet):
    internet.answers["/feed"] = web.answer(linked("/a", "/b", server=internet), kind="text/xml")
    internet.answers["/a"] = web.answer(PAGE.format("/a").encode())
    loaded = reports.load([internet.url("/a"), internet.url("/feed")])
    assert [report.url for report in loaded.reports] == [internet.url("/a"), internet.url("/b")]
    (note,) = loaded.notes
    assert str(note) == f"{internet.url('/feed')}: the page was read before, from {internet.url('/a')}"


def test_entries_without_a_page_of_their_own_are_all_read(internet):
    internet.answers["/feed"] = web.answer(
        item("<title>One</title></item><item><title>Two</title>").encode(), kind="text/xml"
    )
    for follow in (False, True):
        loaded = reports.load([internet.url("/feed")], follow=follow)
        assert [report.text for report in loaded.reports] == ["One", "Two"]
