"""A pack of rules: one jurisdiction or house, its laws, its sources, and when they hold."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from calls.context import CallContext
from calls.turn import Frozen
from compliance_rules.conditions import Condition
from compliance_rules.rule import Rule


class InForce(Frozen):
    """From when to when something holds, both days included; the day of the call decides."""

    effective_from: date | None = None
    effective_until: date | None = None

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if (
            self.effective_from
            and self.effective_until
            and self.effective_until < self.effective_from
        ):
            raise ValueError(
                f"effective_until {self.effective_until} lies before effective_from "
                f"{self.effective_from} - a day on or after it, or none"
            )
        return self

    def out_of_force(self, day: date) -> str | None:
        """Why it does not hold on a day; None where it does."""
        if self.effective_from and day < self.effective_from:
            return f"the call was on {day}, and it holds from {self.effective_from}"
        if self.effective_until and day > self.effective_until:
            return f"the call was on {day}, and it held until {self.effective_until}"
        return None


class Law(InForce):
    """One body of law in a pack: when and where it applies, and what to say where it does not."""

    title: str
    applies: Condition | None = None
    why_off: str = ""


class Source(Frozen):
    """Where the text of a law was read."""

    title: str
    as_of: date | None = None
    note: str = ""


class PackFile(InForce):
    """What `pack.yaml` says of a pack.

    `if_unknown: off` leaves an overlay out while nobody has said whether it applies. `setting` is
    what is known in the examples and sentences of its rules.
    """

    id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    title: str
    jurisdiction: str
    version: str
    status: Literal["experimental", "stable"]
    sources: tuple[Source, ...]
    applies: Condition | None = None
    why_off: str = ""
    if_unknown: Literal["depends", "off"] = "depends"
    setting: CallContext = CallContext()
    laws: Annotated[dict[str, Law], Field(min_length=1)]


class Pack(Frozen):
    """The rules of one jurisdiction or house; `own` are the ids of those that a house wrote."""

    about: PackFile
    rules: tuple[Rule, ...]
    own: frozenset[str] = frozenset()

    @property
    def of_the_house(self) -> tuple[Rule, ...]:
        """The rules in it that a house wrote itself."""
        return tuple(rule for rule in self.rules if rule.id in self.own)
