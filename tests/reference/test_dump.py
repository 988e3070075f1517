"""A user's own dump of GeoNames becomes a gazetteer that sitmap opens."""

import zipfile

import pytest

from sitmap import resources
from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.reference import dump
from sitmap.reference.__main__ import main


def line(number, name, at, code, *, country="RU", admin=("41", ""), people=0, others=""):
    feature = {"ADM2": "A", "ISL": "T", "STM": "H", "ADM1": "A"}.get(code, "P")
    cells = [
        number, name, name, others, *at, feature, code, country, "", *admin, "", "", people, "", 0,
        "Europe/Moscow", "2024-01-01",
    ]  # fmt: skip
    return "\t".join(map(str, cells))


OTHERS = "Новая Деревня,New Village,https://x.example"
LINES = [
    line(9_000_002, "Novaya Derevnya", (51.6, 36.3), "PPL", admin=("41", "900"), people=120, others=OTHERS),
    line(9_000_001, "Ostrov Malyy", (55.0, 137.0), "ISL"),
    line(9_000_000, "Rayon Proby", (51.6, 36.2), "ADM2", admin=("41", "900")),
    line(9_000_003, "Ruchey", (51.6, 36.3), "STM"),
    line(538555, "Kurskaya Oblast'", (51.67, 36.08), "ADM1", others="Kurskaja Prob"),
    line(9_000_004, "Okushiri Island", (42.15, 139.45), "ISL", country="JP"),
    line(703448, "Kyiv", (50.45, 30.52), "PPLC", country="UA", admin=("12", ""), people=2_797_553),
    line(9_000_005, "Okushiri Island", (10.0, 0.0), "ISL", country="GH"),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("dump") / "allCountries.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("readme.txt", "not a table")
        file.writestr("allCountries.txt", "".join(f"{text}\n" for text in LINES))
    return path


@pytest.fixture(scope="module")
def own(archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    assert main(["gazetteer", "--dump", str(archive), "--to", str(folder)]) == 0
    return folder


def test_its_towns_lie_in_their_county_and_division(own):
    index = store.Gazetteer(own)
    (found,) = index.candidates("new village")
    place = index.place(found.entry)
    assert (place.place_id, place.name, place.country) == ("geonames:9000002", "Novaya Derevnya", "RUS")
    assert (place.admin1, place.admin2) == ("Kursk Oblast", "Rayon Proby")
    assert (place.lat, place.lon, place.population) == (51.6, 36.3, 120)
    assert found.code == "PPL"
    assert [c.entry for c in index.candidates("новая деревня")] == [found.entry]
    assert index.find("geonames:9000002") == found.entry


def test_it_keeps_what_every_index_has(own):
    index = store.Gazetteer(own)
    for place_id in (
        "sitmap:island/okushiri",
        "sitmap:area/donbas",
        "ourairports:ZKPY",
        "geonames:538555",
    ):
        assert index.find(place_id) is not None
    assert index.outline_of(index.find("sitmap:area/donbas"))[0] == "areas.fgb"


def test_a_place_known_already_gains_its_names_and_people(own):
    index = store.Gazetteer(own)
    oblast = index.find("geonames:538555")
    assert oblast in [c.entry for c in index.candidates("kurskaja prob")]
    assert index.place(oblast).population == 120


def test_curated_names_of_its_towns_are_kept(own):
    index = store.Gazetteer(own)
    assert index.find("geonames:703448") in [c.entry for c in index.candidates("kyyiv")]


def test_what_is_no_place_of_reports_is_left_out(own):
    assert store.Gazetteer(own).candidates("ruchey") == []


def test_a_twin_of_a_curated_place_is_left_out_and_a_namesake_far_away_is_not(own):
    index = store.Gazetteer(own)
    assert index.find("geonames:9000004") is None
    assert index.find("geonames:9000005") is not None


def test_the_same_dump_gives_the_same_bytes_packed_or_not(own, tmp_path):
    table = tmp_path / "RU.txt"
    table.write_text("".join(f"{text}\n" for text in LINES), encoding="utf-8")
    dump.build(table, tmp_path / "again", geo=resources.geo(), data=resources.data())
    for file in own.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes(), file.name


def test_the_environment_names_the_folder(own, monkeypatch):
    monkeypatch.setenv("SITMAP_GAZETTEER", str(own))
    store.gazetteer.cache_clear()
    try:
        assert len(store.gazetteer()) == len(store.Gazetteer(own))
    finally:
        store.gazetteer.cache_clear()


def test_a_folder_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SITMAP_GAZETTEER", str(tmp_path / "gone"))
    with pytest.raises(ResourceError, match=r"gone.*--dump"):
        resources.gazetteer()


def test_an_index_of_other_layers_is_refused(own, tmp_path):
    for file in own.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "layers.json").write_text('{"areas.fgb": 1}', encoding="utf-8")
    with pytest.raises(ResourceError, match="other layers"):
        store.Gazetteer(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1\tA\tB\n", r"line 1: 3 columns where .* 19"),
        (LINES[0] + "\n" + LINES[0].replace("51.6", "951.6"), "line 2: .*latitude"),
        (LINES[0].replace("51.6", "north"), "line 1: .*north"),
        (LINES[0].replace("9000002", "nine"), "line 1: .*nine"),
        (LINES[0].replace("51.6", "nan"), "line 1: .*finite"),
    ],
)
def test_a_line_that_is_none_of_geonames_is_named(tmp_path, text, says):
    path = tmp_path / "XX.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=says):
        list(dump.rows(path))


@pytest.mark.parametrize(
    ("name", "content"), [("a.zip", b"no archive"), ("gone.zip", None), ("b.txt", b"\xff\xfe\x00")]
)
def test_a_file_that_is_no_dump_is_refused(tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ResourceError, match=name):
        list(dump.rows(tmp_path / name))


def test_an_archive_of_several_tables_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as file:
        file.writestr("a.txt", LINES[0])
        file.writestr("b.txt", LINES[1])
    with pytest.raises(ResourceError, match="2 tables"):
        list(dump.rows(tmp_path / "two.zip"))


@pytest.mark.parametrize(
    "arguments",
    [["--dump", "x.zip"], ["zones", "--dump", "x.zip", "--to", "y"], ["gazetteer", "--dump", "x.zip"]],
)
def test_a_dump_builds_a_gazetteer_of_ones_own_and_nothing_else(arguments, monkeypatch):
    monkeypatch.delenv("SITMAP_GAZETTEER", raising=False)
    assert main(arguments) == 2
