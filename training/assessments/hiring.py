"""Whose part work samples are: who sets them up and decides, and who looks them over before."""

from training.errors import TrainingError
from training.models import Person, Role
from training.rights import HIRES, READS_RATED, SIGNS_OFF


class NotYoursToHire(TrainingError):
    """Something about a work sample by somebody whose part it is not."""

    def __init__(self, role: Role, roles: frozenset[Role]) -> None:
        super().__init__(
            "work samples",
            f"it is not for a {role.label}",
            f"one of {', '.join(sorted(one.label for one in roles))} does it",
        )


class NoSuchAssessment(TrainingError):
    """No work sample of that id."""

    def __init__(self, assessment_id: str) -> None:
        super().__init__(
            f"work sample {assessment_id!r}", "there is none of that id", "open one from the list"
        )


class Locked(TrainingError):
    """A change of what is the same for every candidate, after the first was invited."""

    def __init__(self, job: str) -> None:
        super().__init__(
            f"work sample {job!r}",
            "it is locked: its candidates all get the same",
            "make another one, which may begin as a copy",
        )


class NotReady(TrainingError):
    """A work sample that nobody can be invited to yet."""


def check_hires(person: Person) -> None:
    """Raise where somebody's role sets up no work samples and decides on no candidate."""
    if person.role not in HIRES:
        raise NotYoursToHire(person.role, HIRES)


def check_reads_rated(person: Person) -> None:
    """Raise where somebody's role does not read what was rated, for a decision."""
    if person.role not in READS_RATED:
        raise NotYoursToHire(person.role, READS_RATED)


def check_signs_off(person: Person) -> None:
    """Raise where somebody's role does not look over work samples."""
    if person.role not in SIGNS_OFF:
        raise NotYoursToHire(person.role, SIGNS_OFF)
