"""Somebody who may pick up, or the machine that does."""

from typing import Annotated

from pydantic import Field

from calls.circumstances import SpeakerRole
from calls.turn import Channel, Frozen, Speaker
from simulator.facts import Fact, Forms, Identifier
from simulator.persona import Traits
from simulator.values import Id


class Answerer(Frozen):
    """Somebody who may pick up; one is drawn by weight.

    The consumer knows the scenario's facts and those of their life; anybody else only `facts`.
    `asks_about` is how often a third party tries to find out what the call is about, `guesses` what
    they say then; `relation` is what they call themselves ("room-mate"), `calls_them` what
    they call the consumer ("Mom"; else it is the first name). On `channel: voicemail` it is a
    machine, and `opening` its greeting. `over` ends each turn where that is how one hears that it
    is one's turn ("GA" on a relay call).
    """

    id: Id
    weight: Annotated[float, Field(gt=0)] = 1.0
    speaker: Speaker = Speaker.CONSUMER
    role: SpeakerRole = SpeakerRole.CONSUMER
    channel: Channel = Channel.CALL
    persona: Id
    traits: Traits = Traits()
    opening: Forms
    facts: tuple[Fact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    relation: str = ""
    calls_them: str = ""
    asks_about: Annotated[int, Field(ge=0, le=5)] = 0
    guesses: tuple[str, ...] = ()
    takes_message: bool = False
    over: str = ""
    tells_at_once: tuple[Id, ...] = Field(
        default=(), description="Facts that their first words tell besides."
    )

    @property
    def is_person(self) -> bool:
        """Whether it is somebody, and no machine."""
        return self.channel is not Channel.VOICEMAIL
