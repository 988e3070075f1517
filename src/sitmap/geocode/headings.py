"""Countries that head a part of a report: "BULGARIA. Italy leads at Novo Selo", lists by country.

A reader takes a place under such a heading for one of that country, whatever the rest of the report is about.
"""

import re
from collections.abc import Sequence

from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate

#: What may stand between the start of a line and a heading, and behind it where text follows on the line.
_OPENS = re.compile(r"(?:^|\n)[ \t#*\u2022-]*\Z")
_RUNS_ON = re.compile(r"(?: \([^()\n]{1,40}\))?(?:\.|:| [-\u2013\u2014]) ")
#: Marks that may open a line before its first word.
_MARKS = 6
_ENDS_LINE = re.compile(r":?[ \t]*(?:\n|\Z)")


def countries(text: str, pools: Sequence[tuple[Mention, list[Candidate]]]) -> list[str]:
    """Country in whose part of a document each mention stands.

    Parameters
    ----------
    text : str
        The document.
    pools : sequence of tuple
        Its mentions in order, each with its candidates.

    Returns
    -------
    list of str
        ISO alpha-3, "" for a mention under no country's heading. A heading with text behind it on its line
        holds for that line; one that has a line to itself holds up to the next empty line.
    """
    found: list[str] = []
    country, end = "", 0
    for mention, candidates in pools:
        if mention.start >= end:
            country = ""
        closes = _closes(text, mention) if candidates[0].type == "country" else 0
        if closes:
            country, end = candidates[0].country, closes
            found.append("")
        else:
            found.append(country)
    return found


def _closes(text: str, mention: Mention) -> int:
    """End of the part that a mention heads, 0 for one that is no heading."""
    if not _OPENS.search(text, max(0, mention.start - _MARKS), mention.start):
        return 0
    if _RUNS_ON.match(text, mention.end):
        end = text.find("\n", mention.end)
        return end if end >= 0 else len(text)
    alone = _ENDS_LINE.match(text, mention.end)
    if alone is None:
        return 0
    body = next((i for i in range(alone.end(), len(text)) if not text[i].isspace()), len(text))
    end = text.find("\n\n", body)
    return end if end >= 0 else len(text)
