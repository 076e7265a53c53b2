"""Interruptions and silence: only where a recording says when each turn began and ended.

Typed practice has no such times, and nothing is guessed from how long somebody typed.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from calls.turn import Speaker, turn_number
from language.reading import Reading
from scoring.case import SHOWN, Case
from scoring.marks import Mark, no_mark

NO_TIMES = "the turns carry no times: only a transcript of a recording has them"
OVERLAP = 0.5
"""Seconds that two people may speak at once; less is how people take turns."""
DEAD_AIR = 8.0
"""Seconds after which somebody wonders whether the line is dead, unless they were told to wait."""


class _Handover(NamedTuple):
    """They stop, we begin: the seconds between; below zero both spoke."""

    theirs: Reading
    ours: Reading
    gap: float


def interruptions(case: Case) -> Mark:
    """How often the collector began while the other side was still speaking."""
    name, handovers = "lets them finish", list(_handovers(case))
    if not handovers:
        return no_mark(name, NO_TIMES)
    cut = [one for one in handovers if one.gap < -OVERLAP]
    value = 100 * (1 - len(cut) / len(handovers))
    return Mark(
        name=name,
        value=round(value, 1),
        reason=f"you began {len(cut)} of {len(handovers)} times while they were speaking",
        evidence=case.evidence(*(one.ours.index for one in (cut or handovers)[:SHOWN])),
        advice=f"Before turn {turn_number(cut[0].ours.index)}, let them end: you began "
        f"{-cut[0].gap:.1f} seconds too early."
        if cut
        else "",
    )


def silence(case: Case) -> Mark:
    """How often the other side waited so long that the line seemed dead."""
    name, handovers = (
        "no dead air",
        [one for one in _handovers(case) if not _told_to_wait(case, one)],
    )
    if not handovers:
        return no_mark(name, NO_TIMES)
    dead = [one for one in handovers if one.gap > DEAD_AIR]
    longest = max(handovers, key=lambda one: one.gap)
    return Mark(
        name=name,
        value=round(100 * (1 - len(dead) / len(handovers)), 1),
        reason=f"they waited more than {DEAD_AIR:.0f} seconds {len(dead)} times"
        if dead
        else f"the longest wait took {max(0.0, longest.gap):.1f} seconds",
        evidence=case.evidence(*(one.ours.index for one in (dead or [longest])[:SHOWN])),
        advice=f"Before turn {turn_number(dead[0].ours.index)}, say what you are looking up."
        if dead
        else "",
    )


def _handovers(case: Case) -> Iterator[_Handover]:
    for before, after in pairwise(case.readings):
        theirs = before.turn.speaker is not Speaker.COLLECTOR
        if not theirs or after.turn.speaker is not Speaker.COLLECTOR:
            continue
        ended, began = before.turn.ended_at, after.turn.started_at
        if ended is not None and began is not None:
            yield _Handover(before, after, began - ended)


def _told_to_wait(case: Case, one: _Handover) -> bool:
    """Whether we had asked them to hold just before."""
    return any(r.has("hold") for r in case.collector if r.index == one.theirs.index - 1)
