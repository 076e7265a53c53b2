"""Empathy and resolution as one score: the parts and what each weighs."""

from scoring.case import Case
from scoring.empathy.checklists import checklist_marks
from scoring.empathy.cues import cues_answered
from scoring.empathy.manner import manner_marks
from scoring.empathy.resolution import resolution_marks
from scoring.empathy.responses import response_mark
from scoring.marks import Dimension, Score, weigh

CUES, MANNER, CHECKLIST, RESOLUTION = 3.0, 0.5, 0.5, 0.75
"""What the parts weigh: the answers to the cues as much as everything that is said beside them."""


def score_empathy(case: Case) -> Score:
    """How cues were answered, in which manner, by which steps, and whether it led the right way."""
    if not case.held:
        return Score(dimension=Dimension.EMPATHY, value=None, reason=case.not_held)
    answered = cues_answered(case)
    nothing = "nobody showed hardship or feeling in words: no opportunity"
    weighted = (
        (response_mark(case, answered), CUES),
        *((mark, MANNER) for mark in manner_marks(case, answered)),
        *((mark, CHECKLIST) for mark in checklist_marks(case)),
        *((mark, RESOLUTION) for mark in resolution_marks(case)),
    )
    return weigh(Dimension.EMPATHY, weighted, nothing)
