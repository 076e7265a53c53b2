"""Everything that happens in an attempt, as appended events; decisions are events too.

Each event is one JSON object with its kind, its sequence number and its own time. The log of an
attempt folds to everything else (`calls.fold`); nothing in it is ever computed again.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from calls.circumstances import Direction, SpeakerRole
from calls.disposition import Disposition
from calls.money import Arrangement, Offer
from calls.moves import Ending, Mood, Move
from calls.turn import Channel, Frozen, Speaker

VERSION = 4
"""The shape that events are written in; `calls.versions` lifts older ones."""


class _Event(Frozen):
    seq: Annotated[int, Field(ge=1)]
    at: AwareDatetime


class DialDecision(StrEnum):
    """What was decided before anybody's phone rang."""

    DIAL = "dial"
    NOT_NOW = "not_now"
    OTHER_CHANNEL = "other_channel"

    @property
    def label(self) -> str:
        """The decision as people read it."""
        return self.replace("_", " ")


class DialReason(StrEnum):
    """Why an account is called now or is not."""

    ALLOWED = "allowed"
    HOURS = "hours"
    FREQUENCY = "frequency"
    PAUSE = "pause"
    CEASE = "cease"
    ATTORNEY = "attorney"
    OPTED_OUT = "opted_out"

    @property
    def means(self) -> str:
        """The reason in a few words."""
        return _REASONS[self]


_REASONS = {
    DialReason.ALLOWED: "nothing speaks against it",
    DialReason.HOURS: "it is too early or too late where they are",
    DialReason.FREQUENCY: "as many calls as there may be in seven days",
    DialReason.PAUSE: "spoken with less than a week ago",
    DialReason.CEASE: "they wrote that contact is to stop",
    DialReason.ATTORNEY: "a lawyer acts for them",
    DialReason.OPTED_OUT: "they want no calls",
}


class DialDecided(_Event):
    """The collector decided whether this account may be called now, and why.

    `next_at` is when it may be called, in their view, where that is later.
    """

    kind: Literal["dial_decided"] = "dial_decided"
    account: str
    decision: DialDecision
    reason: str = ""
    next_at: AwareDatetime | None = None


class Voiced(StrEnum):
    """What puts the decisions of the person on the line into words."""

    TEMPLATE = "template"
    MODEL = "model"


class CallStarted(_Event):
    """Somebody picked up: who it is was drawn from the scenario by the seed, once.

    `voice` was chosen for the whole call; where a model fails, the template speaks for it.
    """

    kind: Literal["call_started"] = "call_started"
    account: str
    channel: Channel = Channel.CALL
    direction: Direction = Direction.OUTBOUND
    speaker: Speaker = Speaker.CONSUMER
    answered_by: SpeakerRole
    who: str
    voice: Voiced = Voiced.TEMPLATE


class Said(_Event):
    """The collector's words."""

    kind: Literal["said"] = "said"
    text: str


class ModelUse(Frozen):
    """What asking a language model for one reply took: how often, how long, how many tokens.

    `fault` says why the template spoke after all. Tokens are None where the server counts none.
    """

    asked: Annotated[int, Field(ge=0)]
    milliseconds: Annotated[int, Field(ge=0)]
    tokens_in: Annotated[int, Field(ge=0)] | None = None
    tokens_out: Annotated[int, Field(ge=0)] | None = None
    fault: str | None = None


class Replied(_Event):
    """The other side's decision and words; `answers` is what they answer, None a hello.

    `lines` are the surface forms used, so that none is repeated; `versions` names mind and voice.
    `voice` is the one that spoke, `model` the one that was asked, `use` what that took. `made_out`
    are acts that no pattern found in the turn: those of the act classifier (`versions["acts"]`),
    and those of a model where the turn was not understood even so. The decision is made with them.
    """

    kind: Literal["replied"] = "replied"
    answers: int | None
    text: str
    move: Move
    mood_after: Mood
    voice: Voiced = Voiced.TEMPLATE
    model: str | None = None
    use: ModelUse | None = None
    made_out: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    versions: dict[str, str] = Field(default_factory=dict)


class TakenBack(_Event):
    """The collector took back a line sent by accident: it and its reply count as never said."""

    kind: Literal["taken_back"] = "taken_back"
    said: int


class MessageSent(_Event):
    """A written message or a voicemail left, about `account`; `to` names the address it went to."""

    kind: Literal["message_sent"] = "message_sent"
    channel: Channel
    text: str
    account: str = ""
    to: str = ""


class Hints(StrEnum):
    """What a trainee is told of the last exchange during a call: a question, or a better line."""

    OFF = "off"
    GENTLE = "gentle"
    FULL = "full"


class HintsChosen(_Event):
    """The trainee wants such hints from now on, or none."""

    kind: Literal["hints_chosen"] = "hints_chosen"
    level: Hints


class LookedUp(_Event):
    """The collector opened a part of the desk."""

    kind: Literal["looked_up"] = "looked_up"
    item: str


class Noted(_Event):
    """The account note as it now reads."""

    kind: Literal["noted"] = "noted"
    text: str


class Offered(_Event):
    """An offer recorded at the desk."""

    kind: Literal["offered"] = "offered"
    offer: Offer


class ArrangementRecorded(_Event):
    """The arrangement as it now stands in the wrap-up; None clears it."""

    kind: Literal["arrangement_recorded"] = "arrangement_recorded"
    arrangement: Arrangement | None


class FlagSet(_Event):
    """A flag of the account switched on or off."""

    kind: Literal["flag_set"] = "flag_set"
    flag: str
    on: bool


class DispositionRecorded(_Event):
    """The disposition as it now stands; None clears it."""

    kind: Literal["disposition_recorded"] = "disposition_recorded"
    disposition: Disposition | None


class FollowUpSet(_Event):
    """The day of the next step; None clears it."""

    kind: Literal["follow_up_set"] = "follow_up_set"
    on: date | None


class Held(_Event):
    """The collector put the call on hold."""

    kind: Literal["held"] = "held"


class Resumed(_Event):
    """The collector took the call off hold."""

    kind: Literal["resumed"] = "resumed"


class Transferred(_Event):
    """The call went to a team or a person."""

    kind: Literal["transferred"] = "transferred"
    to: str


class Ended(_Event):
    """The call is over."""

    kind: Literal["ended"] = "ended"
    by: Speaker
    ending: Ending = Ending.GOODBYE


class WrappedUp(_Event):
    """The after-call work is handed in; the attempt is ready for review."""

    kind: Literal["wrapped_up"] = "wrapped_up"


Event = Annotated[
    DialDecided
    | CallStarted
    | Said
    | Replied
    | TakenBack
    | MessageSent
    | HintsChosen
    | LookedUp
    | Noted
    | Offered
    | ArrangementRecorded
    | FlagSet
    | DispositionRecorded
    | FollowUpSet
    | Held
    | Resumed
    | Transferred
    | Ended
    | WrappedUp,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
