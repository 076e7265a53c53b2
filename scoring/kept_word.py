"""A promise on the call not to ask for money, and whether the rest of the call kept to it."""

from typing import NamedTuple

from language.reading import Reading
from scoring.case import Case

LETS_BE = ("sets_aside",)
"""A promise not to ask for it, for now; what follows a dispute is a matter of the rules."""
PUT_AGAIN = ("demand_payment", "ask_amount", "ask_commitment_date", "pressure", "goes_on", "offer")
AGREES_AFTER_ALL = (
    *("offers_payment", "counters", "accepts", "promise_to_pay"),
    *("asks_options", "asks_balance"),
)


class Promise(NamedTuple):
    """Where it was given, and where it was broken, if it was."""

    given: Reading
    broken: tuple[Reading, ...]


def promise_in(case: Case) -> Promise | None:
    """The first such promise; what they ask for themselves afterwards breaks nothing."""
    given = next((r for r in case.collector if _lets_be(r)), None)
    if given is None:
        return None
    theirs = [r for r in case.other_side if r.index > given.index and r.has(*AGREES_AFTER_ALL)]
    until = theirs[0].index if theirs else len(case.readings)
    later = [r for r in case.collector if given.index < r.index < until]
    return Promise(given, tuple(r for r in later if r.has(*PUT_AGAIN) and not _lets_be(r)))


def _lets_be(reading: Reading) -> bool:
    """Whether it promises not to ask: "I won't ask you for a payment today"."""
    asks = reading.has("demand_payment", "ask_amount")
    money = ("demand_payment", "talks_of_money")
    denied = any(s.name in money and s.negated for s in reading.signals)
    return reading.has(*LETS_BE) or (denied and reading.has("announces") and not asks)
