"""The application as a trainee of a cohort sees it, from what a trainer may know of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from drills.stock import Stock
from training.assignments import Assignment, all_assignments
from training.coaches import check_coaches
from training.cohorts import Cohort, Member, cohorts
from training.errors import TrainingError
from training.models import Person
from training.on_a_path import OnAPath, stands_on
from training.paths import given_paths
from training.progress import Step
from training.store import Store
from training.submitted import submitted

Kept = TypeVar("Kept", Cohort, Member)


@dataclass(frozen=True)
class SeenByThem:
    """What somebody of a cohort has before them; `steps` are what they submitted, and no more."""

    cohort: Cohort
    member: Member | None
    steps: tuple[Step, ...]
    paths: tuple[OnAPath, ...]
    given: tuple[Assignment, ...]


def seen_by_them(
    store: Store, person: Person, cohort_id: str, member_id: str | None, stock: Stock
) -> SeenByThem:
    """What a trainee of that cohort sees, or without one of them who begins today; nothing is kept.

    Private practice is theirs to know: neither it nor whether they drilled is in here.
    """
    check_coaches(person)
    cohort = _one(cohorts(store, person), cohort_id)
    member = None if member_id is None else _one(cohort.members, member_id)
    given = [one for one in given_paths(store, person) if one.cohort_id == cohort_id]
    if member is None:
        return SeenByThem(
            cohort, None, (), tuple(stands_on(one, (), (), stock) for one in given), ()
        )
    calls = [one for one in submitted(store, person) if one.person_id == member.id]
    assigned = all_assignments(store, person)
    return SeenByThem(
        cohort,
        member,
        tuple(one.step for one in calls),
        tuple(stands_on(one, calls, None, stock) for one in given),
        tuple(one for one in assigned if one.to_id == member.id),
    )


def _one(of: Iterable[Kept], wanted: str) -> Kept:
    found = next((one for one in of if one.id == wanted), None)
    if found is None:
        raise TrainingError(f"{wanted!r}", "there is none of that id", "one of the list")
    return found
