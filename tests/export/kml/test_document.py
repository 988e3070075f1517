"""The whole document, held to OGC's schema by another's validator, read by another's reader."""

import io
import itertools
from collections import Counter
from dataclasses import replace

import pandas as pd
import pyogrio
import pytest
from fastkml import validator
from lxml import etree

import samples
import scenes
from export import attack, situations
from sitmap import export, layers, schema, words
from sitmap.errors import SchemaError
from sitmap.export import events_table, kml
from sitmap.export.kml import plain
from sitmap.product import Cover, Product

KML = "{http://www.opengis.net/kml/2.2}"
ATTACK = attack.product()
PRODUCTS = {
    "founding": situations.PRODUCT,
    "states": Product(layers=situations.EVERY_STATE, findings=situations.STATES_FINDINGS),
    "bering": Product(layers=situations.BERING),
    "nothing": Product(layers={name: schema.empty(name) for name in schema.LAYERS}),
    "attack": ATTACK,
}
WRITTEN = {name: kml.to_kml(product) for name, product in PRODUCTS.items()}


@pytest.fixture(params=PRODUCTS)
def situation(request):
    return request.param


def tree(data):
    return etree.fromstring(data, etree.XMLParser(huge_tree=True))


def folder(document, *names):
    for name in names:
        (document,) = [f for f in document.iter(f"{KML}Folder") if f.findtext(f"{KML}name") == name]
    return document


def placemarks(element):
    return list(element.iter(f"{KML}Placemark"))


def data(placemark):
    return {field.get("name"): field.text for field in placemark.iter(f"{KML}SimpleData")}


def test_it_is_valid_kml(situation):
    assert validator.validate(element=tree(WRITTEN[situation]))


def test_the_validator_finds_faults():
    broken = WRITTEN["founding"].replace(b"<open>1</open>", b"<open>maybe</open>")
    with pytest.raises(AssertionError):
        validator.validate(element=tree(broken))


def test_every_feature_is_a_placemark_with_a_style_that_is_there(situation):
    found = tree(WRITTEN[situation])
    edges = [f for f in found.iter(f"{KML}Folder") if f.findtext(f"{KML}name").endswith(": edges")]
    again = sum(len(placemarks(edge)) for edge in edges)
    tellings = len(events_table.rows(PRODUCTS[situation].events))
    features = sum(map(len, PRODUCTS[situation].layers.values()))
    assert len(placemarks(found)) - again == features + tellings
    assert bool(again) == (situation == "bering")
    styles = Counter(element.get("id") for element in found.iter(f"{KML}Style", f"{KML}StyleMap"))
    assert set(styles.values()) <= {1}
    assert {url.text.removeprefix("#") for url in found.iter(f"{KML}styleUrl")} <= set(styles)


def test_folders_are_by_kind_and_layer():
    (document,) = tree(WRITTEN["founding"])
    tops = [f.findtext(f"{KML}name") for f in document.findall(f"{KML}Folder")]
    assert tops == [
        "Launch claims", "Impact claims", "Deployment claims", "Maritime zones", "Not on the map",
        "Told more than once",
    ]  # fmt: skip
    launches = folder(document, "Launch claims")
    assert [f.findtext(f"{KML}name") for f in launches.findall(f"{KML}Folder")] == [
        "Launches", "Launch areas", "Possible launch points", "Ground tracks",
    ]  # fmt: skip


def test_a_claim_without_a_place_is_listed_with_the_reason_and_has_no_geometry():
    (unplaced,) = placemarks(folder(tree(WRITTEN["founding"]), "Not on the map"))
    assert data(unplaced)["claim_id"] == samples.UNFOUND.claim_id
    assert "no place called" in unplaced.findtext(f"{KML}description")
    assert not {"Point", "MultiGeometry"} & {etree.QName(child).localname for child in unplaced}


def test_no_placemark_lies_at_nought_nought(situation):
    points = [e.findtext(f"{KML}coordinates") for e in tree(WRITTEN[situation]).iter(f"{KML}Point")]
    assert "0,0" not in points


