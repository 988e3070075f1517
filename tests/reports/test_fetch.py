"""Reading from the web: every attack that is known, against a server of our own."""

import gzip
import logging
import socket
import subprocess
import threading
import zlib

import pytest
from urllib3 import HTTPResponse

import web
from sitmap import reports
from sitmap.errors import ReportError
from sitmap.reports import addresses, connect, weblink
from sitmap.reports.fetch import _redirect, fetch

PAGE = b"<html><body><article><p>North Korea fired a missile from Pyongyang.</p></article></body></html>"
MB = 1_000_000


def problem(url):
    with pytest.raises(ReportError) as raised:
        fetch(url)
    return str(raised.value)


def head(*lines):
    return "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *lines, "", ""]).encode()


ATTACKS = {
    # Name of the attack: what the server does, what is said of it.
    "redirect to loopback": (
        web.redirect("http://127.0.0.2/"),
        "127.0.0.2, which is not on the public internet",
    ),
    "redirect to metadata": (
        web.redirect("http://169.254.169.254/latest/"),
        r"\(link-local and cloud metadata\)",
    ),
    "redirect to a number": (
        web.redirect("http://2852039166/"),
        "169.254.169.254, which is not on the public",
    ),
    "redirect to an octal": (web.redirect("http://0251.0376.0251.0376/"), "which is not on the public"),
    "redirect to IPv6 loopback": (web.redirect("http://[::1]/"), "::1, which is not on the public"),
    "redirect to a mapped address": (web.redirect("http://[::ffff:10.0.0.1]/"), "private use"),
    "redirect to a file": (
        web.redirect("file:///etc/passwd"),
        "file:///etc/passwd is neither http nor https",
    ),
    "redirect with a password": (
        web.redirect("http://u:hunter2@127.0.0.1/"),
        "holds a user name or password",
    ),
    "redirect to another port": (web.redirect("http://203.0.114.1:22/"), "names the port 22"),
    "redirect to nonsense": (web.redirect("http://[/"), "redirects to what may not be asked"),
    "redirect to nowhere": (web.redirect(""), "redirects to nowhere"),
    "redirect without end": (web.redirect("/attack?again"), "redirected more than 5 times"),
    "a large body": (web.answer(bytes(11 * MB)), "larger than 10 MB"),
    "a body that claims to be large": (web.answer(b"x", length=10**18), "larger than 10 MB"),
    "a body without end": (web.dripping(head(), bytes(MB), 0), "larger than 10 MB"),
    "chunks without end": (
        web.dripping(head("Transfer-Encoding: chunked"), b"100000\r\n" + bytes(0x100000) + b"\r\n", 0),
        "larger than 10 MB",
    ),
    "a gzip bomb": (web.packed(bytes(50 * MB)), "larger than 10 MB"),
    "a gzip bomb in a gzip bomb": (
        web.answer(gzip.compress(gzip.compress(bytes(MB))), Content_Encoding="gzip, gzip"),
        "packed as 'gzip, gzip', which was not asked for",
    ),
    "many gzips in a row": (
        web.answer(gzip.compress(b"a") * 1000, Content_Encoding="gzip"),
        "does not unpack",
    ),
    "a broken gzip": (
        web.answer(b"\x1f\x8b\x08" + bytes(9) + b"\xff" * 99, Content_Encoding="gzip"),
        "does not unpack",
    ),
    "half a gzip": (web.answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "broke off"),
    "another packing": (web.answer(zlib.compress(PAGE), Content_Encoding="deflate"), "packed as 'deflate'"),
    "a redirect after silence": (
        web.dripping(b"HTTP/1.1 302 Found\r\nLocation: /attack\r\n\r\n", b""),
        "redirected more than 5 times",
    ),
    "headers without end": (web.dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n", 0), "broke off"),
    "a header without end": (web.dripping(b"HTTP/1.1 200 OK\r\nX: ", b"a" * 1000, 0), "broke off"),
    "no HTTP": (lambda: [b"SSH-2.0-OpenSSH_9.6\r\n"], "broke off"),
    "nothing": (lambda: [b""], "broke off"),
    "half a body": (web.answer(PAGE, length=10_000), "broke off"),
    "a picture": (web.answer(b"\x89PNG", kind="image/png"), "holds 'image/png', which is no report"),
    "a video": (
        web.dripping(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", b"a", 0),
        "holds 'video/mp4'",
    ),
    "a PDF": (web.answer(b"%PDF-1.7", kind="application/pdf"), "holds 'application/pdf'"),
    "no type": (web.answer(b"\x00", kind=""), "something of no stated type"),
    "a program": (web.answer(b"\x7fELF", kind="application/octet-stream"), "'application/octet-stream'"),
    "a login": (web.answer(status="401 Unauthorized"), r"asks for a login \(status 401\): save the page"),
    "a refusal": (web.answer(status="403 Forbidden"), r"refuses to be read by a program \(status 403\)"),
    "no page": (web.answer(status="404 Not Found"), r"no such page \(status 404\): check the address"),
    "no content": (web.answer(status="204 No Content"), r"gave no page \(status 204\)"),
    "trouble": (web.answer(status="503 Busy"), r"trouble of its own \(status 503\): try again later"),
}


SLOW = {
    "a slow body": web.dripping(head(), b"a"),
    "a slow body of a promised length": web.dripping(head("Content-Length: 1000"), b"a"),
    "slow chunks": web.dripping(head("Transfer-Encoding: chunked"), b"1\r\na\r\n"),
    "a slow head": web.dripping(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
    "silence": web.dripping(b"", b"", 10),
    "interim answers without end": web.dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.001),
}


@pytest.mark.parametrize(("attack", "said"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_refused_with_its_reason(internet, attack, said):
    internet.answers["/attack"] = attack
    with pytest.raises(ReportError, match=said) as raised:
        fetch(internet.url("/attack"))
    assert raised.value.source == internet.url("/attack")
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize("attack", SLOW.values(), ids=SLOW)
@pytest.mark.usefixtures("hurry")
def test_who_speaks_slowly_is_cut_off(internet, attack):
    internet.answers["/attack"] = attack
    assert "did not answer in full within 1 s: try again" in problem(internet.url("/attack"))


@pytest.mark.parametrize(
    "leads_to",
    [["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["::1"], ["fe80::1"], ["64:ff9b::a00:1"], ["169.254.169.254"]],
)
def test_a_name_that_leads_to_a_private_address_is_refused(internet, names, leads_to):
    names["news.example"] = leads_to
    assert "not on the public internet" in problem(internet.url("/", host="news.example"))
    assert internet.asked == []


def test_a_name_is_looked_up_once_and_what_was_checked_is_what_is_asked(internet, names):
    # DNS rebinding: the second answer would be another address.
    class Turncoat(list):
        def __iter__(self):
            yield self.pop(0)

    names["news.example"] = Turncoat(["127.0.0.1", "127.0.0.2"])
    internet.answers["/"] = web.answer(PAGE)
    assert fetch(internet.url("/", host="news.example")).data == PAGE
    assert names["looked_up"] == ["news.example"]
    assert f"\r\nHost: news.example:{internet.port}\r\n" in internet.asked[0]


def test_each_hop_of_a_redirect_is_checked_anew(internet, names):
    names["news.example"], names["evil.example"] = ["127.0.0.1"], ["10.0.0.1"]
    internet.answers["/"] = web.redirect(internet.url("/next", host="news.example"))
    internet.answers["/next"] = web.redirect("http://evil.example/?token=hunter2")
    said = problem(internet.url("/"))
    assert "led to http://evil.example/?token=..., which leads to 10.0.0.1" in said
    assert "hunter2" not in said
    assert names["looked_up"] == ["news.example", "evil.example"]


def test_a_redirect_from_https_to_http_is_refused():
    at = weblink.target("https://news.example/")
    answer = HTTPResponse(headers={"Location": "http://news.example/"})
    with pytest.raises(connect.Refused, match="from https to http"):
        _redirect(at, answer)


@pytest.mark.parametrize("port", [22, 25, 6379, 9200])
@pytest.mark.usefixtures("internet")
def test_a_port_where_no_page_lives_is_not_asked(names, port):
    names["news.example"] = ["8.8.8.8"]
    assert f"names the port {port}, where no web page is expected" in problem(f"http://news.example:{port}/")


def test_without_leave_this_machine_is_never_asked():
    with web.running() as server:
        assert "(loopback)" in problem(server.url("/"))
        assert server.asked == []


@pytest.mark.usefixtures("internet", "names")
def test_a_name_that_does_not_exist_is_said():
    assert "nowhere.example/: has a name that the network does not know" in problem(
        "https://nowhere.example/"
    )


@pytest.mark.usefixtures("hurry")
def test_a_look_up_without_end_is_given_up(monkeypatch):
    answered = threading.Event()

    def never(*_args, **_rest):
        answered.wait(5)
        return []

    monkeypatch.setattr(addresses.socket, "getaddrinfo", never)
    assert "did not answer in full within 1 s" in problem("http://slow.example/")
    answered.set()


@pytest.mark.usefixtures("internet")
def test_a_server_that_is_not_there_is_said():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    assert "does not answer: check the address" in problem(f"http://127.0.0.1:{free}/")


def test_a_fetch_says_who_asks_and_gives_nothing_away(internet, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    internet.answers["/a"] = web.answer(PAGE, Set_Cookie="id=1")
    internet.answers["/b"] = web.redirect("/a")
    fetch(internet.url("/b"))
    for request in internet.asked:
        assert "\r\nUser-Agent: sitmap/" in request
        assert not {"cookie", "authorization", "referer"} & {
            line.partition(":")[0].lower() for line in request.splitlines()
        }


def test_secrets_are_in_no_log(internet, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="sitmap")
    internet.answers["/a"] = web.answer(PAGE)
    fetch(internet.url("/a?token=hunter2&id=5"))
    reports.load([internet.url("/b?password=hunter2"), "https://u:hunter2@example.org/"])
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("sitmap")]
    assert any("id=5" in message for message in ours)
    assert "hunter2" not in caplog.text


CYRILLIC = "Ракета упала в море, сказали в порту. Корабли вышли в море и вернулись утром."
WESTERN = "A missile fell off Andøya, the café owner said."


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (WESTERN.encode(), "text/plain", WESTERN),
        (WESTERN.encode(), "text/plain; charset=utf-8", WESTERN),
        (WESTERN.encode(), "text/plain; charset=iso-8859-1", WESTERN),
        (WESTERN.encode("cp1252"), "text/plain; charset=utf-8", WESTERN),
        (WESTERN.encode("cp1252"), 'text/plain; charset="ISO-8859-1"', WESTERN),
        (CYRILLIC.encode("cp1251"), "text/plain; charset=windows-1251", CYRILLIC),
        (CYRILLIC.encode("koi8-r"), "text/plain; charset=koi8-r", CYRILLIC),
        (CYRILLIC.encode("utf-16-le"), "text/plain; charset=utf-16le", CYRILLIC),
        (CYRILLIC.encode("utf-16"), "text/plain", CYRILLIC),
        ("ミサイルが落ちた。".encode("cp932"), "text/plain; charset=Shift_JIS", "ミサイルが落ちた。"),
        (WESTERN.encode(), "text/plain; charset=unicode_escape", WESTERN),
        (WESTERN.encode(), "text/plain; charset=utf-7", WESTERN),
        (WESTERN.encode(), "text/plain; charset=hex", WESTERN),
        (WESTERN.encode(), "text/plain; charset=" + "x" * 500, WESTERN),
        (WESTERN.encode(), "text/plain; charset*=utf-8''a%00b", WESTERN),
    ],
)
def test_an_encoding_is_taken_from_mark_text_and_header(internet, data, kind, text):
    internet.answers["/a"] = web.answer(data, kind=kind)
    (report,) = reports.load([internet.url("/a")]).reports
    assert report.text == text


@pytest.mark.parametrize(
    ("path", "kind", "data", "count"),
    [
        ("/a", "text/html", PAGE, 1),
        ("/a", "application/xhtml+xml", PAGE, 1),
        ("/a.json", "application/json", b'[{"text": "One."}, {"text": "Two."}]', 2),
        ("/a.jsonl", "text/plain", b'{"text": "One."}\n{"text": "Two."}', 2),
        ("/a.csv", "application/octet-stream", b"text\nOne.\nTwo.\n", 2),
        ("/a.html", "", PAGE, 1),
    ],
)
def test_the_type_says_how_a_page_is_read(internet, path, kind, data, count):
    internet.answers[path] = web.answer(data, kind=kind)
    loaded = reports.load([internet.url(path)])
    assert len(loaded.reports) == count
    assert {report.url for report in loaded.reports} == {internet.url(path)}


def test_a_page_has_the_address_where_it_was_found_and_not_the_one_it_declares(internet):
    declared = PAGE.replace(
        b"<body>", b'<head><link rel="canonical" href="https://ministry.example/"></head><body>'
    )
    internet.answers["/a"] = web.redirect("/b?id=1&utm_source=x")
    internet.answers["/b"] = web.packed(declared)
    (report,) = reports.load([internet.url("/a")]).reports
    assert report.url == internet.url("/b?id=1")


def test_a_page_is_asked_for_once(internet):
    internet.answers["/a"] = web.answer(PAGE)
    internet.answers["/to-a"] = web.redirect("/a")
    ways = [internet.url(path) for path in ("/a", "/a/?utm_source=x#top", "/to-a", "/a")]
    loaded = reports.load(ways)
    assert len(loaded.reports) == 1
    assert loaded.failures == ()
    assert len([note for note in loaded.notes if "the page was read before, from" in str(note)]) == 3
    assert internet.paths() == ["/a", "/to-a", "/a"]


def test_one_bad_address_does_not_stop_the_others(internet):
    internet.answers["/a"] = web.answer(PAGE)
    loaded = reports.load([internet.url("/none"), internet.url("/a"), "gopher://example.org/"])
    assert len(loaded.reports) == 1
    assert [failure.source for failure in loaded.failures] == [internet.url("/none"), "gopher://example.org/"]


@pytest.fixture
def certificate(tmp_path):
    """Makes a certificate for a name, with its key in one file."""

    def make(name):
        path, key = tmp_path / f"{name}.pem", tmp_path / f"{name}.key"
        subprocess.run(
            [
                *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
                *("-nodes", "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"),
                *("-keyout", str(key), "-out", str(path)),
            ],
            check=True,
            capture_output=True,
        )
        path.write_text(key.read_text() + path.read_text())
        return path

    return make


@pytest.fixture
def trust(monkeypatch):
    connect._trust.cache_clear()
    yield lambda path: monkeypatch.setenv("SSL_CERT_FILE", str(path))
    connect._trust.cache_clear()


@pytest.mark.usefixtures("internet")
def test_https_asks_the_checked_address_for_the_certificate_of_the_name(names, certificate, trust):
    names["news.example"] = ["127.0.0.1"]
    pem = certificate("news.example")
    trust(pem)
    with web.running(certificate=pem) as server:
        server.answers["/"] = web.answer(PAGE)
        assert fetch(server.url("/", host="news.example", scheme="https")).data == PAGE
        assert server.server_names == ["news.example"]


@pytest.mark.usefixtures("internet")
@pytest.mark.parametrize(
    ("holder", "trusted", "said"),
    [
        ("other.example", True, "shows a certificate that does not hold .*Hostname mismatch"),
        ("news.example", False, "shows a certificate that does not hold .*self.signed"),
    ],
)
def test_a_certificate_that_does_not_hold_is_refused(names, certificate, trust, holder, trusted, said):
    names["news.example"] = ["127.0.0.1"]
    pem = certificate(holder)
    if trusted:
        trust(pem)
    with web.running(certificate=pem) as server, pytest.raises(ReportError, match=said):
        fetch(server.url("/", host="news.example", scheme="https"))
    assert server.asked == []


def test_what_does_not_speak_https_is_said(internet, names):
    names["news.example"] = ["127.0.0.1"]
    said = problem(internet.url("/", host="news.example", scheme="https"))
    assert "does not speak HTTPS as it should" in said


@pytest.mark.usefixtures("hurry")
def test_a_slow_handshake_is_cut(names):
    names["news.example"] = ["127.0.0.1"]
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://news.example:{silent.getsockname()[1]}/"
        assert "did not answer in full within 1 s" in problem(url)
