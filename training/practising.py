"""Who practises here at all: everybody with an account; a candidate has a work sample, no more."""

from training.errors import TrainingError
from training.models import Person, Purpose, Role
from training.rights import BEGINS, PRACTISES


class NotForCandidates(TrainingError):
    """Something beyond the work sample, by the candidate who takes it."""

    def __init__(self) -> None:
        super().__init__(
            "this work sample",
            "nothing else is open to a candidate",
            "go on where your work sample stands",
        )


class ForCandidatesAlone(TrainingError):
    """An assessment that is begun by somebody with an account."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "assessment",
            f"nobody begins one as {role.label}: it is what a candidate was invited to",
            "practise the call; a hiring manager tries a work sample in a dry run",
        )


def check_practises(person: Person) -> None:
    """Raise where somebody is here for a work sample alone."""
    if person.role not in PRACTISES:
        raise NotForCandidates


def check_begins(person: Person, purpose: Purpose) -> None:
    """Raise where somebody's role makes no attempts for that purpose."""
    if purpose in BEGINS[person.role]:
        return
    if person.role is Role.CANDIDATE:
        raise NotForCandidates
    raise ForCandidatesAlone(person.role)
