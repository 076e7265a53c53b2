"""A dry run is the candidate's way, and nothing of it counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.shipped import SCENARIOS
from tests.training.assessments.candidates import TOKEN, Way, before_the_sample, play_part
from tests.training.assessments.samples import SET_UP, assessor, manager
from tests.training.floor import NOW
from training.assessments.dry_runs import dry_run
from training.assessments.forms import draw
from training.assessments.hiring import NotReady
from training.assessments.inviting import candidacies
from training.assessments.links import candidacy_of_token
from training.assessments.models import Adjustments, Assessment
from training.assessments.opening import open_link
from training.assessments.places import Stage
from training.assessments.rows import assessment_in, candidacy_in, forms_in
from training.assessments.setting_up import assessments, make
from training.errors import NoSuchAttempt
from training.models import Purpose
from training.store import Store
from training.waiting import waiting

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def drawn(store: Store) -> Assessment:
    made = make(store, manager(store), SET_UP, NOW)
    draw(store, manager(store), made.id, SCENARIOS, 7, NOW)
    return made


def test_it_is_the_work_sample_as_it_stands_and_leaves_it_open(
    store: Store, drawn: Assessment
) -> None:
    found = dry_run(store, manager(store), drawn.id, NOW, Adjustments(no_clock=True))

    with store.reading() as db:
        copy = assessment_in(db, found.candidacy.assessment_id)
        contents = {form.content for form in forms_in(db, copy.id)}
        assert contents == {form.content for form in forms_in(db, drawn.id)}
    assert candidacy_of_token(store.folder, found.token) == found.candidacy.id
    assert copy.set_up == drawn.set_up
    assert copy.purpose is Purpose.DEMO
    assert assessments(store, manager(store)) == (drawn,), "neither listed nor locked"
    assert candidacies(store, manager(store), drawn.id) == ()


def test_the_next_dry_run_of_somebody_ends_the_one_before(store: Store, drawn: Assessment) -> None:
    mara, nils = manager(store), manager(store, "Nils")
    first, others = (dry_run(store, one, drawn.id, NOW).candidacy for one in (mara, nils))

    dry_run(store, mara, drawn.id, LATER)

    with store.reading() as db:
        assert candidacy_in(db, first.id).withdrawn_at == LATER
        assert candidacy_in(db, others.id).withdrawn_at is None


def test_without_forms_there_is_nothing_to_try(store: Store) -> None:
    made = make(store, manager(store), SET_UP, NOW)

    with pytest.raises(NotReady, match="no forms"):
        dry_run(store, manager(store), made.id, NOW)


def test_its_calls_are_demonstrations_that_no_rater_meets(store: Store, drawn: Assessment) -> None:
    one = dry_run(store, manager(store), drawn.id, NOW)
    here = open_link(store, one.token, TOKEN, NOW)
    way = before_the_sample(Way(store, here.person, here.candidacy.id))

    place = play_part(way)

    (attempt, *_) = store.attempts(here.person)
    assert place.stage is not Stage.OVER
    assert attempt.purpose is Purpose.DEMO
    assert waiting(store, assessor(store), closed=True) == ()
    with pytest.raises(NoSuchAttempt):
        store.attempt(assessor(store), attempt.id)
