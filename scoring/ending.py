"""How a call ended: whether an acceptable end was reached, and else what it lacks."""

from scoring.case import Case
from scoring.end_states import faults, given_away, nearest, reached, untrue
from scoring.grade import hard_fails
from scoring.grounds import untold


def ended(case: Case) -> tuple[bool | None, tuple[str, ...]]:
    """Whether an acceptable end was reached, and else what it lacks; None where none is known."""
    scenario, call, wrap_up = case.scenario, case.record.call, case.record.wrap_up
    if scenario is None or call is None or wrap_up is None:
        return None, ()
    on, nobody_said = call.began_at.date(), untold(case)
    end = nearest(scenario, wrap_up, on, nobody_said)
    told = given_away(end, call, hard_fails(case.check.findings))
    if not told and reached(scenario, wrap_up, call.accepted, on, nobody_said):
        return True, ()
    lacks = faults(end, scenario, wrap_up, on, nobody_said)
    made = wrap_up.arrangement
    return False, (*lacks, *(untrue(made, call.accepted)[:1] if made else ()), *told)
