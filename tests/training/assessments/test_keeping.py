"""How long what is kept of candidates is kept, and what is left of a way when its calls are gone."""

from __future__ import annotations

from datetime import timedelta

from tests.training.assessments.candidates import Way
from tests.training.assessments.conftest import Taken
from tests.training.assessments.taken import NAME
from tests.training.floor import NOW
from training.access_log import MACHINE
from training.assessments.places import Stage, place
from training.assessments.taking import begin_part
from training.models import Person, Role
from training.retention import load_retention, plan, purge


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
