"""The plan calculator in the terminal: told on request, and taken over as rows of the wrap-up."""

from collections.abc import Iterator

from calls.desk import DeskPart
from calls.errors import RecordError
from calls.money import Every
from commands.deeds import At, day, money
from commands.layout import HAND, facts
from debriefs.plans import authority_told, fit_told, plan_told, sheet_told
from simulator.desk import Desk, desk_of
from simulator.sheet import Sheet, sheet_of
from training.models import Attempt
from training.plans import Plan, calculate
from training.wrap_up import look_up, take_over

ASKED = f"AMOUNT {'|'.join(Every)} YYYY-MM-DD"


def work_out(at: At, words: str) -> Attempt:
    """The collector opens the calculator; `plan_lines` tells what comes of it."""
    _plan(at, words)
    return look_up(at.store, at.person, at.attempt, DeskPart.PLAN, at.now)


def take(at: At, words: str) -> Attempt:
    """The rows of the plan are what was agreed."""
    plan = _plan(at, words)
    return take_over(at.store, at.person, at.attempt, plan.made, at.now)


def plan_lines(at: At, words: str) -> Iterator[str]:
    """What they told of their month, and what a plan comes to."""
    plan, desk, sheet = _plan(at, words), _desk(at), _sheet(at)
    yield from facts(sheet_told(sheet, HAND.day))
    yield plan_told(plan, HAND.day)
    for sign, why in (authority_told(plan, desk), fit_told(plan, sheet, HAND.day)):
        yield f"{sign.sign} {sign.word}. {why}".rstrip()


def _plan(at: At, words: str) -> Plan:
    parts = words.split()
    if len(parts) != 3 or parts[1] not in list(Every):
        raise RecordError("/plan", f"{words!r} is no plan", ASKED)
    amount, every, first = parts
    return calculate(_desk(at), _sheet(at), money(at, amount), Every(every), day("/plan", first))


def _desk(at: At) -> Desk:
    call = at.attempt.state.call
    return desk_of(at.at_hand, (call.began_at if call else at.attempt.started_at).date())


def _sheet(at: At) -> Sheet:
    return sheet_of(at.at_hand, at.attempt.state.call)
