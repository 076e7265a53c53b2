"""What was decided on each account: in words, as a table, and beside what is right for it."""

from calls.events import DialDecided, DialDecision, DialReason
from pages._parts import clock, day, rows
from pages._texts import _
from simulator.scenario import Scenario
from training.models import Attempt

DECISIONS = {
    DialDecision.DIAL: _("Dial"),
    DialDecision.NOT_NOW: _("Not now"),
    DialDecision.OTHER_CHANNEL: _("Another way"),
}
_NOTHING = _("nothing decided")


def decision_told(made: DialDecided | None, scenario: Scenario) -> str:
    """A decision with its reason and its time; `scenario` has the account in front."""
    if made is None:
        return _NOTHING
    told = DECISIONS[made.decision]
    if made.decision is not DialDecision.DIAL:
        told += f": {_(DialReason(made.reason).means)}"
    if made.next_at is None:
        return told
    there = made.next_at.astimezone(scenario.moment(made.at).tzinfo)
    on = day(there, scenario.house.country, weekday=True)
    return _("{told}; from {on}, {clock} their time").format(told=told, on=on, clock=clock(there))


def draw_decisions(attempt: Attempt, scenario: Scenario, *, with_right: bool = False) -> None:
    """Every account with what was decided; afterwards also what is right for it, and why."""
    heads = (_("Account"), _("You decided"), *((_("Right would be"),) if with_right else ()))
    cells = [_row(attempt, scenario.for_account(one), with_right) for one in attempt.accounts]
    rows(_("Account by account"), heads, cells)


def _row(attempt: Attempt, of: Scenario, with_right: bool) -> tuple[str, ...]:
    account = of.account.id
    name, made = f"{of.consumer_name}, {account}", attempt.state.decided.get(account)
    told = decision_told(made, of)
    if not with_right or of.dial is None:
        return name, told
    if made is not None and made.decision in of.dial.decisions:
        return name, told, _("That. {sentence}").format(sentence=_sentence(of.dial.why))
    right = _(" or ").join(DECISIONS[one] for one in of.dial.decisions)
    return name, told, f"{right}. {_sentence(of.dial.why)}"


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:].rstrip('.')}."


def undecided(attempt: Attempt) -> int:
    """On how many accounts of the list nothing is decided yet."""
    return sum(one not in attempt.state.decided for one in attempt.accounts)
