import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest

import samples
import scenes
from export.paper import pages
from sitmap import palette
from sitmap.errors import ExportError, SchemaError
from sitmap.export import paper
from sitmap.export.paper import furniture, mapping, symbols
from sitmap.export.paper.canvas import Canvas
from sitmap.handling import marks
from sitmap.model import Event, Telling
from sitmap.model import Told as ToldField
from sitmap.words import table

MARGIN_PX = int((furniture.MARGIN - 8) / 72 * 150)


@pytest.fixture(scope="module")
def founding():
    return paper.png(pages.FOUNDING), paper.pdf(pages.FOUNDING)


@pytest.mark.parametrize("name", pages.SITUATIONS)
def test_every_situation_gives_a_page_with_nothing_in_its_margins(name):
    image = pages.pixels(paper.png(pages.SITUATIONS[name]()))
    assert image.shape == (1240, 1753, 3)
    inner = image[MARGIN_PX:-MARGIN_PX, MARGIN_PX:-MARGIN_PX]
    assert (inner < 250).sum() == (image < 250).sum(), "something stands in the margin"
    assert pages.share(image, palette.colours()["sea"]) + pages.share(image, palette.colours()["land"]) > 0.15


@pytest.mark.parametrize("name", pages.SITUATIONS)
def test_every_situation_gives_a_pdf_that_opens(name):
    found = pages.texts(paper.pdf(pages.SITUATIONS[name]()))
    assert all(text.count("TLP:AMBER") == 2 for text in found)
    if len(found) > 1:
        assert [f"Page {n} of {len(found)}" in text for n, text in enumerate(found, start=1)] == [True] * len(
            found
        )


def test_every_kind_and_verdict_is_seen_in_its_colour(founding):
    image = pages.pixels(founding[0])
    for name in ("deployment", "launch", "impact", "impact-casing", "inconsistent", "marginal", "border"):
        assert pages.share(image, palette.colours()[name]) > 1e-5, name


def test_what_is_not_there_is_not_in_its_colour():
    image = pages.pixels(paper.png(pages.SITUATIONS["empty"]()))
    for name in ("deployment", "launch", "impact", "site", "inconsistent", "marginal"):
        assert pages.share(image, palette.colours()[name]) == 0, name


def test_in_black_and_white_every_kind_is_told_apart():
    """Symbols differ in shape: two kinds in one grey have less than half their ink in common."""
    plain = {
        "asset": "",
        "size": 0,
        "status": "present",
        "stance": "asserted",
        "background": False,
        "verdict": "",
    }
    drawn = {}
    for kind in symbols.KINDS:
        canvas = Canvas(30, 30)
        symbols.draw(canvas, {**plain, "kind": kind}, 15, 15)
        drawn[kind] = pages.pixels(paper._picture(canvas)).mean(axis=-1) < 200
    for kind, ink in drawn.items():
        for other, more in drawn.items():
            if kind < other:
                assert (ink & more).sum() < 0.6 * (ink | more).sum(), (kind, other)


@pytest.mark.parametrize("mark", marks(), ids=lambda mark: mark.mark)
def test_the_mark_stands_on_top_and_at_the_bottom_in_its_colours(mark):
    made = replace(pages.SITUATIONS["empty"](), cover=replace(pages.COVER, handling=mark.mark))
    image = pages.pixels(paper.png(made))
    for part in (image[:130], image[-130:]):
        assert pages.share(part, mark.ground) > 0.005
        assert pages.share(part, mark.ink) > 0.001
    assert pages.texts(paper.pdf(made))[0].count(mark.mark) == 2


def test_without_a_mark_none_is_shown():
    made = replace(pages.FOUNDING, cover=replace(pages.COVER, handling=""))
    assert "TLP" not in "".join(pages.texts(paper.pdf(made)))


def test_the_first_page_says_what_a_briefing_must(founding):
    text = pages.texts(founding[1])[0]
    for words in (
        samples.FOUNDING.title,
        "31 Oct 2024",
        "as of 1 Nov 2024, 12:00 UTC",
        "reports up to 1 Nov 2024",
        "5 claims from 1 report",
        "1 inconsistent",
        "Key",
        "km",
        "nm",
        "Too close to call: maritime zone",
        "[1] North Korean troops in Kursk; a missile flies for 86 minutes, sitmap sample, 1 Nov 2024.",
        *table("caution").values(),
        "azimuthal equidistant projection: distances and bearings from the launch are true",
        "1 claim without a place on the map",
    ):
        assert words in text, words


