from __future__ import annotations

from calls.events import CallStarted, LookedUp, Replied
from simulator.scenario import content_hash
from simulator.turn_taking import versions
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, at, on_a_call
from training.beginning import begin, start_attempt
from training.models import Person, Purpose
from training.practice import end_call, take_turn
from training.store import Store


def test_a_practice_begins_with_the_account_read_and_a_hello(store: Store, ana: Person) -> None:
    attempt = begin(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW)

    assert [type(event) for event in attempt.events] == [LookedUp, CallStarted, Replied]
    assert attempt.state.looked_up == ("account",)
    assert store.attempts(ana) == (attempt,)


def test_what_has_begun_goes_on_where_it_stands(store: Store, ana: Person) -> None:
    attempt = begin(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW)
    talking = take_turn(store, ana, attempt, "Hello, is that Ana Reyes?", at(5))

    assert begin(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW) == talking
    over = end_call(store, ana, talking, at(9))
    assert begin(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW) == over


def test_what_a_crash_left_half_begun_is_begun_to_its_end(store: Store, ana: Person) -> None:
    start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW)

    attempt = begin(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW)

    assert attempt.state.call is not None
    assert store.attempts(ana) == (attempt,)


def test_an_attempt_knows_what_it_was_made_with(store: Store, ana: Person) -> None:
    attempt = start_attempt(store, ana, LAID_OFF, Purpose.SUBMITTED, 7, NOW)

    assert attempt.person_id == ana.id
    assert attempt.purpose is Purpose.SUBMITTED
    assert attempt.accounts == (LAID_OFF.account.id,)
    assert attempt.scenario_hash == content_hash(LAID_OFF)
    assert attempt.versions == versions()
    assert attempt.seed == 7


def test_a_click_that_arrives_twice_starts_one_attempt(store: Store, ana: Person) -> None:
    first = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW)
    second = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW)

    assert first == second
    assert store.attempts(ana) == (first,)


def test_the_second_try_of_a_scenario_is_marked(store: Store, ana: Person) -> None:
    on_a_call(store, ana)

    again = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 2, NOW)
    other = start_attempt(store, ana, SCENARIOS["forgetful_payer"], Purpose.PRIVATE, 2, NOW)

    assert again.seen_before
    assert not other.seen_before
