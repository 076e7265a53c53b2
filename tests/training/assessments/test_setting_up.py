"""A work sample on its way from the first word to the day it is locked."""

from __future__ import annotations

import pytest

from simulator.mind import open_call
from tests.shipped import SCENARIOS
from tests.training.assessments.samples import SET_UP, assessor, invited, manager, ready
from tests.training.floor import NOW
from training.assessments.forms import (
    draw,
    fingerprint,
    forms,
    may_be_assessed,
    may_sign_off,
    sign_off,
)
from training.assessments.hiring import Locked, NotReady
from training.assessments.models import LEAST_FORMS, MOST_FORMS
from training.assessments.setting_up import (
    assessment,
    assessments,
    change,
    close,
    lock,
    make,
    set_up_from,
    what_is_missing,
)
from training.errors import TrainingError
from training.store import Store

OTHER = {"bar": 3.5}


def test_what_is_made_is_found_again(store: Store) -> None:
    made = make(store, manager(store), SET_UP, NOW)

    assert assessment(store, assessor(store), made.id) == made
    assert assessments(store, manager(store)) == (made,)


def test_forms_are_the_same_call_with_the_same_person_on_the_line(store: Store) -> None:
    made = make(store, manager(store), SET_UP, NOW)

    drawn = draw(store, manager(store), made.id, SCENARIOS, 7, NOW)

    for scenario_id in SET_UP.scenarios:
        of = [form for form in drawn if form.scenario_id == scenario_id]
        assert LEAST_FORMS <= len(of) <= MOST_FORMS
        assert len({form.seed for form in of}) == 1
        assert len({form.scenario_hash for form in of}) == len(of)
        assert all(form.scenario == SCENARIOS[scenario_id].form(form.number) for form in of)


def test_the_person_whom_the_call_is_about_answers_in_every_form(store: Store) -> None:
    for seed in range(5):
        made = make(store, manager(store), SET_UP, NOW)
        for form in draw(store, manager(store), made.id, SCENARIOS, seed, NOW):
            written = SCENARIOS[form.scenario_id]
            assert open_call(form.scenario, form.seed).who == written.model_call.answered_by


def test_what_is_wrong_with_a_set_up_is_named() -> None:
    with pytest.raises(TrainingError, match="the job: String should have at least 3"):
        set_up_from({**SET_UP.model_dump(), "job": ""})
    with pytest.raises(TrainingError, match="each scenario once"):
        set_up_from({**SET_UP.model_dump(), "scenarios": ("forgetful_payer", "forgetful_payer")})


def test_nobody_is_assessed_on_what_everybody_practises(store: Store) -> None:
    made = make(store, manager(store), SET_UP, NOW)

    assert all(form.number for form in draw(store, manager(store), made.id, SCENARIOS, 7, NOW))


def test_a_scenario_without_parallel_forms_is_refused_with_those_that_have_them(
    store: Store,
) -> None:
    name = next(one.id for one in SCENARIOS.values() if not may_be_assessed(one))
    only = SET_UP.model_copy(update={"scenarios": (name,)})
    made = make(store, manager(store), only, NOW)

    with pytest.raises(TrainingError, match=r"parallel forms or more: .*forgetful_payer"):
        draw(store, manager(store), made.id, SCENARIOS, 7, NOW)


def test_it_says_what_is_missing_until_it_can_be_locked(store: Store) -> None:
    mara = manager(store)
    made = make(store, mara, SET_UP, NOW)

    assert "draw them" in what_is_missing(store, mara, made.id)[0]
    drawn = draw(store, mara, made.id, SCENARIOS, 7, NOW)
    assert "second person" in what_is_missing(store, mara, made.id)[0]
    with pytest.raises(NotReady, match="second person"):
        lock(store, mara, made.id, NOW)
    sign_off(store, assessor(store), made.id, fingerprint(made, drawn), NOW)
    assert what_is_missing(store, mara, made.id) == ()
    assert lock(store, mara, made.id, NOW).locked_at == NOW


def test_nobody_signs_off_what_they_made(store: Store) -> None:
    mara, nils = manager(store), manager(store, "Nils")
    made = make(store, mara, SET_UP, NOW)
    seen = fingerprint(made, draw(store, mara, made.id, SCENARIOS, 7, NOW))

    assert not may_sign_off(store, mara, made.id)
    with pytest.raises(TrainingError, match="you made it"):
        sign_off(store, mara, made.id, seen, NOW)
    signed = sign_off(store, nils, made.id, seen, NOW)

    assert {form.signed_off_by for form in signed} == {nils.id}


def test_nobody_signs_off_what_changed_since_they_read_it(store: Store) -> None:
    mara, ines = manager(store), assessor(store)
    made = make(store, mara, SET_UP, NOW)
    seen = fingerprint(made, draw(store, mara, made.id, SCENARIOS, 7, NOW))
    others = draw(store, mara, made.id, SCENARIOS, 8, NOW)
    changed = change(store, mara, made, OTHER, NOW)

    for stale in (seen, fingerprint(made, others)):
        with pytest.raises(TrainingError, match="changed while you had it open"):
            sign_off(store, ines, made.id, stale, NOW)
    signed = sign_off(store, ines, made.id, fingerprint(changed, others), NOW)

    assert {form.signed_off_by for form in signed} == {ines.id}


def test_what_was_changed_since_has_to_be_looked_over_again_by_another(store: Store) -> None:
    made = ready(store)
    nils = manager(store, "Nils")

    change(store, nils, made, OTHER, NOW)

    assert "second person" in what_is_missing(store, nils, made.id)[0]
    assert not may_sign_off(store, nils, made.id)
    assert may_sign_off(store, manager(store), made.id)


def test_two_who_change_it_at_once_lose_nothing(store: Store) -> None:
    mara, nils = manager(store), manager(store, "Nils")
    drawn = make(store, mara, SET_UP, NOW)
    change(store, mara, drawn, OTHER, NOW)

    kept = change(store, nils, drawn, {"keep_days": 90}, NOW)

    assert (kept.set_up.bar, kept.set_up.keep_days) == (3.5, 90)
    with pytest.raises(TrainingError, match="while you had it open"):
        change(store, nils, drawn, {"bar": 2.0, "job": "Another job"}, NOW)
    assert assessment(store, nils, drawn.id) == kept


def test_forms_of_a_scenario_that_was_taken_out_are_gone(store: Store) -> None:
    made = ready(store)

    change(store, manager(store), made, {"scenarios": ("forgetful_payer",)}, NOW)

    assert {form.scenario_id for form in forms(store, manager(store), made.id)} == {
        "forgetful_payer"
    }


def test_after_the_first_invitation_nothing_changes_any_more(store: Store) -> None:
    made = ready(store)
    invited(store, made, "Cleo")

    with pytest.raises(Locked):
        change(store, manager(store), made, OTHER, NOW)
    with pytest.raises(Locked):
        draw(store, manager(store), made.id, SCENARIOS, 8, NOW)
    with pytest.raises(Locked):
        sign_off(store, assessor(store), made.id, "what was seen", NOW)
    assert assessment(store, manager(store), made.id).set_up == made.set_up


def test_what_is_closed_stands_behind_what_is_open(store: Store) -> None:
    old = ready(store)
    closed = close(store, manager(store), old.id, NOW)

    newer = ready(store)

    assert closed.closed_at == NOW
    assert [one.id for one in assessments(store, manager(store))] == [newer.id, old.id]
    with pytest.raises(NotReady, match="closed"):
        invited(store, old, "Cleo")
