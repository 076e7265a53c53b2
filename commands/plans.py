"""The plan calculator in the terminal: told on request, and taken over as rows of the wrap-up."""

from collections.abc import Iterator
from datetime import date

from calls.desk import DeskPart
from calls.errors import RecordError
from calls.money import CURRENCIES, Every, Money
from commands.deeds import At
from debriefs.plans import authority_told, fit_told, plan_told, sheet_told
from simulator.desk import desk_of
from simulator.scenario import Scenario
from simulator.sheet import sheet_of
from training.models import Attempt
from training.plans import Plan, calculate
from training.wrap_up import look_up, take_over

ASKED = f"AMOUNT {'|'.join(Every)} YYYY-MM-DD"
_SIGNS = "A$£€"


def work_out(at: At, words: str) -> Attempt:
    """The collector opens the calculator; `plan_lines` tells what comes of it."""
    _plan(at.at_hand, at.attempt, words)
    return look_up(at.store, at.person, at.attempt, DeskPart.PLAN, at.now)


def take(at: At, words: str) -> Attempt:
    """The rows of the plan are what was agreed."""
    plan = _plan(at.at_hand, at.attempt, words)
    return take_over(at.store, at.person, at.attempt, plan.made, at.now)


def plan_lines(at: At, words: str) -> Iterator[str]:
    """What they told of their month, and what a plan comes to."""
    scenario, attempt = at.at_hand, at.attempt
    sheet, plan = sheet_of(scenario, attempt.state.call), _plan(scenario, attempt, words)
    yield from (f"({term.lower()}: {told})" for term, told in sheet_told(sheet, date.isoformat))
    yield f"({plan_told(plan, date.isoformat)})"
    desk = desk_of(scenario, _today(attempt))
    for sign, why in (authority_told(plan, desk), fit_told(plan, sheet, date.isoformat)):
        yield f"({f'{sign.sign} {sign.word}. {why}'.rstrip()})"


def _plan(scenario: Scenario, attempt: Attempt, words: str) -> Plan:
    desk, sheet = desk_of(scenario, _today(attempt)), sheet_of(scenario, attempt.state.call)
    amount, every, first = _typed(words, CURRENCIES[scenario.house.country])
    return calculate(desk, sheet, amount, every, first)


def _typed(words: str, currency: str) -> tuple[Money, Every, date]:
    try:
        amount, every, first = words.split()
        how_often, on = Every(every), date.fromisoformat(first)
    except ValueError:
        raise RecordError("plan", f"{words!r} is no plan", ASKED) from None
    return Money.of(amount.lstrip(_SIGNS), currency), how_often, on


def _today(attempt: Attempt) -> date:
    call = attempt.state.call
    return (call.began_at if call else attempt.started_at).date()
