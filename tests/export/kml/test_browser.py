"""A real browser puts names and balloons where viewers put them: nothing runs, nothing becomes a tag."""

import pytest
from lxml import etree

from export import attack
from sitmap.export import kml

pytestmark = pytest.mark.browser

KML = "{http://www.opengis.net/kml/2.2}"

#: What viewers do with a name and a description: into HTML as they are, once or after decoding once more.
INTO_HTML = """texts => {
    const found = [];
    for (const text of texts) {
        const once = document.createElement("div");
        once.innerHTML = `<h3>${text}</h3>`;
        const twice = document.createElement("div");
        twice.innerHTML = once.textContent;
        document.body.append(once, twice);
        if (once.querySelectorAll("*").length !== 1 || twice.querySelectorAll("*").length) found.push(text);
    }
    return found;
}"""


def test_no_text_of_a_report_becomes_markup_or_runs(visit):
    root = etree.fromstring(kml.to_kml(attack.product()))
    texts = {element.text or "" for tag in ("name", "description") for element in root.iter(f"{KML}{tag}")}
    assert len(texts) > 2 * len(attack.PAYLOADS)
    with visit("about:blank") as open_page:
        open_page.page.set_content("<!DOCTYPE html><title>viewer</title>")
        assert open_page.page.evaluate(INTO_HTML, sorted(texts)) == []
        assert open_page.page.evaluate("window.pwned") is None
        assert open_page.left == []
        # The same page finds what is not inert.
        assert open_page.page.evaluate(INTO_HTML, list(attack.PAYLOADS[:3]))
