"""Training wheels: the steps of a call beside the first calls, fewer words with every clean one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from calls.turn import Speaker, Turn
from scoring.flow import NOTICES, FlowStep, steps_taken
from simulator.house import House
from simulator.scenario import Scenario
from simulator.turn_taking import read_all
from training import shipped
from training.models import Attempt, Person, Purpose
from training.progress import Step, progress
from training.store import Store

_FULL_UNTIL, _NAMED_UNTIL = 1, 3
"""Clean calls after which the steps are only named, and after which they are gone."""
_LEVEL = 1


class Wheels(IntEnum):
    """How much is shown: nothing, the steps by name, or what comes next as well."""

    OFF = 0
    NAMED = 1
    FULL = 2


@dataclass(frozen=True)
class Flow:
    """The steps of this call in their order, and those that were heard so far."""

    steps: tuple[FlowStep, ...]
    taken: frozenset[FlowStep]

    @property
    def following(self) -> FlowStep | None:
        """The first step that was not heard yet."""
        return next((step for step in self.steps if step not in self.taken), None)


def wheels_for(store: Store, person: Person, attempt: Attempt, scenario: Scenario) -> Wheels:
    """What this person is shown on this call: in private practice at the first level alone."""
    private = attempt.purpose is Purpose.PRIVATE and not scenario.with_care
    if not private or scenario.level > _LEVEL:
        return Wheels.OFF
    return faded(progress(store, person))


def faded(done: Iterable[Step]) -> Wheels:
    """What is left of them after these calls."""
    clean = sum(_clean(step) for step in done)
    if clean >= _NAMED_UNTIL:
        return Wheels.OFF
    return Wheels.FULL if clean < _FULL_UNTIL else Wheels.NAMED


def flow_of(attempt: Attempt, scenario: Scenario) -> Flow:
    """The steps of the call that is going on; a notice that is never read is no step."""
    call = attempt.state.call
    notices = _notices(scenario.house)
    steps = tuple(one for one in FlowStep if notices or one is not FlowStep.NOTICES)
    if call is None or not call.turns:
        return Flow(steps, frozenset())
    taken = steps_taken(
        read_all(call, shipped.checker_for(scenario.house).reader),
        notices,
        about_money=scenario.aim.about_money,
        agreed=call.accepted is not None,
    )
    return Flow(steps, taken)


def _clean(step: Step) -> bool:
    """Whether it was a call that passed in which nothing must change."""
    return bool(step.passed) and step.must_change is None and not step.branch


@cache
def _notices(house: House) -> tuple[str, ...]:
    """The notices of the house that a turn in its own words is read as."""
    reader = shipped.checker_for(house).reader
    said = [
        reader.read(Turn(speaker=Speaker.COLLECTOR, text=one.text), 0, None, None)
        for one in house.notices
    ]
    return tuple(name for name in NOTICES if any(one.has(name) for one in said))
