"""What one source says was hit or fired and another says was not, for the check `reports`.

Method: sentences by which a named source says that something was not hit, missed, was not fired, or that
all of it, or it before it came, was shot down (`data/checks/outcomes.csv`), against the nearest claim, or
sentence, by which another source says that it was. "The Houthis said they hit the ship; the crew that it had
missed."
Verdict: both accounts cannot be so: `inconsistent`. What only the report itself asserts is not held against
a source.
Limits: debris that hits something denies no one's "all were shot down"; what is not said of a force, a
weapon, a ship or what the claim speaks of ("no home was hit") is passed over.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sitmap.checks import countable, events, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim

#: How far apart two accounts of one event may stand, in characters.
_REACH = 450
_LONGEST = 220
#: How far before a verb its subject may stand, in characters.
_SUBJECT = 40
_KINDS = {"hit": ("impact", "launch"), "fire": ("launch",)}
_POINTS_BACK = frozenset(
    {"it", "they", "them", "she", "he", "none", "that", "which", "this", "neither", "any"}
)


@dataclass(frozen=True, slots=True)
class Account:
    """What a source says of a hit or a shot.

    Parameters
    ----------
    source : str
        Who says so, in the text's words.
    of : str
        `hit` or `fire`.
    so : bool
        Whether it is said to be so.
    about : str
        Words for what was, or was not, hit or fired; "" when none stand there.
    start : int
        Where the words stand.
    words : str
        The sentence, on one line.
    """

    source: str
    of: str
    so: bool
    about: str
    start: int
    words: str


def judge(case: Case, judged: Collection[str]) -> Iterable[Judgement]:
    """Judge what a source denies in words that no claim carries.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports.
    judged : collection of str
        Ids of claims of which a difference between tellings is told already.

    Yields
    ------
    Judgement
        One for each claim that is contradicted; without numbers.
    """
    for report in case.reports:
        told = case.told_once_by_report.get(report.report_id, ())
        fired = (claim for claim in told if claim.kind in {"launch", "impact"})
        own = [claim for claim in fired if not _debris().search(claim.quote)]
        found = accounts(report.text) if own else ()
        seen = set(judged)
        for denial in (account for account in found if not account.so):
            rival = _rival(denial, own, found)
            if rival is not None and rival[0].claim_id not in seen:
                seen.add(rival[0].claim_id)
                yield _judge(denial, *rival)


def _rival(denial: Account, claims: Sequence[Claim], found: Sequence[Account]) -> tuple[Claim, str] | None:
    """Find the claim that a denial is about, and who says the opposite."""
    near = [claim for claim in claims if reading.away(claim, denial.start) <= _REACH]
    fitting = [claim for claim in near if claim.kind in _KINDS[denial.of] and _may_be_about(denial, claim)]
    if not fitting:
        return None
    about = min(
        fitting, key=lambda c: (c.quote_start > denial.start, reading.away(c, denial.start), c.claim_id)
    )
    others = [
        account
        for account in found
        if account.so
        and account.of == denial.of
        and abs(account.start - denial.start) <= _REACH
        and not events.is_one_source(account.source, denial.source)
    ]
    if others:
        return about, min(others, key=lambda account: abs(account.start - denial.start)).source
    if about.source and not events.is_one_source(about.source, denial.source):
        return about, about.source
    return None


def _may_be_about(denial: Account, claim: Claim) -> bool:
    told = re.findall(r"\w+", denial.about.lower())
    if not told or _POINTS_BACK & set(told) or countable.is_named(denial.about):
        return True
    return told[-1] in re.findall(r"\w+", claim.quote.lower())


def _judge(denial: Account, claim: Claim, source: str) -> Judgement:
    what = words.plain(claim.summary) or f"A {claim.kind} in {words.place(claim)}"
    return Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=words.plain(source),
        computed=denial.source,
        topic=f"outcome {denial.start}",
        explanation=f"{what}: said by {_inside(words.plain(source))}, but {_inside(denial.source)} "
        f"says otherwise: \u201c{denial.words}\u201d.",
    )


def _inside(source: str) -> str:
    """Name of a source inside a sentence: its article is small there."""
    first, _, rest = source.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in {"The", "A", "An", "Its", "One", "His"} else source


def accounts(text: str) -> tuple[Account, ...]:
    """Read who says that something was, or was not, hit or fired.

    Parameters
    ----------
    text : str
        A report's.

    Returns
    -------
    tuple of Account
        In the order of the text; without a named source a sentence gives none.
    """
    found: dict[int, Account] = {}
    for pattern, of, so in _patterns():
        for match in pattern.finditer(text):
            opens, closes = reading.sentence(text, match.start())
            source = _source(text, match, opens, closes)
            if source and match.start() not in found and not (so and _is_of_debris(text, match, opens)):
                line = words.plain(text[opens:closes]).rstrip(".")
                line = line if len(line) <= _LONGEST else words.plain(match[0])
                about = (match.groupdict().get("about") or "").rpartition("that ")[2]
                found[match.start()] = Account(source, of, so, about, match.start(), line)
    return tuple(found[start] for start in sorted(found))


def _is_of_debris(text: str, match: re.Match[str], opens: int) -> bool:
    """Whether what hit is what is left of a weapon that was shot down: that denies nothing."""
    before = text[max(opens, match.start() - _SUBJECT) : match.start()]
    return _debris().search(before) is not None


def _source(text: str, match: re.Match[str], opens: int, closes: int) -> str:
    """Find who says it: before a verb of saying, behind it, or the subject of the denial."""
    named = match.groupdict().get("source")
    if named:
        return words.plain(named)
    before = [*_says().finditer(text, opens, match.end())]
    # Without a verb of its own a source shares that of the one before it.
    told = [said for number, said in enumerate(before) if said["verb"] or number]
    if told:
        return words.plain(told[-1]["source"])
    after = _says_after().match(text, match.end(), closes)
    return words.plain(after["source"] or after["other"]) if after else ""


@cache
def _role(name: str) -> str:
    return reading.alternatives(reading.roles("outcomes.csv")[name])


@cache
def _debris() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_role('debris')})\b", re.IGNORECASE)


_WHO = (
    r"(?P<source>(?-i:[A-Z])[\w\u2019'-]*(?:\s[\w\u2019'-]+){0,6}?"
    r"|(?:the|its|an?|one|his)(?:\s[\w\u2019'-]+){1,6}?)"
)


@cache
def _says() -> re.Pattern[str]:
    """Match a source and its verb, or the source alone where the verb is left out: "; the crew that"."""
    opens = r"(?:(?<=[.!?;,\u201d\"]\s)|(?<=\n)|(?<![\s\S])|\b(?:but|while|and|whereas)\s)"
    return re.compile(
        rf"{opens}{_WHO}\s(?:(?:has|have|had|also|later)\s)*(?:(?P<verb>{_role('say')})\b(?:\sthat\b)?|that\b)",
        re.IGNORECASE,
    )


@cache
def _says_after() -> re.Pattern[str]:
    verb = _role("say")
    return re.compile(
        rf"[^.;]{{0,60}}?,\s(?:(?:the\s)?(?P<source>[^,.;]{{2,60}}?)\s(?:{verb})\b"
        r"|according\sto\s(?:the\s)?(?P<other>[^,.;]+))",
        re.IGNORECASE,
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Patterns of accounts: what they match, of what it is, and whether that is said to be so."""
    hit, fire, down = _role("hit"), _role("fire"), _role("down")
    been = r"(?:was|were|had\sbeen|has\sbeen|have\sbeen|is|are)"
    thing = r"(?P<about>(?:[\w\u2019'-]+\s){0,4}?[\w\u2019'-]+)"

    def not_so(of: str) -> str:
        auxiliary = r"(?:was|were|had|has|have|is|are|did)(?:\snot|n[\u2019']t)(?:\sbeen)?"
        return rf"\b{thing}\s{auxiliary}\s(?:{_role(of)}|{_role(f'to {of}')})\b"

    def none(done: str) -> str:
        return rf"\bno(?:ne\sof)?\s{thing}\s(?:had\s|has\s|have\s)?(?:{been}\s)?(?:{done})\b"

    def refused(done: str) -> str:
        # The subject of a denial says what is denied: "Hezbollah denied that it had fired any rocket".
        return (
            rf"\b{_WHO}\s(?:has\s|have\s|had\s)?(?:{_role('deny')})\b(?P<about>[^.;]{{0,80}}?)\b(?:{done})\b"
        )

    flags = re.IGNORECASE
    ends = r"(?=\s*(?:[.;,]|$)|\s(?:the|its|their|her|it|by)\b)"
    miss = rf"\b{thing}\s(?:had\s|has\s|have\s)?(?:{_role('miss')}){ends}"
    all_down = (
        rf"\ball\s(?:of\s)?(?:(?:the|them|its)\s)?(?P<about>(?:[\w-]+\s){{0,4}}?)"
        rf"(?:that\s(?:[\w-]+\s){{1,10}}?)?(?:{been}\s)?(?:{down})\b"
    )
    on_the_way = rf"\b(?:an?|the|its)\s{thing}\s{been}\s(?:{down})\sbefore\sit\b"
    told = (
        (refused(hit), "hit", False),
        (refused(fire), "fire", False),
        (not_so("hit"), "hit", False),
        (not_so("fire"), "fire", False),
        (none(hit), "hit", False),
        (none(fire), "fire", False),
        (miss, "hit", False),
        (all_down, "hit", False),
        (on_the_way, "hit", False),
        (rf"\b(?:{hit})\b", "hit", True),
        (rf"\b(?:{fire})\b", "fire", True),
    )
    return tuple((re.compile(pattern, flags), of, so) for pattern, of, so in told)
