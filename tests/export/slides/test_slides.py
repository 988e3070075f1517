import io
import zipfile
from dataclasses import replace

import lxml.etree
import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

import samples
import scenes
from export import attack, situations
from export.paper import pages
from sitmap import words as told_words
from sitmap.errors import SchemaError
from sitmap.export import slides
from sitmap.model import Event, Telling, Told


def opened(product):
    return pptx.Presentation(io.BytesIO(slides.to_bytes(product)))


def tables(slide):
    return [shape.table for shape in slide.shapes if shape.has_table]


def cells(deck):
    return [
        cell.text
        for slide in deck.slides
        for table in tables(slide)
        for row in table.rows
        for cell in row.cells
    ]


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.fixture(scope="module")
def founding():
    return opened(pages.FOUNDING)


def test_the_title_is_a_title_and_the_map_a_picture_with_words(founding):
    front = founding.slides[0]
    assert front.shapes.title.placeholder_format.type == PP_PLACEHOLDER.TITLE
    assert front.shapes.title.text_frame.text == samples.FOUNDING.title
    (picture,) = [shape for shape in front.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert "About 8,000 North Korean troops in Kursk Oblast" in picture._element.nvPicPr.cNvPr.get("descr")
    image = pages.pixels(picture.image.blob)
    assert pages.share(image, "#0072b2") > 1e-4


def test_claims_findings_and_sources_are_tables(founding):
    found = cells(founding)
    for words in (
        "Claim", "Where and when", "What the checks found", "Source",
        "Stated by Antony Blinken [1]",
        samples.TRAJECTORY_FINDING.explanation,
        samples.ZONE_FINDING.method,
        "North Korean troops in Kursk; a missile flies for 86 minutes, sitmap sample, 1 Nov 2024",
    ):  # fmt: skip
        assert words in found, words
    assert any(cell.startswith("1. North Korean ICBM launched") for cell in found)


@pytest.mark.parametrize("name", ["founding", "empty", "hostile", "every look", "500 claims"])
def test_every_slide_has_its_title_marks_and_notes_and_keeps_inside(name):
    deck = opened(pages.SITUATIONS[name]())
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        assert texts(slide).count("TLP:AMBER") == 2
        assert told_words.table("caution")["boundaries"] in slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height


def test_without_a_mark_none_is_shown():
    deck = opened(replace(pages.FOUNDING, cover=replace(pages.COVER, handling="")))
    assert "TLP" not in "".join(text for slide in deck.slides for text in texts(slide))


def test_what_is_told_more_than_once_stands_side_by_side():
    deck = opened(replace(pages.FOUNDING, events=situations.EVENTS))
    (slide,) = [slide for slide in deck.slides if slide.shapes.title.text_frame.text == "Told more than once"]
    (table,) = tables(slide)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1] == ["One event", "A Hwasong-19 launched from Pyongyang", ""]
    assert ["range", "Tokyo [1]: 1,000 km\nSeoul [0]: 1,600 km", "differ"] in rows
    assert ["One force over time", "Count of the force in Kursk Oblast over time", ""] in rows


def test_an_event_with_many_tellings_fits_a_slide():
    tellings = tuple(
        Telling(report_id=f"r-{i}", teller=f"Paper {i}" * 40, published="", claim_ids=()) for i in range(60)
    )
    told = Told("range", tuple("1,000 km" * 60 for _ in tellings), "inconsistent")
    deck = opened(
        replace(
            pages.FOUNDING,
            events=[Event(event_id="e", summary="One launch", tellings=tellings, fields=(told,))],
        )
    )
    found = [table for slide in deck.slides for table in tables(slide) if table.cell(0, 0).text == "What"]
    assert sum(len(table.rows) - 1 for table in found) == 9
    assert all(len(table.rows) <= 4 for table in found)


def test_a_long_table_goes_on_and_says_what_it_leaves_out():
    deck = opened(pages.SITUATIONS["500 claims"]())
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert "Claims, continued" in titles
    assert "380 more claims: other formats have all." in cells(deck)


@pytest.mark.parametrize("first", range(0, len(attack.PAYLOADS), 10))
def test_no_text_runs_links_or_breaks_the_file(first):
    made = slides.to_bytes(attacked(attack.PAYLOADS[first : first + 10]))
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert not [name for name in packed.namelist() if "vba" in name.lower() or "activex" in name.lower()]
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                root = lxml.etree.fromstring(packed.read(name), lxml.etree.XMLParser(resolve_entities=False))
                assert not root.xpath("//*[local-name()='hlinkClick' or local-name()='hlinkHover']")
                assert not root.xpath("//*[@TargetMode='External']")
    assert len(pptx.Presentation(io.BytesIO(made)).slides) >= 4


def attacked(payloads):
    """One claim and one finding a payload, with it in every field that a report fills."""
    fields = [name for name in attack.FIELDS if hasattr(samples.TROOPS_KURSK, name)]
    claims = [
        replace(
            samples.TROOPS_KURSK,
            **dict.fromkeys(fields, payload) | {"claim_id": f"c-{number}", "event_id": f"e-{number}"},
        )
        for number, payload in enumerate(payloads)
    ]
    findings = [
        replace(
            samples.ZONE_FINDING,
            finding_id=f"f-{number}",
            claim_ids=(f"c-{number}",),
            **dict.fromkeys(("explanation", "method", "stated", "computed"), payload),
        )
        for number, payload in enumerate(payloads)
    ]
    return pages.product(scenes.layers(claims), findings, title=payloads[0])


def test_rows_of_long_texts_fit_a_slide():
    long = "Kursk " * 3000
    claims = [
        replace(
            samples.TROOPS_KURSK, claim_id=f"c-{i}", summary=long, quote=long, source=long, place_text=long
        )
        for i in range(3)
    ]
    deck = opened(pages.product(scenes.layers(claims)))
    assert [len(table.rows) for slide in deck.slides for table in tables(slide)][:3] == [2, 2, 2]
    assert all(len(cell) < 1000 for cell in cells(deck))


def test_the_same_product_gives_the_same_bytes():
    assert slides.to_bytes(pages.FOUNDING) == slides.to_bytes(pages.FOUNDING)


def test_a_layer_that_is_missing_is_named():
    with pytest.raises(SchemaError, match="tracks"):
        slides.to_bytes(
            replace(pages.FOUNDING, layers={k: v for k, v in pages.FOUNDING.layers.items() if k != "tracks"})
        )
