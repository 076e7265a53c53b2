"""Calls for a trainer to look at: some rated, one judged and disputed, one to rate."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from scoring.rating_scales import load_scales
from tests.browser.practising import SCENARIO, TRAINER
from tests.pages.finished import BADLY, finished
from tests.training.floor import NOW
from tests.training.judging import LINES, MARK, adjust, submitted
from tests.training.shipped_calls import LINES as WELL
from tests.training.shipped_calls import at
from training.cohorts import cohorts
from training.disputes import dispute
from training.enrolling import enrol, look_over
from training.models import Purpose, Role
from training.paths import PathStep, StepKind, give_path, make_path
from training.people import sign_in_locally
from training.ratings import rate
from training.reviews import review_attempt
from training.sheets import Rated, Sheet
from training.store import Store
from training.verdicts import give_verdict

CALLS = 14
COHORT = ("Nora Weiss", "Omar Diaz", "Pia Lang", "Quinn Moss", "Sam Ito")
ARREST = "fdcpa.false.arrest_imprisonment"


def for_judging(store: Store) -> tuple[str, str]:
    """The ids of the call that was judged and of the one that waits to be rated."""
    dana = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    ben = sign_in_locally(store, "Ben Silva", Role.TRAINEE, NOW)
    raters = [sign_in_locally(store, name, Role.TRAINER, NOW) for name in ("Tessa Lind", TRAINER)]
    draw = random.Random(4)
    for seed in range(100, 100 + CALLS):
        badly = seed % 3 == 0
        lines = LINES if badly else WELL[: draw.randrange(6, len(WELL))]
        attempt = submitted(store, ben, seed, lines=lines)
        for person in raters:
            rate(store, person, attempt.id, _sheet(draw, badly), at(5000))
        give_verdict(store, raters[0], attempt.id, adjust(MARK, 55), at(6000))
    judged, to_rate = submitted(store, dana, 200).id, submitted(store, ben, 201, lines=WELL).id
    give_verdict(store, raters[1], judged, adjust(MARK, 80, "You let her finish twice."), at(7000))
    dispute(
        store, dana, judged, "communication/answers what is asked", "She asked nothing.", at(7100)
    )
    return judged, to_rate


def _sheet(draw: random.Random, badly: bool) -> Sheet:
    """Two people who mostly see the same, and never quite."""
    base = 1 if badly else 4
    levels = {
        name: Rated(
            evidence="turns 2 and 4", level=min(5, max(1, base + draw.choice((-1, 0, 0, 1))))
        )
        for name in load_scales()
    }
    return Sheet(levels=levels, not_met=(ARREST,) if badly else ())


def cohort_on_a_path(store: Store) -> None:
    """Six trainees who began a path a week ago; five of them submitted a call since."""
    now = datetime.now(UTC)
    tom = sign_in_locally(store, TRAINER, Role.TRAINER, now)
    for nth, name in enumerate(COHORT):
        began = now - timedelta(days=nth)
        lines = BADLY if nth % 2 else WELL[: 6 + 2 * nth]
        made = finished(store, lines, name, seed=300 + nth, now=began, purpose=Purpose.SUBMITTED)
        review_attempt(store, sign_in_locally(store, name, Role.TRAINEE, now), made.id, began)
    table = "name,cohort,reviewer\n" + "".join(
        f"{name},Spring,{TRAINER}\n" for name in (*COHORT, "Dana Wells")
    )
    enrol(store, tom, look_over(store, tom, table.encode()), now)
    (spring,) = cohorts(store, tom)
    steps = (
        PathStep(kind=StepKind.CALL, what=SCENARIO, days=3),
        PathStep(kind=StepKind.DRILL, what="numbers", days=5),
        PathStep(kind=StepKind.GATE, calls=3, level=2, days=21),
    )
    path = make_path(store, tom, "First weeks", steps, now)
    give_path(store, tom, spring.id, path.id, (now - timedelta(days=7)).date(), now)
