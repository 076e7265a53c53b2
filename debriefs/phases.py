"""The phases of a call, and which of them each turn belongs to."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from calls.turn import Speaker
from language.names import words_of
from language.reading import Reading


class Phase(StrEnum):
    """A stretch of a call, in the order in which a good one goes through them."""

    WHO = "Who is speaking"
    ABOUT = "What it is about"
    REASON = "What happened"
    WAY = "What can be done"
    CLOSE = "How it ends"


_SHOWN_BY: Mapping[Phase, frozenset[str]] = {
    Phase.WHO: words_of(
        """greeting self_identification ask_right_party ask_identifier confirm_identity
        recording_notice third_party_safe_message"""
    ),
    Phase.ABOUT: words_of("collector_disclosure debt_mention"),
    Phase.REASON: words_of("acknowledgement reflection open_question topic apology"),
    Phase.WAY: words_of(
        """offer counter_offer demand_payment ask_amount ask_method ask_commitment_date
        promise_hardship_help explain_rights explains_terms honour_stop honour_dispute transfer
        accept payment_method"""
    ),
    Phase.CLOSE: words_of("recap goodbye"),
}
"""What a collector does in each phase and seldom in another."""
_COUNTS: Mapping[Phase, int] = {
    Phase.WHO: 4,
    Phase.ABOUT: 5,
    Phase.REASON: 2,
    Phase.WAY: 4,
    Phase.CLOSE: 4,
}
"""How much such a turn speaks for its phase: whoever says who they are and what it is about in one
breath is past the first, and to listen is in place everywhere."""
_ALL = tuple(Phase)


def phases_of(readings: Sequence[Reading]) -> tuple[Phase, ...]:
    """The phase of every turn: a call goes from one to a later one, never back.

    Of all ways to cut it like that, the one in which most turns do what their phase is for; what
    shows nothing stays with what was before it, and an answer with what it answers.
    """
    ours = [r for r in readings if r.turn.speaker is Speaker.COLLECTOR]
    found = dict(zip((r.index for r in ours), _cut(ours), strict=True))
    now, told = Phase.WHO, []
    for reading in readings:
        now = found.get(reading.index, now)
        told.append(now)
    return tuple(told)


def _cut(ours: Sequence[Reading]) -> tuple[Phase, ...]:
    """The best way to each phase, turn by turn; of two equal ones the one that goes on later."""
    ways: list[tuple[int, tuple[Phase, ...]]] = [(0, ())]
    for reading in ours:
        longer = []
        for place, phase in enumerate(_ALL):
            points, way = max(ways[: place + 1], key=lambda one: one[0])
            longer.append((points + _points(reading, phase), (*way, phase)))
        ways = longer
    return max(ways, key=lambda one: one[0])[1]


def _points(reading: Reading, phase: Phase) -> int:
    return _COUNTS[phase] if reading.has(*_SHOWN_BY[phase]) else 0
