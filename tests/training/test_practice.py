from __future__ import annotations

from pathlib import Path

import pytest

from calls.events import Replied, Said, TakenBack
from calls.turn import Speaker
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, at, on_a_call
from training.beginning import start_attempt
from training.errors import Closed, TrainingError, TurnTaken
from training.messages import LONGEST_LINE
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import (
    end_call,
    hold,
    resume,
    scenario_of,
    start_call,
    take_back,
    take_off_hold,
    take_turn,
    transfer,
)
from training.store import Store
from training.wrap_up import hand_in, note

HELLO = "Hello, may I speak with Ana Reyes please?"


def _texts(attempt: Attempt) -> list[str]:
    assert attempt.state.call is not None
    return [turn.text for turn in attempt.state.call.turns]


def test_an_attempt_keeps_its_scenario_when_the_shipped_one_changes(
    store: Store, ana: Person
) -> None:
    old = LAID_OFF.model_copy(update={"title": "Another title"})
    attempt = start_attempt(store, ana, old, Purpose.PRIVATE, 1, NOW)

    assert scenario_of(store, ana, attempt) == old


def test_a_call_begins_with_somebody_saying_hello(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    call = attempt.state.call
    assert call is not None
    assert [turn.speaker for turn in call.turns] != [Speaker.COLLECTOR]
    assert len(call.turns) == 1
    assert resume(store, ana, attempt.id) == attempt


def test_starting_a_call_twice_starts_one(store: Store, ana: Person) -> None:
    attempt = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 1, NOW)

    first = start_call(store, ana, attempt, NOW)
    second = start_call(store, ana, attempt, at(1))

    assert first == second
    with pytest.raises(TrainingError, match="a call is going on"):
        start_call(store, ana, first, at(2))


