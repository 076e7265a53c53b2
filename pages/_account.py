"""The account as the desk shows it: before the call on the brief, during it beside the talk."""

from datetime import date, datetime, timedelta

import streamlit as st

from calls.knowledge import UNKNOWN
from debriefs.words import words
from pages._floor import now
from pages._parts import bullets, clock, day, facts, rows
from pages._payments import draw_payments
from simulator.account import Account, Contact, Document
from simulator.circumstances import authority
from simulator.scenario import Scenario


def local_time(scenario: Scenario, passed: timedelta = timedelta()) -> str:
    """The clock where the consumer is, so many minutes into the call, named as theirs."""
    home = scenario.account.address
    there = (datetime.combine(date.min, scenario.time_there(now())) + passed).time()
    return f"{clock(there)} where {scenario.consumer_name} is ({home.city}, {_zone(scenario)} time)"


def _zone(scenario: Scenario) -> str:
    """The place that a clock there is named after."""
    return scenario.account.address.time_zone.rpartition("/")[2].replace("_", " ")


def draw_account(scenario: Scenario, today: date, passed: timedelta = timedelta()) -> None:
    """The first part of the desk: money, people, authority, history."""
    account = scenario.account
    facts(
        [("Local time", local_time(scenario, passed)), *_money(scenario), *_notice(scenario, today)]
    )
    _heading("Who it should be")
    facts([("Name", scenario.consumer_name), *_identifiers(account), *_ways(account)])
    _heading("What you may agree")
    facts(_authority(scenario))
    _heading("Flags")
    bullets(_flags(account))
    _heading("Payments")
    draw_payments(account, today)
    _documents(account.documents, today)
    if account.notes:
        _heading("Notes on the account")
        bullets(account.notes)


def draw_contacts(scenario: Scenario, today: date) -> None:
    """The contact log, at the consumer's own time."""
    log = scenario.account.contact_log
    if not log:
        st.text("Nobody has tried to reach them yet. Calls and letters would be listed here.")
        return
    rows(
        f"Contacts, at {scenario.consumer_name}'s own time ({_zone(scenario)} time)",
        ("When", "How", "What came of it"),
        [_contact(one, today) for one in log],
    )


def draw_house(scenario: Scenario) -> None:
    """The house's own words: notices, ways to help, helplines."""
    house = scenario.house
    facts([("House", house.name), ("Call back", f"{house.call_back}, {house.hours}")])
    _heading("Words we must say")
    facts([(notice.when, notice.text) for notice in house.notices])
    _heading("Ways to help")
    facts([(route.title, f"{route.does} {_needs(route.needs)}") for route in house.routes])
    _heading("Helplines")
    facts([(line.name, f"{line.phone}: {line.helps_with}") for line in house.helplines])


def _heading(text: str) -> None:
    st.subheader(text, anchor=False)


def _needs(needs: str) -> str:
    return f"Needs: {needs}" if needs else ""


def _money(scenario: Scenario) -> list[tuple[str, str]]:
    account = scenario.account
    pairs = [
        ("Balance", str(account.balance)),
        ("Past due", f"{account.past_due}, {_ageing(account.days_past_due)}"),
        ("Creditor", f"{account.creditor} ({words(account.debt_type)})"),
        ("Reference", account.reference),
    ]
    if account.original_balance:
        pairs.append(("Original balance", str(account.original_balance)))
    if account.opened:
        pairs.append(("Opened", day(account.opened)))
    return pairs


def _notice(scenario: Scenario, today: date) -> list[tuple[str, str]]:
    """The validation notice, where one went out: when, and until which day it lets them dispute."""
    period = scenario.account.validation
    if period is None:
        return []
    sent, ends = day(period.sent.on(today)), day(scenario.day(period.ends, today))
    return [("Validation notice", f"sent {sent}; they may dispute until {ends}")]


def _ageing(days: int) -> str:
    first = max(0, (days - 1) // 30) * 30
    bucket = f"{first + 1} to {first + 30}" if days <= 120 else "over 120"
    return f"{days} days late ({bucket} days)" if days else "not late"


def _identifiers(account: Account) -> list[tuple[str, str]]:
    return [(f"On file: {words(one.kind)}", one.shows) for one in account.on_file]


def _ways(account: Account) -> list[tuple[str, str]]:
    """The phone and every e-mail address on file; one that an employer provides says so."""
    emails = [one.address + (" (at work)" if one.work else "") for one in account.emails]
    phone = ("Phone", f"{account.phone} ({words(account.number_type)})")
    return [phone, *(("E-mail", address) for address in emails)]


def _authority(scenario: Scenario) -> list[tuple[str, str]]:
    may, account = authority(scenario), scenario.account
    within = account.limits.first_payment_within_days
    routes = {route.id: route.title for route in scenario.house.routes}
    pairs = [
        ("Instalments", f"from {may.smallest_instalment} a month"),
        ("At most", f"{may.longest_months} months"),
        (
            "First payment",
            f"within {within or scenario.house.limits.first_payment_within_days} days",
        ),
    ]
    if may.settlement_floor is not UNKNOWN:
        pairs.append(("Settlement", f"from {may.settlement_floor}"))
    pairs.append(("Ways to help", ", ".join(routes[name] for name in account.limits.routes)))
    if may.may_announce is not UNKNOWN:
        pairs.append(("You may announce", ", ".join(may.may_announce) or "no steps such as a suit"))
    return [(term, what or "none") for term, what in pairs]


def _flags(account: Account) -> list[str]:
    on = [words(name).capitalize() for name, value in account.flags if value is True]
    return on or ["None is set."]


def _contact(one: Contact, today: date) -> tuple[str, str, str]:
    when = today - timedelta(days=one.days_ago)
    result = words(one.result) + (f", {one.note}" if one.note else "")
    return f"{day(when, weekday=True)}, {clock(one.at)}", words(one.channel), result


def _documents(documents: tuple[Document, ...], today: date) -> None:
    if not documents:
        return
    _heading("Documents")
    facts(
        (one.title + (f" ({day(one.sent.on(today))})" if one.sent else ""), one.text or "on file")
        for one in documents
    )
