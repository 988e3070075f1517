"""What a report itself says of two accounts that differ, for the check `reports`.

Method: words by which a text says that one account is not another's ("gave a different account", "which the
army called an exaggeration"; `data/checks/contradictions.csv`), on the claim that was told last before them.
Limits: which fact is in dispute is for the reader of the sentence; a dispute over land, or with no claim
near it, gives nothing.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from sitmap.checks import reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim

#: How far before the words the claim may stand that they are about, in characters.
_REACH = 700
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?][\u2019\u201d\"')]*\s+(?=\W?[A-Z])|\n\s*\n")
_LONGEST = 200


def judge(case: Case, judged: Collection[str]) -> Iterable[Judgement]:
    """Judge reports that say of themselves that two accounts differ.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports.
    judged : collection of str
        Ids of claims of which a difference between tellings is told already.

    Yields
    ------
    Judgement
        One a sentence; without numbers.
    """
    for report in case.reports:
        seen = set(judged)
        for start, sentence in told(report.text) if report.report_id in case.told_once_by_report else ():
            about = _about(case.told_once_by_report[report.report_id], start)
            if about is not None and about.claim_id not in seen:
                seen.add(about.claim_id)
                yield Judgement(
                    claims=(about,),
                    verdict="inconsistent",
                    stated=words.teller(about),
                    topic=f"account {start}",
                    explanation=f"The report says that accounts differ: \u201c{sentence}\u201d",
                )


def told(text: str) -> Iterable[tuple[int, str]]:
    """Find the sentences that say that two accounts differ.

    Parameters
    ----------
    text : str
        A report's.

    Yields
    ------
    tuple
        Where the words stand, and their sentence on one line.
    """
    for match in _pattern().finditer(text):
        ends = [end.start() + 1 for end in _SENTENCE.finditer(text, match.end())][:1]
        opens = [
            begin.end() for begin in _SENTENCE.finditer(text, max(0, match.start() - _REACH), match.start())
        ]
        first, last = opens[-1] if opens else max(0, match.start() - _REACH), ends[0] if ends else len(text)
        sentence = words.plain(text[first:last])
        yield match.start(), sentence if len(sentence) <= _LONGEST else words.plain(match[0])


def _about(claims: Sequence[Claim], start: int) -> Claim | None:
    """Pick the claim that was told last before, or in, the sentence."""
    before = [claim for claim in claims if claim.quote_start <= start and start - claim.quote_end <= _REACH]
    return max(before, key=lambda claim: (claim.quote_start, claim.claim_id)) if before else None


@cache
def _pattern() -> re.Pattern[str]:
    table = reading.roles("contradictions.csv")
    role = {name: reading.alternatives(phrases) for name, phrases in table.items()}
    some = r"(?:\W{1,3}\w+){0,2}?\s"
    return re.compile(
        rf"\b(?:(?:{role['unlike']})\s(?:{role['accounts']})"
        rf"|(?:{role['accounts']})\s(?:{role['differ']})"
        rf"|(?:{role['against']}){some}(?:{role['accounts']})"
        rf"|(?:{role['call']}){some}(?:{role['wrong']}))\b",
        re.IGNORECASE,
    )
