"""A real QGIS opens the project as a double click does: valid, drawn, printed, and nothing hostile runs."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import qgis
import samples
import scenes
from export import situations
from sitmap import export, schema
from sitmap.product import Cover, Product

pytestmark = pytest.mark.qgis

PROBE = Path(__file__).with_name("qgz_probe.py")
#: Pictures to look at; CI keeps them.
ARTEFACTS = Path(__file__).parents[2] / "artefacts"
COVER = Cover(as_of=datetime(2024, 11, 1, 12, tzinfo=UTC), handling="TLP:AMBER")
PRODUCTS = {
    "founding": replace(situations.PRODUCT, reports=(samples.FOUNDING,), cover=COVER),
    "states": Product(layers=situations.EVERY_STATE, findings=situations.STATES_FINDINGS, cover=COVER),
    "bering": Product(layers=situations.BERING, cover=COVER),
    "pacific": Product(layers=scenes.pacific(), cover=COVER),
    "nothing": Product(layers={name: schema.empty(name) for name in schema.LAYERS}),
}
THEMES = {"founding": ("situation", "zones"), "states": ("situation", "findings")}
SEA, LAND = "#e3ecf2", "#f2efe9"
INK = {"deployment": "#0072b2", "launch": "#d55e00", "impact": "#cc79a7", "site": "#009e73"}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("qgz")
    ARTEFACTS.mkdir(exist_ok=True)
    return {name: opened(folder, name, product) for name, product in PRODUCTS.items()}


def opened(folder, name, product):
    path = export.save(product, folder / f"{name}.qgz")
    return qgis.ask(
        PROBE,
        {
            "project": str(path),
            "pdf": str(ARTEFACTS / f"qgz-{name}.pdf"),
            "png": str(ARTEFACTS / f"qgz-{name}-briefing.png"),
            "canvas": {theme: str(ARTEFACTS / f"qgz-{name}-{theme}.png") for theme in THEMES.get(name, ())},
        },
    )


@pytest.fixture(params=PRODUCTS)
def answer(request, answers):
    return answers[request.param]


def test_it_opens_without_a_word(answer):
    assert answer["read"]
    assert (answer["error"], answer["bad"], answer["messages"]) == ("", [], [])
    assert not answer["dirty"]


def test_every_layer_is_resolved_valid_and_styled(answer):
    for key, layer in answer["layers"].items():
        assert key.startswith("sitmap_")
        assert layer["valid"]
        if layer["renderer"] is None:
            continue
        assert layer["crs"] == "EPSG:4326"
        assert layer["renderer"] in {"RuleRenderer", "singleSymbol"}
    assert "unresolved" not in str(answer["tree"])
    for kind in schema.MARKER_LAYER.values():
        assert answer["layers"][f"sitmap_{kind}"]["labels"]


def test_groups_themes_relations_and_layout(answer):
    assert [next(iter(group)) for group in answer["tree"]] == [
        *("Situation", "Findings"),
        *(["Sources"] if "Sources" in str(answer["tree"]) else []),
        *("Zones", "Base map"),
    ]
    assert set(answer["themes"]) == {"situation", "findings", "zones"}
    assert "sitmap_tracks" not in answer["themes"]["zones"]
    assert answer["relations"]["claim_findings_findings"]
    assert answer["relations"]["claim_findings_launches"]
    assert all(answer["relations"].values())
    assert answer["layouts"] == ["Briefing"]


def test_the_projection_is_known_and_the_view_is_in_it(answer):
    valid, name, proj, geographic = answer["crs"]
    assert valid
    assert not geographic
    assert name.startswith(("Azimuthal equidistant, ", "Equal Earth, "))
    assert proj.startswith(("+proj=aeqd", "+proj=eqearth"))
    assert answer["view"][4]


def test_pdf_and_picture_are_printed(answer):
    assert (answer["layout"]["pdf"], answer["layout"]["png"]) == (0, 0)  # QgsLayoutExporter.Success
    assert {"Title", "Map", "Legend", "Scale, km", "Scale, nautical miles"} <= set(answer["layout"]["items"])


@pytest.mark.parametrize("name", [name for name in PRODUCTS if name != "nothing"])
def test_the_handling_mark_stands_at_top_and_bottom(answers, name):
    items = answers[name]["layout"]["items"]
    assert items["Handling, top"]["text"] == items["Handling, bottom"]["text"] == "TLP:AMBER"
    assert "As of 1 Nov 2024, 12:00 UTC" in items["Time"]["text"]


def test_reports_are_a_table_that_claims_refer_to(answers):
    assert answers["founding"]["layers"]["sitmap_reports"]["count"] == 1
    assert answers["founding"]["relations"]["launches_reports"]
    assert "sitmap_reports" not in answers["bering"]["layers"]


def test_the_theme_of_findings_has_a_style_of_its_own(answers):
    states = answers["states"]
    for name in schema.MARKER_LAYER.values():
        assert states["layers"][f"sitmap_{name}"]["styles"] == ["default", "findings"]
    plain, doubted = states["canvas"]["situation"], states["canvas"]["findings"]
    assert plain["errors"] == doubted["errors"] == []
    blue = INK["deployment"]
    assert 0 < doubted["colours"].get(blue, 0) < plain["colours"][blue]


def test_metadata(answers):
    founding = answers["founding"]
    assert founding["title"] == samples.FOUNDING.title
    assert founding["created"] == "2024-11-01T12:00:00"
    assert "Natural Earth" in founding["abstract"]
    assert "imply no position" in founding["abstract"]


def test_the_picture_shows_every_kind_on_land(answers):
    picture = answers["states"]["canvas"]["situation"]
    assert picture["errors"] == []
    for colour in (*INK.values(), LAND, SEA):
        assert picture["colours"].get(colour, 0) > 300, colour


def test_the_legend_lists_each_mark_once(answers):
    legend = answers["states"]["layout"]["legend"]
    assert len(legend) == len(set(legend))
    assert {"Checks: inconsistent", "Launch, denied", "Deployment, withdrawn"} <= set(legend)


@pytest.mark.parametrize("name", ["bering", "pacific"])
def test_no_line_runs_where_the_map_was_cut(answers, name):
    """Along the antimeridian: the coast's colour and the marks' would be there if a cut were drawn."""
    path = answers[name]["meridian"]
    assert path, "the antimeridian is in view"
    assert not {"#b5c3cd", *INK.values()} & set(path)


HOSTILE_TITLE = "<b>x</b> [% env('HOME') %] & \" $CURRENT_DATE"


def test_hostile_words_are_printed_as_they_are(tmp_path):
    report = replace(samples.FOUNDING, title=HOSTILE_TITLE, publisher=HOSTILE_TITLE)
    product = replace(PRODUCTS["founding"], reports=(report,))
    items = opened(tmp_path, "hostile", product)["layout"]["items"]
    assert items["Title"]["text"] == HOSTILE_TITLE
    assert HOSTILE_TITLE in items["Sources"]["text"]


def test_map_tips_run_nothing(tmp_path):
    claims, findings = scenes.hostile()
    product = Product(layers=scenes.layers(claims), findings=findings)
    path = export.save(product, tmp_path / "hostile.qgz")
    wanted = {f"sitmap_{name}" for name in schema.MARKER_LAYER.values()}
    answer = qgis.ask(PROBE, {"project": str(path), "png": str(tmp_path / "x.png"), "tips": sorted(wanted)})
    tips = [tip for name in wanted for tip in answer["layers"][name]["tips"]]
    assert len(tips) == len(claims)
    for tip in tips:
        assert set(re.findall(r"<(/?\w*)", tip)) <= {"b", "/b", "br", "i", "/i", "p", "/p"}
