"""What is an administrator's alone: accounts, and the store as a whole."""

from training.errors import TrainingError
from training.models import Person, Role
from training.rights import MANAGES


class NotYoursToManage(TrainingError):
    """Something about accounts, or about the whole store, by somebody whose part it is not."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "this installation",
            f"a {role.label} does not look after it",
            f"one of {', '.join(sorted(one.label for one in MANAGES))} does",
        )


def check_manages(person: Person) -> None:
    """Raise where somebody's role does not look after accounts and the store."""
    if person.role not in MANAGES:
        raise NotYoursToManage(person.role)
