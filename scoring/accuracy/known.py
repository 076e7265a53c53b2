"""What a note may hold without anybody having said it: what the desk shows, and what follows."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from calls.money import Money
from scoring.agreed import accepted_offer
from scoring.case import Case
from simulator.scenario import Scenario

_MOST_PAYMENTS = 60


def known_amounts(case: Case) -> frozenset[int]:
    """Every amount, in cents, that was named on the call, that the desk shows or that follows."""
    named = {m.amount.cents for r in case.readings for m in r.money if m.amount}
    named |= {money.cents for move in case.record.moves.values() for money in move.numbers}
    agreed = accepted_offer(case)
    shown = set(_at_the_desk(case.scenario)) if case.scenario else set()
    if agreed:
        parts = {money.cents for money in (agreed.amount, *agreed.amounts)}
        named |= parts | ({agreed.total.cents} if agreed.total else set())
        named |= {agreed.amount.cents * n for n in range(2, _MOST_PAYMENTS + 1)}
        # What is left after it, and the last, smaller row that settles the rest.
        named |= {one - part for one in shown for part in parts}
        named |= {one % agreed.amount.cents for one in shown if agreed.amount.cents}
    # What is left of one of them without another: the part that is not disputed, or not paid yet.
    left = {one - other for one in shown for other in named if one > other}
    return frozenset(named | shown | left | _in_texts(case))


def _at_the_desk(scenario: Scenario) -> Iterator[int]:
    account = scenario.account
    amounts: list[Money | None] = [
        account.balance,
        account.past_due,
        account.original_balance,
        account.limits.smallest_instalment,
        account.limits.settlement_floor,
        scenario.house.limits.smallest_instalment,
        *(paid.amount for paid in account.payments),
    ]
    for money in amounts:
        if money is not None:
            yield money.cents
    yield account.balance.cents - account.past_due.cents


def _in_texts(case: Case) -> set[int]:
    """The numbers in the papers, notes and log entries of the desk, and in the brief."""
    if case.scenario is None or case.checker is None:
        return set()
    account, brief = case.scenario.account, case.scenario.brief
    texts = (
        *(paper.text for paper in account.documents),
        *account.notes,
        *(one.note for one in account.contact_log),
        *(one.note for one in account.payments),
        *brief.may_offer,
        brief.situation,
        brief.who,
    )
    numbers = case.checker.reader.numbers_named(" . ".join(texts))
    return {int(one * 100) for one in numbers if one < Decimal(10**9)}


def known_days(case: Case) -> frozenset[date]:
    """Every day that was named on the call, that the desk shows or that follows."""
    days = {one.day for r in case.readings for one in r.dates if one.day}
    days |= {one.begins for r in case.readings for one in r.schedules if one.begins}
    wrap_up, on, agreed = case.record.wrap_up, case.record.day, accepted_offer(case)
    if agreed and agreed.schedule.start:
        days |= {row.due for row in agreed.then}
        days |= set(agreed.schedule.dates(agreed.schedule.start, _MOST_PAYMENTS))
    if wrap_up and wrap_up.follow_up:
        days.add(wrap_up.follow_up)
    if case.scenario and on:
        days.add(on)
        days |= {case.scenario.day(name, on) for name in case.scenario.days}
        account = case.scenario.account
        days |= {on - timedelta(days=one.days_ago) for one in account.payments}
        days |= {on - timedelta(days=one.days_ago) for one in account.contact_log}
        days |= {account.opened} if account.opened else set()
    return frozenset(days)
