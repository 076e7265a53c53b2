"""What one turn is as an answer to what they told: a level 0-5, and what it can be at most.

Levels after Suchman (1997) and the Empathic Communication Coding System (Bylund & Makoul): ignored
or denied, formula, implicit, named, explored, confirmed as legitimate.
"""

from language.acts import said
from language.reading import Reading, Signal
from scoring.empathy.opportunities import CUES, OF_THE_BILL, TOLD, opportunity
from scoring.heard import TRADE

FORMULA, IMPLICIT, NAMED, EXPLORED, CONFIRMED = 1, 2, 3, 4, 5
PRACTICAL = ("driving", "bad_time", "at_work")
"""Cues that want no question but to be left in peace."""
HARSH = ("blame", "insult", "pressure", "threat")
"""What undoes an answer; blame and insults are harsh wherever they are said."""
UNDOES = (*HARSH, "takes_back", "dismisses", "sarcasm", "belittles", "waves_away", "evades")
"""What denies, mocks or steps around what they told, whatever else the same turn says."""
NAMES = ("validates", "thanks_for_telling")
"""What names a feeling or fact, besides the specific acknowledgement."""
ASKS = ("open_question", "invites", "asks_effect", "asks_safety")
"""What asks further."""
WANTS_TO_BE_LEFT = (*PRACTICAL, "stop_channel", "cease_all")
"""Cues that want an end of it, and no talk about it."""
LEAVES = (
    "honour_stop",
    "safe_channel",
    "next_step",
    "apology",
    "asks_effect",
    "ask_commitment_date",
    "goodbye",
)
"""What lets somebody be, or asks when it would be better."""
HELPS = (
    "promise_hardship_help",
    "honour_stop",
    "honour_dispute",
    "takes_complaint",
    "points_to_help",
    "sets_aside",
    "stays_with",
    "reassures",
)
"""What shows without naming it that something was heard."""
STAYS = ("asks_safety", "stays_with", "points_to_help", "sets_aside")
"""What answers somebody who speaks of not living; everything else passes over it."""
BILL = ("debt_mention", "account_detail")
"""What brings the bill back: to say it again gives nothing back."""
GIVEN_BACK = 2
"""So many words of theirs in one answer are no chance."""


def level(cue: Reading, answer: Reading, signal: Signal, told: bool = False) -> int:
    """The level of one answer; blame, pressure or a "but" in the same breath undoes it.

    `told` says that it tells them what they asked.
    """
    if undone(cue, answer):
        return 0
    if signal.name == "crisis_self_harm" and not answer.has(*STAYS):
        return 0
    reached = max(_reached(cue, answer, signal), IMPLICIT if told else 0)
    return min(reached, _most(answer, signal))


def undone(cue: Reading, answer: Reading) -> bool:
    """Whether it denies or steps around it; to be brief is what helps who is not safe to talk."""
    return answer.has(*UNDOES) or (answer.has("goes_on") and not cue.has("unsafe_to_talk"))


def _most(answer: Reading, signal: Signal) -> int:
    """What an answer can be at most that turns elsewhere in the same breath."""
    if answer.has("turns_to_self") or answer.has("overpromise", kind="comfort"):
        return FORMULA
    if signal.name in WANTS_TO_BE_LEFT and not (answer.has(*LEAVES) or _asks_when(answer, signal)):
        return FORMULA
    return NAMED if asks_for_money(answer) else CONFIRMED


def _asks_when(answer: Reading, signal: Signal) -> bool:
    """Whether somebody who cannot talk is asked something else than who they are: another time."""
    asked = answer.has("closed_question") and not answer.has("ask_identifier")
    return asked and signal.name in PRACTICAL


def asks_for_money(answer: Reading) -> bool:
    """Whether it asks to be paid; to ask when it would be easiest is no demand."""
    if answer.has("demand_payment", "pressure"):
        return True
    return answer.has("ask_method") and (bool(answer.money) or answer.has("talks_of_money"))


def _reached(cue: Reading, answer: Reading, signal: Signal) -> int:
    asks = asks_on(cue, answer, signal)
    if signal.name == "crisis_self_harm" and answer.has("asks_safety"):
        return EXPLORED
    if signal.name in WANTS_TO_BE_LEFT and answer.has("honour_stop"):
        return EXPLORED
    if not names(cue, answer):
        left = signal.name in PRACTICAL and (answer.has("goodbye") or _asks_when(answer, signal))
        return IMPLICIT if left else _names_nothing(answer, signal, asks)
    if answer.has("validates"):
        return CONFIRMED
    return EXPLORED if asks and _acknowledges(cue, answer) else NAMED


def _names_nothing(answer: Reading, signal: Signal, asks: bool) -> int:
    """What an answer shows that names nothing.

    To go on with the work is worth a formula where no feeling or hardship was heard.
    """
    of_the_bill = {signal.name, signal.kind} & {*OF_THE_BILL}
    if (asks and not of_the_bill) or answer.has(*HELPS):
        return FORMULA if asks_for_money(answer) else IMPLICIT
    work = signal.name not in CUES
    return FORMULA if work or answer.has("acknowledgement", "apology") else 0


def asks_on(cue: Reading, answer: Reading, signal: Signal) -> bool:
    """Whether it asks further, and for no money: openly, or plainly about what they told."""
    if asks_for_money(answer):
        return False
    if answer.has(*ASKS):
        return True
    if answer.has("ask_identifier") or not answer.has("closed_question"):
        return False
    suits = signal.name == TOLD and answer.has("ask_commitment_date")
    return suits or answer.has("acknowledgement", "apology") or bool(shared(cue, answer))


def names(cue: Reading, answer: Reading) -> bool:
    """Whether the answer names the feeling or fact, or gives their words back in what it tells."""
    if answer.has(*NAMES) or answer.has("acknowledgement", kind="specific"):
        return True
    words = shared(cue, answer)
    if answer.has("reflection") and (words or not (names_sum(cue, answer) or answer.has(*BILL))):
        return True
    told = words & (answer.content - said(answer).asked | said(answer).told)
    return bool(told) and _acknowledges(cue, answer)


def shared(cue: Reading, answer: Reading) -> frozenset[str]:
    """The words of theirs that the answer has too, but for those that are in every call."""
    heard = said(cue)
    asks = opportunity(cue)
    beside = frozenset() if asks and asks.question else heard.asked - heard.told
    return (_words(cue) - beside) & _words(answer) - TRADE


def names_sum(cue: Reading, answer: Reading) -> bool:
    """Whether a sum is named that they had not: figures give no feeling back."""
    theirs = {one.amount for one in cue.money}
    return any(one.share is None and one.amount not in theirs for one in answer.money)


def _words(reading: Reading) -> frozenset[str]:
    heard = said(reading)
    return reading.content | heard.told | heard.asked


def _acknowledges(cue: Reading, answer: Reading) -> bool:
    """Whether it acknowledges anything, in whatever words, or gives back several of theirs."""
    if answer.has("acknowledgement", "apology", "reflection", *NAMES):
        return True
    figures = names_sum(cue, answer) or asks_for_money(answer)
    return len(shared(cue, answer)) >= GIVEN_BACK and not figures
