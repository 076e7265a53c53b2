"""What trainers look at goes into a table as it stands on the page."""

from __future__ import annotations

from drills.stock import Stock
from tests.shipped import EVERY
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import LAID_OFF
from training.access_log import Deed
from training.accesses import Asked, accesses
from training.coaching_tables import path_table, taken_along
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.models import Person, Role
from training.on_a_path import stands_on
from training.paths import PathStep, StepKind, give_path, make_path
from training.people import sign_in_locally
from training.store import Store
from training.submitted import submitted as submitted_calls


def test_where_a_cohort_stands_has_a_line_for_each_step_and_tells_no_drill(
    store: Store, ana: Person, trainer: Person
) -> None:
    enrol(store, trainer, look_over(store, trainer, b"Ana", "Spring"), NOW)
    (spring,) = cohorts(store, trainer)
    steps = (
        PathStep(kind=StepKind.CALL, what=LAID_OFF.id, days=1),
        PathStep(kind=StepKind.DRILL, what="numbers", days=2),
        PathStep(kind=StepKind.GATE, calls=3, level=2, days=3),
    )
    path = make_path(store, trainer, "First weeks", steps, NOW)
    given = give_path(store, trainer, spring.id, path.id, NOW.date(), NOW)
    submitted(store, ana)
    stands = stands_on(given, submitted_calls(store, trainer), None, Stock(EVERY))

    made = path_table(given, [("Ana", stands)])
    told = taken_along(store, trainer, made, "spring", NOW)

    assert told.heads[:3] == ("cohort", "path", "person")
    assert [line[3:] for line in told.lines] == [
        (1, "call", LAID_OFF.id, "2026-03-03", 1, 1),
        (2, "drill", "numbers", "2026-03-04", None, 3),
        (3, "gate", "level 2", "2026-03-05", 0, 3),
    ]
    cora = sign_in_locally(store, "Cora", Role.COMPLIANCE, NOW)
    exported = [one for one in accesses(store, cora, Asked(by="Tom")) if one.deed is Deed.EXPORTED]
    assert [one.note for one in exported] == ["spring"]
