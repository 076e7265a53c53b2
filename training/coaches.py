"""Who keeps cohorts and paths: the bar before it."""

from training.errors import TrainingError
from training.models import Person, Role
from training.rights import COACHES


class NotYoursToCoach(TrainingError):
    """Something about cohorts or paths by somebody whose part it is not."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "cohorts",
            f"they are not for a {role.label}",
            f"one of {', '.join(sorted(COACHES))} keeps them",
        )


def check_coaches(person: Person) -> None:
    """Raise where somebody's role keeps no cohorts."""
    if person.role not in COACHES:
        raise NotYoursToCoach(person.role)
