"""Words that people read stand in `data/map_words.toml` and `data/messages.toml`, which hold no others."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitmap import resources, words
from sitmap.pages import messages

SRC = Path(__file__).parent.parent / "src" / "sitmap"
MAP = sorted((SRC / "maps" / "assets").glob("*.js"))
APP = sorted((SRC / "pages" / "assets").glob("*.js"))
#: What a script has besides code: comments, then strings; a template may hold strings in its placeholders.
PIECE = re.compile(
    r"""/\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | `(?:\\.|\$\{(?:[^{}]|\{[^{}]*\})*\}|[^`\\])*`""",
    re.DOTALL | re.VERBOSE,
)
PLACEHOLDER = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
#: What stands before a string that people read, whatever it holds: an attribute, a text, a child of `el`.
BEFORE = re.compile(
    r"""(?:\b(?:aria-label|aria-valuetext|aria-description|placeholder|title|alt)["']?[,:]
    | \.(?:textContent|innerText|title|placeholder|ariaLabel)\s*=
    | \bel\("\w+",\s*\{[^{}]*\},)\s*$""",
    re.VERBOSE,
)
WORDS = re.compile(r"[A-Za-z][',:;.]?\s+[A-Za-z(]|[A-Z][a-z]+\b|[.,:;]?\s+[a-z]{2,}")
#: Paths of SVG, functions of CSS, and lists of classes.
CODE = re.compile(r"[MLHVCSQTAZmlhvcsqtaz\d\s.,-]+|.*[a-z-]\(.*|(?=.*[a-z]-)[a-z{} -]+")
#: Strings with a capital or a space that nobody reads.
ALLOWED = {
    "use strict": "a directive",
    "noopener noreferrer": "relation of a link",
    "(prefers-color-scheme: dark)": "media query",
    "(prefers-reduced-motion: reduce)": "media query",
    "input, button": "selector",
    "select, input, textarea": "selector",
    ".facts dd": "selector",
    '[data-testid="stTabs"] [role="tablist"]': "selector",
    "moveend zoomend resize": "events of Leaflet",
    "moveend zoomend resize viewreset": "events of Leaflet",
    "zoomend viewreset": "events of Leaflet",
    "popupopen popupclose": "events of Leaflet",
    "badge plain": "classes",
    "line thin": "classes",
    "de facto": "name of a view in the data",
    "Enter": "key",
    "Escape": "key",
    "ArrowDown": "key",
    "ArrowUp": "key",
    "Multi": "kind of geometry in GeoJSON",
    "Polygon": "kind of geometry in GeoJSON",
    "NFKD": "form of Unicode",
    "UTC": "time zone",
    "en-GB": "language",
    "viewBox": "attribute",
    "userSpaceOnUse": "value of an attribute",
    "Aa": "sample of letters, a picture",
    "NS": "letters of coordinates",
    "EW": "letters of coordinates",
    "SW": "letters of coordinates",
    "var(--st-background-color, #fff)": "style",
    **dict.fromkeys("ABCDEF", "grades"),
}


def strings(text: str) -> Iterator[tuple[str, str]]:
    """Strings of a script with what stands before each; placeholders of templates stand as "{}"."""
    for found in PIECE.finditer(text):
        quote, inside = found[0][0], found[0][1:-1]
        if quote == "/":
            continue
        yield text[max(0, found.start() - 200) : found.start()], PLACEHOLDER.sub("{}", inside)
        if quote == "`":
            for inner in PLACEHOLDER.findall(inside):
                yield from strings(inner[2:-1])


def is_told(before: str, text: str) -> bool:
    """Whether a string may be words for people: by its place, by a space in it, or by a capital."""
    bare = text.replace("{}", "")
    if text in ALLOWED or text in keys() or not re.search("[A-Za-z]{2}", bare):
        return False
    if BEFORE.search(before):
        return True
    return bool(WORDS.match(bare) or WORDS.search(text)) and not CODE.fullmatch(text)


def keys() -> dict[str, str]:
    """Words of the map's catalogue by key, as `say.js` is given them."""
    sections = {**words.table("map"), "kind": words.table("kind")}
    return {f"{section}.{name}": text for section, known in sections.items() for name, text in known.items()}


def used() -> set[str]:
    """Keys that the map's scripts name, as they name them: without "_one" and "_many"."""
    sections = "|".join({key.partition(".")[0] for key in keys()})
    found = {text for path in MAP for _, text in strings(path.read_text(encoding="utf-8"))}
    return {text for text in found if re.fullmatch(rf"(?:{sections})\.[a-z_]+", text)}


def forms(key: str) -> set[str]:
    """Entries behind a key: itself, or its singular and its plural."""
    return {key} if key in keys() else {f"{key}_one", f"{key}_many"}


