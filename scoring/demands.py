"""Money asked for after something was said after which it is not to be asked for.

Where a call is about a route, about information or about reaching somebody, the demand after the
trigger is the error, before the right way was taken as well as after it.
"""

from typing import NamedTuple

from calls.moves import Act
from language.reading import AmountRole, Reading
from scoring.case import Case

STOPS = (
    "disputes_debt",
    "disputes_amount",
    "identity_theft",
    "already_paid",
    "asks_validation",
    "attorney",
    "bankruptcy",
    "deceased",
    "wrong_party",
    "cease_all",
    "breathing_space",
    "debt_advice",
    "suspects_scam",
    "asks_if_sued",
    "insurance_pending",
    "crisis_self_harm",
    "unsafe_to_talk",
    "at_work",
    "bad_time",
    "driving",
)
"""What they say after which money is not asked for, on this call or until it is cleared up."""
DEMANDS = ("demand_payment", "ask_amount", "pressure", "threat")
"""What asks for money, or presses for it."""
OFFERS = ("offer", "counter_offer")
"""What puts a figure to them: where nothing is to be agreed, that asks for money as well."""
QUESTIONS = ("asks_if_sued",)
"""What is settled by its answer: after it a figure may be named."""
OF_THEIR_OWN = ("offers_payment", "promise_to_pay")
"""What they say who want to pay after all; to ask after it then is no demand over their words."""
PAYS = {Act.OFFERS_PAYMENT, Act.COUNTERS, Act.ACCEPTS}
"""The same, as the mind decides it where one was on the line."""
COST = 50.0
"""What each demand takes off: the way was taken and left, and two of them leave nothing of it."""


class Trigger(NamedTuple):
    """What was said after which money is not asked for, and our turns that asked all the same."""

    told: Reading
    demanded: tuple[Reading, ...]


def after(case: Case, told: Reading) -> Trigger:
    """The demands after this turn of theirs, until they want to pay of their own accord."""
    return Trigger(told, tuple(r for r in _until_they_want(case, told) if r.has(*DEMANDS)))


def _asked_after(case: Case, told: Reading) -> Trigger:
    settled = told.has(*QUESTIONS) and not told.has(*(set(STOPS) - set(QUESTIONS)))
    asks = (
        r
        for r in _until_they_want(case, told)
        if r.has(*DEMANDS) or (not settled and _puts_a_figure(r))
    )
    return Trigger(told, tuple(asks))


def _puts_a_figure(ours: Reading) -> bool:
    named = (m.role is AmountRole.PAYMENT and m.amount and not m.negated for m in ours.money)
    return ours.has(*OFFERS) and any(named)


def _until_they_want(case: Case, told: Reading) -> tuple[Reading, ...]:
    """Our turns after this one of theirs, until they want to pay of their own accord."""
    wants = (r.index for r in case.people if r.index > told.index and _wants_to_pay(case, r))
    until = next(wants, len(case.readings))
    return tuple(r for r in case.collector if told.index < r.index < until)


def trigger_in(case: Case) -> Trigger | None:
    """What they said after which money is not asked for, and what asked for it after any of it.

    A figure that is put to them asks for it too. It is the first that was passed over, or the first
    at all; None where nothing was said.
    """
    found = [_asked_after(case, told) for told in case.people if told.has(*STOPS)]
    if not found:
        return None
    first = next((one for one in found if one.demanded), found[0])
    demanded = {r.index: r for one in found for r in one.demanded}
    return Trigger(first.told, tuple(demanded[index] for index in sorted(demanded)))


def _wants_to_pay(case: Case, theirs: Reading) -> bool:
    move = case.record.moves.get(theirs.index)
    if move is not None:
        return bool(PAYS & set(move.acts))
    return theirs.has(*OF_THEIR_OWN) and not theirs.has(*STOPS, "refuses", "condition")
