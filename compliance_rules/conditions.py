"""A small readable language for circumstances, with three answers: yes, no, unknown.

all: [{fact: direction, is: outbound}, {not: {fact: flags.time_barred, is: true}}]
"""

from collections.abc import Iterable
from datetime import time
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, Tag, model_validator

from calls.turn import Frozen
from compliance_rules.facts import NoSuchFactError, fact_keys, item_fields, typed_value
from compliance_rules.telling_key import by_telling_key


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

    def holds(self, value: Any) -> bool:
        return bool(value == self._value)


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

    def holds(self, value: Any) -> bool:
        return value in self._values


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

    def holds(self, value: time) -> bool:
        begins, ends = self.between
        return begins <= value <= ends


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

    def holds(self, items: Iterable[Any]) -> bool:
        return any(
            all(getattr(item, field, None) == value for field, value in self.has_item.items())
            for item in items
        )


class AtLeast(Frozen):
    """A number reaches a bound."""

    fact: str
    at_least: float

    @model_validator(mode="after")
    def _names_a_number(self) -> Self:
        _checked(self.fact, self.at_least)
        return self

    def holds(self, value: float) -> bool:
        return value >= self.at_least


class Ahead(Frozen):
    """A date has not passed on the day of the call."""

    fact: str
    ahead: Literal[True]

    @model_validator(mode="after")
    def _names_a_date(self) -> Self:
        _checked(self.fact, "2026-01-01")
        return self


class _TwoDates(Frozen):
    """A date beside another one."""

    fact: str

    def _compares(self, other: str) -> None:
        for key in (self.fact, other):
            _checked(key, "2026-01-01T12:00:00+00:00" if key.endswith("_at") else "2026-01-01")


class WithinDays(_TwoDates):
    """A date lies so many days after another one at most (or before it)."""

    within_days: Annotated[int, Field(ge=0)]
    of: str

    @model_validator(mode="after")
    def _names_two_dates(self) -> Self:
        self._compares(self.of)
        return self


class Before(_TwoDates):
    """A date lies before another one; one that is known to be none lies before nothing."""

    before: str

    @model_validator(mode="after")
    def _names_two_dates(self) -> Self:
        self._compares(self.before)
        return self


_KINDS = (
    *("all", "any", "not", "known", "is", "in", "between", "in_windows", "has_item"),
    *("at_least", "ahead", "within_days", "before"),
)


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Some, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[IsKnown, Tag("known")]
    | Annotated[Is, Tag("is")]
    | Annotated[In, Tag("in")]
    | Annotated[Between, Tag("between")]
    | Annotated[InWindows, Tag("in_windows")]
    | Annotated[HasItem, Tag("has_item")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Ahead, Tag("ahead")]
    | Annotated[WithinDays, Tag("within_days")]
    | Annotated[Before, Tag("before")],
    by_telling_key("a condition", _KINDS),
]


def _check_key(key: str) -> None:
    if key not in fact_keys():
        raise NoSuchFactError(key)


def _checked(key: str, value: Any) -> Any:
    _check_key(key)
    return typed_value(key, value)
