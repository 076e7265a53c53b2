"""Empathy and resolution as one score: the parts, what each weighs, and what each takes.

What somebody leaves undone is no contact: where advice, turning to oneself, making light of it or a
way not taken would be noticed, it takes a share of what the answers earned, and earns nothing.
"""

from scoring.case import Case
from scoring.empathy.checklists import checklist_marks
from scoring.empathy.cues import cues_answered
from scoring.empathy.manner import manner_marks
from scoring.empathy.resolution import resolution_marks
from scoring.empathy.responses import response_mark
from scoring.marks import Dimension, Mark, Score, weigh

CUES, MANNER, CHECKLIST = 3.0, 0.5, 0.5
"""What the parts weigh: the answers to the cues as much as everything that is said beside them."""
TAKES = {
    "no unsolicited advice": 0.2,
    "stays with them": 0.2,
    "takes them seriously": 0.4,
    "real reason found": 0.2,
    "right route taken": 0.4,
}
"""The share of it all that goes where one of these is nothing."""
NOTHING = "they told of nothing that weighs on them: no opportunity"


def score_empathy(case: Case) -> Score:
    """How cues were answered, in which manner, by which steps, and whether it led the right way."""
    if not case.held:
        return Score(dimension=Dimension.EMPATHY, value=None, reason=case.not_held)
    answered = cues_answered(case)
    weighted = (
        (response_mark(case, answered), CUES),
        *((_takes(mark), MANNER) for mark in manner_marks(case, answered)),
        *((mark, CHECKLIST) for mark in checklist_marks(case)),
        *((_takes(mark), 1.0) for mark in resolution_marks(case)),
    )
    score = weigh(Dimension.EMPATHY, weighted, NOTHING)
    if answered:
        return score
    return score.model_copy(update={"value": None, "reason": NOTHING})


def _takes(mark: Mark) -> Mark:
    return mark.model_copy(update={"takes": TAKES.get(mark.name, 0.0)})
