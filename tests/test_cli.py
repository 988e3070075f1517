"""Every command as a user types it."""

import json
import re
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import samples
import web
from sitmap import resources
from sitmap.cli import main

REPO = Path(__file__).resolve().parent.parent


def run(*arguments: str, stdin: str | bytes | None = None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(samples.FOUNDING.text, encoding="utf-8")
    return path


def test_map_writes_one_html_file(tmp_path, report):
    done = run("map", report, "-o", tmp_path / "map.html", "--published", "2024-11-01")
    assert done.exit_code == 0, done.output
    html = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "Okushiri Island" in html


def test_map_takes_title_time_and_mark_and_leaves_a_checksum(tmp_path, report):
    options = ("--heading", "Two events", "--as-of", "2024-11-01T12:00", "--tlp", "amber+strict")
    done = run("map", report, "-o", tmp_path / "map.html", *options)
    assert done.exit_code == 0, done.output
    html = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "<title>Two events</title>" in html
    assert "1 Nov 2024, 12:00 UTC" in html
    assert html.count("TLP:AMBER+STRICT</strong>") == 2
    checked = subprocess.run(
        ["sha256sum", "-c", "map.html.sha256"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert checked.stdout == "map.html: OK\n", checked.stderr


def test_a_release_is_marked_and_says_what_it_took_out(tmp_path, report):
    done = run(
        "layers", report, "-o", tmp_path / "out", "--publisher", "Daily", "--release", "clear", "--grid", "25"
    )
    assert done.exit_code == 0, done.output
    assert "Taken out: the place, to cells of at least 25 km: " in done.stderr
    assert "Daily" not in "".join(p.read_text("utf-8") for p in (tmp_path / "out").iterdir())
    record = json.loads(
        run("layers", report, "-o", tmp_path / "b.gpkg", "--release", "GREEN", "--json").stdout
    )
    assert record["handling"] == "TLP:GREEN"
    assert {"what": "title, publisher, address and text", "of": "report", "count": 1} in record["removed"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--tlp", "WHITE"], "'WHITE' is no handling mark of TLP 2.0"),
        (["--release", "secret"], "give one of TLP:CLEAR"),
        (["--tlp", "RED", "--release", "GREEN"], "TLP:RED and a release under TLP:GREEN"),
        (["--grid", "10"], "give --release"),
        (["--release", "RED", "--grid", "far"], "'far' is no number of km"),
        (["--release", "CLEAR", "--grid", "1"], "give at least 10 km"),
        (["--as-of", "yesterday"], "'yesterday' is no time"),
    ],
)
def test_a_mark_or_release_that_makes_no_sense_is_refused(tmp_path, report, options, words):
    done = run("map", report, "-o", tmp_path / "map.html", *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert not (tmp_path / "map.html").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--hostile", "RUS"], "give --symbols app6"),
        (["--symbols", "app6", "--hostile", "RU"], "'RU' is no actor that claims name"),
        (["--symbols", "app6", "--hostile", "RUS", "--friend", "Russia"], "RUS is on two sides"),
        (["--symbols", "nato"], "'nato' is not one of"),
    ],
)
def test_symbols_and_sides_that_make_no_sense_are_refused(tmp_path, report, options, words):
    done = run("map", report, "-o", tmp_path / "a.html", *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert not (tmp_path / "a.html").exists()


def test_a_map_after_app6_says_who_chose_the_sides(tmp_path, report):
    dest = tmp_path / "a.html"
    assert run("map", report, "-o", dest, "--symbols", "app6", "--hostile", "PRK, Russia").exit_code == 0
    assert "hostile PRK, RUS; all others unknown." in dest.read_text(encoding="utf-8")


def test_map_refuses_a_name_that_is_no_html(tmp_path, report):
    done = run("map", report, "-o", tmp_path / "map.pdf")
    assert done.exit_code == 2
    assert "map.pdf" in done.output
    assert ".html" in done.output


def test_layers_writes_a_folder_of_geojson(tmp_path, report):
    done = run("layers", report, "-o", tmp_path / "out", "--published", "2024-11-01")
    assert done.exit_code == 0, done.output
    impacts = json.loads((tmp_path / "out" / "impacts.geojson").read_text(encoding="utf-8"))
    assert [f["properties"]["date"] for f in impacts["features"]] == ["2024-10-31"]
    assert (tmp_path / "out" / "findings.json").is_file()


def test_layers_writes_a_geopackage(tmp_path, report):
    assert run("layers", report, "-o", tmp_path / "out.gpkg").exit_code == 0
    assert (tmp_path / "out.gpkg").read_bytes().startswith(b"SQLite format 3")


def test_layers_names_the_formats_there_are(tmp_path, report):
    done = run("layers", report, "-o", tmp_path / "out.docx")
    assert done.exit_code == 2
    assert ".gpkg" in done.output
    assert not (tmp_path / "out.docx").exists()


def test_layers_says_what_it_did_as_json(tmp_path, report):
    record = json.loads(run("layers", report, "-o", tmp_path / "out", "--json").stdout)
    assert record["reports"] == 1
    assert record["claims"] >= 4


def test_a_date_that_is_none_is_refused(report, tmp_path):
    done = run("map", report, "-o", tmp_path / "m.html", "--published", "yesterday")
    assert done.exit_code == 2
    assert "'yesterday'" in done.output
    assert "YYYY-MM-DD" in done.output


def test_check_lists_findings_worst_first(report):
    done = run("check", report, "--published", "2024-11-01", "--json")
    verdicts = [finding["verdict"] for finding in json.loads(done.stdout)]
    order = ["inconsistent", "marginal", "undetermined", "consistent"]
    assert verdicts == sorted(verdicts, key=order.index)
    assert {"zone", "trajectory", "duration", "sum"} <= {f["check"] for f in json.loads(done.stdout)}


def test_check_tells_events_side_by_side():
    pair = [resources.data("samples", name) for name in ("okushiri-2023.json", "okushiri-2023-seoul.json")]
    told = json.loads(run("check", *pair, "--events", "--json").stdout)
    assert told["findings"] == json.loads(run("check", *pair, "--json").stdout)
    ranges = [(row["teller"], row["value"]) for row in told["events"] if row["what"] == "apogee"]
    assert len({teller for teller, _ in ranges}) == 2
    lines = run("check", *pair, "--events").stdout
    assert all(f"{teller}: {value}" in lines for teller, value in ranges if value)


def test_check_strict_exits_with_1_on_an_inconsistency(tmp_path):
    path = tmp_path / "wrong.txt"
    path.write_text(
        "North Korea fired a ballistic missile from Pyongyang at 7:00 a.m. on 3 March 2024. It landed at "
        "7:10 a.m. 300 km west of Okushiri Island after a flight of 45 minutes.",
        encoding="utf-8",
    )
    assert run("check", path).exit_code == 0
    assert run("check", path, "--strict").exit_code == 1


def test_standard_input(tmp_path):
    done = run("layers", "-", "-o", tmp_path / "out", "--json", stdin=samples.FOUNDING.text)
    assert done.exit_code == 0, repr(done.exception)
    assert json.loads(done.stdout)["reports"] == 1


def test_a_missing_file_is_one_line_on_standard_error(tmp_path):
    done = run("check", tmp_path / "nothing.txt")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "nothing.txt" in done.stderr


def test_one_bad_report_in_a_batch_exits_with_3_and_does_the_rest(tmp_path, report):
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    done = run("layers", tmp_path / "bad.json", report, "-o", tmp_path / "out")
    assert done.exit_code == 3, done.output
    assert "bad.json" in done.stderr
    assert (tmp_path / "out" / "deployments.geojson").is_file()


FEED = """<rss version="2.0"><channel><title>Coast Post</title>
<item><title>Launch</title><link>{}</link>
<description>North Korea fired a missile from Pyongyang.</description></item></channel></rss>"""
PAGE = "<html><body><article><p>About 8,000 North Korean troops are in the Kursk region.</p></article>"


@pytest.fixture
def server(tmp_path, monkeypatch):
    settings = tmp_path / "settings.toml"
    settings.write_text('[fetch]\nallow = ["127.0.0.1"]\n', encoding="utf-8")
    monkeypatch.setenv("SITMAP_SETTINGS", str(settings))
    with web.running() as running:
        running.answers["/feed"] = web.answer(FEED.format(running.url("/page")).encode(), kind="text/xml")
        running.answers["/page"] = web.answer(PAGE.encode())
        yield running


@pytest.mark.parametrize(("options", "kind"), [((), "launches"), (("--follow",), "deployments")])
def test_a_feed_is_mapped_by_its_address(tmp_path, server, options, kind):
    done = run("layers", server.url("/feed"), "-o", str(tmp_path / "layers"), *options)
    assert done.exit_code == 0, done.stderr
    layer = json.loads((tmp_path / "layers" / f"{kind}.geojson").read_text(encoding="utf-8"))
    assert len(layer["features"]) == 1


def test_a_bad_address_is_one_line_that_says_what_to_do(tmp_path, server):
    url = server.url("/none")
    done = run("map", url, server.url("/page"), "-o", str(tmp_path / "map.html"))
    assert done.exit_code == 3
    assert done.stderr.splitlines()[0] == f"sitmap: {url}: has no such page (status 404): check the address"


def test_a_settings_file_that_is_wrong_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setenv("SITMAP_SETTINGS", str(tmp_path / "none.toml"))
    done = run("check", "http://127.0.0.1/")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"sitmap: {tmp_path / 'none.toml'}: cannot be opened")


def test_a_copy_is_told(tmp_path, report):
    copy = tmp_path / "copy.txt"
    copy.write_text(f"{report.read_text(encoding='utf-8')}\nOur own line.", encoding="utf-8")
    done = run("check", str(report), str(copy))
    assert " is a copy of " in done.stderr


@pytest.mark.usefixtures("report")
def test_verbose_says_what_was_passed_over(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    done = run("check", tmp_path, "-v")
    assert done.exit_code == 0, done.output
    assert "photo.png" in done.stderr


def test_zone():
    record = json.loads(run("zone", "42.1", "137.0", "--json").stdout)
    assert record["sovereign"] == "JPN"
    assert 0 < record["margin_km"] < 30


def test_zone_tells_all_limits_the_share_and_the_edge():
    asked = ("zone", "42.15", "136.98", "--radius", "25", "--bearing", "270")
    record = json.loads(run(*asked, "--json").stdout)
    answers = {limit["limit"]: limit["answer"] for limit in record["limits"]}
    assert answers == {"territorial": "outside", "contiguous": "outside", "eez": "too close to call"}
    assert 0.5 < record["limits"][-1]["share"] < 0.9
    assert record["edge_km"] == pytest.approx(7.5, abs=0.5)
    words = run(*asked).stdout
    assert re.search(r"territorial sea +outside by 177\.9 km", words)
    assert re.search(r"EEZ +too close to call: inside by 6\.\d km, less than 32 km; 6\d%", words)
    assert re.search(r"edge +of the EEZ at a bearing of 270° *: 7\.\d km away", words)


def test_zone_of_another_state_and_of_one_without_a_coast():
    assert "inside by" not in run("zone", "42.15", "136.98", "--of", "RUS").stdout
    assert "outside: no coast" in run("zone", "42.15", "136.98", "--of", "MNG").stdout
    done = run("zone", "42.15", "136.98", "--of", "Russia")
    assert done.exit_code == 2
    assert "alpha-3" in done.stderr


def test_zone_names_the_line_that_is_not_applied():
    assert re.search(r"not applied: .*median line is used", run("zone", "31.5", "127.5").stdout)


def test_zone_lists_the_views():
    assert "ARG, CHN, JPN" in " ".join(run("zone", "--help").stdout.split())
    done = run("zone", "43.9", "34.0", "--view", "mine")
    assert done.exit_code == 2
    assert "RUS" in done.stderr


def test_own_zones_decide_for_zone_and_check(tmp_path, report):
    path = tmp_path / "own.geojson"
    # A zone of Japan that ends well east of the founding impact.
    shape = {"type": "Polygon", "coordinates": [[[138, 40], [139.3, 40], [139.3, 45], [138, 45], [138, 40]]]}
    feature = {"type": "Feature", "properties": {"ISO_SOV1": "JPN"}, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    words = run("zone", "42.15", "136.98", "--zones", path).stdout
    assert words.startswith("high seas")
    assert "by equidistance in the zone of JPN" in words
    done = run("check", report, "--published", "2024-11-01", "--zones", path, "--json")
    (found,) = [f for f in json.loads(done.stdout) if f["check"] == "zone"]
    assert found["verdict"] == "consistent"
    assert "own.geojson" in found["explanation"]
    assert "by equidistance" in found["explanation"]
    assert run("check", report, "--zones", tmp_path / "none.gpkg").exit_code == 2


def test_zone_takes_negative_coordinates_and_says_it_in_words():
    done = run("zone", "-54.3", "-34.0")
    assert done.exit_code == 0, done.output
    assert "km" in done.output


@pytest.mark.parametrize(
    ("lat", "lon", "word"), [("137", "42", "swapped"), ("nan", "0", "finite"), ("0", "200", "longitude")]
)
def test_zone_refuses_an_impossible_coordinate(lat, lon, word):
    done = run("zone", lat, lon)
    assert done.exit_code == 2
    assert word in done.stderr


def test_place():
    records = json.loads(run("place", "Kursk", "--json").stdout)
    assert records[0]["country"] == "RUS"
    assert "Kursk" in run("place", "Kursk").stdout


def test_place_tells_all_it_knows():
    record = json.loads(run("place", "Okushri", "--json").stdout)[0]
    assert record["how"] == "fuzzy"
    assert set(record) >= {
        "name",
        "type",
        "country",
        "admin1",
        "admin2",
        "lat",
        "lon",
        "extent_km",
        "population",
    }
    island = next(r for r in json.loads(run("place", "奥尻島", "--json").stdout) if r["type"] == "island")
    assert (island["how"], island["matched"]) == ("alias", "奥尻島")
    assert island["area_km2"] == pytest.approx(143, rel=0.1)
    text = run("place", "Bakhmut", "--limit", "1").stdout
    for word in (
        "town PPLA2",
        "Bakhmut Raion, Donetsk Oblast, UKR",
        "its name",
        "people",
        "Cyrillic: ",
        "geonames:",
    ):
        assert word in text


@pytest.mark.parametrize(
    "arguments", [["--at", "42.15", "139.45"], ["42.15,139.45"], ["42.15 139.45"], [" 42.15; 139.45 "]]
)
def test_place_at_a_point(arguments):
    record = json.loads(run("place", *arguments, "--json").stdout)
    assert record["country"]["name"] == "Japan"
    assert record["admin1"]["name"] == "Hokkaido"
    assert [one["name"] for one in record["islands"]] == ["Okushiri Island"]
    text = run("place", *arguments, "--limit", "3").stdout
    assert text.count("nearest") == 3
    assert "island    Okushiri Island" in text


def test_place_south_of_the_equator():
    assert "Grytviken" in run("place", "-54.3,-36.5").stdout
    assert "Grytviken" in run("place", "--at", "-54.3", "-36.5").stdout


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--at", "137", "42"], "swapped"),
        (["137,42"], "swapped"),
        (["--at", "nan", "0"], "finite"),
        ([], "give a NAME"),
        (["Kursk", "--at", "1", "2"], "give a NAME"),
        (["--jsno"], "--jsno"),
        (["…"], "1 to 200"),
    ],
)
def test_place_refuses_what_is_no_place(arguments, word):
    done = run("place", *arguments)
    assert done.exit_code == 2
    assert word in done.stderr


def test_a_place_that_is_not_there():
    done = run("place", "Xyzzyburgh-on-Nothing")
    assert done.exit_code == 0
    assert "no place" in done.stderr


def test_toponyms(tmp_path):
    texts, out = tmp_path / "texts.jsonl", tmp_path / "out.jsonl"
    text = "Soldiers left Vladivostok for Kursk, a Russian paper said."
    texts.write_text(
        json.dumps({"doc_id": "a", "text": text})
        + "\n"
        + json.dumps({"doc_id": "b", "text": text, "spans": [[14, 25]]})
        + "\n",
        encoding="utf-8",
    )
    assert run("toponyms", texts, "-o", out).exit_code == 0
    first, second = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert {t["text"] for t in first["toponyms"]} == {"Vladivostok", "Kursk", "Russian"}
    assert [t["text"] for t in second["toponyms"]] == ["Vladivostok"]
    assert abs(second["toponyms"][0]["lat"] - 43.1) < 0.3


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"doc_id": 1}',
        '{"doc_id": 1, "text": 2}',
        '{"doc_id":1,"text":"a","spans":[[0,9]]}',
        '{"doc_id":1,"text":"a","spans":[[0,0.5]]}',
        '{"doc_id":1,"text":"a","spans":[[0,1e400]]}',
        '{"doc_id":1,"text":"a","spans":[[1,0]]}',
        '{"doc_id":1,"text":"\udcff"}',
    ],
)
def test_toponyms_names_the_bad_line(tmp_path, line):
    texts = tmp_path / "texts.jsonl"
    lines = '{"doc_id": 0, "text": "Oslo"}\n' + line + "\n"
    texts.write_bytes(lines.encode("utf-8", "surrogateescape"))
    done = run("toponyms", texts, "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 2
    assert "line 2" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_app_says_when_its_port_is_used():
    import socket  # noqa: PLC0415 - only here

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("app", "--port", str(taken.getsockname()[1]), "--no-browser")
    assert done.exit_code == 2
    assert "--port" in done.stderr


def commands(group=main, above=""):
    with click.Context(group) as ctx:
        for name in group.list_commands(ctx):
            command = group.get_command(ctx, name)
            yield f"{above}{name}", command
            if isinstance(command, click.Group):
                yield from commands(command, f"{above}{name} ")


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_and_option_is_documented(name, command):
    readme = (REPO / "README.md").read_text(encoding="utf-8")
    assert f"sitmap {name}" in readme
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert re.search(re.escape(parameter.opts[-1]) + r"\b", readme), (
                f"{name}: {parameter.opts[-1]} is not in README.md"
            )
