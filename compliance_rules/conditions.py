"""A small readable language for circumstances, with three answers: yes, no, unknown.

all: [{fact: direction, is: outbound}, {not: {fact: flags.time_barred, is: true}}]
"""

from collections.abc import Callable, Iterable
from datetime import time
from typing import Annotated, Any, Protocol, Self, assert_never

from pydantic import BeforeValidator, Field, PrivateAttr, Tag, model_validator

from calls.circumstances import TimeWindow
from calls.knowledge import UNKNOWN
from calls.turn import Frozen
from compliance_rules.facts import NoSuchFactError, fact_keys, item_fields, typed_value
from compliance_rules.telling_key import by_telling_key
from compliance_rules.verdict import NO, YES, Verdict, all_of, any_of, negated, unknown


class Source(Protocol):
    """Whatever can be asked for a circumstance."""

    def fact(self, key: str) -> Any: ...


class All(Frozen):
    """Every one of them holds."""

    all: Annotated[tuple["Condition", ...], Field(min_length=1)]


class Some(Frozen):
    """At least one of them holds."""

    any: Annotated[tuple["Condition", ...], Field(min_length=1)]


class Not(Frozen):
    """It does not hold."""

    not_: Annotated["Condition", Field(alias="not")]


class IsKnown(Frozen):
    """Somebody has told us the fact; the only test that never answers unknown."""

    known: str

    @model_validator(mode="after")
    def _names_a_fact(self) -> Self:
        _check_key(self.known)
        return self


class Is(Frozen):
    """The fact has this value (`null`: known to be none)."""

    fact: str
    is_: Annotated[Any, Field(alias="is")]
    _value: Any = PrivateAttr()

    @model_validator(mode="after")
    def _fits_the_fact(self) -> Self:
        self._value = _checked(self.fact, self.is_)
        return self

    @property
    def value(self) -> Any:
        return self._value


class In(Frozen):
    """The fact has one of these values."""

    fact: str
    in_: Annotated[tuple[Any, ...], Field(alias="in", min_length=1)]
    _values: tuple[Any, ...] = PrivateAttr()

    @model_validator(mode="after")
    def _fits_the_fact(self) -> Self:
        self._values = tuple(_checked(self.fact, value) for value in self.in_)
        return self

    @property
    def values(self) -> tuple[Any, ...]:
        return self._values


def _quoted(value: Any) -> Any:
    """YAML takes a bare 21:00 for the number 1260."""
    if not isinstance(value, str | time):
        # A ValueError, since pydantic makes a teaching error of no other.
        raise ValueError(  # noqa: TRY004
            "a clock time is written in quotes, such as '21:00'"
        )
    return value


Clock = Annotated[time, BeforeValidator(_quoted)]


class Between(Frozen):
    """A clock time of the day lies between two others, both included."""

    fact: str
    between: tuple[Clock, Clock]

    @model_validator(mode="after")
    def _names_a_fact(self) -> Self:
        _check_key(self.fact)
        return self


class InWindows(Frozen):
    """A clock time lies in one of the windows that another fact lists."""

    fact: str
    in_windows: str

    @model_validator(mode="after")
    def _names_facts(self) -> Self:
        _check_key(self.fact)
        _check_key(self.in_windows)
        return self


class HasItem(Frozen):
    """A listed fact has an item with these fields."""

    fact: str
    has_item: dict[str, Any]

    @model_validator(mode="after")
    def _fits_the_fact(self) -> Self:
        _check_key(self.fact)
        for field in self.has_item:
            if field not in item_fields(self.fact):
                allowed = ", ".join(sorted(item_fields(self.fact))) or "no list of records"
                raise ValueError(f"no field {field!r} in an item of {self.fact} - {allowed}")
        return self


_KINDS = ("all", "any", "not", "known", "is", "in", "between", "in_windows", "has_item")


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Some, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[IsKnown, Tag("known")]
    | Annotated[Is, Tag("is")]
    | Annotated[In, Tag("in")]
    | Annotated[Between, Tag("between")]
    | Annotated[InWindows, Tag("in_windows")]
    | Annotated[HasItem, Tag("has_item")],
    by_telling_key("a condition", _KINDS),
]


def evaluate(condition: Condition, facts: Source) -> Verdict:
    """What the facts say of a condition."""
    match condition:
        case All():
            return all_of(evaluate(part, facts) for part in condition.all)
        case Some():
            return any_of(evaluate(part, facts) for part in condition.any)
        case Not():
            return negated(evaluate(condition.not_, facts))
        case IsKnown():
            return NO if facts.fact(condition.known) is UNKNOWN else YES
        case Is():
            return _test(facts, condition.fact, lambda value: bool(value == condition.value))
        case In():
            return _test(facts, condition.fact, lambda value: value in condition.values)
        case Between():
            begins, ends = condition.between
            return _test(facts, condition.fact, lambda value: begins <= value <= ends)
        case InWindows():
            return _in_windows(condition, facts)
        case HasItem():
            return _test(facts, condition.fact, lambda value: _has_item(value, condition.has_item))
        case _:
            assert_never(condition)


def facts_named(condition: Condition) -> frozenset[str]:
    """Every fact that a condition asks for."""
    match condition:
        case All():
            return frozenset().union(*(facts_named(part) for part in condition.all))
        case Some():
            return frozenset().union(*(facts_named(part) for part in condition.any))
        case Not():
            return facts_named(condition.not_)
        case IsKnown():
            return frozenset({condition.known})
        case InWindows():
            return frozenset({condition.fact, condition.in_windows})
        case Is() | In() | Between() | HasItem():
            return frozenset({condition.fact})
        case _:
            assert_never(condition)


def _test(facts: Source, key: str, holds: Callable[[Any], bool]) -> Verdict:
    value = facts.fact(key)
    if value is UNKNOWN:
        return unknown(key)
    return YES if holds(value) else NO


def _in_windows(condition: InWindows, facts: Source) -> Verdict:
    windows: tuple[TimeWindow, ...] | Any = facts.fact(condition.in_windows)
    clock = facts.fact(condition.fact)
    if windows == ():
        return NO
    missing = [
        key
        for key, value in ((condition.in_windows, windows), (condition.fact, clock))
        if value is UNKNOWN
    ]
    if missing:
        return unknown(*missing)
    return YES if any(window.holds(clock) for window in windows) else NO


def _has_item(items: Iterable[Any], wanted: dict[str, Any]) -> bool:
    return any(
        all(getattr(item, field, None) == value for field, value in wanted.items())
        for item in items
    )


def _check_key(key: str) -> None:
    if key not in fact_keys():
        raise NoSuchFactError(key)


def _checked(key: str, value: Any) -> Any:
    _check_key(key)
    return typed_value(key, value)
