"""Clock times of launch and impact that stand beside a stated flight time, and that no claim carries.

One sentence often tells all three: "fired at 6:42 a.m., it fell at 6:52 a.m. after ten minutes". Where the
claims lack a time, it is read here: a clock belongs to the verb or noun of flight (`data/vocabulary/`)
that stands last before it, or else first after it; what stands behind a word of saying is when it was said.
Clocks of two zones, "at 12:46 a.m. Pacific Time", "7:16 p.m. by the local clock", are not held together. A
bare "4:15" may be in either half of the day, and "just before 10 in the evening" is good to some minutes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sitmap import resources
from sitmap.checks import reading

#: What the frames of verbs and nouns tell of; a time on the way ("passed Aomori at 7:28") is neither end.
_FRAMES = {
    "launch": "launch",
    "liftoff": "launch",
    "leave": "launch",
    "flight": "on the way",
    "fall": "impact",
    "strike": "impact",
    "arrive": "impact",
}
#: The two roles that bound a flight.
_ENDS = ("launch", "impact")
_HALF_DAY, _HOUR, _HOURS, _MINUTES = 12, 60, 24, 60
_SENTENCE_END = re.compile(
    r"(?<![ap]\.m)[.!?][\u2019\u201d\"')]*\s+(?=[\"\u201c\u2018(]?[A-Z])|\n\s*\n|\n(?=\s*[•*○-])"
)
_DAY_PARTS = "morning|afternoon|evening|night"
#: Not in brackets, where the same time stands in another zone.
_CLOCK = re.compile(
    r"(?<![\w:.,(])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\w:.,(])(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?![\d:])"
    rf"(?:\s(?:on\s\w+\s|in\sthe\s)?(?P<part24>{_DAY_PARTS})\b)?"
    r"|\b(?:at|by|before|after|about|around|past|until|till)\s(?P<hour12>\d{1,2})\s(?:o\W?clock\s)?"
    rf"(?:on\s\w+\s|in\sthe\s|that\s|at\s)?(?P<part>{_DAY_PARTS})\b",
    re.IGNORECASE,
)
#: Parts of the day with the hours of its second half, and how far "just before 10" may be off, minutes.
_LATER = frozenset({"afternoon", "evening"})
_ROUGH_MIN = 15.0
#: How far back of the stated time the clocks may stand, in characters.
_REACH = 500


@dataclass(frozen=True, slots=True)
class Moments:
    """Clock times of a launch and of its impact, HH:MM in one zone.

    Parameters
    ----------
    launch, impact : str
        HH:MM.
    rough_min : float
        How far off they may be beyond their minutes: "just before 10".
    is_open : bool
        Either may be in the other half of the day.
    """

    launch: str
    impact: str
    rough_min: float = 0.0
    is_open: bool = False

    def elapsed_min(self, told: float = 0.0) -> float:
        """Minutes from one to the other, over midnight if need be.

        Parameters
        ----------
        told : float
            Minutes that the text gives: where the half of the day is open, the nearest that fits.
        """
        start, end = (int(time[:2]) * _HOUR + int(time[3:]) for time in (self.launch, self.impact))
        minutes = (end - start) % (_HOURS * _HOUR)
        half = _HALF_DAY * _HOUR
        fits = (minutes, (minutes + half) % (2 * half)) if self.is_open else (minutes,)
        return float(min(fits, key=lambda found: (abs(found - told), found)))


@dataclass(frozen=True, slots=True)
class _Clock:
    time: str
    is_open: bool
    rough_min: float


def beside(text: str, start: int) -> Moments | None:
    """Find the two clock times that go with the flight time that stands at `start`.

    Parameters
    ----------
    text : str
        A report's.
    start : int
        Where the flight time stands.

    Returns
    -------
    Moments or None
        From the sentence of the flight time, or from it and those right before it in its paragraph, or, where
        that has no clock, in the one before; None when
        one is missing, a launch or an impact has two times there, or the clocks are of
        two zones.
    """
    opens = text.rfind("\n\n", 0, start) + 1
    if not _CLOCK.search(text, opens, start):
        # A flight time may stand in the paragraph behind the one that tells the clocks.
        opens = text.rfind("\n\n", 0, max(opens - 1, 0)) + 1
    ends = [match.end() for match in _SENTENCE_END.finditer(text, opens, min(len(text), start + _REACH))]
    last = next((end for end in ends if end > start), len(text))
    for first in [*(end for end in reversed(ends) if end <= start), opens]:
        if start - first > _REACH:
            return None
        found = tuple(_told(text, first, last))
        launches, impacts = ({time for role, time, _ in found if role == wanted} for wanted in _ENDS)
        zones = {zone for *_, zone in found} - {""}
        if len(launches) > 1 or len(impacts) > 1 or len(zones) > 1:
            return None
        if launches and impacts:
            return _between(launches.pop(), impacts.pop())
    return None


def _between(launch: _Clock, impact: _Clock) -> Moments:
    rough = launch.rough_min + impact.rough_min
    return Moments(launch.time, impact.time, rough, is_open=launch.is_open or impact.is_open)


def _told(text: str, first: int, last: int) -> Iterable[tuple[str, _Clock, str]]:
    """Read what each clock time is of, the time and the zone that is named right behind it, "" for none."""
    clocks = [match for match in _CLOCK.finditer(text, first, last) if _time(match)]
    for place, match in enumerate(clocks):
        since = clocks[place - 1].end() if place else first
        until = clocks[place + 1].start() if place + 1 < len(clocks) else last
        before = list(_verb().finditer(text, since, match.start()))
        if before and _parts().search(text, before[-1].end(), match.start()):
            continue
        nearest = before[-1:] or list(_verb().finditer(text, match.end(), until))[:1]
        if nearest:
            zone = _zone().match(text, match.end(), until)
            told = " ".join(zone["zone"].lower().split()) if zone else ""
            role = _roles()[" ".join(nearest[0][0].lower().split())]
            yield role, _clock(match), reading.time_zones().get(told, told)


def _clock(match: re.Match[str]) -> _Clock:
    bare = match["hour24"] is not None and not match["part24"] and not match["hour24"].startswith("0")
    by_night = "night" in {match["part"], match["part24"]}
    is_open = by_night or (bare and 1 <= int(match["hour24"]) <= _HALF_DAY)
    return _Clock(_time(match), is_open, _ROUGH_MIN if match["part"] else 0.0)


def _time(match: re.Match[str]) -> str:
    """Clock time as HH:MM, "" for an impossible one."""
    hour = int(match["hour"] or match["hour24"] or match["hour12"])
    minute = int(match["minute"] or match["minute24"] or 0)
    part = (match["part"] or match["part24"] or "").lower()
    if (match["half"] or match["part"]) and not 1 <= hour <= _HALF_DAY:
        return ""
    if match["half"] or (part and hour <= _HALF_DAY):
        later = (match["half"] or "").lower() == "p" or part in _LATER
        hour = hour % _HALF_DAY + (_HALF_DAY if later else 0)
    return f"{hour:02}:{minute:02}" if hour < _HOURS and minute < _MINUTES else ""


@cache
def _parts() -> re.Pattern[str]:
    """Match what ends a verb's hold on a clock: another clause, or a word for when it was said."""
    return re.compile(
        rf";|\b(?:{reading.alternatives(reading.roles('outcomes.csv')['say'])})\b", re.IGNORECASE
    )


