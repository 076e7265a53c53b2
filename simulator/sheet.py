"""The income-and-expenditure sheet: what somebody told of their month, and nothing they kept back.

It fills itself from the facts that came out on the call. What was not told is not in it, not even
as a gap of a certain size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calls.money import Every, Money, Schedule
from calls.state import CallState
from simulator.facts import Fact
from simulator.scenario import Scenario


@dataclass(frozen=True)
class Entry:
    """One amount that was told: how often, in which turn (counted from 0), in whose words."""

    amount: Money
    every: Every
    turn: int
    words: str

    @property
    def monthly_cents(self) -> float:
        """What it comes to in an average month; what comes once counts for no month."""
        return self.amount.cents * Schedule(every=self.every).per_month


@dataclass(frozen=True)
class Sheet:
    """What comes in, what goes out, and what is there once; `begins` is when money comes first.

    `begins` is None where nobody said that they wait for money.
    """

    comes: tuple[Entry, ...] = ()
    goes: tuple[Entry, ...] = ()
    once: tuple[Entry, ...] = ()
    begins: date | None = None

    @property
    def left_cents(self) -> float | None:
        """What a month leaves by what was told; None until both sides have been told of."""
        if not (self.comes and self.goes):
            return None
        came, went = (sum(one.monthly_cents for one in side) for side in (self.comes, self.goes))
        return came - went


NOTHING_TOLD = Sheet()


def sheet_of(scenario: Scenario, call: CallState | None) -> Sheet:
    """The sheet as the call has filled it so far."""
    if call is None or scenario.means is None:
        return NOTHING_TOLD
    told = list(_told(scenario, call))
    where = {
        amount.cents: (turn, words)
        for fact, turn, words in reversed(told)
        for amount in fact.amounts
    }
    comes, goes = scenario.means.told(where)

    def entry(amount: Money, every: Every) -> Entry:
        return Entry(amount, every, *where[amount.cents])

    lump = scenario.means.lump_sum
    return Sheet(
        comes=tuple(entry(one.amount, one.every) for one in comes),
        goes=tuple(entry(one.monthly, Every.MONTH) for one in goes),
        once=(entry(lump.amount, Every.ONCE),) if lump and lump.amount.cents in where else (),
        begins=_begins(scenario, [fact for fact, *_ in told], call.began_at.date()),
    )


def _told(scenario: Scenario, call: CallState) -> Iterator[tuple[Fact, int, str]]:
    """Every fact that came out, with its turn and the words in which it did."""
    facts = {fact.id: fact for fact in scenario.facts}
    for turn, line in enumerate(call.lines):
        for name in line.move.facts if line.move else ():
            if name in facts:
                yield facts[name], turn, line.turn.text


def _begins(scenario: Scenario, told: list[Fact], today: date) -> date | None:
    """The first day on which money comes, of those that they named themselves."""
    said = [form for fact in told for form in fact.says]
    waits = {one.starts for one in scenario.means.income} if scenario.means else set()
    named = (day for day in waits if day and any(f"{{{day}" in form for form in said))
    return min((scenario.day(day, today) for day in named), default=None)
