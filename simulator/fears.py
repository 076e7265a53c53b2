"""What stands between a person and a yes: what was put to the collector, what settles it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from calls.moves import Act
from calls.turn import Frozen
from datafiles import load_file
from simulator.facts import Asked, Fear, FearKind
from simulator.hearing import Heard
from simulator.memory import Memory

PUT_BY = {
    FearKind.WORRY: Act.ASKS_TERMS,
    FearKind.CONDITION: Act.STATES_CONDITION,
    FearKind.TIME: Act.ASKS_TIME,
}
"""The act by which each kind is put to the collector."""


class _Bearing(Frozen):
    """How one sees whether something of a kind is settled."""

    about: str
    settled_by: Asked
    passed_over_by: Annotated[tuple[str, ...], Field(min_length=1)]


class _Kinds(Frozen):
    kinds: dict[FearKind, _Bearing]

    @model_validator(mode="after")
    def _each(self) -> "_Kinds":
        missing = sorted(set(FearKind) - self.kinds.keys())
        if missing:
            raise ValueError(f"nothing is said of {', '.join(missing)} - every kind is needed")
        return self


@cache
def _kinds() -> dict[FearKind, _Bearing]:
    return load_file(Path(__file__).with_suffix(".yaml"), _Kinds).kinds


def just_put(memory: Memory, fears: Iterable[Fear]) -> Fear | None:
    """What they put to the collector in their last turn."""
    last = memory.last
    if last is None or not memory.just(*PUT_BY.values()):
        return None
    return next((fear for fear in fears if fear.id in last.facts), None)


def eases(heard: Heard, fear: Fear) -> bool:
    """Whether the turn has what the scenario says that lays it."""
    return _has(heard, fear.eased_by)


def settles(heard: Heard, fear: Fear) -> bool:
    """Whether the turn answers what was just put: in the scenario's words, or its kind's."""
    return not heard.harsh and (eases(heard, fear) or _has(heard, _kinds()[fear.kind].settled_by))


def passes_over(heard: Heard, fear: Fear) -> bool:
    """Whether the turn goes on as if it had not been put."""
    return heard.has(*_kinds()[fear.kind].passed_over_by) and not settles(heard, fear)


def _has(heard: Heard, answer: Asked) -> bool:
    return heard.has(*answer.signals) or heard.mentions(answer.words)