def test_findings_stand_worst_first(founding):
    text = pages.texts(founding[1])[0]
    assert text.index("Inconsistent: height and time") < text.index("Too close to call: maritime zone")


def test_every_claim_and_finding_is_in_the_pdf(founding):
    text = " ".join(pages.texts(founding[1]))
    for row in mapping.tell(pages.FOUNDING).words["claims"].values():
        assert row["summary"] in text
    for finding in pages.FOUNDING.findings:
        assert finding.explanation in text


def test_what_does_not_fit_follows_in_a_table():
    made = pages.SITUATIONS["every look"]()
    found = pages.texts(paper.pdf(made))
    assert len(found) > 1
    assert "more claims: on the next pages" in found[0]
    rest = " ".join(found[1:])
    for number in range(35):
        assert f"Look {number}" in rest


def test_what_a_table_leaves_out_it_tells():
    text = " ".join(pages.texts(paper.pdf(pages.SITUATIONS["500 claims"]())))
    assert "The first 150 of 500 claims" in text
    assert "500 claims with a place: " in text


def test_grades_stand_with_the_sources():
    claims = [replace(samples.TROOPS_KURSK, reliability="B", credibility="2")]
    text = pages.texts(paper.pdf(pages.product(scenes.layers(claims))))[0]
    assert "1 Nov 2024. Graded B2." in text


def test_what_is_told_more_than_once_stands_side_by_side():
    tellings = tuple(
        Telling(report_id=report, teller=teller, published="", claim_ids=())
        for report, teller in (("founding", "Seoul"), ("x", "Tokyo"))
    )
    event = Event(
        event_id="e-2",
        summary="A launch told twice",
        tellings=tellings,
        fields=(ToldField("height", ("7,000 km", ""), "inconsistent"),),
    )
    text = " ".join(pages.texts(paper.pdf(replace(pages.FOUNDING, events=(event,)))))
    assert "Told more than once A launch told twice" in text
    assert "height: Seoul [1]: 7,000 km; Tokyo [0]: not said (differ)" in text


def test_type_is_never_smaller_than_eight_points(founding):
    sizes = set()

    def see(text, _, matrix, __, size):
        if text.strip():
            sizes.add(round(size * abs(np.linalg.det(np.reshape(matrix[:4], (2, 2)))) ** 0.5, 2))

    for one in pypdf.PdfReader(io.BytesIO(founding[1])).pages:
        one.extract_text(visitor_text=see)
    assert min(sizes) >= 8


def test_text_is_text_in_whole_fonts(founding):
    reader = pypdf.PdfReader(io.BytesIO(founding[1]))
    fonts = {
        str(font.get_object()["/DescendantFonts"][0].get_object()["/Subtype"])
        for one in reader.pages
        for font in one["/Resources"]["/Font"].values()
    }
    assert fonts == {"/CIDFontType2"}


def test_the_map_is_vectors(founding):
    reader = pypdf.PdfReader(io.BytesIO(founding[1]))
    assert [len(one.images) for one in reader.pages] == [0] * len(reader.pages)


def test_the_same_product_gives_the_same_bytes(founding):
    assert (paper.png(pages.FOUNDING), paper.pdf(pages.FOUNDING)) == founding


def test_a_pdf_tells_its_title_and_no_clock(founding):
    about = pypdf.PdfReader(io.BytesIO(founding[1])).metadata
    assert about["/Title"] == samples.FOUNDING.title
    assert not any("Date" in name for name in about)


@pytest.mark.parametrize("name", furniture.PAPERS)
def test_every_paper_has_its_size(name):
    made = paper.pdf(replace(pages.FOUNDING, cover=replace(pages.COVER, paper=name)))
    box = pypdf.PdfReader(io.BytesIO(made)).pages[0].mediabox
    wanted = {"a4": (297, 210), "letter": (279.4, 215.9)}[name.partition("-")[0]]
    wanted = wanted[::-1] if name.endswith("portrait") else wanted
    assert [float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72] == pytest.approx(wanted, abs=0.1)


def test_a_paper_that_is_not_known_gets_the_list():
    with pytest.raises(ExportError, match=r"'a5' is no paper .* a4, a4-portrait, letter, letter-portrait"):
        paper.png(replace(pages.FOUNDING, cover=replace(pages.COVER, paper="a5")))


def test_a_layer_that_is_missing_is_named():
    with pytest.raises(SchemaError, match="tracks"):
        paper.pdf(
            replace(pages.FOUNDING, layers={k: v for k, v in pages.FOUNDING.layers.items() if k != "tracks"})
        )
