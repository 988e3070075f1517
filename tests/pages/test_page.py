import gzip
import json

import pytest
from streamlit.testing.v1 import AppTest

import samples
from sitmap import release, resources
from sitmap.errors import ExportError
from sitmap.export import FORMATS
from sitmap.model import Report
from sitmap.pages import entry, messages
from sitmap.pages.downloads import file_name, file_stem
from sitmap.pages.readings import Case
from sitmap.pipeline import Situation

pytestmark = pytest.mark.usefixtures("read_stand_in")

FOUNDING_FILE = json.dumps({"report_id": "founding", "text": samples.FOUNDING.text, "title": "A title"})


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(resources.app()), default_timeout=60)


def read(page: AppTest) -> AppTest:
    (button,) = [button for button in page.button if button.label == messages.say("intake.read")]
    return button.click().run()


def drawn(page: AppTest) -> dict:
    """What the browser is given to draw."""
    found = {one.proto.component_name: one.proto for one in page.get("bidi_component")}
    return json.loads(gzip.decompress(found["sitmap_drawing"].bytes[16:]))


def test_an_empty_page_is_one_box_and_nothing_else(page: AppTest):
    page.run()
    assert not page.exception
    assert [header.value for header in page.header] == [messages.say("intake.heading")]
    assert not page.get("bidi_component")
    assert not page.tabs
    assert not page.error


def test_the_entry_script_of_the_wheel_draws_the_same_page():
    page = AppTest.from_file(entry.__file__, default_timeout=60).run()
    assert not page.exception
    assert [header.value for header in page.header] == [messages.say("intake.heading")]


def test_reading_nothing_says_what_to_do(page: AppTest):
    read(page.run())
    assert [error.value for error in page.error] == [messages.plain(messages.say("intake.nothing"))]
    assert page.text_area


def test_a_pasted_report_opens_the_workbench(page: AppTest):
    page.run().text_area[0].set_value("A text.")
    read(page)
    assert not page.exception
    shown = drawn(page)
    assert [piece["text"] for piece in shown["reports"][0]["pieces"]] == ["A text."]
    assert [info.value for info in page.info] == [messages.say("page.no_claims", reports="1 report")]


def test_what_the_reader_says_of_a_report_reaches_it(page: AppTest):
    page.run().text_area[0].set_value("A text.")
    page.date_input[0].set_value("2024-11-01")
    page.text_input(key="intake-publisher").set_value("An agency")
    page.selectbox(key="intake-tz").set_value("Asia/Tokyo")
    read(page)
    (report,) = page.session_state["case"].reports
    assert (str(report.published), report.publisher, report.tz) == ("2024-11-01", "An agency", "Asia/Tokyo")


def test_the_date_of_a_report_is_asked_for_in_the_open(page: AppTest):
    page.run()
    assert [asked.label for asked in page.date_input] == [messages.say("intake.published")]
    assert not [asked for folded in page.expander for asked in folded.date_input]


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("About 8,000 troops in Kursk, US says", "about-8000-troops-in-kursk-us-says"),
        ("Japan's EEZ: what fell where?", "japans-eez-what-fell-where"),
        ("Situation: Kraków, Rukla", "situation-krakow-rukla"),
        ("../../etc/passwd\x00.html", "etc-passwd-html"),
        (" ".join(["words"] * 20), "-".join(["words"] * 10)),
        ("北朝鮮", "situation"),
        ("", "situation"),
    ],
)
def test_files_are_named_after_the_case(title: str, stem: str):
    assert file_stem(title) == stem


def test_files_are_read_and_a_bad_one_is_named(page: AppTest):
    page.run().file_uploader[0].set_value(
        [
            ("good.json", FOUNDING_FILE.encode(), "application/json"),
            ("more.txt", b"A second report.", "text/plain"),
            ("last.txt", b"A third report.", "text/plain"),
            ("ba*d.json", b"{", "application/json"),
        ]
    )
    read(page)
    assert not page.exception
    texts = [report["pieces"][-1]["text"] for report in drawn(page)["reports"]]
    assert texts == [samples.FOUNDING.text[-2:], "A second report.", "A third report."]
    (error,) = page.error
    assert error.value.startswith("ba\\*d\\.json")


def test_a_report_handed_in_twice_is_read_once_and_noted(page: AppTest):
    page.run().file_uploader[0].set_value(
        [(name, b"A text.", "text/plain") for name in ("one.txt", "two.txt")]
    )
    read(page)
    assert len(drawn(page)["reports"]) == 1
    assert any("two\\.txt" in caption.value for caption in page.caption)


def test_only_bad_files_leave_the_box_with_the_reason(page: AppTest):
    page.run().file_uploader[0].set_value([("bad.json", b"{", "application/json")])
    read(page)
    assert len(page.error) == 1
    assert page.text_area


def test_the_address_opens_a_sample(page: AppTest):
    page.query_params["sample"] = "founding"
    page.run()
    assert not page.exception
    assert drawn(page)["reports"][0]["id"] == page.session_state["case"].reports[0].report_id


def test_an_unknown_sample_is_named_with_the_known(page: AppTest):
    page.query_params["sample"] = "<b>none</b>"
    page.run()
    (error,) = page.error
    assert "\\<b\\>none" in error.value
    assert "founding" in error.value


def test_the_sample_button_opens_the_founding_report(page: AppTest):
    page.run().button(key="intake-open").click().run()
    assert drawn(page)["reports"]


def test_a_new_situation_empties_the_page_even_when_the_address_named_a_sample(page: AppTest):
    page.query_params["sample"] = "founding"
    page.run().button(key="start-over").click().run()
    assert page.text_area
    assert not page.get("bidi_component")
    assert "sample" not in page.query_params