@pytest.mark.parametrize("layer", schema.LAYERS)
def test_no_field_and_no_null_is_lost(situation, layer):
    columns = schema.LAYERS[layer].columns
    frame = PRODUCTS[situation].layers[layer]
    root = tree(WRITTEN[situation])
    key = columns[0].name
    title = schema.LAYERS[layer].title
    within = [f for f in root.iter(f"{KML}Folder") if f.findtext(f"{KML}name").startswith(title)]
    read = {data(p)[key]: data(p) for f in within for p in placemarks(f)}
    assert set(read) == set(frame[key])
    for row in frame.drop(columns="geometry").to_dict("records"):
        for column in columns:
            told = read[row[key]].get(column.name)
            assert same(column, told, row[column.name]), column.name


def test_every_telling_of_an_event_is_listed_with_all_its_fields():
    found = folder(tree(WRITTEN["founding"]), "Told more than once")
    rows = events_table.rows(situations.EVENTS)
    assert len(placemarks(found)) == len(rows) == 10
    for placemark, row in zip(placemarks(found), rows, strict=True):
        assert placemark.find(f"{KML}Point") is None
        for column in schema.EVENT_COLUMNS:
            assert same(column, data(placemark).get(column.name), row[column.name]), column.name
    told = [p.findtext(f"{KML}description") for p in placemarks(found)]
    assert (
        "A Hwasong-19 launched from Pyongyang\nrange, Seoul: 1,600 km\nThe tellings differ\n2024-11-01"
        in told
    )
    assert "A Hwasong-19 launched from Pyongyang\nflight time, Seoul: not said\n2024-11-01" in told


def test_text_reads_as_it_stood_with_every_line_end():
    said = "Seen at <b>noon</b> & after\r\nsaid \"they\"\rand 'he'\x0c"
    claim = replace(samples.TROOPS_KURSK, quote=said)
    written = kml.to_kml(Product(layers=scenes.layers([claim])))
    (placemark,) = placemarks(folder(tree(written), "Deployments"))
    assert data(placemark)["quote"] == said.replace("\x0c", "\N{REPLACEMENT CHARACTER}")


def same(column, told, value):
    if column.dtype == schema.TEXT:
        # XML has no form for some characters; the rest is verbatim.
        return (told or "") == plain.legal(value)
    if pd.isna(value):
        return told is None
    return float(told) == float(value)


def test_the_types_are_those_of_the_columns():
    fields = {
        field.get("name"): field.get("type") for field in tree(WRITTEN["founding"]).iter(f"{KML}SimpleField")
    }
    assert {fields[name] for name in ("count_min", "quote_start")} == {"int"}
    assert {fields[name] for name in ("range_km", "limit_km")} == {"double"}
    assert fields["background"] == fields["disputed"] == "bool"
    assert fields["claim_id"] == "string"


def test_gdal_reads_layers_fields_times_and_types():
    made = io.BytesIO(WRITTEN["founding"])
    assert {"Launches", "Impacts", "Deployments", "Ground tracks"} <= set(pyogrio.list_layers(made)[:, 0])
    launch = pyogrio.read_dataframe(io.BytesIO(WRITTEN["founding"]), layer="Launches").iloc[0]
    assert launch["timestamp"].isoformat() == "2024-10-31T07:11:00+09:00"
    assert (launch["range_km"], launch["count_min"], bool(launch["background"])) == (1000.0, 1, False)
    assert (launch["geometry"].x, launch["geometry"].y) == (127, 40)
    states = pyogrio.read_dataframe(io.BytesIO(WRITTEN["states"]), layer="Impacts").set_index("claim_id")
    assert states["background"].to_dict() == {
        **dict.fromkeys(situations.EVERY_STATE["impacts"]["claim_id"], False), "i-background": True,
    }  # fmt: skip