@pytest.mark.parametrize("path", [*MAP, *APP], ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_no_words_stand_in_a_script(path: Path):
    found = strings(path.read_text(encoding="utf-8"))
    assert [text for before, text in found if is_told(before, text)] == []


@pytest.mark.parametrize(
    "code",
    [
        'el("p", {}, "Nothing here")',
        'el("button", { type: "button" }, "play")',
        '{ "aria-label": "close" }',
        'node.setAttribute("aria-label", "close")',
        "input.placeholder = 'where'",
        "told.textContent = `${count} left`",
        "say(`${n} claims here`)",
        'const WORD = "Play";',
        'if (no) return "no MGRS here";',
        'tell(`${say("key.names")} ${on ? "Drawn anew" : ""}`)',
    ],
)
def test_words_in_a_script_would_be_found(code: str):
    assert [text for before, text in strings(code) if is_told(before, text)]


def test_every_key_of_the_map_has_words_and_all_words_are_used():
    assert {form for key in used() for form in forms(key)} == {*keys()}


def test_a_key_is_written_out_where_it_is_used():
    # A key put together from parts would be missed by the test above.
    for path in MAP:
        assert not re.search(r"\bsay\((?:`|[^,)]*\+)", path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("key", sorted(used()))
def test_a_script_gives_what_the_words_have_room_for(key: str):
    wanted = {name for form in forms(key) for name in re.findall(r"\{(\w+)\}", keys()[form])}
    for path in MAP:
        for given in re.findall(rf'"{re.escape(key)}"[^;]*', path.read_text(encoding="utf-8")):
            assert all(re.search(rf"\b{name}\b", given) for name in wanted), (path.name, given)


#: Names of messages that the app puts together: of tables, buttons, grades, kinds, fields, types of places.
PUT_TOGETHER = re.compile(r"_(?:one|many|alt|key|hint)$|^(?:kind|credibility|reliability|type)_")


def test_every_message_of_the_app_is_used():
    files = [path for path in SRC.rglob("*") if path.suffix in {".py", ".js"}]
    named = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    catalogue = tomllib.loads(resources.data("messages.toml").read_text(encoding="utf-8"))
    unused = {
        f"{section}.{name}"
        for section, messages in catalogue.items()
        for name in messages
        if not {name, PUT_TOGETHER.sub("", name)} & named
    }
    assert unused == set()


def test_every_message_that_the_workbench_names_exists():
    known = {*messages.section("workbench"), *messages.section("form")}
    for path in APP:
        assert {*re.findall(r"\bmessages\.(\w+)", path.read_text(encoding="utf-8"))} <= known, path.name


#: Tables of the map's catalogue that are given out by `words.say` alone.
SAID = ("document", "paper", "slides", "kml")
#: Their names that are put together, by what is counted.
COUNTED = re.compile(r"document\.(?:claims|inconsistent|marginal)|paper\.(?:more|all)_\w+|slides\.more_\w+")
PYTHON = sorted(SRC.rglob("*.py"))
TEMPLATE = SRC / "maps" / "assets" / "document.html"


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Module, key and names of the values of each time that Python asks for words by their key."""
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="say" | "count" as name) | ast.Attribute(attr="say" as name),
                    args=[ast.Constant(value=str(key)), *_],
                ) if "." in key:  # a QGIS project has a table of its own
                    given = {word.arg or "" for word in node.keywords} | ({"n"} if name == "count" else set())
                    yield path.relative_to(SRC).as_posix(), key, given


def written(module: str, key: str) -> set[str]:
    """Words behind a key, of the app's catalogue in the app and of the map's elsewhere."""
    section, _, name = key.partition(".")
    known = messages.section(section) if module.startswith("pages/") else words.table(section)
    return {known[name]} if name in known else {known[f"{name}_one"], known[f"{name}_many"]}


@pytest.mark.parametrize(
    ("module", "key", "given"), [pytest.param(*call, id=f"{call[0]}-{call[1]}") for call in calls()]
)
def test_words_exist_and_get_their_values(module: str, key: str, given: set[str]):
    assert {name for text in written(module, key) for name in re.findall(r"\{(\w+)\}", text)} <= given


@pytest.mark.parametrize("section", SAID)
def test_all_words_of_files_are_used(section: str):
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*PYTHON, TEMPLATE])
    named = set(re.findall(r"[\"'](\w+\.\w+)[\"']", text))
    keys = {f"{section}.{name}" for name in words.table(section)}
    assert {
        key
        for key in keys
        if not ({key, re.sub("_(?:one|many)$", "", key)} & named or COUNTED.fullmatch(key))
    } == set()


def test_no_words_stand_in_the_page_round_the_map():
    text = TEMPLATE.read_text(encoding="utf-8")
    assert not re.search("[A-Za-z]{2}", re.sub(r"\{[{%].*?[%}]\}|<[^<>]*>", "", text, flags=re.DOTALL))
    assert not re.search(r'(?:data-label|aria-label|title)="(?!\{\{)', text)