def test_a_turn_is_answered_and_kept(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    after = take_turn(store, ana, attempt, HELLO, at(5))

    said, replied = after.events[-2:]
    assert isinstance(said, Said)
    assert isinstance(replied, Replied)
    assert (said.text, replied.answers) == (HELLO, said.seq)
    assert resume(store, ana, attempt.id) == after


def test_a_turn_that_arrives_twice_is_one(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    first = take_turn(store, ana, attempt, HELLO, at(5))
    second = take_turn(store, ana, attempt, f"  {HELLO} ", at(9))

    assert first == second


def test_the_same_words_may_be_said_again(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    attempt = take_turn(store, ana, attempt, HELLO, at(5))
    attempt = take_turn(store, ana, attempt, HELLO, at(9))

    assert _texts(attempt).count(HELLO) == 2


def test_words_for_a_turn_that_is_taken_come_back(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    went_on = take_turn(store, ana, attempt, HELLO, at(5))

    with pytest.raises(TurnTaken, match="another window") as taken:
        take_turn(store, ana, attempt, "Is this Ms. Reyes?", at(6))

    assert taken.value.words == "Is this Ms. Reyes?"
    assert resume(store, ana, attempt.id) == went_on


def test_a_note_in_another_window_is_in_nobodys_way(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    note(store, ana, attempt, "picked up", at(4))

    after = take_turn(store, ana, attempt, HELLO, at(5))

    assert after.state.wrap_up.notes == "picked up"
    assert take_turn(store, ana, attempt, HELLO, at(6)) == after


def _unanswered(store: Store, person: Person, attempt: Attempt, text: str) -> Attempt:
    """As a crash leaves it: the words are kept, the reply is not made yet."""
    return store.append(person, attempt, lambda now: (Said(seq=now.next_seq, at=at(5), text=text),))


def test_words_without_a_reply_get_it_on_resume(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    waiting = _unanswered(store, ana, attempt, HELLO)

    answered = resume(store, ana, attempt.id)

    assert len(answered.events) == len(waiting.events) + 1
    assert answered.state.call is not None
    assert answered.state.call.unanswered is None


def test_a_reply_on_resume_is_the_one_that_was_due(tmp_path: Path) -> None:
    at_once, crashed = Store(tmp_path / "at_once"), Store(tmp_path / "crashed")
    ana = sign_in_locally(at_once, "Ana", Role.TRAINEE, NOW)
    sign_in_locally(crashed, "Ana", Role.TRAINEE, NOW)

    answered = take_turn(at_once, ana, on_a_call(at_once, ana), HELLO, at(5))
    waiting = _unanswered(crashed, ana, on_a_call(crashed, ana), HELLO)

    assert resume(crashed, ana, waiting.id).events == answered.events


def test_nothing_is_said_over_words_that_wait_for_a_reply(store: Store, ana: Person) -> None:
    waiting = _unanswered(store, ana, on_a_call(store, ana), HELLO)

    with pytest.raises(TurnTaken):
        take_turn(store, ana, waiting, "Hello?", at(6))


def test_a_line_sent_by_accident_is_taken_back_with_its_reply(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    sent = take_turn(store, ana, attempt, "Pay now or else.", at(5))

    after = take_back(store, ana, sent, at(6))

    assert _texts(after) == _texts(attempt)
    assert after.state.call is not None
    assert attempt.state.call is not None
    assert after.state.call.mood == attempt.state.call.mood
    assert isinstance(after.events[-1], TakenBack)
    assert take_back(store, ana, sent, at(7)) == after


def test_only_the_last_line_is_taken_back_and_only_once(store: Store, ana: Person) -> None:
    first = take_turn(store, ana, on_a_call(store, ana), HELLO, at(5))
    second = take_turn(store, ana, first, "Is this Ms. Reyes?", at(6))
    after = take_back(store, ana, second, at(7))

    with pytest.raises(TrainingError, match="nothing to take back"):
        take_back(store, ana, after, at(8))
    with pytest.raises(TrainingError):
        take_back(store, ana, first, at(8))

    assert _texts(after) == _texts(first)


def test_a_line_is_not_taken_back_under_somebody_who_went_on(store: Store, ana: Person) -> None:
    first = take_turn(store, ana, on_a_call(store, ana), HELLO, at(5))
    take_turn(store, ana, first, "Is this Ms. Reyes?", at(6))

    with pytest.raises(TrainingError, match="the call went on"):
        take_back(store, ana, first, at(7))


def test_there_is_nothing_to_take_back_before_anything_was_said(store: Store, ana: Person) -> None:
    with pytest.raises(TrainingError, match="nothing to take back"):
        take_back(store, ana, on_a_call(store, ana), at(5))


@pytest.mark.parametrize("text", ["", "   ", "\n\t "])
def test_an_empty_line_is_not_sent(store: Store, ana: Person, text: str) -> None:
    with pytest.raises(TrainingError, match="it is empty - type at least one word"):
        take_turn(store, ana, on_a_call(store, ana), text, at(5))


def test_a_line_that_is_too_long_says_how_long(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    with pytest.raises(TrainingError, match=f"{LONGEST_LINE + 1} characters - at most"):
        take_turn(store, ana, attempt, "x" * (LONGEST_LINE + 1), at(5))

    assert resume(store, ana, attempt.id) == attempt


@pytest.mark.parametrize("text", ["na\x00me", "\ud800 broken", "two\nlines", "🙂 ünïcode"])
def test_odd_characters_neither_break_nor_lose_a_turn(store: Store, ana: Person, text: str) -> None:
    after = take_turn(store, ana, on_a_call(store, ana), text, at(5))

    assert resume(store, ana, after.id) == after
    assert len(_texts(after)) == 3


def test_the_collector_ends_the_call_once(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    after = end_call(store, ana, attempt, at(9))

    assert after.state.call is not None
    assert after.state.call.ended_by is Speaker.COLLECTOR
    assert end_call(store, ana, attempt, at(10)) == after


def test_nobody_speaks_after_the_end(store: Store, ana: Person) -> None:
    after = end_call(store, ana, on_a_call(store, ana), at(9))

    with pytest.raises(Closed, match="the call is over"):
        take_turn(store, ana, after, "One more thing", at(10))
    with pytest.raises(Closed, match="the call is over"):
        take_back(store, ana, after, at(10))


def test_a_call_on_hold_goes_on_when_it_is_taken_off(store: Store, ana: Person) -> None:
    held = hold(store, ana, on_a_call(store, ana), at(5))
    with pytest.raises(TrainingError, match="on hold"):
        take_turn(store, ana, held, HELLO, at(6))

    after = take_off_hold(store, ana, held, at(7))

    assert len(_texts(take_turn(store, ana, after, HELLO, at(8)))) == 3
    assert hold(store, ana, held, at(9)).events != held.events


def test_a_call_that_is_transferred_is_over(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    after = transfer(store, ana, attempt, "hardship team", at(5))

    assert after.state.call is not None
    assert after.state.call.over
    assert transfer(store, ana, attempt, "hardship team", at(6)) == after


def test_a_call_goes_to_a_team_of_the_house_only(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    with pytest.raises(TrainingError, match="there is no 'the moon' - one of supervisor, "):
        transfer(store, ana, attempt, "the moon", at(5))

    assert store.attempt(ana, attempt.id) == attempt


def test_there_is_no_turn_without_a_call(store: Store, ana: Person) -> None:
    attempt = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 1, NOW)

    with pytest.raises(TrainingError, match="start the call first"):
        take_turn(store, ana, attempt, HELLO, at(5))


def test_nothing_changes_after_it_was_handed_in(store: Store, ana: Person) -> None:
    attempt = hand_in(store, ana, end_call(store, ana, on_a_call(store, ana), at(5)), at(6))

    with pytest.raises(Closed, match="handed in"):
        start_call(store, ana, attempt, at(7))
    with pytest.raises(Closed, match="handed in"):
        take_turn(store, ana, attempt, HELLO, at(7))

    assert resume(store, ana, attempt.id) == attempt
