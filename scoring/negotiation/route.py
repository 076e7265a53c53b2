"""Where nothing is to be agreed, or nothing can be: whether the way was taken that is right."""

from calls.turn import turn_number
from language.questions import has_question_mark
from language.reading import Reading
from scoring.case import SHOWN, Case
from scoring.demands import Trigger, trigger_in
from scoring.dialling import shown
from scoring.ending import led
from scoring.grounds import decided
from scoring.levels import FULL
from scoring.marks import Mark, no_mark
from scoring.of_this_call import our_turn, they_said
from simulator.facts import Topic

_SAID_BACK = ("recap", "checks_understanding")
_TOLD_NEXT = (
    "next_step",
    "explains_terms",
    "honour_stop",
    "honour_dispute",
    "offers_writing",
    "offers_check",
    "points_to_help",
    "promise_hardship_help",
    "takes_complaint",
    "transfer",
)
_REACHED = (Topic.TIMING, Topic.WHEREABOUTS, Topic.CHANNEL)
ONLY_TOLD = 50.0
"""For what comes next that was said, and not said back."""
COST = 75.0
"""One figure put where none has its place is level 2 of the scale, to press it is level 1."""


def mark_route(case: Case, name: str = "outcome") -> Mark:
    """Where nothing is to be agreed, or nothing can be, the right end is the result.

    A demand after what called for that end is the error, wherever the call ends.
    """
    there, lacks = led(case)
    if there is None:
        return no_mark(name, "no scenario says where this call should end")
    if there and (found := trigger_in(case)) and found.demanded:
        return _demanded(case, name, found)
    return Mark(
        name=name,
        value=100.0 if there else 0.0,
        reason="the call ended where it should" if there else lacks[0],
        evidence=decided(case) or shown(case.record.decisions[:SHOWN]),
        advice=""
        if there
        else f"{they_said(case)}here the way it ends is the result, {lacks[0].rstrip('.')}.",
    )


def _demanded(case: Case, name: str, found: Trigger) -> Mark:
    """The right end, reached over a demand for money."""
    first = found.demanded[0].index
    told, asked = case.evidence(found.told.index, first)
    times = "once" if len(found.demanded) == 1 else f"{len(found.demanded)} times"
    return Mark(
        name=name,
        value=max(0.0, 100.0 - COST * len(found.demanded)),
        reason="the call ended where it should, but money was asked for "
        f"{times} after they had said what it is about",
        evidence=case.evidence(found.told.index, *(r.index for r in found.demanded[:SHOWN])),
        advice=f'They said "{told.quote}": leave out turn {turn_number(first)}, "{asked.quote}".',
    )


def mark_next(case: Case) -> Mark:
    """Whether they know what happens next: the way is agreed on as well, where nothing is paid."""
    name = "what comes next"
    there, _ = led(case)
    if not there or not case.people:
        return no_mark(name, "another way was taken, or nobody was on the line")
    back = [r for r in case.collector if r.has(*_SAID_BACK)]
    told = [r for r in case.collector if r.has(*_TOLD_NEXT) or _finds_out_when(case, r)]
    last = case.collector[-1]
    return Mark(
        name=name,
        value=FULL if back else ONLY_TOLD if told else 0.0,
        reason="you made sure that both of you mean the same by what comes next"
        if back
        else "you said what comes next"
        if told
        else "they were not told what comes next",
        evidence=case.evidence(*[r.index for r in back or told or [last]][-SHOWN:]),
        advice=""
        if back
        else f"Before {our_turn(case, last.index)}, say who does what until when, and ask whether "
        "that is right.",
    )


def _finds_out_when(case: Case, ours: Reading) -> bool:
    """Whether a question of ours brought out when, where or on which way they can be reached."""
    answer = next((r for r in case.people if r.index > ours.index), None)
    if answer is None or case.scenario is None or not has_question_mark(ours):
        return False
    told = case.facts_told.get(answer.index, frozenset())
    return any(one.id in told and one.topic in _REACHED for one in case.scenario.facts)
