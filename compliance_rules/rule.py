"""A rule as its file holds it, or as another law takes it over."""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, RootModel, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from calls.turn import Frozen
from compliance_rules.checks import Check, Order, React, Require, cues_of
from compliance_rules.conditions import Condition
from compliance_rules.examples import Examples, KnownGap, Sentences
from compliance_rules.finding import Basis, Standing, Weight
from compliance_rules.patterns import Own

RuleId = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9_]+)+$")]
Sentence = Annotated[str, Field(min_length=10)]


class Rule(Frozen):
    """One obligation: what it asks, where it stands, how it is checked, and its proof.

    `message_if_open` is said instead of `message` where that would claim what nobody knows yet.
    `reuses` is set by a `Reuse` alone: the rule whose checks and patterns these are.
    `speaks_for` names rules that say less about the same words: where both find something, this
    one speaks and names the other.
    """

    id: RuleId
    law: str
    reuses: RuleId | None = None
    title: str
    asks: Sentence
    citation: Sentence
    basis: Basis
    certainty: Literal["high", "medium", "low"]
    weight: Weight
    standing: Literal[Standing.NOT_MET, Standing.REMINDER] = Standing.NOT_MET
    applies: Condition | None = None
    speaks_for: tuple[RuleId, ...] = ()
    checks: Annotated[tuple[Check, ...], Field(min_length=1)]
    own: Own = Own()
    permissions: tuple[str, ...] = ()
    message: Sentence
    message_if_open: Sentence | None = None
    better: Sentence
    examples: Examples
    sentences: Sentences = Sentences()
    known_gaps: tuple[KnownGap, ...] = ()

    @property
    def asks_for_words(self) -> bool:
        """Whether it wants something said, and not only something left out."""
        return any(
            isinstance(check, Require | Order)
            or (isinstance(check, React) and check.must is not None)
            for check in self.checks
        )

    @property
    def owner(self) -> RuleId:
        """The rule under whose name the reader reports the patterns."""
        return self.reuses or self.id

    @property
    def all_permissions(self) -> tuple[str, ...]:
        """Those of the rule and of its checks."""
        return (*self.permissions, *(name for check in self.checks for name in check.permissions))

    @cached_property
    def fingerprint(self) -> str:
        """The whole rule as a few characters that change with it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

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
            if self.reuses is None
        ]
        if faults:
            raise ValidationError.from_exception_data("Rule", faults)
        return self


class Reuse(Frozen):
    """A law that asks what a rule asks already: its own citation, and only what differs."""

    id: RuleId
    law: str
    reuses: RuleId
    citation: Sentence
    title: str | None = None
    asks: Sentence | None = None
    basis: Basis | None = None
    certainty: Literal["high", "medium", "low"] | None = None
    weight: Weight | None = None
    standing: Literal[Standing.NOT_MET, Standing.REMINDER] | None = None
    applies: Condition | None = None
    checks: Annotated[tuple[Check, ...], Field(min_length=1)] | None = None
    permissions: tuple[str, ...] | None = None
    message: Sentence | None = None
    message_if_open: Sentence | None = None
    better: Sentence | None = None
    examples: Examples | None = None
    sentences: Sentences = Sentences()
    known_gaps: tuple[KnownGap, ...] = ()

    def taken_over(self, rule: Rule) -> Rule:
        """`rule` as this law has it; raises `ValidationError` where the two do not fit."""
        given = self.model_fields_set | {"sentences", "known_gaps"}
        parts = {name: getattr(self if name in given else rule, name) for name in Rule.model_fields}
        return Rule.model_validate({**parts, "reuses": rule.owner})


class RuleFile(RootModel[Rule | Reuse]):
    """What a rule file holds: a rule, or what another law takes over of one."""


def _some(names: Iterable[str]) -> str:
    return ", ".join(names) or "none yet"


def _fault(place: tuple[str, ...], wrong: str, found: str) -> InitErrorDetails:
    return InitErrorDetails(
        type=PydanticCustomError("rule", "{wrong}", {"wrong": wrong}), loc=place, input=found
    )
