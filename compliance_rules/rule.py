"""A rule and a pack of rules, as their files hold them."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from calls.context import CallContext
from calls.turn import Frozen
from compliance_rules.checks import Check, cues_of
from compliance_rules.conditions import Condition
from compliance_rules.finding import Basis, Standing, Weight
from compliance_rules.patterns import Own

RuleId = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9_]+)+$")]
Sentence = Annotated[str, Field(min_length=10)]


class Example(Frozen):
    """A short call in the notation, with what is known of it."""

    call: str
    context: CallContext = CallContext()


class Flagged(Example):
    """A call in which the rule has something to say, at this turn and with this standing."""

    turn: int | None
    standing: Standing = Standing.NOT_MET
    needs: tuple[str, ...] = ()


class KnownGap(Example):
    """A call that we know to be judged wrongly: it should be the other way round."""

    why: Sentence
    should: Literal["flag", "pass"]


class Examples(Frozen):
    """The proof of a rule: what it must flag and what it must let pass."""

    flag: tuple[Flagged, ...]
    pass_: Annotated[tuple[Example, ...], Field(alias="pass")]


class Rule(Frozen):
    """One obligation: what it asks, where it stands, how it is checked, and its proof.

    `message_if_open` is said instead of `message` where that would claim what nobody knows yet.
    """

    id: RuleId
    law: str
    title: str
    asks: Sentence
    citation: Sentence
    basis: Basis
    certainty: Literal["high", "medium", "low"]
    weight: Weight
    standing: Literal[Standing.NOT_MET, Standing.REMINDER] = Standing.NOT_MET
    applies: Condition | None = None
    checks: Annotated[tuple[Check, ...], Field(min_length=1)]
    own: Own = Own()
    permissions: tuple[str, ...] = ()
    message: Sentence
    message_if_open: Sentence | None = None
    better: Sentence
    examples: Examples
    known_gaps: tuple[KnownGap, ...] = ()

    @property
    def all_permissions(self) -> tuple[str, ...]:
        """Those of the rule and of its checks."""
        return (*self.permissions, *(name for check in self.checks for name in check.permissions))

    @model_validator(mode="after")
    def _knows_its_signals(self) -> Self:
        used = {
            cue.removeprefix("own.")
            for check in self.checks
            for cue in cues_of(check)
            if cue.startswith("own.")
        }
        faults = [
            _fault(("checks",), f"no pattern 'own.{name}' - {_some(self.own.signals)}", name)
            for name in sorted(used - set(self.own.signals))
        ]
        faults += [
            _fault(("own", "signals", name), "is used by no check - use it or take it out", name)
            for name in sorted(set(self.own.signals) - used)
        ]
        if faults:
            raise ValidationError.from_exception_data("Rule", faults)
        return self


def _some(names: Iterable[str]) -> str:
    return ", ".join(names) or "none yet"


def _fault(place: tuple[str, ...], wrong: str, found: str) -> InitErrorDetails:
    return InitErrorDetails(
        type=PydanticCustomError("rule", "{wrong}", {"wrong": wrong}), loc=place, input=found
    )


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
    """What `pack.yaml` says of a pack."""

    id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    title: str
    jurisdiction: str
    version: str
    status: Literal["experimental", "stable"]
    sources: tuple[Source, ...]
    applies: Condition | None = None
    why_off: str = ""
    laws: Annotated[dict[str, Law], Field(min_length=1)]


class Pack(Frozen):
    """The rules of one jurisdiction or house."""

    about: PackFile
    rules: tuple[Rule, ...]
