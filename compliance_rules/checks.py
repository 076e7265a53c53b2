"""The six kinds of check: the closed set of what a rule can ask of a call."""

from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from calls.circumstances import ContactResult, Direction
from calls.turn import Channel, Frozen, Speaker
from compliance_rules.conditions import Condition
from compliance_rules.groups import groups
from language.names import KINDS, known_names

HOUSE_IDENTIFIERS = "house.identifiers"


def _known(cue: str) -> str:
    name, dot, kind = cue.partition(".")
    if name == "own" or cue == HOUSE_IDENTIFIERS:
        return cue
    if name == "group":
        return _known_group(cue, kind)
    if name not in known_names():
        near = get_close_matches(name, sorted(known_names()), n=3) or sorted(known_names())
        raise ValueError(f"no signal {name!r} - {', '.join(near)}, or 'own.…' for your own")
    kinds = KINDS.get(name, frozenset())
    if dot and kind not in kinds:
        allowed = ", ".join(sorted(kinds)) or "none"
        raise ValueError(f"signal {name!r} has no kind {kind!r} - {allowed}")
    return cue


def _known_group(cue: str, name: str) -> str:
    if name not in groups():
        raise ValueError(f"no group {name!r} - {', '.join(groups())}")
    return cue


Cue = Annotated[str, AfterValidator(_known)]
"""A signal by name: `threat`, `threat.arrest`, `own.hint` for a pattern of the rule itself,
`group.reveals_debt` for several at once, `house.identifiers` for whichever the house asks for."""

Cues = Annotated[tuple[Cue, ...], Field(min_length=1)]


class Hearer(StrEnum):
    """Who hears a turn of the collector, as far as the call has shown it by then."""

    UNCONFIRMED = "unconfirmed"
    RIGHT_PARTY = "right_party"
    THIRD_PARTY = "third_party"
    VOICEMAIL = "voicemail"


ANYONE = tuple(Hearer)


class _Check(Frozen):
    """What every check may carry: the facts under which it is asked, and what excuses it."""

    if_: Annotated[Condition | None, Field(alias="if")] = None
    permissions: tuple[str, ...] = ()


class Step(Frozen):
    """Something said by somebody."""

    by: tuple[Speaker, ...] = (Speaker.COLLECTOR,)
    signals: Cues
    to: tuple[Hearer, ...] = ANYONE


class Forbid(_Check):
    """A signal must not occur, or not beside another one, unless a third stands near it.

    `beside` is for what means something only together: "You work at the mill, right? It would be
    a shame if they heard."
    """

    kind: Literal["forbid"]
    signals: Cues
    to: tuple[Hearer, ...] = ANYONE
    beside: tuple[Cue, ...] = ()
    unless: tuple[Cue, ...] = ()
    near: Annotated[int, Field(ge=0, description="How many collector turns away is near.")] = 0


class Part(Frozen):
    """One limb of what must be said; any of its signals will do."""

    name: str
    signals: Cues


class Occasion(Step):
    """What makes something due; silence counts only if the collector had `chances` turns more.

    People hang up: where little was said, there must have been a moment to say the rest.
    """

    chances: Annotated[int, Field(ge=0)] = 0


class Require(_Check):
    """On any of the occasions all parts of something must be said by a point.

    `by`: the end of the call, the mention itself, or so many collector turns after it.
    """

    kind: Literal["require"]
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    once: Annotated[tuple[Occasion, ...], Field(min_length=1)]
    by: Literal["end_of_call", "mention"] | Annotated[int, Field(ge=1)] = "end_of_call"
    heard_by: tuple[Hearer, ...] = ANYONE


class Order(_Check):
    """One thing before another; `if_never` says whether doing the second without the first counts.

    `enough: house` takes as many different kinds of the first as the house asks for.
    """

    kind: Literal["order"]
    first: Step
    enough: Literal["one", "house"] = "one"
    then: Step
    if_never: Literal["finding", "nothing"] = "finding"


class Trigger(Frozen):
    """What somebody says that changes what the collector may do."""

    by: tuple[Speaker, ...] = (Speaker.CONSUMER, Speaker.THIRD_PARTY)
    signals: Cues


class Must(Frozen):
    """What the collector must do, within so many of their own turns."""

    signals: Cues
    within: Annotated[int, Field(ge=1)]


class MustNot(Frozen):
    """What the collector must not do, for so many of their own turns or the rest of the call.

    The first `spare` turns do not count: a sentence may be brought to its end. `same_channel`: only
    what goes the way that the trigger came, as a wish about texts says nothing of e-mails.
    """

    signals: Cues
    same_channel: bool = False
    spare: Annotated[int, Field(ge=0)] = 0
    within: Annotated[int, Field(ge=1)] | Literal["rest_of_call"] = "rest_of_call"


class React(_Check):
    """After a trigger, or while facts hold from the start, the collector must or must not."""

    kind: Literal["react"]
    trigger: Trigger | None = None
    since: Condition | None = None
    must: Must | None = None
    must_not: MustNot | None = None
    released_by: Trigger | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if self.trigger is None and self.since is None:
            raise ValueError("nothing sets it off - give 'trigger' (words) or 'since' (facts)")
        if self.must is None and self.must_not is None:
            raise ValueError("it asks nothing - give 'must' or 'must_not'")
        if self.must is not None and self.trigger is None:
            raise ValueError("'must' counts turns after a 'trigger' - give one")
        return self


class SignalCount(Frozen):
    """How often something is said in a call."""

    signals: Cues


class ContactCount(Frozen):
    """Entries of the contact log about this debt in the days up to and including this call."""

    days: Annotated[int, Field(ge=1)]
    channels: tuple[Channel, ...]
    directions: tuple[Direction, ...]
    results: tuple[ContactResult, ...]
    with_this_call: bool


class Limit(_Check):
    """At most so many in a call or in a number of days."""

    kind: Literal["limit"]
    at_most: Annotated[int, Field(ge=0)]
    of: SignalCount | ContactCount


class When(_Check):
    """A condition that the circumstances alone decide."""

    kind: Literal["when"]
    holds: Condition


Check = Annotated[
    Forbid | Require | Order | React | Limit | When,
    Field(discriminator="kind"),
]


def cues_of(check: Check) -> tuple[Cue, ...]:
    """Every signal that a check names."""
    match check:
        case Forbid():
            return (*check.signals, *check.beside, *check.unless)
        case Require():
            sides = (
                *(part.signals for part in check.parts),
                *(step.signals for step in check.once),
            )
            return tuple(cue for signals in sides for cue in signals)
        case Order():
            return (*check.first.signals, *check.then.signals)
        case React():
            asked = (check.trigger, check.must, check.must_not, check.released_by)
            return tuple(cue for side in asked if side is not None for cue in side.signals)
        case Limit():
            return check.of.signals if isinstance(check.of, SignalCount) else ()
        case When():
            return ()


def sparks_of(check: Check) -> tuple[Cue, ...] | None:
    """The signals without which a check has nothing to say; None where facts alone set it off."""
    match check:
        case Forbid():
            return check.signals
        case Require():
            return tuple(cue for occasion in check.once for cue in occasion.signals)
        case Order():
            return check.then.signals
        case React():
            return check.trigger.signals if check.trigger and check.since is None else None
        case Limit():
            return check.of.signals if isinstance(check.of, SignalCount) else None
        case When():
            return None
