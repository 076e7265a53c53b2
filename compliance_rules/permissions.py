"""What excuses a finding: one mechanism for all rules, each permission a file with its limits."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, Tag, model_validator

from calls.turn import Frozen, Speaker
from compliance_rules.checks import Cue, Cues
from compliance_rules.conditions import Condition
from compliance_rules.patterns import Own
from compliance_rules.telling_key import by_telling_key


class Scope(StrEnum):
    """What the reading says about the words themselves."""

    NEGATED = "negated"
    QUOTED = "quoted"
    HYPOTHETICAL = "hypothetical"


class Where(StrEnum):
    """How near the excusing words must stand."""

    SAME_TURN = "same_turn"
    TURN_BEFORE = "turn_before"
    EARLIER = "earlier"


class ByScope(Frozen):
    """The words are denied, somebody else's, or name a mere possibility."""

    scope: Scope


class ByFacts(Frozen):
    """The circumstances allow it."""

    facts: Condition


class Said(Frozen):
    """Who says what, and where."""

    by: Speaker
    signals: Cues
    where: Where


class BySaying(Frozen):
    """Something else that is said allows it."""

    said: Said


class AllExcuses(Frozen):
    """All of them together."""

    all: Annotated[tuple["Excuse", ...], Field(min_length=1)]


class AnyExcuse(Frozen):
    """One of them is enough."""

    any: Annotated[tuple["Excuse", ...], Field(min_length=1)]


_KINDS = ("scope", "facts", "said", "all", "any")


Excuse = Annotated[
    Annotated[ByScope, Tag("scope")]
    | Annotated[ByFacts, Tag("facts")]
    | Annotated[BySaying, Tag("said")]
    | Annotated[AllExcuses, Tag("all")]
    | Annotated[AnyExcuse, Tag("any")],
    by_telling_key("an excuse", _KINDS),
]


class Permission(Frozen):
    """What must not become a finding, and how far that goes."""

    id: Annotated[str, Field(pattern=r"^permit\.[a-z_]+$")]
    allows: str
    limits: str
    excuse: Excuse
    own: Own = Own()

    @model_validator(mode="after")
    def _knows_its_signals(self) -> Self:
        for cue in cues_of(self.excuse):
            if cue.startswith("own.") and cue.removeprefix("own.") not in self.own.signals:
                raise ValueError(f"no pattern {cue!r} - one of {', '.join(self.own.signals)}")
        return self


def cues_of(excuse: Excuse) -> tuple[Cue, ...]:
    """Every signal that an excuse names."""
    match excuse:
        case BySaying():
            return excuse.said.signals
        case AllExcuses():
            return tuple(cue for part in excuse.all for cue in cues_of(part))
        case AnyExcuse():
            return tuple(cue for part in excuse.any for cue in cues_of(part))
        case ByScope() | ByFacts():
            return ()
