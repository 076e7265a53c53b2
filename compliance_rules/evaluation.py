"""What the facts say of a condition: yes, no, or what would have to be known."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Protocol, assert_never

from calls.circumstances import TimeWindow
from calls.knowledge import UNKNOWN
from compliance_rules.conditions import (
    Ahead,
    All,
    AtLeast,
    Before,
    Between,
    Condition,
    HasItem,
    In,
    InWindows,
    Is,
    IsKnown,
    Not,
    Some,
    WithinDays,
)
from compliance_rules.verdict import NO, YES, Verdict, all_of, any_of, negated, unknown

THE_DAY = "timestamps"
"""The circumstance that is missing where nobody knows on which day the call was."""


class Source(Protocol):
    """Whatever can be asked for a circumstance, and for the day of the call."""

    @property
    def day(self) -> date | None: ...

    def fact(self, key: str) -> Any: ...


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
        case Is() | In() | Between() | HasItem() | AtLeast():
            return _test(facts, condition.fact, condition.holds)
        case InWindows():
            return _in_windows(condition, facts)
        case Ahead() | WithinDays() | Before():
            return _of_dates(condition, facts)
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
        case WithinDays():
            return frozenset({condition.fact, condition.of})
        case Before():
            return frozenset({condition.fact, condition.before})
        case Is() | In() | Between() | HasItem() | AtLeast() | Ahead():
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


def _of_dates(condition: Ahead | WithinDays | Before, facts: Source) -> Verdict:
    match condition:
        case Ahead():
            today = facts.day
            if today is None:
                return unknown(THE_DAY)
            return _test(facts, condition.fact, lambda value: _day(value) >= today)
        case WithinDays():
            return _beside(condition.fact, condition.of, facts, _apart_by(condition.within_days))
        case Before():
            return _beside(condition.fact, condition.before, facts, lambda one, other: one < other)
        case _:
            assert_never(condition)


def _beside(one: str, other: str, facts: Source, test: Callable[[date, date], bool]) -> Verdict:
    values = {key: facts.fact(key) for key in (one, other)}
    if None in values.values():
        return NO
    missing = [key for key, value in values.items() if value is UNKNOWN]
    if missing:
        return unknown(*missing)
    return YES if test(_day(values[one]), _day(values[other])) else NO


def _apart_by(days: int) -> Callable[[date, date], bool]:
    return lambda one, other: (one - other).days <= days


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
