"""Today: one card, what is due, and the last call."""

from __future__ import annotations

from datetime import timedelta

from streamlit.testing.v1 import AppTest

from pages._floor import now
from tests.pages.finished import finished
from tests.pages.visiting import begin_call, go, shown, sign_in, visit
from tests.training.accounts import account
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.assignments import assign
from training.models import Role
from training.people import sign_in_locally
from training.rewinding import branch, lines_to_try_again
from training.store import Store


def test_an_empty_start_explains_itself_and_offers_a_first_call(dana: AppTest) -> None:
    told = shown(go(dana, "today"))

    assert "Here you practise calls in writing" in told
    assert "A first call, to see how it goes. About 6 minutes, level 1." in told
    assert "Your last call" not in told
    assert "Given to you" not in told
    assert "more than one role" not in told


def test_somebody_new_with_several_roles_reads_what_each_is_for(store: Store) -> None:
    account(store, "Olga Brandt", Role.TRAINEE, Role.TRAINER)
    told = shown(go(sign_in(visit(), "Olga Brandt"), "today"))

    assert "You have more than one role: **Trainee** practises" in told
    assert "**Trainer** reads and judges what trainees submit" in told
    assert "Whoever writes scenarios" not in told


def test_an_owner_reads_how_to_get_to_the_scenarios(store: Store) -> None:
    account(store, "Olga Brandt", Role.TRAINEE, Role.ADMINISTRATOR)
    told = shown(go(sign_in(visit(), "Olga Brandt"), "today"))

    assert "Whoever writes scenarios is a trainer: act as administrator" in told


def test_a_call_that_was_left_goes_on(dana: AppTest) -> None:
    begin_call(dana)

    told = shown(go(dana, "today"))

    assert LAID_OFF.title in told
    assert "everything is as you left it" in told


def test_a_turn_that_must_change_is_the_next_thing_until_it_was_tried_again(
    dana: AppTest, store: Store
) -> None:
    first = finished(store)
    go(dana, "scorecard", attempt=first.id)

    told = shown(go(dana, "today"))

    assert "Say turn 2 again" in told
    assert "Your last call" in told
    assert "the bar not passed yet" in told

    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    branch(store, person, first, lines_to_try_again(first)[0], NOW + timedelta(days=1))
    assert "Say turn" in shown(go(dana, "today"))


def test_what_was_given_stands_there_with_its_day_and_who_gave_it(
    dana: AppTest, store: Store
) -> None:
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    given = now() - timedelta(days=9)
    assign(store, trainer, person, LAID_OFF, (given + timedelta(days=2)).date(), given, "Slowly.")

    told = shown(go(dana, "today"))

    assert "Given to you" in told
    assert "■ was due" in told
    assert "from Tom: Slowly." in told
