"""What was agreed, as a record is compared with it: what was decided, or what the words bear out.

Where a mind was on the line, what it decided counts. Of a call of which only the words are known,
nobody decided anything, so the rows that were recorded are looked for in them: whether the amount
was put, whether the other side took it up, and whether it stood. To find that again is much surer
than to make out unaided which of many amounts was meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from calls.disposition import AGREED
from calls.money import Arrangement, Every, Offer, Schedule
from calls.state import WrapUp
from calls.turn import Speaker
from language.questions import has_question_mark
from language.reading import Reading
from language.wording import words_said
from scoring.case import Case
from scoring.marks import Evidence
from simulator.offers import OFFERING

_YES = ("accepts", "affirms", "promise_to_pay", "offers_payment")
_THEIR_OWN = ("offers_payment", "counters", "promise_to_pay")
_NO = ("refuses", "denies", "disputes_debt", "disputes_amount")
_CANNOT = ("can't", "cannot", "won't")
_NO_WORDS = ("no", "nope", "nah", "never", "not", "don't", *_CANNOT)
_MORE = ("else", "anything", "forgotten", "forget", "missed", "missing", "left out", "questions")
"""After a question for more of it, "no" says that it is whole."""
_PERCENT = 100 * 100
"""An amount in cents as a share: "twenty-five" is read as $25.00, and meant as 25 percent."""
_WHAT_IS_THOUGHT = ("closed_question", "checks_understanding", "recap")


@dataclass(frozen=True)
class Agreed:
    """What was agreed in the end, and the turns that show it."""

    offer: Offer
    turns: tuple[int, ...] = ()
    method_turns: tuple[int, ...] = ()


def agreed_on(case: Case) -> Agreed | None:
    """What was agreed on the call; None where nothing was, or nothing is known of it."""
    call, wrap_up = case.record.call, case.record.wrap_up
    if call is None:
        return None
    if case.record.moves or wrap_up is None:
        offer = call.accepted
        return Agreed(offer, case.agreed_at, case.paid_how_at) if offer else None
    if wrap_up.arrangement is not None:
        return as_recorded(case)
    heard = call.accepted
    return Agreed(heard) if heard and _is_sure(case, heard, wrap_up) else None


def as_recorded(case: Case) -> Agreed | None:
    """The recorded rows, where the words of the call bear them out."""
    made = case.record.wrap_up.arrangement if case.record.wrap_up else None
    return _borne_out(case, made) if made else None


def accepted_offer(case: Case) -> Offer | None:
    """The same without where it is seen."""
    found = agreed_on(case)
    return found.offer if found else None


def _borne_out(case: Case, made: Arrangement) -> Agreed | None:
    """The recorded rows as the words of the call bear them out; None where it came to nothing."""
    each, whole = made.instalments[0].amount.cents, made.total.cents
    named_in = [[r for r in case.readings if _names(r, cents)] for cents in (each, whole)]
    put = next(filter(None, named_in), [])
    if not put or _turned_down(case, put[-1]):
        return None
    yes = next(_taken_up(case, put), None)
    if yes is None:
        return None
    named = tuple(r.index for r in case.readings if made.method in _ways(case, r))
    first = made.instalments[0]
    schedule = Schedule(every=_rhythm(made, put), start=_start(case, made, put))
    method = made.method if named else _other_way(case)
    offer = Offer(by=put[0].turn.speaker, amount=first.amount, schedule=schedule, method=method)
    return Agreed(offer, tuple(dict.fromkeys((put[-1].index, yes.index))), named[-1:])


def _names(reading: Reading, cents: int) -> bool:
    """Whether the turn names this amount, and not as one that is refused."""
    return any(m.amount and m.amount.cents == cents and not m.negated for m in reading.money)


def _turned_down(case: Case, put: Reading) -> bool:
    """Whether they said no to it when it was last put to them, and yes nowhere after."""
    if put.turn.speaker is not Speaker.COLLECTOR:
        return False
    after = [r for r in case.people if r.index > put.index]
    if not after:
        return False
    return _refuses(put, after[0]) and not any(_says_yes(r) for r in after)


def _taken_up(case: Case, put: Sequence[Reading]) -> Iterator[Reading]:
    """Their turns that show that they will: their own offer, a yes, or no objection to a check."""
    for theirs in case.people:
        if theirs.turn.speaker is Speaker.THIRD_PARTY:
            continue
        own = theirs in put and theirs.has(*_THEIR_OWN)
        own = own or _as_share(case, put, theirs)
        later = _says_yes(theirs) or _lets_it_stand(case, put, theirs)
        if own or (later and theirs.index > put[0].index):
            yield theirs


def _says_yes(theirs: Reading) -> bool:
    return theirs.has(*_YES) and not theirs.has(*_NO)


def _as_share(case: Case, put: Sequence[Reading], theirs: Reading) -> bool:
    """Whether they offered a share ("twenty-five") and our next turn took what that comes to."""
    if case.scenario is None or not any(r in put for r in case.answers_to(theirs, within=1)):
        return False
    account = case.scenario.account
    wholes = {account.balance.cents, account.past_due.cents}
    shares = {m.share if m.amount is None else m.amount.cents / _PERCENT for m in theirs.money}
    owed = {round(whole * share) for whole in wholes for share in shares if share}
    ours = case.answers_to(theirs, within=1)
    return any(_names(r, cents) and r.has("accept") for r in ours for cents in owed)


def _lets_it_stand(case: Case, put: Sequence[Reading], theirs: Reading) -> bool:
    """Whether our turn before it asked whether that is so, and they put nothing right."""
    before = [r for r in case.collector if r.index < theirs.index][-1:]
    asked = (r for r in before if r in put and r.has(*_WHAT_IS_THOUGHT) and has_question_mark(r))
    return any(not _refuses(ours, theirs) for ours in asked)


def _refuses(ours: Reading, reply: Reading) -> bool:
    """Whether a reply is a no to what was put."""
    if words_said(ours).holds(_MORE):
        return words_said(reply).holds(_CANNOT)
    return reply.has(*_NO) or words_said(reply).holds(_NO_WORDS)


def _rhythm(made: Arrangement, put: Sequence[Reading]) -> Every:
    """How often the rows fall due; where the call names other rhythms alone, the last of them."""
    if len(made.instalments) == 1:
        return Every.ONCE
    days = [row.due for row in made.instalments]
    named = [s.every for r in put for s in r.schedules if s.every not in (None, Every.ONCE)]
    recorded = next((every for every in Every if _runs(every, days)), None)
    if recorded is None or (named and recorded not in named):
        return named[-1] if named else Every.MONTH
    return recorded


def _runs(every: Every, days: Sequence[date]) -> bool:
    return every is not Every.ONCE and Schedule(every=every).dates(days[0], len(days)) == (*days,)


def _start(case: Case, made: Arrangement, put: Sequence[Reading]) -> date | None:
    """The recorded day where the call names it, else the day that was named for it there."""
    due, on = made.instalments[0].due, case.record.day
    named = [day for r in case.readings for day in _days(r) if on is None or day >= on]
    if due in named:
        return due
    beside = [day for r in put for day in _days(r) if on is None or day >= on]
    return beside[-1] if beside else None


def _days(reading: Reading) -> list[date]:
    begins = [s.begins for s in reading.schedules if s.begins]
    return [*begins, *(d.day for d in reading.dates if d.day)]


def _ways(case: Case, reading: Reading) -> set[str]:
    """The ways to pay of the house that a turn names, each by its label."""
    kinds = {s.kind for s in reading.all("payment_method") if s.asserted}
    methods = case.scenario.house.methods if case.scenario else ()
    said = words_said(reading)
    # A name of several words is no other word by chance, as "check" is.
    in_full = [one.label for one in methods if " " in one.label and said.holds([one.label.lower()])]
    return {*in_full, *(one.label for one in methods if kinds & set(one.kinds))}


def _other_way(case: Case) -> str | None:
    """The way to pay that was named last."""
    house = case.scenario.house if case.scenario else None
    named = (r.method for r in reversed(case.readings) if r.method)
    return next(filter(None, (house.method_named(one) for one in named)), None) if house else None


def _is_sure(case: Case, heard: Offer, wrap_up: WrapUp) -> bool:
    """Whether a yes to a payment was heard where nothing of the kind is recorded.

    A code that says so is enough. Else the turn of ours right before it has to put that payment,
    and they may have disputed nothing just before: a yes is not always one to paying.
    """
    if wrap_up.disposition in AGREED:
        return True
    for theirs in case.people:
        before = [r for r in case.readings if r.index < theirs.index][-3:]
        ours = [r for r in before[-1:] if r.turn.speaker is Speaker.COLLECTOR]
        put = any(r.has(*OFFERING) and _names(r, heard.amount.cents) for r in ours)
        disputed = any(r.has("disputes_debt", "disputes_amount") for r in before)
        if put and _says_yes(theirs) and not disputed:
            return True
    return False


def shown_at(case: Case, *, how: bool = False) -> tuple[Evidence, ...]:
    """The turn in which it was agreed, or `how` it is paid was named."""
    found = agreed_on(case)
    if found is None:
        return ()
    return case.evidence(*((found.method_turns if how else ()) or found.turns[-1:]))
