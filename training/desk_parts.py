"""What each part of the desk shows, block by block: pages and the terminal only draw it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from simulator.account import Account, Contact, Document, Mailbox
from simulator.desk import limits_of
from simulator.named_days import written
from simulator.scenario import Scenario

NOBODY_YET = "Nobody has tried to reach them yet. Calls and letters would be listed here."


@dataclass(frozen=True)
class Hand:
    """How a day and a time of day are written."""

    day: Callable[[date], str]
    clock: Callable[[time], str]

    def weekday(self, when: date) -> str:
        """A day with its name before it."""
        return f"{when:%a} {self.day(when)}"


@dataclass(frozen=True)
class Block:
    """A heading and what stands under it: terms and what they are, lines, or rows under heads."""

    heading: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Payments(Block):
    """The payments on record, row by row; a page draws them on their days, too."""


def account_blocks(scenario: Scenario, today: date, there: time, hand: Hand) -> Iterator[Block]:
    """Money, people, authority, history; `there` is the clock where the consumer is.

    Where the scenario shows our clock, theirs is left to be worked out.
    """
    account = scenario.account
    local = () if scenario.clock else (("Local time", local_time(scenario, there, hand)),)
    yield Block(facts=(*local, *money(scenario, hand), *_notice(scenario, today, hand)))
    yield Block("Who it should be", facts=who(scenario))
    yield Block("What you may agree", facts=may_agree(scenario))
    yield Block("Flags", lines=flags(account))
    yield _payments(scenario, today, hand)
    if account.documents:
        papers = tuple(_document(scenario, one, today, hand) for one in account.documents)
        yield Block("Documents", facts=papers)
    if account.notes:
        yield Block("Notes on the account", lines=notes(scenario, today))


def notes(scenario: Scenario, today: date) -> tuple[str, ...]:
    """What colleagues left on the account, each named day as it is written there."""
    return tuple(written(note, scenario, today) for note in scenario.account.notes)


def contact_blocks(scenario: Scenario, today: date, hand: Hand) -> Iterator[Block]:
    """The contact log, at the consumer's own time."""
    log = scenario.account.contact_log
    heading = f"Contacts, at {scenario.consumer_name}'s own time ({_zone(scenario)} time)"
    if not log:
        yield Block(heading, lines=(NOBODY_YET,))
        return
    rows = tuple(_contact(scenario, one, today, hand) for one in log)
    yield Block(heading, heads=("When", "How", "What came of it"), rows=rows)


def house_blocks(scenario: Scenario) -> Iterator[Block]:
    """The house's own words: notices, ways to help, helplines."""
    house = scenario.house
    yield Block(facts=(("House", house.name), ("Call back", f"{house.call_back}, {house.hours}")))
    notices = tuple((notice.when, notice.text) for notice in house.notices)
    yield Block("Words we must say", facts=notices)
    routes = tuple((one.title, _joined(one.does, _needs(one.needs))) for one in house.routes)
    yield Block("Ways to help", facts=routes)
    lines = tuple((line.name, f"{line.phone}: {line.helps_with}") for line in house.helplines)
    yield Block("Helplines", facts=lines)


def local_time(scenario: Scenario, there: time, hand: Hand) -> str:
    """A time of day, named as the consumer's."""
    place = f"{scenario.account.address.city}, {_zone(scenario)} time"
    return f"{hand.clock(there)} where {scenario.consumer_name} is ({place})"


def clock_there(scenario: Scenario, began_at: datetime, passed: timedelta = timedelta()) -> time:
    """The clock where the consumer is, so long into the call."""
    return (datetime.combine(date.min, scenario.time_there(began_at)) + passed).time()


def money(scenario: Scenario, hand: Hand) -> tuple[tuple[str, str], ...]:
    """What is owed, to whom, since when."""
    account = scenario.account
    pairs = [
        ("Balance", str(account.balance)),
        ("Past due", f"{account.past_due}, {_ageing(account.days_past_due)}"),
        ("Creditor", f"{account.creditor} ({_words(account.debt_type)})"),
        ("Reference", account.reference),
    ]
    if account.original_balance:
        pairs.append(("Original balance", str(account.original_balance)))
    if account.opened:
        pairs.append(("Opened", hand.day(account.opened)))
    return tuple(pairs)


