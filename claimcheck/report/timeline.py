"""The course of a count in words: its states in order, the newest, who still prints an older one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.model import Timeline
from claimcheck.report.encode import Json, day
from claimcheck.report.words import Words, clean

MOST = 6
"""States that are listed; of more, the last ones."""


def encode_timeline(timeline: Timeline | None) -> Json | None:
    """Give a course as JSON data."""
    if timeline is None:
        return None
    states = [
        {
            "label": state.label,
            "first": day(state.first),
            "last": day(state.last),
            "change": state.change,
            "claims": list(state.claims),
            "withdrawn": list(state.withdrawn),
        }
        for state in timeline.states
    ]
    outlets = [
        {
            "outlet": standing.outlet,
            "label": standing.label,
            "asof": day(standing.asof),
            "claim": standing.claim,
            "behind": standing.behind,
        }
        for standing in timeline.outlets
    ]
    latest = None if timeline.latest is None else timeline.states[timeline.latest].label
    return {"states": states, "latest": latest, "outlets": outlets}


def course(timeline: Json, *, say: Words) -> str:
    """Say which figures followed each other, on which day each came up, and which were taken back."""
    states = timeline["states"]
    told = [_state(state, say) for state in states[-MOST:]]
    return say.label("then").join([say.label("earlier"), *told] if len(states) > MOST else told)


def _state(state: Json, say: Words) -> str:
    notes = [_day(state["first"], say), say.change(state["change"]), say.label("taken_back") if state["withdrawn"] else ""]
    return f"{clean(state['label'])} ({', '.join(note for note in notes if note)})"


def behind(timeline: Json, *, say: Words) -> str:
    """Name the newest figure and the outlets that still print an older one; empty where it is not clear which is the newest."""
    if timeline["latest"] is None:
        return ""
    late = [
        say.label("still", outlet=clean(found["outlet"]), value=clean(found["label"])) for found in timeline["outlets"] if found["behind"]
    ]
    latest = clean(timeline["latest"])
    return say.label("latest_behind", value=latest, outlets=", ".join(late)) if late else latest


def standings(timeline: Json, *, say: Words) -> Iterator[tuple[str, str]]:
    """Give each outlet's newest figure."""
    for found in timeline["outlets"]:
        note = say.label("behind") if found["behind"] else ""
        yield clean(found["outlet"]), ", ".join(part for part in (clean(found["label"]), _day(found["asof"], say), note) if part)


def _day(text: str, say: Words) -> str:
    return say.day(date.fromisoformat(text))
