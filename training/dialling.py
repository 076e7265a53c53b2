"""To dial or not: a decision about an account, made before anybody's phone rings."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from calls.events import DialDecided, DialDecision, DialReason, Event
from simulator.queue import OPENS
from simulator.scenario import Scenario
from simulator.turn_taking import pick_up
from training.errors import NotOffered, TrainingError
from training.models import Attempt, Person
from training.practice import check_open, scenario_of
from training.store import Store


def decide_dial(
    store: Store,
    person: Person,
    attempt: Attempt,
    account: str,
    decision: DialDecision,
    reason: str,
    now: datetime,
    next_at: datetime | None = None,
) -> Attempt:
    """Decide whether an account is called now, and why; who is dialled picks up, or a machine does.

    A decision may be changed until the account was dialled; the same one again changes nothing.
    """
    if account not in attempt.accounts:
        raise NotOffered("account", account, attempt.accounts)
    if reason not in list(DialReason):
        raise NotOffered("reason", reason, DialReason)
    decided = DialDecided(
        seq=attempt.next_seq,
        at=now,
        account=account,
        decision=decision,
        reason=reason,
        next_at=next_at,
    )
    scenario = scenario_of(store, person, attempt)
    if scenario.dial is None:
        raise TrainingError("dial", "nothing is to be decided here", "say or write something")
    _check_later(scenario.for_account(account), attempt, next_at)
    dials = decision is DialDecision.DIAL
    after = pick_up(scenario, account, attempt.seed, now, decided.seq + 1) if dials else ()
    return store.append(person, attempt, lambda present: _decided(present, decided, after))


def _decided(present: Attempt, decided: DialDecided, after: tuple[Event, ...]) -> tuple[Event, ...]:
    before = present.state.decided.get(decided.account)
    if before is not None and _is_same(before, decided):
        return ()
    check_open(present)
    where, call = f"account {decided.account!r}", present.state.call
    if call is not None and not call.over and not call.written:
        raise TrainingError(where, "a call is going on", "end it first")
    if before is not None and before.decision is DialDecision.DIAL:
        raise TrainingError(where, "it was dialled already", "decide on another account")
    return decided, *after


def _is_same(before: DialDecided, again: DialDecided) -> bool:
    return before.model_copy(update={"seq": again.seq, "at": again.at}) == again


def _check_later(of: Scenario, attempt: Attempt, next_at: datetime | None) -> None:
    """Raise where from-when lies before now, on the clock of the account's own place."""
    there = of.moment(attempt.started_at)
    if next_at is not None and next_at <= there:
        when = f"{next_at.astimezone(there.tzinfo):%Y-%m-%d %H:%M}"
        now = f"{there:%Y-%m-%d %H:%M}"
        raise TrainingError("from when", f"{when} is past", f"later than {now}, their time")


def from_eight(scenario: Scenario, account: str, day: date) -> datetime:
    """Eight in the morning of a day, where the consumer of an account lives."""
    zone = scenario.for_account(account).account.address.time_zone
    return datetime.combine(day, OPENS, tzinfo=ZoneInfo(zone))
