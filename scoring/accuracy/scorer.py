"""The scorer of accuracy: every entry of the wrap-up, the note, and the order of the work."""

from datetime import date

from calls.state import WrapUp
from scoring.accuracy.entries import entry_marks
from scoring.accuracy.fit import fit_mark
from scoring.accuracy.note import note_mark, noted
from scoring.accuracy.steps import look_ups_mark, steps_mark, time_mark
from scoring.accuracy.told import promised_mark, told_mark
from scoring.case import Case
from scoring.dialling import dial_marks
from scoring.end_states import nearest
from scoring.grounds import untold
from scoring.marks import Dimension, Mark, Score, weigh
from simulator.scenario import Scenario

_NOTHING = "nothing was to be recorded"
_NOTE, _TOLD = 3.0, 1.5
"""A colleague goes on from the note: with what they told, it is as much as all entries."""
_STEPS = 0.1
"""The order of the work leaves nothing behind: it earns nothing, and takes a little."""


def score_accuracy(case: Case) -> Score:
    """What was left behind and in which order the work was done, against the call."""
    wrap_up, scenario = case.record.wrap_up, case.scenario
    if wrap_up is None:
        nothing = "no after-call work is recorded for this call"
        return Score(dimension=Dimension.ACCURACY, value=None, reason=nothing)
    if scenario is None:
        note = noted(case)
        alone = (
            (note_mark(case, None, wrap_up, note), 1.0),
            (fit_mark(case, None, wrap_up, note), 1.0),
            *_of_the_work(case)[:1],
        )
        return weigh(Dimension.ACCURACY, alone, _NOTHING)
    weighted = (*dial_marks(case), *_of_the_wrap_up(case, wrap_up, scenario), *_of_the_work(case))
    return weigh(Dimension.ACCURACY, weighted, _NOTHING)


def _of_the_wrap_up(
    case: Case, wrap_up: WrapUp, scenario: Scenario
) -> tuple[tuple[Mark, float], ...]:
    end = nearest(scenario, wrap_up, case.record.day or date.min, untold(case))
    note = noted(case)
    entries = entry_marks(case, end, wrap_up, note)
    return (
        *entries,
        (note_mark(case, end, wrap_up, note), _NOTE),
        (told_mark(case, note), _TOLD),
        (promised_mark(case, note), _TOLD),
        (fit_mark(case, end, wrap_up, note), 1.0),
    )


def _of_the_work(case: Case) -> tuple[tuple[Mark, float], ...]:
    steps = steps_mark(case)
    if steps.value is not None:
        steps = steps.model_copy(update={"takes": _STEPS})
    return ((steps, 0.5), (look_ups_mark(case), 0.25), (time_mark(case), 0.0))
