"""What becomes of an agreement that takes more than the person has: told in the debrief."""

from calls.money import Offer
from calls.state import CallState
from simulator.memory import Kept

_BREAKS = (
    "What became of it: the first payment did not come. They had said yes to more than they have, "
    "because a yes was the way out of this call (over-squeeze). There is neither money nor trust."
)


def aftermath(call: CallState | None) -> str:
    """One sentence where what was agreed breaks; nothing where it can be kept."""
    if call is None or call.accepted is None or not said_yes_beyond(call, call.accepted):
        return ""
    return _BREAKS


def said_yes_beyond(call: CallState, agreed: Offer) -> bool:
    """Whether what is agreed in the end is what they could not say no to, and do not have."""
    moves = (line.move for line in call.lines if line.move)
    beyond = [move.accepted for move in moves if Kept.BEYOND_MEANS in move.remember]
    return any(one is not None and one.amounts == agreed.amounts for one in beyond)
