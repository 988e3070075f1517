"""Words of a report with their offsets."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Every alternative consumes at least one character and none nests a repetition over the same
# characters, so the scan is linear whatever the text.
_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                          # U.S.  a.m.  p.m.
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?(?:[-\u2011]\w+)*   # 10,000  7:11  155th  217-strong
    | [^\W\d_]\w*(?:(?:[-\u2011&]|['\u2019](?=[A-Z])|\.(?=\d))\w+)*   # Hwasong-19  Soyuz-2.1a  ICBM-class
    | ['\u2019]s\b                                     # the possessive is a word of its own
    | [^\W]+
    | \S
    """,
    re.VERBOSE,
)
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2011": "-", "\u2212": "-"})


class Token(NamedTuple):
    """One word or mark: `text[start:end]`, and its lower-case form with plain quotes and hyphens."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is more than a punctuation mark."""
        return self.text[:1].isalnum()


def tokenize(text: str) -> list[Token]:
    """Split a text into words and marks.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Token
        In order, not overlapping.
    """
    known: dict[str, tuple[str, str]] = {}  # a word is kept once, however often it stands
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word not in known:
            known[word] = word, word.lower().translate(_PLAIN)
        found.append(Token(match.start(), match.end(), *known[word]))
    return found


def key(token: Token) -> str:
    """How a token is looked up: abbreviations with and without stops are one word.

    Parameters
    ----------
    token : Token

    Returns
    -------
    str
    """
    return token.lower.replace(".", "") if token.lower.endswith(".") and len(token.lower) > 1 else token.lower


def lower_at(tokens: Sequence[Token], index: int) -> str:
    """Return the word at a token in lower case, "" outside the text.

    Parameters
    ----------
    tokens : sequence of Token
        The text.
    index : int
        The token.

    Returns
    -------
    str
    """
    return tokens[index].lower if 0 <= index < len(tokens) else ""
