"""What a situation amounts to: claims over time, by place and by who says so, and the findings still open."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from sitmap import palette, schema, words
from sitmap.model import KINDS, Claim, Finding
from sitmap.pages.messages import count, say, section
from sitmap.pipeline import Situation

#: Bars that a chart of places or sources shows; the table beneath has them all.
_MOST = 12
_OPEN = frozenset({"inconsistent", "marginal"})
#: Days that the chart over time has room for at least, and about how many of them it names.
_LEAST_DAYS, _TICKS = 14, 5
#: A review that settles what a finding asks.
_SETTLED = frozenset({"accepted", "corrected", "rejected"})


def standing(claims: Iterable[Claim], passing: Collection[str] | None = None) -> list[Claim]:
    """Pick the claims that count: none that was rejected, of those that pass the filters; None for all."""
    return [
        claim
        for claim in claims
        if claim.review != "rejected" and (passing is None or claim.claim_id in passing)
    ]


def over_time(claims: Iterable[Claim]) -> pd.DataFrame:
    """Count claims by day and kind.

    Parameters
    ----------
    claims : iterable of Claim
        Those without a day are left out.

    Returns
    -------
    DataFrame
        Columns `date` (datetime64), `kind`, `claims`; the days in order.
    """
    told = Counter((claim.date, claim.kind) for claim in claims if claim.date)
    rows = [(pd.Timestamp(day), kind, number) for (day, kind), number in sorted(told.items())]
    return pd.DataFrame(rows, columns=["date", "kind", "claims"])


def by_place(claims: Iterable[Claim]) -> pd.DataFrame:
    """Count claims by place and kind, the place with most first: columns `place`, `kind`, `claims`."""
    return _counted("place", ((_place(claim), claim.kind) for claim in claims))


def by_source(claims: Iterable[Claim]) -> pd.DataFrame:
    """Count claims by who says so and kind: columns `source`, `kind`, `claims`, the most often first."""
    return _counted("source", ((_source(claim), claim.kind) for claim in claims))


def still_open(situation: Situation, claims: Iterable[Claim]) -> list[Finding]:
    """Pick the findings that ask something of a reader, worst first.

    Parameters
    ----------
    situation : Situation
        Whose findings they are.
    claims : iterable of Claim
        Those that count.

    Returns
    -------
    list of Finding
        Inconsistent or too close to call, on one of the claims, until each of its claims has been reviewed.
    """
    reviews = {claim.claim_id: claim.review for claim in claims}
    return [
        finding
        for finding in schema.worst_first(situation.findings)
        if finding.verdict in _OPEN
        and any(reviews.get(one, "rejected") not in _SETTLED for one in finding.claim_ids)
    ]


def draw(situation: Situation, passing: Collection[str] | None = None) -> None:
    """Draw the dashboard: what it counts, four panels, and each panel's numbers as a table.

    Parameters
    ----------
    situation : Situation
    passing : collection of str, optional
        Ids of the claims that pass the filters of the map; without it all count.
    """
    claims = standing(situation.claims, passing)
    everything = count("dashboard.counted" if passing is None else "dashboard.passing", len(claims))
    rejected = sum(claim.review == "rejected" for claim in situation.claims)
    st.caption(" ".join([everything, *([count("dashboard.rejected", rejected)] if rejected else [])]))
    left, right = st.columns(2)
    with left:
        times = over_time(claims)
        _panel("time", times, _timeline(times))
        undated = sum(not claim.date for claim in claims)
        if undated:
            st.caption(count("dashboard.undated", undated))
        sources = by_source(claims)
        _panel("source", sources, _bars(sources, "source"))
    with right:
        places = by_place(claims)
        _panel("place", places, _bars(places, "place"))
        _findings(situation, claims)


def _place(claim: Claim) -> str:
    place = claim.location.place if claim.location else None
    return place.name if place is not None else say("dashboard.no_place")


def _source(claim: Claim) -> str:
    return claim.source or claim.publisher or say("dashboard.no_source")


def _counted(name: str, told: Iterable[tuple[str, str]]) -> pd.DataFrame:
    pairs = Counter(told)
    whole: Counter[str] = Counter()
    for (label, _), number in pairs.items():
        whole[label] += number
    rows = [(label, kind, number) for (label, kind), number in pairs.items()]
    rows.sort(key=lambda row: (-whole[row[0]], row[0], row[1]))
    return pd.DataFrame(rows, columns=[name, "kind", "claims"])


def _panel(name: str, frame: pd.DataFrame, chart: alt.Chart) -> None:
    """Draw a chart with its heading, and its numbers as a table for those who cannot see it."""
    st.subheader(say(f"dashboard.{name}"))
    if frame.empty:
        st.caption(say("dashboard.nothing"))
        return
    st.altair_chart(chart, width="stretch", key=f"dashboard-{name}")
    with st.expander(say("dashboard.as_table")):
        labels = {**section("columns"), **section("dashboard_columns")}
        config: dict[str, Any] = {column: labels[column] for column in frame.columns}
        if name == "time":
            config["date"] = st.column_config.DateColumn(labels["date"], format="D MMM YYYY")
        named = frame.assign(kind=frame["kind"].map(words.table("kind")))
        st.dataframe(named, hide_index=True, column_config=config, alt=say(f"dashboard.{name}"))


def _timeline(frame: pd.DataFrame) -> alt.Chart:
    """Bars a day, of which a few stand as narrow as many would."""
    if frame.empty:
        return _chart(frame)
    first, last = frame["date"].min(), frame["date"].max()
    missing = max(0, _LEAST_DAYS - (last - first).days)
    shown = pd.date_range(first - pd.Timedelta(days=missing // 2), last + pd.Timedelta(days=missing // 2 + 1))
    ends = [_day(shown[0]), _day(shown[-1])]
    ticks = [_day(moment) for moment in shown[:: max(1, len(shown) // _TICKS)]]
    return _chart(frame).encode(
        x=alt.X(
            "yearmonthdate(date):T",
            title=None,
            scale=alt.Scale(domain=ends),
            axis=alt.Axis(format="%-d %b %Y", values=ticks, labelOverlap=True),
        ),
        y=alt.Y("sum(claims):Q", title=say("dashboard_columns.claims"), axis=alt.Axis(tickMinStep=1)),
    )


def _day(moment: pd.Timestamp) -> alt.DateTime:
    return alt.DateTime(year=moment.year, month=moment.month, date=moment.day)


def _bars(frame: pd.DataFrame, name: str) -> alt.Chart:
    shown = list(dict.fromkeys(frame[name]))[:_MOST]
    return _chart(frame[frame[name].isin(shown)]).encode(
        x=alt.X("sum(claims):Q", title=say("dashboard_columns.claims"), axis=alt.Axis(tickMinStep=1)),
        y=alt.Y(f"{name}:N", title=None, sort=shown),
    )


def _chart(frame: pd.DataFrame) -> alt.Chart:
    """Bars stacked by kind, in the colours of the map."""
    names, colours = words.table("kind"), palette.colours()
    named = frame.assign(kind=frame["kind"].map(names))
    present = [kind for kind in KINDS if (frame["kind"] == kind).any()]
    scale = alt.Scale(domain=[names[kind] for kind in present], range=[colours[kind] for kind in present])
    colour = alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(orient="top"))
    bars: alt.Chart = alt.Chart(named).mark_bar()
    return bars.encode(color=colour, tooltip=list(named.columns))


def _findings(situation: Situation, claims: Sequence[Claim]) -> None:
    found, verdicts = still_open(situation, claims), words.table("verdict")
    st.subheader(say("dashboard.open", n=f"{len(found):,}"))
    if not found:
        st.caption(say("dashboard.none_open"))
        return
    labels = section("columns")
    checks = words.table("check")
    rows = [(verdicts[finding.verdict], checks[finding.check], finding.explanation) for finding in found]
    frame = pd.DataFrame(rows, columns=["verdict", "check", "explanation"])
    config = {column: labels[column] for column in frame.columns}
    st.dataframe(frame, hide_index=True, column_config=config, alt=say("dashboard.open", n=len(found)))