def who(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Who it should be, what there is to know them by, and how they are reached."""
    account = scenario.account
    on_file = ((f"On file: {_words(one.kind)}", one.shows) for one in account.on_file)
    mail = (("E-mail", mailbox(one)) for one in account.emails)
    phone = f"{account.phone} ({_words(account.number_type)})"
    return (("Name", scenario.consumer_name), *on_file, ("Phone", phone), *mail)


def mailbox(one: Mailbox) -> str:
    """An e-mail address; one that an employer provides says so."""
    return f"{one.address} (at work)" if one.work else one.address


def may_agree(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """The authority on this account: its own limits, and the house's where it has none."""
    may, own = limits_of(scenario.account, scenario.house), scenario.account.limits
    routes = {route.id: route.title for route in scenario.house.routes}
    pairs = [
        ("Instalments", f"from {may.smallest_instalment} a month"),
        ("At most", f"{may.longest_months} months"),
        ("First payment", f"within {may.first_payment_within_days} days"),
    ]
    if own.settlement_floor is not None:
        pairs.append(("Settlement", f"from {own.settlement_floor}"))
    pairs += [
        ("Ways to help", ", ".join(routes[name] for name in own.routes)),
        ("You may announce", ", ".join(may.may_announce) or "no steps such as a suit"),
    ]
    return tuple((term, what or "none") for term, what in pairs)


def flags(account: Account) -> tuple[str, ...]:
    """What is marked on the account."""
    on = (_words(name).capitalize() for name, value in account.flags if value is True)
    return tuple(on) or ("None is set.",)


def _payments(scenario: Scenario, today: date, hand: Hand) -> Payments:
    rows = tuple(
        (
            hand.day(today - timedelta(days=one.days_ago)),
            str(one.amount),
            written(one.note, scenario, today),
        )
        for one in scenario.account.payments
    )
    nothing = () if rows else ("No payment is on record.",)
    return Payments("Payments", lines=nothing, heads=("Day", "Amount", "Note"), rows=rows)


def _notice(scenario: Scenario, today: date, hand: Hand) -> tuple[tuple[str, str], ...]:
    """The validation notice, where one went out: when, and until which day it lets them dispute."""
    period = scenario.account.validation
    if period is None:
        return ()
    sent, ends = hand.day(period.sent.on(today)), hand.day(scenario.day(period.ends, today))
    return (("Validation notice", f"sent {sent}; they may dispute until {ends}"),)


def _zone(scenario: Scenario) -> str:
    """The place that a clock there is named after."""
    return scenario.account.address.time_zone.rpartition("/")[2].replace("_", " ")


def _ageing(days: int) -> str:
    first = max(0, (days - 1) // 30) * 30
    bucket = f"{first + 1} to {first + 30}" if days <= 120 else "over 120"
    return f"{days} days late ({bucket} days)" if days else "not late"


def _contact(scenario: Scenario, one: Contact, today: date, hand: Hand) -> tuple[str, ...]:
    when = today - timedelta(days=one.days_ago)
    note = written(one.note, scenario, today)
    result = _words(one.result) + (f", {note}" if note else "")
    way = _words(one.channel) + ("" if one.direction == "outbound" else ", from them")
    return f"{hand.weekday(when)}, {hand.clock(one.at)}", way, result


def _document(scenario: Scenario, one: Document, today: date, hand: Hand) -> tuple[str, str]:
    sent = f" ({hand.day(one.sent.on(today))})" if one.sent else ""
    return f"{one.title}{sent}", written(one.text, scenario, today) or "on file"


def _needs(needs: str) -> str:
    return f"Needs: {needs}" if needs else ""


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _words(name: str) -> str:
    return name.replace("_", " ")