@pytest.fixture
def founding(page: AppTest) -> AppTest:
    page.session_state["case"] = Case(reports=(samples.FOUNDING,))
    return page.run()


def table(page: AppTest, name: str):
    """The only table that is drawn once its tab is open."""
    page.session_state["sheet_open"] = name
    (found,) = page.run().dataframe
    return found


def test_tables_show_every_claim_and_finding_worst_first(founding: AppTest):
    assert not founding.exception
    claims, findings = (table(founding, name).value for name in ("claims", "findings"))
    assert list(claims["claim_id"]) == ["c-russia", "c-kursk", "c-launch", "c-impact", "c-unfound"]
    assert list(findings["verdict"]) == ["inconsistent", "marginal"]
    launch = claims.set_index("claim_id").loc["c-launch"]
    assert (launch["finding"], launch["apogee_km"], launch["zone_claim"]) == ("inconsistent", 7000.0, "")


def test_a_claim_without_a_place_is_named_with_the_reason(founding: AppTest):
    (warning,) = founding.warning
    assert "Nowhere" in warning.value
    assert "was found" in warning.value


def test_several_notes_on_the_reports_are_one_line_that_opens(page: AppTest, monkeypatch):
    lines = tuple(f"Report {i} is a copy of Report 0: its claims count once" for i in range(300))
    monkeypatch.setattr(Situation, "notes", lines)
    page.run().text_area[0].set_value("A text.")
    read(page)
    assert not page.warning
    (told,) = (one for one in page.expander if one.label == messages.say("page.notes", n="300"))
    assert told.text[0].value.splitlines() == list(lines)


def test_a_single_note_on_the_reports_is_told_in_the_open(page: AppTest, monkeypatch):
    monkeypatch.setattr(Situation, "notes", ("Report 1 is a copy of Report 0",))
    page.run().text_area[0].set_value("A text.")
    read(page)
    assert [warning.value for warning in page.warning] == ["Report 1 is a copy of Report 0"]


def test_downloads_are_offered(founding: AppTest):
    formats = [form.name for suffix, form in FORMATS.items() if suffix]
    assert offered(founding) == [messages.say(f"downloads.{name}") for name in ("html", "sha256", *formats)]


def offered(page: AppTest) -> list[str]:
    return [button.label for button in page.button if str(button.key).startswith("download-")]


def test_a_file_is_made_when_it_is_asked_for_and_waits_for_the_browser_over_runs(founding: AppTest):
    assert "file_to_save" not in founding.session_state
    founding.button(key="download-csv").click().run()
    assert not founding.exception
    founding.run()
    file = founding.session_state["file_to_save"]
    assert (file.name[-4:], file.media_type) == (".csv", "text/csv")
    head, _, data = file.packed().partition(b"\n")
    assert json.loads(head) == {"id": file.file_id, "name": file.name, "media_type": "text/csv"}
    assert data == file.data
    assert b"c-impact" in data


def test_a_file_that_cannot_be_made_is_told_and_not_waited_for(founding: AppTest, monkeypatch):
    def refused(*_: object) -> bytes:
        raise ExportError("the layers have no place in it")

    monkeypatch.setattr("sitmap.export.to_bytes", refused)
    founding.button(key="download-csv").click().run()
    assert not founding.exception
    assert "no place in it" in founding.error[0].value
    assert "file_to_save" not in founding.session_state


def test_a_file_has_the_symbols_that_the_reader_has_chosen(founding: AppTest):
    founding.toggle(key="symbols-app6").set_value(True).run()
    founding.button(key="download-html").click().run()
    assert b"APP-6" in founding.session_state["file_to_save"].data


def test_a_mark_is_in_the_name_of_every_file_and_a_release_takes_the_title_out_of_it(founding: AppTest):
    outcome = founding.session_state["outcome"]
    day = f"{outcome.as_of:%Y-%m-%d}"
    assert file_name(outcome, "", None).startswith("north-korean-troops-in-kursk")
    assert file_name(outcome, "TLP:AMBER+STRICT", None).endswith(f"-{day}-TLP-AMBER-STRICT")
    assert file_name(outcome, "TLP:CLEAR", release.rules("clear")) == f"situation-{day}-TLP-CLEAR"


def test_a_mark_can_be_chosen_and_held_to(founding: AppTest):
    assert founding.checkbox(key="download-release").disabled
    founding.selectbox(key="download-mark").select("TLP:CLEAR").run()
    founding.checkbox(key="download-release").check().run()
    assert not founding.exception
    assert len(offered(founding)) > 2


def test_the_rows_follow_the_selected_claim(founding: AppTest):
    founding.session_state["selected_claim"] = "c-impact"
    for name, rows in (("claims", [3]), ("findings", [1])):
        table(founding, name)
        assert founding.session_state[f"table-{name}"]["selection"]["rows"] == rows
    founding.session_state["selected_claim"] = "c-russia"
    founding.run()
    assert founding.session_state["table-findings"]["selection"]["rows"] == []


def test_a_hostile_title_is_text_in_the_heading(page: AppTest):
    hostile = Report(report_id="h", text="A text.", title="<img src=x onerror=window.pwned=1>")
    page.session_state["case"] = Case(reports=(hostile,))
    page.run()
    (heading,) = [html for html in page.get("html") if "<h1>" in html.proto.body]
    assert "&lt;img src=x" in heading.proto.body
    assert "<img" not in heading.proto.body


def test_an_undated_report_says_so(page: AppTest):
    page.session_state["case"] = Case(reports=(Report(report_id="u", text="A text."),))
    page.run()
    assert any(messages.say("page.undated") in html.proto.body for html in page.get("html"))
