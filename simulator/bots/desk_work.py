"""What a bot leaves behind: the same entries that a trainee makes after the call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from calls.disposition import Disposition
from calls.money import Arrangement, Instalment
from calls.state import AttemptState
from simulator.bots.talking import Course
from simulator.bots.wording import fill, once

_NEXT_DAYS = 7
_MOST_ROWS = 60
_DAYS_A_MONTH = 30


@dataclass(frozen=True)
class LeftBehind:
    """The wrap-up of one call."""

    note: str = ""
    disposition: Disposition | None = None
    arrangement: Arrangement | None = None
    follow_up: date | None = None
    flags: tuple[str, ...] = ()


ENDS: tuple[tuple[str, Disposition], ...] = (
    ("once danger", Disposition.VULNERABLE),
    ("once unsafe", Disposition.VULNERABLE),
    ("once breathing_space", Disposition.HARDSHIP_REVIEW),
    ("marked breathing_space", Disposition.HARDSHIP_REVIEW),
    ("once died", Disposition.DECEASED),
    ("once bankruptcy", Disposition.BANKRUPTCY),
    ("once attorney", Disposition.ATTORNEY),
    ("once cease", Disposition.CEASE),
    ("once wrong_party", Disposition.WRONG_PARTY),
    ("once stolen", Disposition.IDENTITY_THEFT),
    ("once paid", Disposition.ALREADY_PAID),
    ("once insured", Disposition.HARDSHIP_REVIEW),
    ("once disputes", Disposition.DISPUTE),
    ("once somebody_else", Disposition.THIRD_PARTY),
)
"""What the call came to, where something other than money decides it; the first that fits."""


NEWS = {
    "address": frozenset({"once moved", "said new_address"}),
    "whereabouts": frozenset({"once their_hours"}),
    "channel": frozenset({"once email_is_fine"}),
}
"""What on the call makes a flag due that is about news."""


def left_behind(course: Course, hung_up: bool) -> LeftBehind:
    """The wrap-up as this bot does it; `hung_up` says that the other side ended the call."""
    desk = course.bot.desk
    if desk is None:
        return LeftBehind()
    rng = Random(f"{course.seed}:{course.bot.id}:desk")
    cares = {part: rng.random() * 100 < desk.care for part in ("note", "rows", "flags", "next")}
    end = desk.always or disposition(course, hung_up)
    offered = course.desk.house.dispositions
    return LeftBehind(
        note=_note(course, end, rng) if cares["note"] else "",
        disposition=end if end in offered else None,
        arrangement=_rows(course) if cares["rows"] else None,
        follow_up=_next_step(course) if cares["next"] else None,
        flags=tuple(_flags(course)) if cares["flags"] else (),
    )


def left_on_the_list(course: Course, state: AttemptState) -> LeftBehind:
    """The wrap-up of a list that was gone through: what a machine was told, and when to go on."""
    desk = course.bot.desk
    if desk is None or not state.dial_decisions:
        return LeftBehind()
    rng = Random(f"{course.seed}:{course.bot.id}:desk")
    cares = {part: rng.random() * 100 < desk.care for part in ("note", "next")}
    end = desk.always or (Disposition.VOICEMAIL if state.messages else Disposition.UNRESOLVED)
    return LeftBehind(
        note=_note(course, end, rng) if cares["note"] else "",
        disposition=end,
        follow_up=course.desk.today + timedelta(days=1) if cares["next"] else None,
    )


def disposition(course: Course, hung_up: bool) -> Disposition:
    """How the call ended, as the bot sees it."""
    decided = next((end for cue, end in ENDS if cue in course.state), None)
    if decided is not None:
        return decided
    if course.agreed is not None:
        if not once(course.agreed):
            return Disposition.ARRANGEMENT
        part = course.desk.floor is not None and course.agreed.amount.cents < course.desk.due.cents
        return Disposition.SETTLEMENT if part else Disposition.PROMISE_TO_PAY
    if hung_up:
        return Disposition.HUNG_UP
    if "once hard_news" in course.state and course.desk.program is not None:
        return Disposition.HARDSHIP_REVIEW
    if course.state & {"once not_now", "once at_work", "once language"}:
        return Disposition.CALL_BACK
    if course.state & {
        "once asks_proof",
        "once scam_fear",
        "once asks_if_sued",
        "said in_an_email",
    }:
        return Disposition.INFORMATION_SENT
    return Disposition.REFUSED if "once refuses" in course.state else Disposition.UNRESOLVED


def _rows(course: Course) -> Arrangement | None:
    """The rows of what was agreed, until it is paid or the authority ends; the last may be less."""
    agreed, desk = course.agreed, course.desk
    if agreed is None or agreed.schedule.start is None:
        return None
    method = course.named.method
    if once(agreed):
        row = Instalment(amount=agreed.amount, due=agreed.schedule.start)
        return Arrangement(instalments=(row,), method=method)
    count = min(_MOST_ROWS, -(-desk.due.cents // agreed.amount.cents))
    days = agreed.schedule.dates(agreed.schedule.start, count)
    last = desk.today + timedelta(days=_DAYS_A_MONTH * desk.limits.longest_months)
    rows = [Instalment(amount=agreed.amount, due=day) for day in days if day <= max(last, days[0])]
    left = desk.due.cents - agreed.amount.cents * (count - 1)
    if len(rows) == count and left:
        amount = agreed.amount.model_copy(update={"cents": left})
        rows[-1] = Instalment(amount=amount, due=days[-1])
    return Arrangement(instalments=tuple(rows), method=method)


def _next_step(course: Course) -> date:
    today = course.desk.today
    if course.agreed is not None and course.agreed.schedule.start is not None:
        return course.agreed.schedule.start + timedelta(days=1)
    if "once somebody_else" in course.state:
        return today + timedelta(days=1)
    return today + timedelta(days=_NEXT_DAYS)


def _flags(course: Course) -> Iterator[str]:
    """Every flag that something said on the call makes due."""
    for flag in course.desk.house.flags:
        told = any(reading.has(*flag.told_by) for reading in course.heard)
        theirs = "once somebody_else" not in course.state
        news = theirs and NEWS.get(flag.told_of or "", frozenset()) & course.state
        if told or news:
            yield flag.id


def _note(course: Course, end: Disposition, rng: Random) -> str:
    desk = course.bot.desk
    notes = desk.notes if desk else {}
    came_up = next((name for name in notes if name in course.state), "")
    ended = "written" if course.written else end
    forms = notes.get(came_up) or notes.get(ended) or notes.get("otherwise") or ()
    # What is known is written down: of those that can be filled, one with most slots.
    for form in sorted(rng.sample(forms, len(forms)), key=lambda one: -one.count("{")):
        text = fill(form, course.desk, course.me, course.agreed, course.named, rng)
        if text is not None:
            return text
    return ""
