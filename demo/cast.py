"""The cast: who is in a demonstration, and the words that they write."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from calls.turn import Frozen
from datafiles import load_file
from scoring.rating_scales import load_scales
from training.assessments.models import Adjustments
from training.models import Role
from training.paths import PathStep

_HERE = Path(__file__).parent
Height = Literal["low", "middle", "high"]


class Member(Frozen):
    """Somebody of the house, with the roles of their account."""

    name: str
    roles: tuple[Role, ...] = Field(min_length=1)


class Group(Frozen):
    """Trainees who come along alike: who plays for them from the first week to the last."""

    bots: tuple[str, ...] = Field(min_length=1)
    a_week: float = Field(gt=0)
    names: tuple[str, ...]


class Trainee(NamedTuple):
    """One of them."""

    name: str
    bots: tuple[str, ...]
    a_week: float


class Candidate(Frozen):
    """Who applies, who plays for them call by call, what they say of themselves, and what comes."""

    name: str
    bots: tuple[str, ...] = Field(min_length=1)
    sex: str
    ethnicity: str
    pauses: bool = False
    loses_connection: bool = False
    pastes: bool = False
    stays_away: bool = False
    withdrawn: bool = False
    extra_time: int = 0
    no_clock: bool = False

    @property
    def easier(self) -> Adjustments:
        """What is made easier for them."""
        return Adjustments(extra_time=self.extra_time, no_clock=self.no_clock)


class WorkSample(Frozen):
    """A work sample: begun so many days ago, its candidates invited so many days later."""

    job: str
    scenarios: tuple[str, ...]
    days_ago: int
    bar: float = 3.0
    invited_after: int = 0
    decided_after: int | None = None
    closed_after: int | None = None
    candidates: tuple[Candidate, ...] = ()


class OwnPath(Frozen):
    """The path that the cohorts go."""

    name: str
    steps: tuple[PathStep, ...] = Field(min_length=1)


class Cast(Frozen):
    """Everybody."""

    administrator: str
    staff: tuple[Member, ...]
    trainees: tuple[Group, ...]
    cohorts: tuple[str, ...] = Field(min_length=1)
    path: OwnPath
    before_accounts: str
    work_samples: tuple[WorkSample, ...]

    def everybody(self) -> tuple[Trainee, ...]:
        """All trainees, group by group in turns, so that a few are of all kinds."""
        nth = range(max(len(group.names) for group in self.trainees))
        return tuple(
            Trainee(group.names[n], group.bots, group.a_week)
            for n in nth
            for group in self.trainees
            if n < len(group.names)
        )

    def whoever(self, role: Role) -> tuple[Member, ...]:
        """Those of the house who act in that role at first."""
        return tuple(one for one in self.staff if one.roles[0] is role)


class Message(Frozen):
    """What a candidate writes after the last call."""

    subject: str
    body: str


class OwnScenario(Frozen):
    """The house's own variation of a scenario."""

    title: str
    reason: str


class Words(Frozen):
    """What people of the demonstration write; `evidence` is by scale and by how high a level is."""

    evidence: Mapping[str, Mapping[Height, tuple[str, ...]]]
    no_opportunity: str
    discussed: tuple[str, ...]
    agreed: tuple[str, ...]
    second_thought: str
    higher: tuple[str, ...]
    lower: tuple[str, ...]
    rejected: str
    disputed: tuple[str, ...]
    answered: tuple[str, ...]
    given: tuple[str, ...]
    comments: tuple[str, ...]
    notes: tuple[str, ...]
    confirmed: str
    denied: str
    decisions: Mapping[str, str]
    message: Message
    room: tuple[str, ...]
    own_scenario: OwnScenario
    withdrawn: str
    no_show: str


@cache
def shipped_cast() -> Cast:
    """Who plays in it."""
    return load_file(_HERE / "cast.yaml", Cast)


@cache
def shipped_words() -> Words:
    """What they write; a scale without words would be found here."""
    found = load_file(_HERE / "words.yaml", Words)
    if missing := set(load_scales()) - set(found.evidence):
        raise ValueError(f"words.yaml: evidence has no words for {', '.join(sorted(missing))}")
    return found
