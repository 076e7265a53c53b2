"""A list of accounts in the terminal: what is needed to decide whom to dial, and no more."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from calls.context import AccountFlags
from simulator.account import Contact
from simulator.named_days import written
from simulator.scenario import Scenario
from training.desk_parts import notes


def list_of_accounts(scenario: Scenario, began_at: datetime) -> Iterator[str]:
    """Our clock, then each account: who, where, which number, what was tried, what is marked."""
    if scenario.clock is not None:
        now = scenario.clock.on(began_at.date())
        yield f"{now:%A, %B} {now.day}, {now:%H:%M} here ({scenario.clock.time_zone})"
    for account in scenario.accounts:
        yield ""
        yield from _lines(scenario.for_account(account), began_at)


def _lines(of: Scenario, began_at: datetime) -> Iterator[str]:
    account = of.account
    home = account.address
    yield (
        f"{account.id}  {of.consumer_name}, {account.phone} ({account.number_type}), "
        f"{home.city}, {home.state} {home.postal_code}"
    )
    yield f"  {account.creditor}, {account.past_due} past due, {account.days_past_due} days"
    yield f"  marked: {', '.join(_marked(account.flags)) or 'nothing'}"
    yield from (f"  {_tried(of, one, began_at)}" for one in account.contact_log)
    kept = notes(of, began_at.date())
    yield from (f"  note: {' '.join(note.split())}" for note in kept)


def _marked(flags: AccountFlags) -> Iterator[str]:
    return (name.replace("_", " ") for name, value in flags if value is True)


def _tried(of: Scenario, contact: Contact, began_at: datetime) -> str:
    day = began_at.date() - timedelta(days=contact.days_ago)
    came = _result(contact, written(contact.note, of, began_at.date()))
    way = "" if contact.direction == "outbound" else " (they called)"
    return f"{day:%a %b} {day.day}, {contact.at:%H:%M}  {contact.channel}{way}: {came}"


def _result(contact: Contact, note: str) -> str:
    said = contact.result.replace("_", " ")
    return f"{said} - {note}" if note else said
