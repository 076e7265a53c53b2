"""An attempt keeps the parallel form that it was made with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from commands.forms import apart_in, side_by_side
from commands.scenarios import PLAYED_AT
from simulator.bots.bot import shipped_bots
from tests.training.assessments.samples import SET_UP, invited, manager, ready
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.assessments.bot_tables import MOST_APART
from training.assessments.dry_runs import dry_run
from training.assessments.inviting import withdraw
from training.assessments.setting_up import close
from training.beginning import begin
from training.bot_practice import BotCall, hold_calls
from training.errors import TrainingError
from training.forms import Given, form_given, held_back
from training.gates import gates
from training.migrations import migrations
from training.models import Person, Purpose, Role
from training.own_data import delete_attempts
from training.practice import scenario_of
from training.progress import forms_seen
from training.store import FILE_NAME, Store

_OLD = {
    "id": "a1",
    "person_id": "p1",
    "purpose": "private",
    "accounts": "[]",
    "scenario_id": "some_scenario",
    "scenario_hash": "h1",
    "versions": "{}",
    "seed": 1,
    "seen_before": 0,
    "started_at": "2026-03-02T15:00:00+00:00",
}


def test_an_attempt_is_of_the_form_it_was_begun_with(store: Store, ana: Person) -> None:
    begun = on_a_call(store, ana, LAID_OFF.form(2))

    attempt = store.attempt(ana, begun.id)

    assert attempt.form == 2
    assert scenario_of(store, ana, attempt) == LAID_OFF.form(2)


def test_two_forms_at_one_moment_are_two_attempts(store: Store, ana: Person) -> None:
    one, other = on_a_call(store, ana, LAID_OFF), on_a_call(store, ana, LAID_OFF.form(1))

    assert one.id != other.id
    assert (one.form, other.form) == (0, 1)


def test_whoever_tried_one_form_has_seen_the_scenario(store: Store, ana: Person) -> None:
    on_a_call(store, ana, LAID_OFF)

    assert on_a_call(store, ana, LAID_OFF.form(1)).seen_before


def test_the_next_form_is_one_not_seen_and_then_the_one_seen_longest_ago(
    store: Store, ana: Person, ben: Person
) -> None:
    for seed, number in enumerate((0, 1, 2, 3), start=1):
        given = form_given(store, ana, LAID_OFF)
        assert (given.scenario.form_number, given.seen, given.fresh) == (number, number, True)
        on_a_call(store, ana, given.scenario, seed)
    on_a_call(store, ana, LAID_OFF, seed=5)

    used_up = form_given(store, ana, LAID_OFF)
    assert (used_up.scenario.form_number, used_up.seen, used_up.fresh) == (1, 4, False)
    assert form_given(store, ben, LAID_OFF).scenario == LAID_OFF


def test_what_a_work_sample_gives_its_candidates_is_given_to_nobody_else(
    store: Store, ana: Person
) -> None:
    made = ready(store, SET_UP.model_copy(update={"scenarios": (LAID_OFF.id,)}))
    (cleo,) = invited(store, made, "Cleo")
    close(store, manager(store), made.id, NOW)
    given = form_given(store, ana, LAID_OFF)
    assert (given.scenario, given.forms) == (LAID_OFF, 1)
    on_a_call(store, ana, given.scenario)

    used_up = form_given(store, ana, LAID_OFF)
    assert (used_up.scenario, used_up.fresh) == (LAID_OFF, False)
    for purpose in (Purpose.PRIVATE, Purpose.SUBMITTED):
        with pytest.raises(TrainingError, match="a work sample gives it to candidates"):
            begin(store, ana, LAID_OFF.form(2), purpose, 1, NOW)
    known = forms_seen(store, ana)
    (gate,) = gates([], {LAID_OFF.id: LAID_OFF}, known, held_back(store))
    assert gate.used_up == (LAID_OFF,)

    withdraw(store, manager(store), cleo.candidacy.id, NOW)
    assert form_given(store, ana, LAID_OFF).scenario == LAID_OFF.form(1)
    (gate,) = gates([], {LAID_OFF.id: LAID_OFF}, known, held_back(store))
    assert (gate.used_up, gate.forms[LAID_OFF.id]) == ((), 4)


def test_a_dry_run_holds_no_form_back(store: Store, ana: Person) -> None:
    made = ready(store)
    dry_run(store, manager(store), made.id, NOW)
    close(store, manager(store), made.id, NOW)

    assert held_back(store) == frozenset()
    assert form_given(store, ana, LAID_OFF).forms == 4


def test_a_form_stays_seen_that_was_deleted(store: Store, ana: Person) -> None:
    delete_attempts(store, ana, [on_a_call(store, ana).id], NOW)

    assert form_given(store, ana, LAID_OFF).scenario == LAID_OFF.form(1)


def test_a_call_without_forms_is_new_once(store: Store, ana: Person) -> None:
    alone = LAID_OFF.form(2)  # a form that was drawn has no other
    assert form_given(store, ana, alone).fresh
    on_a_call(store, ana, alone)

    assert form_given(store, ana, alone) == Given(alone, 1, 1)


def test_attempts_from_before_there_were_forms_are_of_the_written_one(tmp_path: Path) -> None:
    db = Database(tmp_path / FILE_NAME)
    migrations.apply(db, stop_before="forms")
    named = {"id": "p1", "name": "Ana", "name_key": "ana", "role": "trainee", "made_at": ""}
    db.table("people").insert(named)
    db.table("scenarios").insert({"hash": "h1", "id": "some_scenario", "content": "{}"})
    db.table("attempts").insert(_OLD)
    db.close()

    kept = Store(tmp_path).attempt(Person("p1", "Ana", Role.TRAINEE), "a1")

    assert kept.form == 0


def test_the_form_changes_what_is_said_and_not_who_says_it(store: Store, ana: Person) -> None:
    calls = [on_a_call(store, ana, LAID_OFF.form(n)).state.call for n in range(4)]

    assert len({call.who for call in calls if call}) == 1
    assert len({call.mood for call in calls if call}) == 1


def test_forms_that_come_to_the_same_are_told_under_a_careful_heading() -> None:
    calls = (*_held(0, "decent"), *_held(1, "decent"))

    told = list(side_by_side(LAID_OFF, calls))

    assert told[0] == "laid_off_three_weeks_ago: no difference found by bots"
    assert told[1].split() == ["mean", "grade", "of", "as_written", "alder"]
    assert apart_in(calls) <= MOST_APART


def test_forms_that_do_not_come_to_the_same_are_told() -> None:
    rude = (replace(call, bot="decent") for call in _held(1, "rude"))
    calls = (*_held(0, "decent"), *rude)

    told = list(side_by_side(LAID_OFF, calls))

    assert told[0] == "laid_off_three_weeks_ago: a difference found by bots"
    assert apart_in(calls) > MOST_APART


def _held(form: int, bot: str) -> tuple[BotCall, ...]:
    return tuple(hold_calls(LAID_OFF.form(form), [shipped_bots()[bot]], [1, 2], PLAYED_AT))
