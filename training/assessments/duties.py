"""The duties of a posting that the dimensions stand for, to begin a set-up with.

They are those of the table in docs/scoring.md, with the weights of the grade.
"""

from collections.abc import Mapping

from scoring.grade import WEIGHTS
from scoring.marks import Dimension
from training.assessments.models import Duty

IN_POSTINGS: Mapping[Dimension, str] = {
    Dimension.COMPLIANCE: (
        "work within FDCPA, Regulation F, state law and house policy; escalate disputes, "
        "attorneys, bankruptcy"
    ),
    Dimension.COMMUNICATION: "explain clearly, listen, ask the right questions",
    Dimension.EMPATHY: "contact with empathy, recognise and escalate hardship and vulnerability",
    Dimension.NEGOTIATION: "negotiate arrangements that are kept, within authority",
    Dimension.ACCURACY: "accurate records: notes, disposition, flags, follow-up, escalation",
    Dimension.CONDUCT: (
        "stay professional under stress, treat people with respect, promise only what you can keep"
    ),
}
"""What postings ask for, dimension by dimension."""


def usual_duties() -> tuple[Duty, ...]:
    """Every dimension with its duty and its usual weight in percent."""
    return tuple(
        Duty(dimension=one, duty=duty, weight=round(100 * WEIGHTS[one]))
        for one, duty in IN_POSTINGS.items()
    )
