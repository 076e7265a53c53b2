"""Who practises here at all: everybody with an account; a candidate has a work sample, no more."""

from training.errors import TrainingError
from training.models import Person, Purpose
from training.rights import BEGINS, PRACTISES


class NotForCandidates(TrainingError):
    """Something beyond the work sample, by the candidate who takes it."""

    def __init__(self) -> None:
        super().__init__(
            "this work sample",
            "nothing else is open to a candidate",
            "go on where your work sample stands",
        )


def check_practises(person: Person) -> None:
    """Raise where somebody is here for a work sample alone."""
    if person.role not in PRACTISES:
        raise NotForCandidates


def check_begins(person: Person, purpose: Purpose) -> None:
    """Raise where somebody's role makes no attempts for that purpose."""
    if purpose not in BEGINS[person.role]:
        raise NotForCandidates
