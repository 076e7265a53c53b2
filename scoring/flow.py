"""The steps of a call, ticked as they are heard: by the readings that hints and marks rest on."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from calls.turn import Speaker
from language.reading import Reading


class FlowStep(StrEnum):
    """One step of a call, in the order in which a call goes."""

    GREETING = "greeting"
    RIGHT_PARTY = "right_party"
    NOTICES = "notices"
    REASON = "reason"
    LISTENING = "listening"
    AGREEMENT = "agreement"
    CLOSE = "close"


NOTICES = ("collector_disclosure", "recording_notice")
"""The notices that a turn can be read as; others are nobody's to tick."""
_GREETS = ("greeting", "self_identification")
_KNOWN = "gives_identifier"
"""A name alone is easily said: who they are is known by what only they know."""
_OF_THE_WAY = ("ask_identifier", "ask_method")
"""Open questions that ask for no reason: "what is your address", "how will you pay"."""
_TAKES_UP = ("acknowledgement", "reflection", "validates", "thanks_for_telling")
_WITHOUT_MONEY = ("recap", "next_step", "honour_stop", "third_party_safe_message")


def steps_taken(
    readings: Sequence[Reading], notices: Collection[str], *, about_money: bool, agreed: bool
) -> frozenset[FlowStep]:
    """The steps that were heard so far; one that nobody heard is not in it, whatever was meant.

    `notices` are those that the house must say. Where the call is `about_money`, an agreement is
    one that was `agreed` to and read back; else what was settled for the time after the call.
    """
    ours = [one for one in readings if one.turn.speaker is Speaker.COLLECTOR]
    theirs = [one for one in readings if one.turn.speaker is Speaker.CONSUMER]
    heard = {
        FlowStep.GREETING: _any(ours, *_GREETS),
        FlowStep.RIGHT_PARTY: _any(theirs, _KNOWN),
        FlowStep.NOTICES: bool(notices) and all(_any(ours, name) for name in notices),
        FlowStep.REASON: any(_asks_why(one) for one in ours),
        FlowStep.LISTENING: _any(ours, *_TAKES_UP),
        FlowStep.AGREEMENT: (
            agreed and _any(ours, "recap") if about_money else _any(ours, *_WITHOUT_MONEY)
        ),
        FlowStep.CLOSE: _any(ours, "goodbye"),
    }
    return frozenset(step for step, taken in heard.items() if taken)


def _any(turns: Sequence[Reading], *names: str) -> bool:
    return any(one.has(*names) for one in turns)


def _asks_why(reading: Reading) -> bool:
    return reading.has("open_question") and not reading.has(*_OF_THE_WAY)
