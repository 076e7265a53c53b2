"""Parallel forms: the same call with other names, days, amounts and reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Annotated, Self

from pydantic import Field, model_validator

from calls.turn import Frozen
from simulator.facts import Fact, Forms
from simulator.rewording import Rewording
from simulator.values import Id, When

Alternatives = Annotated[tuple[str, ...], Field(min_length=1)]
Bounds = Annotated[tuple[int, int], Field(description="The least and the most.")]


class Reason(Frozen):
    """Other words for a fact; `signal` where telling it then amounts to something else."""

    says: Forms
    signal: str | None = None


class DayShift(Frozen):
    """Named days that move together, and by how many days."""

    names: Annotated[tuple[Id, ...], Field(min_length=1)]
    by: Bounds


class ParallelForms(Frozen):
    """What differs between the forms of a scenario; whatever is not named here is the same in all.

    Form 0 is the file as it is written, form n has the n-th of every list; out of a range each
    form has a number of its own. First and last names follow the full one, and every amount in
    fields and texts follows `percent`.
    """

    names: Annotated[tuple[Id, ...], Field(min_length=1, max_length=4)]
    people: Annotated[dict[str, Alternatives], Field(min_length=1)] = Field(
        description="Full names as they are written, with another for each form."
    )
    words: dict[str, Alternatives] = Field(
        default_factory=dict, description="Words as they are written, with others for each form."
    )
    percent: Bounds = Field(description="The share of every amount.")
    step: Annotated[int, Field(ge=5)] = Field(
        default=5,
        description="Between the shares that can be drawn; 20 keeps whole what five divides.",
    )
    days: DayShift | None = None
    facts: dict[Id, Annotated[tuple[Reason, ...], Field(min_length=1)]] = Field(
        default_factory=dict, description="Other words for a fact, with the amounts of form 0."
    )

    @model_validator(mode="after")
    def _one_for_each_form(self) -> Self:
        for field in ("people", "words", "facts"):
            for what, others in getattr(self, field).items():
                if len(others) < len(self.names):
                    raise ValueError(
                        f"{field}: {what!r} has {len(others)} - one for each of {len(self.names)}"
                    )
        return self

    @model_validator(mode="after")
    def _names_of_as_many_parts(self) -> Self:
        for name, others in self.people.items():
            for other in others:
                if len(other.split()) != len(name.split()):
                    raise ValueError(f"people: {other!r} - as many parts as {name!r}")
        return self

    @model_validator(mode="after")
    def _something_to_draw(self) -> Self:
        if self.percent[0] < self.step or not self._shares:
            raise ValueError(f"percent: nothing to draw from {self.percent} - such as [80, 130]")
        if self.days and not _shifts(self.days.by):
            raise ValueError(f"days: nothing to draw from {self.days.by} - such as [-2, 3]")
        return self

    @property
    def _shares(self) -> list[int]:
        least, most = self.percent
        return [n for n in range(least, most + 1) if n % self.step == 0 and n != 100]

    def drawn(self, number: int, scenario: str) -> "Drawn":
        """What form `number` of this scenario has; the same on every machine."""
        days = self.days
        told = {what: others[number - 1] for what, others in self.words.items()}
        names = {name: others[number - 1] for name, others in self.people.items()}
        percent = _draw(self._shares, number, f"{scenario}:percent")
        return Drawn(
            rewording=Rewording({**_with_parts(names), **told}, percent),
            reasons={name: others[number - 1] for name, others in self.facts.items()},
            moved=days.names if days else (),
            shift=_draw(_shifts(days.by), number, f"{scenario}:days") if days else 0,
        )


@dataclass(frozen=True)
class Drawn:
    """What one form has: its words and amounts, its reasons, and how far its days are moved."""

    rewording: Rewording
    reasons: Mapping[str, Reason]
    moved: tuple[str, ...]
    shift: int

    def facts(self, written: Iterable[Fact]) -> tuple[Fact, ...]:
        """The facts with the reasons of this form."""
        return tuple(self._fact(fact) for fact in written)

    def days(self, written: Mapping[str, When]) -> dict[str, When]:
        """The named days as they are in this form."""
        return {
            name: when.later(self.shift) if name in self.moved else when
            for name, when in written.items()
        }

    def _fact(self, fact: Fact) -> Fact:
        reason = self.reasons.get(fact.id)
        if reason is None:
            return fact
        told = {"says": reason.says, "signal": reason.signal or fact.signal}
        return fact.model_copy(update=told)


def _draw(options: list[int], number: int, seed: str) -> int:
    """One after the other in the order of chance: no two forms alike while there are others."""
    return Random(seed).sample(options, len(options))[(number - 1) % len(options)]


def _with_parts(names: Mapping[str, str]) -> dict[str, str]:
    """Full names and their parts: "Ms. Reyes" follows "Ana Reyes"."""
    parts = (
        pair
        for name, other in names.items()
        for pair in zip(name.split(), other.split(), strict=True)
    )
    return {**dict(parts), **names}


def _shifts(within: tuple[int, int]) -> list[int]:
    return [n for n in range(within[0], within[1] + 1) if n]
