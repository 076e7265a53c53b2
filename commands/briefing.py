"""The brief in the terminal: what is read before a call, and no more."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from commands.accounts import list_of_accounts
from commands.careful import lines_before
from commands.layout import HAND, bullets, facts, paragraph
from scoring.bar import bar
from simulator.scenario import Scenario
from training import desk_parts


def brief_lines(scenario: Scenario, began_at: datetime) -> Iterator[str]:
    """Who, why, in whose name, what may be agreed and what counts; the account at a glance."""
    brief = scenario.brief
    yield f"{scenario.title} (level {scenario.level}, about {scenario.minutes} minutes)"
    yield ""
    if scenario.content_note and not scenario.with_care:
        yield from paragraph(_line(scenario.content_note))
    for text in (brief.who, brief.situation, brief.task):
        yield from paragraph(_line(text))
    yield ""
    yield from _house(scenario)
    yield "You may offer:"
    yield from bullets(brief.may_offer)
    if scenario.dial is None:
        yield from paragraph(f"Your limits: {_in_a_line(desk_parts.may_agree(scenario))}.")
    yield "What counts:"
    yield from bullets(brief.counts)
    yield from _bar(scenario)
    yield ""
    yield from _at_a_glance(scenario, began_at)


def _house(scenario: Scenario) -> Iterator[str]:
    """In whose name they call, and the words that the house wants said."""
    house = scenario.house
    yield f"You call for {house.name} (calls back: {house.call_back}). Words to say:"
    yield from bullets(f"{one.when.rstrip('. ')}: “{one.text.strip()}”" for one in scenario.notices)


def _bar(scenario: Scenario) -> Iterator[str]:
    if scenario.with_care:
        yield "Before you begin:"
        yield from bullets(lines_before(scenario))
    else:
        yield "The bar for passing:"
        yield from bullets(f"{demand}." for demand in bar(scenario.passing).values())


def _at_a_glance(scenario: Scenario, began_at: datetime) -> Iterator[str]:
    """The account, or the list of them where it has to be decided whom to dial."""
    if scenario.dial is not None:
        yield from list_of_accounts(scenario, began_at)
        return
    account = scenario.account
    there = desk_parts.clock_there(scenario, began_at)
    on_file = [f"{one.kind.replace('_', ' ')} {one.shows}" for one in account.on_file]
    mail = [desk_parts.mailbox(one) for one in account.emails]
    yield "The account (/look account shows all of it):"
    yield from facts(
        (
            ("Name", f"{scenario.consumer_name}, {account.phone}"),
            ("Local time", desk_parts.local_time(scenario, there, HAND)),
            ("On file", "; ".join(on_file)),
            *((("E-mail", "; ".join(mail)),) if mail else ()),
            *desk_parts.money(scenario, HAND)[:4],
            ("Flags", ", ".join(desk_parts.flags(account))),
            ("Contacts", _contacts(scenario, began_at)),
        )
    )


def _contacts(scenario: Scenario, began_at: datetime) -> str:
    """How often they were tried, and what came of it last."""
    (block,) = desk_parts.contact_blocks(scenario, began_at.date(), HAND)
    if not block.rows:
        return "none yet"
    return f"{len(block.rows)}, last {', '.join(block.rows[-1])}"


def _in_a_line(pairs: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{term.lower()} {what}" for term, what in pairs)


def _line(text: str) -> str:
    return " ".join(text.split())
