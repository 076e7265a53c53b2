"""Who practises, and what an attempt is: frozen views of what the store holds."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Self

from calls.events import Event, TakenBack
from calls.fold import fold, fold_on
from calls.state import AttemptState


class Role(StrEnum):
    """What somebody is here to do; `training.rights` says what each may read."""

    TRAINEE = "trainee"
    TRAINER = "trainer"
    ASSESSOR = "assessor"
    HIRING_MANAGER = "hiring_manager"
    COMPLIANCE = "compliance"
    ADMINISTRATOR = "administrator"
    CANDIDATE = "candidate"
    """Who takes a work sample by a link: no account has it, and no list offers it."""

    @property
    def label(self) -> str:
        """The role as people say it."""
        return self.value.replace("_", " ")


@dataclass(frozen=True)
class Person:
    """Who is acting, and in which role; the id is the same in all roles of an account."""

    id: str
    name: str
    role: Role


class Purpose(StrEnum):
    """What an attempt is made for; it decides who else may read it."""

    PRIVATE = "private"
    SUBMITTED = "submitted"
    ASSESSMENT = "assessment"
    DEMO = "demo"


@dataclass(frozen=True)
class Attempt:
    """One run of one scenario, as it was when it was read: an immutable view.

    `parent_attempt` and `parent_seq` say where a branch leaves another attempt; `seen_before`
    whether its person had tried the scenario already when this attempt began; `form` which of the
    scenario's parallel forms it is, 0 for the file as it is written.
    """

    id: str
    person_id: str
    purpose: Purpose
    accounts: tuple[str, ...]
    scenario_id: str
    scenario_hash: str
    versions: dict[str, str]
    seed: int
    seen_before: bool
    started_at: datetime
    form: int = 0
    parent_attempt: str | None = None
    parent_seq: int | None = None
    events: tuple[Event, ...] = ()

    @cached_property
    def state(self) -> AttemptState:
        """What the events add up to."""
        return fold(self.events)

    @property
    def next_seq(self) -> int:
        """The number of the event that comes next."""
        return len(self.events) + 1

    def after(self, events: tuple[Event, ...]) -> Self:
        """This attempt with further events."""
        if not events:
            return self
        later = replace(self, events=(*self.events, *events))
        known = vars(self).get("state")
        if known is not None and not any(isinstance(event, TakenBack) for event in later.events):
            # A long call is not folded anew with every turn.
            vars(later)["state"] = fold_on(known, events)
        return later