@cache
def _zone() -> re.Pattern[str]:
    """Match the zone of a clock time: "Moscow time", "by the local clock", which is any."""
    return re.compile(
        rf"\W{{1,2}}(?:by\s)?(?:the\s)?(?P<zone>{reading.alternatives(reading.time_zones())}|local)\b",
        re.IGNORECASE,
    )


@cache
def _roles() -> dict[str, str]:
    verbs = resources.rows(resources.data("vocabulary", "verbs.csv"))
    nouns = resources.rows(resources.data("vocabulary", "nouns.csv"))
    forms = [(form, row["frame"]) for row in verbs for form in _forms(row)]
    forms += [(noun, row["frame"]) for row in nouns for noun in row["words"].split("|")]
    # What goes into orbit comes down nowhere: its ascent ends there.
    words = reading.roles("durations.csv")
    ends = dict.fromkeys((*words["orbit"], *words["ended"]), "impact") | dict.fromkeys(
        words["began"], "launch"
    )
    return {form: _FRAMES[frame] for form, frame in forms if frame in _FRAMES} | ends


def _forms(row: Mapping[str, str]) -> Iterable[str]:
    """Past forms of a verb: "fired", "fell", "fallen"; of a regular one the table has none."""
    verb, *rest = row["verb"].split(" ")
    regular = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    yield from filter(None, (row["past"] or " ".join([regular, *rest]), row["participle"]))


@cache
def _verb() -> re.Pattern[str]:
    forms = (r"\s".join(map(re.escape, form.split())) for form in sorted(_roles(), key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
