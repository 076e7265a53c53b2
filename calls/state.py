"""What an attempt, a call and its wrap-up are at a moment: all that a log of events adds up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from calls.circumstances import SpeakerRole
from calls.disposition import Disposition
from calls.events import DialDecided, DialDecision, Hints, MessageSent, Said, Voiced
from calls.money import Arrangement, Offer
from calls.moves import Ending, Mood, Move
from calls.turn import Channel, Speaker, Turn


@dataclass(frozen=True)
class Line:
    """One turn of a call as the log has it; `move` and `mood` where the mind decided it."""

    seq: int
    at: datetime
    turn: Turn
    move: Move | None = None
    mood: Mood | None = None


@dataclass(frozen=True)
class CallState:
    """One call so far: its lines, and what the mind must remember to go on."""

    account: str
    who: str
    speaker: Speaker
    answered_by: SpeakerRole
    channel: Channel
    began_at: datetime
    voice: Voiced = Voiced.TEMPLATE
    lines: tuple[Line, ...] = ()
    mood: Mood | None = None
    revealed: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    accepted: Offer | None = None
    remembered: tuple[str, ...] = ()
    used_lines: tuple[str, ...] = ()
    unanswered: Said | MessageSent | None = None
    on_hold: bool = False
    transferred_to: str | None = None
    ended_by: Speaker | None = None
    ending: Ending | None = None
    ended_at: datetime | None = None

    @property
    def written(self) -> bool:
        """Whether it is held in writing."""
        return self.channel.written

    @property
    def over(self) -> bool:
        """Whether nobody can speak any more."""
        return self.ended_by is not None or self.transferred_to is not None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What was said, in order."""
        return tuple(line.turn for line in self.lines)


@dataclass(frozen=True)
class WrapUp:
    """What the collector leaves behind."""

    notes: str = ""
    disposition: Disposition | None = None
    arrangement: Arrangement | None = None
    follow_up: date | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AttemptState:
    """Everything a log says: dial decisions, calls, desk work and wrap-up.

    `hints` are those that are on now, `hinted` the most that ever were.
    """

    seq: int = 0
    dial_decisions: tuple[DialDecided, ...] = ()
    calls: tuple[CallState, ...] = ()
    messages: tuple[MessageSent, ...] = ()
    looked_up: tuple[str, ...] = ()
    desk_offers: tuple[Offer, ...] = ()
    wrap_up: WrapUp = field(default_factory=WrapUp)
    handed_in: bool = False
    handed_in_at: datetime | None = None
    hints: Hints = Hints.OFF
    hinted: Hints = Hints.OFF

    @property
    def call(self) -> CallState | None:
        """The call that is going on, or the last one."""
        return self.calls[-1] if self.calls else None

    @property
    def waiting(self) -> CallState | None:
        """The conversation in which the last words wait for a reply."""
        waits = (one for one in reversed(self.calls) if one.unanswered and not one.over)
        return next(waits, None)

    @property
    def decided(self) -> Mapping[str, DialDecided]:
        """How each account was decided on: a dial stays, else the last decision counts."""
        last = {one.account: one for one in self.dial_decisions}
        dialled = (one for one in self.dial_decisions if one.decision is DialDecision.DIAL)
        return {**last, **{one.account: one for one in dialled}}
