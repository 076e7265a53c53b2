"""What the person on the line decided: plain frozen data that only the simulator produces."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from calls.money import Money, Offer
from calls.turn import Frozen, Speaker

Level = Annotated[int, Field(ge=0, le=100)]


class Mood(Frozen):
    """Where the person on the line stands, each 0-100."""

    trust: Level
    tension: Level
    engagement: Level
    shame: Level
    patience: Level


class Act(StrEnum):
    """One thing the person on the line does in a turn."""

    GREETS = "greets"
    ASKS_WHO = "asks_who"
    ASKS_WHY_NEEDED = "asks_why_needed"
    ASKS_WHAT_ABOUT = "asks_what_about"
    CONFIRMS_IDENTITY = "confirms_identity"
    GIVES_IDENTIFIER = "gives_identifier"
    REFUSES_IDENTIFIER = "refuses_identifier"
    DENIES_IDENTITY = "denies_identity"
    SAYS_NOT_HERE = "says_not_here"
    OFFERS_MESSAGE = "offers_message"
    PROBES_REASON = "probes_reason"
    ACKNOWLEDGES_DEBT = "acknowledges_debt"
    DISCLOSES = "discloses"
    DEFLECTS = "deflects"
    ANSWERS = "answers"
    LISTENS = "listens"
    ASKS_BACK = "asks_back"
    ASKS_OPTIONS = "asks_options"
    ASKS_BALANCE = "asks_balance"
    DISPUTES = "disputes"
    ASKS_VALIDATION = "asks_validation"
    STATES_HARDSHIP = "states_hardship"
    OFFERS_PAYMENT = "offers_payment"
    COUNTERS = "counters"
    ASKS_TERMS = "asks_terms"
    ASKS_TIME = "asks_time"
    HESITATES = "hesitates"
    ACCEPTS = "accepts"
    REFUSES = "refuses"
    CONFIRMS_RECAP = "confirms_recap"
    CORRECTS_RECAP = "corrects_recap"
    STATES_CONDITION = "states_condition"
    BREAKS_DOWN = "breaks_down"
    SNAPS = "snaps"
    SOFTENS = "softens"
    STATES_CEASE = "states_cease"
    STATES_POSITION = "states_position"
    STANDS_BY = "stands_by"
    SAYS_BUSY = "says_busy"
    NOT_UNDERSTOOD = "not_understood"
    THREATENS_TO_HANG_UP = "threatens_to_hang_up"
    HANGS_UP = "hangs_up"
    THANKS = "thanks"
    SAYS_GOODBYE = "says_goodbye"


class Ending(StrEnum):
    """Why the call is over, where this move ends it."""

    GOODBYE = "goodbye"
    HUNG_UP = "hung_up"


class Shift(Frozen):
    """One reason why the mood moved: what the collector did, and by how much."""

    because: str
    trust: int = 0
    tension: int = 0
    engagement: int = 0
    shame: int = 0
    patience: int = 0


class Move(Frozen):
    """A decision, complete: a voice may say no fact, number or acceptance that is not in here.

    `heard` names the signals that were noticed, `remember` what later turns must know of this one;
    folding the moves of a log gives back everything the mind needs to go on.
    """

    speaker: Speaker
    acts: Annotated[tuple[Act, ...], Field(min_length=1)]
    facts: tuple[str, ...] = ()
    numbers: tuple[Money, ...] = ()
    heard: tuple[str, ...] = ()
    offer_heard: Offer | None = None
    counter: Offer | None = None
    accepted: Offer | None = None
    remember: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    understood: bool = True
    ending: Ending | None = None