def test_a_day_is_a_day_and_a_span_is_a_span():
    (day, *_) = placemarks(folder(tree(WRITTEN["founding"]), "Deployments"))
    assert day.findtext(f"{KML}TimeStamp/{KML}when") == "2024-10-31"
    claim = replace(samples.TROOPS_KURSK, date="2024-10-29", date_end="2024-10-31")
    made = layers.build([claim], (), zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries"))
    (marker, _) = placemarks(tree(kml.to_kml(Product(layers=made))))
    (span,) = marker.iter(f"{KML}TimeSpan")
    assert [child.text for child in span] == ["2024-10-29", "2024-10-31"]


def test_nothing_is_fetched_and_nothing_is_hidden_in_cdata(situation):
    root = tree(WRITTEN[situation])
    assert not list(root.iter(f"{KML}href", f"{KML}NetworkLink", f"{KML}Link", f"{KML}Icon"))
    assert b"<![CDATA[" not in WRITTEN[situation]


def test_words_of_reports_are_nothing_but_words():
    root = tree(WRITTEN["attack"])
    shown = itertools.chain(root.iter(f"{KML}name"), root.iter(f"{KML}description"))
    for element in shown:
        text = element.text or ""
        assert plain.inert(text.replace("\u2060", "")) == text or plain.inert(text) == text
    balloons = {text.text for text in root.iter(f"{KML}text")}
    assert balloons == {'<div style="white-space: pre-wrap">$[description]</div>'}


def test_ids_and_addresses_are_of_our_own_making():
    root = tree(WRITTEN["attack"])
    names = {element.get("id") for element in root.iter(f"{KML}Style", f"{KML}StyleMap", f"{KML}Schema")}
    assert all(name.replace("-", "").replace("_", "").isalnum() and name.isascii() for name in names)
    assert {element.get("schemaUrl")[1:] for element in root.iter(f"{KML}SchemaData")} <= names


def test_each_state_of_a_claim_has_its_style():
    marks = {
        data(p)["claim_id"]: p.findtext(f"{KML}styleUrl")
        for layer in schema.MARKER_LAYER.values()
        for p in placemarks(folder(tree(WRITTEN["states"]), schema.LAYERS[layer].title))
    }
    assert marks["d-withdrawn"] == "#deployment-withdrawn-troops"
    assert marks["d-few"] == "#deployment-inconsistent-troops-size1"
    assert marks["l-denied"] == "#launch-denied"
    assert marks["l-background"] == "#launch-background"
    assert marks["i-offset"] == "#impact-marginal"
    assert marks["s-plain"] == "#site-inconsistent"


def test_an_area_across_the_antimeridian_has_its_edge_apart_and_the_cut_has_none():
    impacts = folder(tree(WRITTEN["bering"]), "Impact claims")
    (area,) = placemarks(folder(impacts, "Impact areas"))
    (edge,) = placemarks(folder(impacts, "Impact areas across the antimeridian: edges"))
    assert len(list(area.iter(f"{KML}Polygon"))) == 2
    assert data(edge) == data(area)
    assert not list(area.iter(f"{KML}LineString"))
    (style,) = [s for s in tree(WRITTEN["bering"]).iter(f"{KML}Style") if s.get("id") == "impact-area-cut"]
    assert style.findtext(f"{KML}PolyStyle/{KML}outline") == "0"
    assert style.find(f"{KML}LineStyle") is None  # GDAL would draw it
    assert area.findtext(f"{KML}styleUrl") == "#impact-area-cut"
    assert edge.findtext(f"{KML}styleUrl") == "#impact-area-edge"


def test_zones_are_there_and_not_drawn_before_they_are_asked_for():
    zones = folder(tree(WRITTEN["founding"]), "Maritime zones (estimate)")
    assert {p.findtext(f"{KML}visibility") for p in placemarks(zones)} == {"0"}


def test_the_front_tells_mark_time_and_caveats():
    cover = Cover(title="Sea of Japan", handling="TLP:AMBER", as_of=situations.AS_OF)
    made = kml.to_kml(Product(layers=situations.FOUNDING, cover=cover, notes=["p. 2 was not read"]))
    (document,) = tree(made)
    assert document.findtext(f"{KML}name") == "Sea of Japan"
    assert document.findtext(f"{KML}description").splitlines() == [
        "TLP:AMBER: for the recipients' organization and its clients, as they need to know",
        "31 Oct 2024",
        "As of 1 Nov 2024, 12:00 UTC",
        words.table("caution")["boundaries"],
        "p. 2 was not read",
    ]


def test_the_same_input_gives_the_same_bytes(situation):
    assert export.to_bytes(PRODUCTS[situation], ".kml") == WRITTEN[situation]


def test_a_missing_layer_is_named():
    with pytest.raises(SchemaError, match="missing"):
        kml.to_kml(Product(layers={}))
