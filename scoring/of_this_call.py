"""What an advice takes from its own call: their words, our turn, what was agreed or is due.

Advice that would fit any call helps on none, so each begins from something that was said here.
"""

from calls.money import Offer
from calls.turn import turn_number
from language.names import HARDSHIPS
from language.reading import Reading
from scoring.case import Case, quoted
from scoring.demands import trigger_in

_MONEY = ("offers_payment", "counters", "promise_to_pay", "asks_time", "condition")
_TROUBLE = (*sorted(HARDSHIPS), "vulnerable", "fear", "shame", "crying")
_NO = ("refuses", "anger", "asks_options", "asks_why", "complaint")
_BESIDE = ("greeting", "goodbye", "confirms_identity", "asks_who_is_calling", "insult", "profanity")
"""What nobody can begin from, where something else was said."""


def begins_from(case: Case) -> Reading | None:
    """What they said that weighs most: what stops a demand, trouble, money, a no, any other words.

    None where nobody answered with a word.
    """
    stopped = trigger_in(case)
    if stopped is not None:
        return stopped.told
    said = [r for r in case.other_side if r.words]
    ranked = (next((r for r in said if r.has(*names)), None) for names in (_TROUBLE, _MONEY, _NO))
    rest = (r for r in reversed(said) if not r.has(*_BESIDE))
    return next(filter(None, (*ranked, *rest, *reversed(said))), None)


def they_said(case: Case, theirs: Reading | None = None) -> str:
    """Their words as an advice begins with them; our own last where nobody answered."""
    theirs = theirs or begins_from(case)
    if theirs is not None:
        return f'They said "{quoted(theirs.turn.text)}": '
    ours = case.collector[-1:]
    return f'You said "{quoted(ours[0].turn.text)}": ' if ours else ""


def our_turn(case: Case, turn: int) -> str:
    """A turn of ours, with its number and words."""
    return f'turn {turn_number(turn)}, "{quoted(case.readings[turn].turn.text)}"'


def offer_told(offer: Offer) -> str:
    """What was agreed, as one reads it back: each amount, its rhythm, its days and the method."""
    start = offer.schedule.start
    word = "from" if offer.schedule.per_month else "on"
    day = f" {word} {start:%B} {start.day}" if start else ""
    then = "".join(f", then {row.amount} on {row.due:%B} {row.due.day}" for row in offer.then)
    how = f", by {offer.method}" if offer.method else ""
    return f"{offer.amount} {offer.schedule.every.told}{day}{then}{how}"
