"""How a bot goes through a list of accounts: what it looks at before it dials, what it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from calls.circumstances import ContactResult, Direction
from calls.events import DialDecision, DialReason
from calls.turn import Channel, Frozen
from simulator.account import Account, Contact
from simulator.queue import CLOSES, OPENS
from simulator.values import Percent

_WEEK = 7
_CALLS_A_WEEK = 7


class Dialling(Frozen):
    """What a bot looks at before it dials, in this order, and its words for a machine.

    `slips`: at so many of 100 accounts it forgets to look. `says_when`: so often it records from
    when on a call is allowed. `our_clock`: it takes our own hour for theirs.
    """

    looks_at: tuple[DialReason, ...] = ()
    slips: Percent = 0
    says_when: Percent = 0
    our_clock: bool = False
    leaves: Annotated[tuple[str, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Decided:
    """What the bot decided on one account."""

    account: str
    decision: DialDecision
    reason: DialReason
    next_at: datetime | None = None


def decisions(
    dialling: Dialling, accounts: tuple[Account, ...], now: datetime, seed: str
) -> Iterator[Decided]:
    """One decision for each account, in the order of the list; `now` is on our own clock."""
    for account in accounts:
        rng = Random(f"{seed}:{account.id}")
        looks = () if rng.random() * 100 < dialling.slips else dialling.looks_at
        yield _decided(account, looks, now, dialling, rng)


def _decided(
    account: Account, looks: tuple[DialReason, ...], now: datetime, dialling: Dialling, rng: Random
) -> Decided:
    zone = now.tzinfo if dialling.our_clock else ZoneInfo(account.address.time_zone)
    there = now.astimezone(zone)
    against = next((look for look in looks if _speaks_against(look, account, there)), None)
    if against is None:
        return Decided(account.id, DialDecision.DIAL, DialReason.ALLOWED)
    if against is DialReason.ATTORNEY:
        return Decided(account.id, DialDecision.OTHER_CHANNEL, against)
    says = rng.random() * 100 < dialling.says_when
    at = _from_when(against, account, there) if says else None
    return Decided(account.id, DialDecision.NOT_NOW, against, at)


def _speaks_against(look: DialReason, account: Account, there: datetime) -> bool:
    flags, log = account.flags, account.contact_log
    match look:
        case DialReason.CEASE:
            return flags.cease_written is True
        case DialReason.ATTORNEY:
            return flags.attorney_represented is True
        case DialReason.HOURS:
            return not OPENS <= there.time() < CLOSES
        case DialReason.FREQUENCY:
            return _calls_in_a_week(log, 0) >= _CALLS_A_WEEK
        case DialReason.PAUSE:
            return _talked_ago(log) is not None
        case _:
            return False


def _calls_in_a_week(log: tuple[Contact, ...], later: int) -> int:
    """Our calls that lie within seven days, so many days from now."""
    return sum(
        one.days_ago + later < _WEEK
        and one.direction is Direction.OUTBOUND
        and one.channel in (Channel.CALL, Channel.VOICEMAIL)
        for one in log
    )


def _talked_ago(log: tuple[Contact, ...]) -> int | None:
    """How many days ago the last conversation of this week was."""
    spoken = (one.days_ago for one in log if one.result is ContactResult.CONVERSATION)
    return min((ago for ago in spoken if ago < _WEEK), default=None)


def _from_when(look: DialReason, account: Account, there: datetime) -> datetime | None:
    opening = there.replace(hour=OPENS.hour, minute=0, second=0, microsecond=0)
    log = account.contact_log
    match look:
        case DialReason.HOURS:
            return opening if there.time() < OPENS else opening + timedelta(days=1)
        case DialReason.FREQUENCY:
            days = range(1, _WEEK + 1)
            free = next(n for n in days if _calls_in_a_week(log, n) < _CALLS_A_WEEK)
            return opening + timedelta(days=free)
        case DialReason.PAUSE:
            return opening + timedelta(days=_WEEK - (_talked_ago(log) or 0))
        case _:
            return None
