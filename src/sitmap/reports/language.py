"""Which passages of a report are in a language that is not read.

A passage is judged by its share of English function words. The detector, which takes a second to
load, is asked only about passages that have too few of them.
"""

import re
import tomllib
from functools import cache
from typing import Any

from sitmap import resources
from sitmap.model import Passage, Span

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_WORD = re.compile(r"[^\W\d_]+")


def foreign(text: str) -> tuple[Passage, ...]:
    """Passages of a text that are not in English.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Passage
        In order; neighbouring lines in one language are one passage. Empty for a text in English, and for
        one too short to tell.
    """
    lines = [(match, *_counts(match.group())) for match in _LINE.finditer(text)]
    least = float(_table()["english_share"])
    english = sum(common for _, common, _ in lines) >= least * sum(words for _, _, words in lines)
    # Of an English text, a line in plain letters is in doubt only when ten words hold no such word.
    doubtful = [
        match
        for match, common, words in lines
        if common < (words // 10 if english and match.group().isascii() else least * words)
    ]
    if not doubtful:
        return ()
    main = "" if english else _other_language(text[: int(_table()["sample"])])
    found: list[Passage] = []
    for match in doubtful:
        line, span = match.group(), Span(match.start(), match.end())
        follows = bool(found) and not text[found[-1].span.end : span.start].strip()
        # A line too short to be sure of, in letters that are not ours, goes with the line before it.
        lang = _other_language(line) or main or (found[-1].lang if follows and _is_far(line) else "")
        if follows and found[-1].lang == lang:
            found[-1] = Passage(Span(found[-1].span.start, span.end), lang)
        elif lang:
            found.append(Passage(span, lang))
    return tuple(found)


def language_name(code: str) -> str:
    """English name of a language, the code itself when it has none in the table.

    Parameters
    ----------
    code : str
        ISO 639 code.
    """
    names: dict[str, str] = _table()["names"]
    return names.get(code, code)


def _telling(text: str) -> str:
    """Leave out the words with a capital: names are of any language; "" when too little is left to tell."""
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    return " ".join(words) if len(words) >= int(_table()["least_words"]) or _is_far(text) else ""


def _is_far(text: str) -> bool:
    """Whether enough of its letters are of a script other than Latin."""
    letters = sum(c > "\u036f" and c.isalpha() and not "\u1e00" <= c <= "\u1eff" for c in text)
    return letters >= int(_table()["least_letters"])


def _counts(line: str) -> tuple[int, int]:
    """How many of its words are English function words, and how many words it has."""
    words = _WORD.findall(line.lower())
    return sum(map(_function_words().__contains__, words)), len(words)


def _other_language(text: str) -> str:
    """Code of the language that a text is surely in, "" when that may be English or is not sure."""
    telling = _telling(text)
    if not telling:
        return ""
    ranked: list[tuple[str, float]] = _detector().rank(telling)
    (code, probability), english = ranked[0], dict(ranked)["en"]
    table = _table()
    sure = english <= 1 - float(table["sure"]) and probability >= float(table["likely"])
    return code if sure and code in table["names"] else ""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.data("languages.toml").read_text(encoding="utf-8"))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(_table()["function_words"])


@cache
def _detector() -> Any:  # noqa: ANN401 - the package has no types
    from py3langid.langid import (  # noqa: PLC0415 - only a text in doubt needs it
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
