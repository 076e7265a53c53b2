"""Whether what a scenario tells is true on whatever day it is played, and its sums add up."""

import re
from collections.abc import Iterator

from calls.circumstances import DebtType
from calls.money import Money
from simulator.account import Account
from simulator.facts import Fact
from simulator.fault import Fault
from simulator.scenario import Scenario

_MONTH = (
    r"(?:January|February|March|April|May(?! (?:I|we)\b)|June|July|August|September|October"
    r"|November|December)"
)
_SEASON = (
    r"(?<!last )(?<!next )(?<!every )\b(?:in |this |since |the )+"
    r"(?:spring|summer|autumn|fall|winter)"
)
_ONE_SEASON = re.compile(rf"\b{_MONTH}\b|{_SEASON}\b")
_WEEKDAY = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHLY, _MONTH_DAYS = range(28, 32), 30.4
_SLACK_DAYS = 8
_CHARGES = 1.3
_NO_INSTALMENTS = (DebtType.BUSINESS, DebtType.MEDICAL)

_Place = tuple[str | int, ...]


def untrue(scenario: Scenario) -> Iterator[Fault]:
    """What is true on some days only, and sums that do not add up; it can be played anyway."""
    yield from _calendar(scenario)
    yield from _late(scenario)


def _calendar(scenario: Scenario) -> Iterator[Fault]:
    """Months, seasons and weekdays that are true in a part of the year or week only."""
    weekdays = {day.weekday.value for day in scenario.days.values() if day.weekday}
    people = {part for one in scenario.personas.values() for part in one.name.split()}
    for at, text in _told(scenario):
        if _YEAR.search(text):
            continue
        for found in _ONE_SEASON.findall(text):
            if found not in people:
                wrong = f"{found!r} is true in one part of the year, and this is played all year"
                yield Fault(at, wrong, "how long ago (four months ago), or a named day")
        for name in _WEEKDAY.findall(text):
            if name.lower() not in weekdays:
                allowed = f"how many days ago, or a day under days: {{weekday: {name.lower()}}}"
                yield Fault(at, f"{name!r} may be any number of days off", allowed)


def _told(scenario: Scenario) -> Iterator[tuple[_Place, str]]:
    """What is read before the call, stands at the desk, or is said by those who pick up."""
    brief = scenario.brief
    for field in ("who", "situation", "task"):
        yield ("brief", field), getattr(brief, field)
    for field in ("may_offer", "counts"):
        for n, text in enumerate(getattr(brief, field)):
            yield ("brief", field, n), text
    yield from _at_the_desk(("account",), scenario.account)
    for n, listed in enumerate(scenario.queue):
        yield from _at_the_desk(("queue", n, "account"), listed.account)
    yield from _said(("facts",), scenario.facts)
    for n, one in enumerate(scenario.answered_by):
        yield from _said(("answered_by", n, "facts"), one.facts)


def _at_the_desk(at: _Place, account: Account) -> Iterator[tuple[_Place, str]]:
    for n, text in enumerate(account.notes):
        yield (*at, "notes", n), text
    for n, contact in enumerate(account.contact_log):
        yield (*at, "contact_log", n), contact.note
    for n, payment in enumerate(account.payments):
        yield (*at, "payments", n), payment.note
    for n, paper in enumerate(account.documents):
        yield (*at, "documents", n), paper.text


def _said(at: _Place, facts: tuple[Fact, ...]) -> Iterator[tuple[_Place, str]]:
    for n, fact in enumerate(facts):
        for m, text in enumerate(fact.says):
            yield (*at, n, "says", m), text


def _late(scenario: Scenario) -> Iterator[Fault]:
    """Whether days late and past due follow from the last two payments and their rhythm."""
    account = scenario.account
    if account.debt_type in _NO_INSTALMENTS or len(account.payments) < 2:
        return
    last, before = account.payments[:2]
    rhythm = before.days_ago - last.days_ago
    if rhythm <= 0:
        yield Fault(("account", "payments"), "the second is not before the first", "newest first")
        return
    first_missed = last.days_ago - rhythm
    if abs(first_missed - account.days_past_due) > _SLACK_DAYS:
        yield Fault(
            ("account", "days_past_due"),
            f"{account.days_past_due} days late, but paid {last.days_ago} days ago",
            f"about {first_missed}, when the next payment fell due, or another last payment",
        )
    whole = account.past_due == account.balance or scenario.circumstances.charged_off is True
    if not whole and last.amount == before.amount:
        yield from _past_due(account, last.amount, rhythm)


def _past_due(account: Account, instalment: Money, rhythm: int) -> Iterator[Fault]:
    """Whether past due is what has fallen due since, give or take charges and rounding."""
    apart = _MONTH_DAYS if rhythm in _MONTHLY else rhythm
    missed = int(account.days_past_due / apart) + 1
    sum_missed = missed * instalment.cents
    # In a parallel form each amount is rounded by itself, to whole units.
    least, most = sum_missed - missed * 100, int(sum_missed * _CHARGES)
    if not least <= account.past_due.cents <= most:
        allowed = (instalment.model_copy(update={"cents": cents}) for cents in (sum_missed, most))
        yield Fault(
            ("account", "past_due"),
            f"{account.past_due} past due, but {missed} payments of {instalment} were missed in "
            f"{account.days_past_due} days",
            f"{' to '.join(map(str, allowed))} (charges on top), or the whole balance",
        )
