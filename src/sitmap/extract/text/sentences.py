"""Sentences, paragraphs, bullets, headings and datelines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitmap.extract.text.tokens import Token
from sitmap.extract.text.vocabulary import words

#: A sentence longer than this is cut, so that work stays linear on text without stops.
LONGEST = 300

#: A line of no more words without a full stop is a heading; in capitals, it may be shorter still.
_HEADING, _CAPITALS = 16, 6

_ABBREVIATIONS = words("sentence", "abbreviations")
_BULLETS = frozenset("*•-\u2013—·▪‣●◦")
_STOPS = frozenset(".!?…")
#: A long sentence may end at a semicolon; "a.m. The" swallows the stop.
_MAY_END = _STOPS | {";", "a.m.", "p.m."}
#: Marks that a sentence never starts with: "in Bremerton, Wash., at last".
_GOES_ON = frozenset(",;")
_CLOSERS = frozenset("\"”\u2019')]»")
_BREAK = re.compile(r"\n")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'/\u2019-]{2,40}(?:, [A-Za-z .]{2,30})?)"
    r"(?:, \w{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)\n]{2,30}\))? ?(?:[-\u2013—]{1,2}) "
)
_NEAR_START = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive) of a report that belong together.

    Parameters
    ----------
    first, last : int
        Token indices.
    paragraph : int
        Running number of the paragraph.
    bullet : bool
        Whether it starts a list entry.
    heading : bool
        Whether it is a short line without a full stop, or in capitals.
    """

    first: int
    last: int
    paragraph: int
    bullet: bool = False
    heading: bool = False


def dateline_end(text: str) -> int:
    """Where the text proper starts after "TOKYO, Nov. 1 (Agency) -".

    Parameters
    ----------
    text : str

    Returns
    -------
    int
        Offset of the first character after the dateline, 0 when there is none.
    """
    end = 0
    for line_start in _line_starts(text[:_NEAR_START]):
        match = _DATELINE.match(text, line_start)
        if match:
            end = match.end()
    return end


def _line_starts(text: str) -> Iterator[int]:
    yield 0
    for match in _BREAK.finditer(text):
        yield match.end()


def sentences(text: str, tokens: list[Token]) -> list[Sentence]:
    """Split the tokens of a text into sentences.

    Parameters
    ----------
    text : str
        The report.
    tokens : list of Token
        Its tokens.

    Returns
    -------
    list of Sentence
        In order; together they hold every token but the bullets' own marks.
    """
    found: list[Sentence] = []
    first, paragraph, bullet = 0, 0, False
    before = 0
    for index, token in enumerate(tokens):
        gap, before = text[before : token.start] if index else "", token.end
        if "\n" in gap and _starts_line(gap, tokens, index):
            if index > first:
                found.append(_sentence(tokens, first, index, paragraph, bullet=bullet, alone=True))
            first, bullet, paragraph = index, False, paragraph + 1
        if index == first and token.text in _BULLETS and "\n" in (gap or "\n"):
            first, bullet = index + 1, True
            continue
        if index >= first and (_ends(tokens, index, first) or index + 1 - first >= LONGEST):
            end = _close(tokens, index)
            if end > index:
                found.append(_sentence(tokens, first, end, paragraph, bullet=bullet))
                first, bullet = end, False
    if first < len(tokens):
        found.append(_sentence(tokens, first, len(tokens), paragraph, bullet=bullet, alone=True))
    return [sentence for sentence in found if sentence.first < sentence.last]


def _starts_line(gap: str, tokens: list[Token], index: int) -> bool:
    """Whether a line break before this token ends the sentence, or only wraps a long line."""
    breaks = gap.count("\n")
    if breaks != 1:
        return breaks > 1
    before, here = tokens[index - 1], tokens[index]
    return here.text in _BULLETS or here.is_name or not before.is_word or here.text[0].isdigit()


def _ends(tokens: list[Token], index: int, first: int) -> bool:
    token = tokens[index]
    if token.lower not in _MAY_END or index + 1 == len(tokens):
        return False
    before, following = tokens[index - 1], tokens[index + 1]
    if token.text == ";":
        return index - first > LONGEST // 3
    if token.text not in _STOPS:
        opens = following.lower in {"the", "it", "this", "that", "a", "an", "in", "at"}
        return opens and following.is_name
    shortened = (before.lower in _ABBREVIATIONS and token.text == ".") or (
        len(before.text) == 1 and before.is_name
    )
    if index > first and shortened:
        return False
    if index == first + 1 and tokens[first].text.isdigit():
        return False
    return not following.text[0].islower() and following.text not in _GOES_ON


def _close(tokens: list[Token], index: int) -> int:
    """Index after the closing quotes and brackets that belong to the sentence."""
    end = index + 1
    while end < len(tokens) and tokens[end].text in _CLOSERS and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end


def _sentence(
    tokens: list[Token], first: int, last: int, paragraph: int, *, bullet: bool, alone: bool = False
) -> Sentence:
    shouted = all(token.text.isupper() for token in tokens[first:last] if token.is_word)
    unstopped = alone and last > first and tokens[last - 1].text not in _STOPS | _CLOSERS | {":", ";", ","}
    heading = False
    if shouted or unstopped:
        words = sum(token.is_word for token in tokens[first:last])
        heading = (shouted and 0 < words <= _CAPITALS) or (unstopped and words <= _HEADING and not bullet)
    return Sentence(first, last, paragraph, bullet=bullet, heading=heading)
