"""What one turn says: the single result that mind, rules and scorers all work from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from calls.money import Every, Money
from calls.turn import Turn
from language.names import split_name


class Signal(NamedTuple):
    """A labelled span: something a turn does, with what softens or reverses it.

    `start` and `end` are character offsets in the turn's own text. `kind` refines the name
    (`threat` of kind `arrest`). A signal is `asserted` unless it is negated or quoted.
    """

    name: str
    kind: str
    turn: int
    start: int
    end: int
    text: str
    negated: bool = False
    hypothetical: bool = False
    quoted: bool = False
    question: bool = False

    def at(self, turn: int) -> "Signal":
        """The same in another turn."""
        return Signal._make((*self[:2], turn, *self[3:]))

    @property
    def asserted(self) -> bool:
        """Whether the speaker does it, rather than denying or repeating it."""
        return not (self.negated or self.quoted)


class AmountRole(StrEnum):
    """What an amount is the amount of."""

    PAYMENT = "payment"
    BALANCE = "balance"
    FEE = "fee"
    INCOME = "income"
    COST = "cost"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """An amount that was named; `share` where it is a part of another one ("half of it" is 0.5)."""

    amount: Money | None
    role: AmountRole
    start: int
    end: int
    text: str
    share: float | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleMention:
    """A rhythm of payment, as far as it was named: "three equal payments" has none."""

    every: Every | None
    count: int | None
    begins: date | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day that was named; None where only the speaker can know it ("when I get paid")."""

    day: date | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One turn, read: signals in order of position, amounts, rhythms and days.

    `words` counts the words without punctuation; `content` holds the stems of those that carry
    meaning, so that one can see whether a turn takes up another one.
    """

    turn: Turn
    index: int
    words: int
    content: frozenset[str] = frozenset()
    signals: tuple[Signal, ...] = ()
    money: tuple[MoneyMention, ...] = ()
    schedules: tuple[ScheduleMention, ...] = ()
    dates: tuple[DateMention, ...] = ()

    def all(self, name: str, kind: str | None = None) -> Iterator[Signal]:
        """Every signal of that name, asserted or not."""
        return (s for s in self.signals if s.name == name and kind in (None, s.kind))

    def has(self, *names: str, kind: str | None = None) -> bool:
        """Whether any of the names is asserted in this turn."""
        for s in self.signals:  # asked more often than anything else, so without a generator
            if s.name in names and s.asserted and (kind is None or s.kind == kind):
                return True
        return False

    def also(self, names: Iterable[str]) -> "Reading":
        """The same reading with signals that somebody else made out in the whole of the turn."""
        text = self.turn.text
        more = (Signal(*split_name(name), self.index, 0, len(text), text) for name in names)
        return replace(self, signals=(*self.signals, *more))

    @property
    def method(self) -> str | None:
        """The one way of paying that it names; of several to choose from it names none."""
        named = {signal.kind for signal in self.all("payment_method") if signal.asserted}
        return named.pop() if len(named) == 1 else None
