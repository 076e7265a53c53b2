"""A bot: a plan of steps in order of precedence, what each says, and how it leaves the desk."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from calls.context import AccountFlags
from calls.disposition import Disposition
from calls.turn import Channel, Frozen
from datafiles import load_file
from language.names import words_of
from simulator.bots.cues import shipped_cues
from simulator.bots.dialling import Dialling
from simulator.values import Id, Percent

FOLDER = Path(__file__).parent / "plans"
TABLE = words_of(
    """start written agreed offered named_amount named_day named_method program settles
    advice_route business over"""
)
"""The conditions of a step that are neither cues nor steps."""
MARKS = frozenset(AccountFlags.model_fields)
"""What may be marked on the account, as "marked deceased" asks for."""
LONGEST_CALL = 28
"""So many lines are said at most; nobody's patience is longer."""


class Proposes(StrEnum):
    """What a step puts on the table; one that cannot be worked out yet leaves the step out."""

    THEIRS = "theirs"
    A_BIT_MORE = "a_bit_more"
    WHOLE_ON_THEIR_DAY = "whole_on_their_day"
    WHOLE_TODAY = "whole_today"
    HALF_TODAY = "half_today"
    SPREAD = "spread"
    LEAST = "least"
    SETTLEMENT = "settlement"


class Step(Frozen):
    """One thing to do in a call, said when everything in `when` holds and nothing in `unless`.

    Both hold cues from `cues.yaml` and the table ("agreed"), each for the last turn; "once moved"
    asks whether it ever came up, "said opening" whether a step was done, "marked deceased" whether
    the account says so. `chance` is how often a call has the step at all. `by` is the way it goes,
    where that is not as the talk goes; `at_work` takes the address there, if there is one. A
    step "over" comes once the call is over, and no other does then.
    """

    id: Id
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    times: Annotated[int, Field(ge=1)] = 1
    chance: Percent = 100
    proposes: Proposes | None = None
    ends: bool = False
    by: Channel | None = None
    at_work: bool = False
    says: Annotated[tuple[str, ...], Field(min_length=1)]


class Desk(Frozen):
    """What the bot leaves behind; `care` is how often each part of it is done at all.

    A note is for something that came up ("once insured", "marked deceased"), else for how the call
    ended.
    """

    care: Percent = 100
    notes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    always: Disposition | None = None


class Bot(Frozen):
    """One way to hold a call."""

    id: Id
    about: str
    me: Annotated[tuple[str, ...], Field(min_length=1)] = ("Alex Moran",)
    lines_at_most: Annotated[int, Field(ge=0)] = LONGEST_CALL
    steps: tuple[Step, ...] = ()
    dialling: Dialling | None = None
    desk: Desk | None = None

    @model_validator(mode="after")
    def _knows_its_steps(self) -> "Bot":
        ids = [step.id for step in self.steps]
        if len(ids) != len(set(ids)):
            raise ValueError("two steps of one name - each name once")
        cues = ("asks", *shipped_cues())
        now = {*TABLE, *cues}
        for step in self.steps:
            for condition in (*step.when, *step.unless):
                before, _, name = condition.rpartition(" ")
                places = {"said": set(ids), "once": set(cues), "marked": set(MARKS), "": now}
                allowed = places.get(before, set())
                if name not in allowed:
                    listed = ", ".join(sorted(allowed)) or "a cue, 'once CUE' or 'said STEP'"
                    raise ValueError(f"{step.id}: no {condition!r} - one of {listed}")
        return self


def bot_names() -> tuple[str, ...]:
    """Every bot, by the name of its file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def shipped_bots() -> dict[str, Bot]:
    """Every bot by its id."""
    return {name: load_file(FOLDER / f"{name}.yaml", Bot) for name in bot_names()}
