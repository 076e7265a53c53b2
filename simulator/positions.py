"""What a person states and stands on: that it is not theirs, that a lawyer acts, that they work.

The person says it of their own accord when its time has come; from then on a collector either
respects it or presses on. What respects each kind and what passes over it stands in
`positions.yaml`.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from calls.turn import Channel, Frozen
from datafiles import load_file
from simulator.facts import Asked, Fear
from simulator.hearing import Heard
from simulator.memory import Kept, kept
from simulator.values import Id


class PositionKind(StrEnum):
    """What kind of thing a person stands on."""

    SUSPECTS_SCAM = "suspects_scam"
    WANTS_PROOF = "wants_proof"
    DISPUTES = "disputes"
    IDENTITY_THEFT = "identity_theft"
    ATTORNEY = "attorney"
    BANKRUPTCY = "bankruptcy"
    AT_WORK = "at_work"
    CEASE = "cease"
    STOP_TEXTS = "stop_texts"
    BEREAVED = "bereaved"
    ASKS_IF_SUED = "asks_if_sued"
    COMPLAINS = "complains"
    NOT_THE_ONE = "not_the_one"
    PAID = "paid"
    CLAIM_OPEN = "claim_open"
    RELAY = "relay"
    LANGUAGE = "language"
    CRISIS = "crisis"
    NOT_SAFE = "not_safe"
    DEBT_ADVICE = "debt_advice"
    BREATHING_SPACE = "breathing_space"
    NOT_BOOKED = "not_booked"
    PART_DISPUTED = "part_disputed"


class Occasion(StrEnum):
    """When a person comes out with it; `asked` waits for a question, like any fact.

    `comes_to_it`: as soon as the call gets to its matter, in whatever words that is put.
    """

    AT_ONCE = "at_once"
    ASKED_WHO_THEY_ARE = "asked_who_they_are"
    HEARS_OF_DEBT = "hears_of_debt"
    COMES_TO_IT = "comes_to_it"
    ASKED_TO_PAY = "asked_to_pay"
    PRESSED = "pressed"
    ASKED = "asked"


class Position(Frozen):
    """One thing the person stands on.

    `facts` say it; once all of them are out it is in force. `then` are facts that come out when it
    has been respected, `guards` those that come out where a turn goes near them, `wonders` what
    they ask back; who `stays` only so many turns more goes after that.
    """

    kind: PositionKind
    facts: Annotated[tuple[Id, ...], Field(min_length=1)]
    when: Occasion = Occasion.HEARS_OF_DEBT
    then: tuple[Id, ...] = ()
    guards: tuple[Id, ...] = ()
    wonders: Fear | None = None
    stays: Annotated[int, Field(ge=1, le=10)] | None = None

    def in_force(self, revealed: Collection[str]) -> bool:
        """Whether it has been stated."""
        return set(self.facts) <= set(revealed)

    def settled(self, remembered: Collection[str]) -> bool:
        """Whether it was a question that has been answered: nothing goes past it any more."""
        return _kinds()[self.kind].a_question and kept(Kept.RESPECTED, self.kind) in remembered

    def respected_by(self, heard: Heard) -> bool:
        """Whether the turn takes it seriously and does not go past it."""
        return heard.asks(_kinds()[self.kind].respected_by) and not self.passed_over_by(heard)

    def passed_over_by(self, heard: Heard) -> bool:
        """Whether the turn goes on as if it had not been said, by a way that it is about."""
        bearing = _kinds()[self.kind]
        concerned = not bearing.ways or heard.reading.turn.channel in bearing.ways
        brushed_past = heard.has(*bearing.brushed_past_by) and not heard.asks(bearing.respected_by)
        return concerned and (brushed_past or heard.has(*bearing.passed_over_by))

    @property
    def answered_with_it(self) -> tuple[str, ...]:
        """What is answered although the turn respects it for the first time."""
        return _kinds()[self.kind].answered_with_it

    @property
    def cannot_stay(self) -> bool:
        """Whether who stands on it can talk no longer, and is gone sooner."""
        return _kinds()[self.kind].cannot_stay


class Bearing(Frozen):
    """How one sees whether a kind of position is respected; `ways` are those that it is about.

    Who `cannot_stay` goes at a push. What brushes past it counts only where nothing in the turn
    respects it: "I'm not hanging up until somebody is with you" presses nobody. Asked by the same
    turn for what is `answered_with_it`, they say that. What is
    `a_question` is settled by its answer; anything else is stood on to the end of the call.
    """

    about: str
    ways: tuple[Channel, ...] = ()
    a_question: bool = False
    respected_by: Asked
    passed_over_by: Annotated[tuple[str, ...], Field(min_length=1)]
    brushed_past_by: tuple[str, ...] = ()
    answered_with_it: tuple[str, ...] = ()
    cannot_stay: bool = False


class _Kinds(Frozen):
    kinds: dict[PositionKind, Bearing]

    @model_validator(mode="after")
    def _each(self) -> "_Kinds":
        missing = sorted(set(PositionKind) - self.kinds.keys())
        if missing:
            raise ValueError(f"nothing is said of {', '.join(missing)} - every kind is needed")
        return self


@cache
def _kinds() -> dict[PositionKind, Bearing]:
    return load_file(Path(__file__).with_suffix(".yaml"), _Kinds).kinds


def about(kind: PositionKind) -> str:
    """What a kind of position is, as the debrief says it."""
    text = _kinds()[kind].about.rstrip(".")
    return text[:1].lower() + text[1:]


def in_force(positions: Iterable[Position], revealed: Collection[str]) -> tuple[Position, ...]:
    """The positions that have been stated, in the order of the scenario."""
    return tuple(one for one in positions if one.in_force(revealed))
