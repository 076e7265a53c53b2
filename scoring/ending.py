"""How a call ended: whether an acceptable end was reached, and else what it lacks."""

from calls.state import CallState, WrapUp
from scoring.accuracy import accepted_offer
from scoring.case import Case
from scoring.dialling import dial_faults
from scoring.end_states import (
    faults,
    given_away,
    missed,
    nearest,
    nearest_way,
    off_the_way,
    reached,
    untrue,
)
from scoring.grade import hard_fails
from scoring.grounds import untold
from scoring.messages import address_faults, quiet_faults
from simulator.ends import EndState
from simulator.scenario import Scenario

Ended = tuple[bool | None, tuple[str, ...]]


def ended(case: Case) -> Ended:
    """Whether an acceptable end was reached, and else what it lacks; None where none is known."""
    scenario, call, wrap_up, on = case.scenario, case.record.call, _left(case), case.record.day
    if scenario is None or wrap_up is None or on is None:
        return None, ()
    nobody_said = untold(case)
    end = nearest(scenario, wrap_up, on, nobody_said)
    told, before = _on_the_call(case, end, call), _sent_and_dialled(case, scenario, end)
    accepted = accepted_offer(case)
    if not (told or before) and reached(scenario, wrap_up, accepted, on, nobody_said):
        return True, ()
    lacks = (*before, *faults(end, scenario, wrap_up, on, nobody_said))
    made = wrap_up.arrangement
    return False, (*lacks, *(untrue(made, accepted)[:1] if made else ()), *told)


def led(case: Case) -> Ended:
    """The same of the way that was taken: what a record lacks beside it is left to the records."""
    scenario, call, wrap_up, on = case.scenario, case.record.call, _left(case), case.record.day
    if scenario is None or wrap_up is None or on is None:
        return None, ()
    end = nearest_way(scenario, wrap_up, on)
    lacks = (
        *_sent_and_dialled(case, scenario, end),
        *off_the_way(end, scenario, wrap_up, on),
        *_on_the_call(case, end, call),
    )
    return not lacks, lacks


def _left(case: Case) -> WrapUp | None:
    """The wrap-up; None where nothing at all was done."""
    nothing_done = case.record.call is None and not case.record.decisions
    return None if nothing_done else case.record.wrap_up


def _sent_and_dialled(case: Case, scenario: Scenario, end: EndState) -> tuple[str, ...]:
    return (
        *dial_faults(case.record, scenario, end),
        *quiet_faults(case, end),
        *address_faults(case),
    )


def _on_the_call(case: Case, end: EndState, call: CallState | None) -> tuple[str, ...]:
    if call is None:
        return ()
    return (*given_away(end, call, hard_fails(case.check.findings)), *missed(end, call))
