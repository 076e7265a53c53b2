"""What `/look` prints: the parts of the desk as they stand, on the consumer's own clock."""

from collections.abc import Callable, Iterator, Mapping

from calls.desk import DeskPart
from commands.deeds import At
from commands.layout import HAND, block_lines
from debriefs.plans import sheet_told
from simulator.scenario import Scenario
from simulator.sheet import sheet_of
from training.desk_parts import Block, account_blocks, clock_there, contact_blocks, house_blocks

Blocks = Callable[[Scenario, At], Iterator[Block]]


def part_lines(part: DeskPart, at: At, account: str = "") -> Iterator[str]:
    """A part of the desk; without an account it is that of the call, else each one on the list."""
    call, scenario, accounts = at.attempt.state.call, at.scenario, at.attempt.accounts
    if part in (DeskPart.HOUSE, DeskPart.NOTES):
        accounts = accounts[:1]
    elif account:
        accounts = (account,)
    elif call is not None:
        accounts = (call.account,)
    for one in accounts:
        of = scenario.for_account(one)
        if len(accounts) > 1:
            yield f"{one}  {of.consumer_name}"
        yield from block_lines(_PARTS[part](of, at))


def _account(scenario: Scenario, at: At) -> Iterator[Block]:
    began_at, call = at.attempt.started_at, at.attempt.state.call
    until = call.ended_at if call and call.ended_at else at.now
    there = clock_there(scenario, began_at, until - began_at)
    return account_blocks(scenario, began_at.date(), there, HAND)


def _contacts(scenario: Scenario, at: At) -> Iterator[Block]:
    return contact_blocks(scenario, at.attempt.started_at.date(), HAND)


def _plan(scenario: Scenario, at: At) -> Iterator[Block]:
    """What they told of their month; a plan itself is worked out with `/plan`."""
    told = sheet_told(sheet_of(scenario, at.attempt.state.call), HAND.day)
    nothing = "Nobody has told you yet what comes in and what goes out."
    pairs = tuple(told)
    yield Block("Their month, as they told it", pairs, () if pairs else (nothing,))


def _house(scenario: Scenario, _: At) -> Iterator[Block]:
    return house_blocks(scenario)


def _notes(_: Scenario, at: At) -> Iterator[Block]:
    """The note of this call as it is kept."""
    kept = at.attempt.state.wrap_up.notes
    yield Block("Your note", lines=tuple(kept.splitlines()) or ("Nothing yet: /note WORDS",))


_PARTS: Mapping[DeskPart, Blocks] = {
    DeskPart.ACCOUNT: _account,
    DeskPart.CONTACTS: _contacts,
    DeskPart.PLAN: _plan,
    DeskPart.HOUSE: _house,
    DeskPart.NOTES: _notes,
}
