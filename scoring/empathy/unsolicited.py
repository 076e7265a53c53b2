"""Advice and directives that nobody asked for, and what is none on a collection call."""

from language.questions import has_question_mark
from language.reading import Reading, Signal
from scoring.case import Case
from scoring.empathy.cues import Answered

ROUTINE = (
    "ask_identifier",
    "ask_right_party",
    "collector_disclosure",
    "recording_notice",
    "hold",
    "explains_use",
    "asks_consent",
)
"""What the rules or the brief require."""
OFFERS = (
    "offer",
    "counter_offer",
    "promise_hardship_help",
    "explains_terms",
    "ask_amount",
    "recap",
)
"""An offer within authority, how it works, or what was agreed summed up."""
SIGNPOSTS = ("points_to_help", "explain_rights", "transfer", "safe_channel", "asks_safety")
ASKED = (
    "asks_options",
    "asks_why",
    "asks_balance",
    "asks_what_about",
    "asks_who_is_calling",
    "asks_validation",
    "asks_time",
    "asks_if_sued",
    "debt_advice",
)
"""What the other side asks for; whatever answers it was asked for."""
YES = ("affirms", "accepts")


def unsolicited(case: Case, answered: list[Answered]) -> list[Signal]:
    """Every piece of advice nobody asked for, and demands for money right after a cue."""
    after = {one.answers[0].index for one in answered}
    required = {met.turn for met in case.check.met}
    found: list[Signal] = []
    for reading in case.collector:
        if reading.index in required or reading.has(*ROUTINE, *OFFERS, *SIGNPOSTS):
            continue
        names = ("advises", "demand_payment") if reading.index in after else ("advises",)
        here = [s for s in reading.signals if s.name in names and s.asserted and not s.question]
        if here and not _was_asked_for(case, reading):
            found.append(here[0])
    return found


def _was_asked_for(case: Case, reading: Reading) -> bool:
    """Whether the other side asked, or said yes when they were asked whether it is welcome."""
    if reading.has("asks_permission"):
        return True
    before = next((r for r in reversed(case.other_side) if r.index < reading.index), None)
    if before is None:
        return False
    if before.has(*ASKED) or has_question_mark(before):
        return True
    asked = next((r for r in reversed(case.collector) if r.index < before.index), None)
    return asked is not None and asked.has("asks_permission") and before.has(*YES)
