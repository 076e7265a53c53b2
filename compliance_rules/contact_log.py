"""Counting contact attempts about one debt within days, with what the log leaves open."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from calls.circumstances import ContactAttempt
from calls.knowledge import UNKNOWN, Truth
from compliance_rules.call import Call
from compliance_rules.checks import ContactCount
from compliance_rules.verdict import NO, YES, Verdict, unknown

_SAME_CALL = timedelta(minutes=2)


def contacts_above(count: ContactCount, at_most: int, call: Call) -> Verdict:
    """Whether more than `at_most` contacts fall in the days up to this call.

    Without the moment of this call the days end with the last entry of the log.
    """
    log = call.context.contact_log
    if log is UNKNOWN:
        return unknown("contact_log")
    judged = [(entry.at, _counts(entry, count, call)) for entry in log]
    now = call.began_at
    if now is not None and count.with_this_call and not _logged(now, log):
        judged.append((now, YES))
    end = now or max((at for at, _ in judged), default=None)
    verdicts = [verdict for at, verdict in judged if _within(at, end, count.days)]
    sure = sum(verdict.truth is Truth.YES for verdict in verdicts)
    perhaps = [verdict.needs for verdict in verdicts if verdict.truth is Truth.UNKNOWN]
    if sure > at_most:
        return YES
    return unknown(*frozenset().union(*perhaps)) if sure + len(perhaps) > at_most else NO


def _within(at: datetime | None, end: datetime | None, days: int) -> bool:
    """Whole days, as the rule counts them: the day of the contact is the first."""
    if at is None or end is None or at > end:
        return False
    return (end.date() - at.astimezone(end.tzinfo).date()).days < days


def _logged(now: datetime, log: Iterable[ContactAttempt]) -> bool:
    """Whether the log holds this very call already."""
    return any(abs(entry.at - now) < _SAME_CALL for entry in log)


def _counts(entry: ContactAttempt, count: ContactCount, call: Call) -> Verdict:
    """Whether an entry is one of those counted; only the debt may leave it open.

    A call whose result nobody noted was placed all the same.
    """
    if entry.channel not in count.channels or entry.direction not in count.directions:
        return NO
    if entry.result is not UNKNOWN and entry.result not in count.results:
        return NO
    ours = call.context.debt_id
    if UNKNOWN in (entry.debt_id, ours):
        return unknown("debt_id")
    return YES if entry.debt_id == ours else NO
