"""Whether what has to go to somebody else went there, and nothing was passed on for no reason."""

from calls.disposition import Disposition
from calls.state import WrapUp
from language.noting import NoteReading
from scoring.case import Case
from scoring.grounds import decided, entry
from scoring.marks import Mark, no_mark
from scoring.of_this_call import they_said
from simulator.ends import EndState

NAME = "handing over"
_FOR_OTHERS = ("crisis_self_harm", "complaint", "unsafe_to_talk")
"""What is decided or answered by somebody who was not on the call."""
_IN_THE_CALL = ("transfer", "takes_complaint", "stays_with", "points_to_help", "language_help")
_RECORDED_AS = {Disposition.ESCALATED, Disposition.VULNERABLE}


def escalation_mark(
    case: Case, end: EndState, wrap_up: WrapUp, note: NoteReading | None = None
) -> Mark:
    """What they said that goes to somebody else, against where it went and what is recorded."""
    told = _told(case, end)
    recorded = wrap_up.disposition is Disposition.ESCALATED
    if not told and not recorded:
        return no_mark(NAME, "nothing on this call was for somebody else to decide")
    passed_on = _passed_on(case, note)
    kept = wrap_up.disposition
    filed = kept.label if kept is not None and kept in _RECORDED_AS else ""
    done = passed_on or filed
    if told:
        where = case.evidence(*told[:1])
        return Mark(
            name=NAME,
            value=100.0 if done else 0.0,
            reason=f"it went on: {done}" if done else "it went to nobody who could decide it",
            evidence=(entry(NAME, done), *where),
            advice=""
            if done
            else f"{they_said(case, case.readings[told[0]])}say to whom it goes, bring them in, "
            "and record it.",
        )
    wanted = Disposition.ESCALATED in end.dispositions or bool(passed_on)
    return Mark(
        name=NAME,
        value=100.0 if wanted else 0.0,
        reason="it was handed over" if wanted else "recorded as escalated, but nobody was told",
        evidence=(entry(NAME, "Escalated"), *decided(case)),
        advice=""
        if wanted
        else f"{they_said(case)}record what came of the call, it was handed to nobody.",
    )


def _told(case: Case, end: EndState) -> list[int]:
    """Where they said it; only what an acceptable end asks for is due."""
    if case.scenario is None:
        return []
    marks = (one for one in case.scenario.house.flags if one.id in end.flags)
    due = {name for mark in marks for name in mark.told_by if name in _FOR_OTHERS}
    return [r.index for r in case.other_side if due and r.has(*due)]


def _passed_on(case: Case, note: NoteReading | None) -> str:
    """Where it went, as the call or the note shows it."""
    call = case.record.call
    if call is not None and call.transferred_to:
        return f"transferred to {call.transferred_to}"
    if any(r.has(*_IN_THE_CALL) for r in case.collector):
        return "said on the call"
    return "in the note" if note is not None and note.tells("handed_over") else ""
