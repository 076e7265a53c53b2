"""How a call ended: whether an acceptable end was reached, and else what it lacks."""

from scoring.case import Case
from scoring.dialling import dial_faults
from scoring.end_states import faults, given_away, missed, nearest, reached, untrue
from scoring.grade import hard_fails
from scoring.grounds import untold
from scoring.messages import address_faults, quiet_faults


def ended(case: Case) -> tuple[bool | None, tuple[str, ...]]:
    """Whether an acceptable end was reached, and else what it lacks; None where none is known."""
    scenario, call, wrap_up = case.scenario, case.record.call, case.record.wrap_up
    on = case.record.day
    nothing_done = call is None and not case.record.decisions
    if scenario is None or wrap_up is None or on is None or nothing_done:
        return None, ()
    nobody_said = untold(case)
    end = nearest(scenario, wrap_up, on, nobody_said)
    told = given_away(end, call, hard_fails(case.check.findings)) if call else ()
    told = (*told, *(missed(end, call) if call else ()))
    before = (
        *dial_faults(case.record, scenario, end),
        *quiet_faults(case, end),
        *address_faults(case),
    )
    accepted = call.accepted if call else None
    if not (told or before) and reached(scenario, wrap_up, accepted, on, nobody_said):
        return True, ()
    lacks = (*before, *faults(end, scenario, wrap_up, on, nobody_said))
    made = wrap_up.arrangement
    return False, (*lacks, *(untrue(made, accepted)[:1] if made else ()), *told)
