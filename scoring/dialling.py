"""Decisions before a call: whom to dial, for which reason, and from when on the others."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from calls.events import DialDecided, DialDecision, DialReason
from calls.record import Record
from calls.turn import Channel, Speaker
from compliance_rules.checker import Checker
from compliance_rules.finding import Standing
from scoring.case import SHOWN, Case
from scoring.marks import Evidence, Mark
from simulator.circumstances import context
from simulator.ends import EndState
from simulator.queue import OPENS, RightDial
from simulator.scenario import Scenario

_DAYS_AHEAD = 15
_LATE = timedelta(days=2)
AGAIN_LATER = (DialReason.HOURS, DialReason.FREQUENCY, DialReason.PAUSE)
"""The reasons that pass with time."""


def may_be_called(checker: Checker, scenario: Scenario, began_at: datetime, at: datetime) -> bool:
    """Whether the rules find nothing in a call at a moment in which not a word is said yet."""
    there = at.astimezone(scenario.moment(began_at).tzinfo)
    known = context(scenario, began_at, channel=Channel.CALL)
    known = known.learn(consumer_local_time=there.time().replace(tzinfo=None).isoformat())
    found = checker.check_readings((), known, began_at=there).findings
    return all(one.standing is not Standing.NOT_MET for one in found)


def next_allowed(checker: Checker, scenario: Scenario, began_at: datetime) -> datetime | None:
    """The next full day's opening at which the scenario's account may be called, by the rules."""
    now = scenario.moment(began_at)
    opening = now.replace(hour=OPENS.hour, minute=0, second=0, microsecond=0)
    days = (opening + timedelta(days=n) for n in range(_DAYS_AHEAD))
    later = (day for day in days if day > now)
    return next((at for at in later if may_be_called(checker, scenario, began_at, at)), None)


def dial_marks(case: Case) -> Iterator[tuple[Mark, float]]:
    """Marks for the decisions, with their weights; none where nothing had to be decided."""
    scenario, checker = case.scenario, case.checker
    if scenario is None or scenario.dial is None or checker is None:
        return
    yield _whom(case, scenario), 3.0
    yield _reasons(case, scenario), 1.5
    if any(_passes(right) for _, right in _rights(scenario)):
        yield _times(case, scenario, checker), 1.0


def dial_faults(record: Record, scenario: Scenario, end: EndState) -> tuple[str, ...]:
    """What keeps the decisions and messages from this end, in words for whoever made them."""
    faults = []
    if end.decided:
        faults += [_wrong(account, right) for account, right in _missed(record, scenario)]
    turns = record.transcript.turns
    out = {turn.channel for turn in turns if turn.speaker is Speaker.COLLECTOR}
    faults += [f"no {channel} went out" for channel in end.sent if channel not in out]
    return tuple(faults)


def shown(decisions: tuple[DialDecided, ...]) -> tuple[Evidence, ...]:
    """Decisions as they were recorded."""
    return tuple(Evidence(turn=None, quote=_line(one)) for one in decisions)


def _line(one: DialDecided) -> str:
    said = f"{one.account}: {one.decision.label}"
    until = f", from {one.next_at:%B} {one.next_at.day}, {one.next_at:%H:%M}" if one.next_at else ""
    return f"{said} ({one.reason}{until})" if one.reason else said


def _rights(scenario: Scenario) -> Iterator[tuple[str, RightDial]]:
    for account in scenario.accounts:
        right = scenario.for_account(account).dial
        if right is not None:
            yield account, right


def _decision(record: Record, account: str) -> DialDecided | None:
    return next((one for one in record.decisions if one.account == account), None)


def _missed(record: Record, scenario: Scenario) -> Iterator[tuple[str, RightDial]]:
    """The accounts on which nothing was decided, or something else than is right."""
    for account, right in _rights(scenario):
        made = _decision(record, account)
        if made is None or made.decision not in right.decisions:
            yield account, right


def _wrong(account: str, right: RightDial) -> str:
    would = " or ".join(one.label for one in right.decisions)
    return f"{account} would be {would}: {right.why}"


def _whom(case: Case, scenario: Scenario) -> Mark:
    """A call that may not be placed weighs more than one that was left out."""
    missed = list(_missed(case.record, scenario))
    dialled = [
        account
        for account, _ in missed
        if (made := _decision(case.record, account)) and made.decision is DialDecision.DIAL
    ]
    total = len(scenario.accounts)
    value = 100 * max(0.0, 1 - (len(missed) + len(dialled)) / total)
    told = f"{total - len(missed)} of {total} accounts decided as is right for them"
    wrong = [one for account, _ in missed if (one := _decision(case.record, account))]
    return Mark(
        name="whom to dial",
        value=round(value, 1),
        reason=f"{told}; dialled all the same: {', '.join(dialled)}" if dialled else told,
        evidence=shown(tuple(wrong or case.record.decisions)[:SHOWN]) or _nothing(),
        advice=_wrong(*missed[0]) if missed else "",
    )


def _reasons(case: Case, scenario: Scenario) -> Mark:
    right, wrong = 0, []
    for account, dial in _rights(scenario):
        made = _decision(case.record, account)
        fits = made is not None and made.reason in dial.reasons
        right += fits
        if made is not None and not fits:
            wrong.append((made, dial))
    total = len(scenario.accounts)
    advice = ""
    if wrong:
        made, dial = wrong[0]
        advice = f"Record what holds for {made.account}: {dial.reasons[0].means}."
    return Mark(
        name="reasons recorded",
        value=round(100 * right / total, 1),
        reason=f"{right} of {total} decisions with the reason that holds",
        evidence=shown(tuple(one for one, _ in wrong) or case.record.decisions)[:SHOWN]
        or _nothing(),
        advice=advice,
    )


def _times(case: Case, scenario: Scenario, checker: Checker) -> Mark:
    """From when on the accounts may be called that may not be now."""
    due = [account for account, right in _rights(scenario) if _passes(right)]
    right: list[str] = []
    missed: list[str] = []
    for account in due:
        made, of = _decision(case.record, account), scenario.for_account(account)
        at = made.next_at if made else None
        (right if at and _is_right(checker, of, case, at) else missed).append(account)
    advice = ""
    if missed and case.record.began_at is not None:
        first = next_allowed(checker, scenario.for_account(missed[0]), case.record.began_at)
        when = f"{first:%B} {first.day}, {first:%H:%M} their time" if first else "no day yet"
        advice = f"{missed[0]} may be called again from {when}."
    made_on = tuple(one for one in case.record.decisions if one.account in (missed or due))
    return Mark(
        name="next allowed time",
        value=round(100 * len(right) / len(due), 1),
        reason=f"{len(right)} of {len(due)} accounts with a time at which they may be called",
        evidence=shown(made_on[:SHOWN]) or _nothing(),
        advice=advice,
    )


def _is_right(checker: Checker, scenario: Scenario, case: Case, at: datetime) -> bool:
    """A time at which the rules find nothing, and not long after the first such."""
    if case.record.began_at is None or not may_be_called(
        checker, scenario, case.record.began_at, at
    ):
        return False
    first = next_allowed(checker, scenario, case.record.began_at)
    return first is not None and at - first <= _LATE


def _passes(right: RightDial) -> bool:
    return not set(AGAIN_LATER).isdisjoint(right.reasons)


def _nothing() -> tuple[Evidence, ...]:
    return (Evidence(turn=None, quote="decisions: nothing recorded"),)
