"""How long what is kept of candidates is kept, and what is left when their calls are gone."""

from __future__ import annotations

from datetime import timedelta

from tests.shipped import SCENARIOS
from tests.training.assessments.candidates import Way
from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import SET_UP
from tests.training.assessments.taken import NAME
from tests.training.floor import NOW
from training.access_log import MACHINE
from training.assessments.places import Stage, place
from training.assessments.taking import begin_part
from training.beginning import begin
from training.models import Person, Purpose, Role
from training.retention import load_retention, plan, purge
from training.verifying import verify

OF_CANDIDATES = (
    *("candidacies", "candidacy_steps", "candidacy_attempts", "candidate_browsers"),
    *("demographics", "hiring_decisions", "ratings", "consensus", "attempts"),
)


def _way(one: Taken) -> Way:
    person = Person(one.candidacy.person_id, NAME, Role.CANDIDATE)
    return Way(one.store, person, one.candidacy.id)


def test_a_finished_work_sample_is_over_even_when_its_calls_are_gone(one: Taken) -> None:
    way, store, later = _way(one), one.store, NOW + timedelta(days=31)
    short = load_retention(store.folder).model_copy(update={"assessment": "30 days"})
    assert purge(store, MACHINE, plan(store, short, later), later) == 1

    assert place(*way, later).stage is Stage.OVER
    assert begin_part(*way, 1, later).stage is Stage.OVER
    assert store.attempts(way.person) == ()


def test_all_that_is_kept_of_a_candidate_goes_after_the_days_that_they_were_told(
    one: Taken,
) -> None:
    way, store = _way(one.agreed()), one.store
    begin(store, way.person, SCENARIOS["friday_for_sure"], Purpose.DEMO, 1, NOW)
    with store.writing() as db:
        row = {"candidacy_id": way.id, "decision": "hire", "reason": "Kind.", "at": NOW.isoformat()}
        db.table("hiring_decisions").insert({**row, "person_id": one.ines.id})
    retention = load_retention(store.folder).model_copy(update={"demo": "keep"})
    told = NOW + timedelta(days=SET_UP.keep_days - 1)
    (early,) = (line for line in plan(store, retention, told) if line.kind == "work_samples")
    later = told + timedelta(days=2)

    purge(store, MACHINE, plan(store, retention, later), later)

    assert (early.goes, early.stays) == (0, 1)
    with store.reading() as db:
        assert {name: db.table(name).count for name in OF_CANDIDATES} == dict.fromkeys(
            OF_CANDIDATES, 0
        )
        assert NAME not in {row["name"] for row in db.table("people").rows}
    assert verify(store).faults == ()
