"""The way of a candidate, stage by stage, and its minutes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from calls.disposition import Disposition
from calls.turn import Channel
from tests.shipped import SCENARIOS
from tests.training.assessments.candidates import (
    TOKEN,
    Way,
    before_the_sample,
    later,
    on_the_line,
    opened,
    play_part,
)
from tests.training.assessments.samples import SET_UP, manager, ready
from tests.training.floor import NOW
from tests.training.test_wrap_up import PLAN
from training import practice, wrap_up
from training.assessments.context import pasted, still_here
from training.assessments.inviting import adjust, withdraw
from training.assessments.models import Adjustments, Assessment, Step
from training.assessments.opening import Withdrawn
from training.assessments.places import Stage
from training.assessments.steps import steps_in
from training.assessments.taking import (
    begin_part,
    call,
    go_on,
    hand_in,
    leave_message_out,
    pause,
    say,
    write,
)
from training.errors import Closed, NotOffered, TrainingError
from training.messages import By
from training.models import Purpose
from training.reviews import record
from training.store import Store
from training.unsent import keep_draft

HELLO = "Hello, may I speak with the account holder, please?"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(Path(tmp_path_factory.mktemp("taking")), lasting=False)


@pytest.fixture(scope="module")
def made(store: Store) -> Assessment:
    return ready(store, SET_UP.model_copy(update={"asks_demographics": True}))


@pytest.fixture
def way(store: Store, made: Assessment, request: pytest.FixtureRequest) -> Way:
    """A candidate of their own for each test."""
    return opened(store, token=f"{TOKEN} {request.node.name}", made=made)


def _token(request: pytest.FixtureRequest) -> str:
    return f"{TOKEN} {request.node.name}"


def _steps(way: Way) -> list[tuple[Step, str]]:
    with way.store.reading() as db:
        return [(one.step, one.note) for one in steps_in(db, way.id)]


def test_the_way_goes_from_the_notice_to_the_end(way: Way) -> None:
    assert way.at().stage is Stage.NOTICE
    before_the_sample(way)
    assert (way.at().stage, way.at().part) == (Stage.NEXT_PART, 1)

    assert play_part(way, 5).part == 2
    assert play_part(way, 9, writes=True).stage is Stage.MESSAGE
    write(*way, "Thank you for your time today.", By(Channel.SMS), later(10))
    assert way.at(10).stage is Stage.WRAP_UP
    assert hand_in(*way, later(12)).stage is Stage.OVER

    kept = [step for step, _ in _steps(way)]
    assert kept == [
        Step.NOTICE_READ,
        Step.CONSENTED,
        Step.DEVICE_CHECKED,
        Step.PRACTICE_ROOM,
        Step.SAMPLE_BEGAN,
        Step.SAMPLE_BEGAN,
        Step.MESSAGE_WRITTEN,
        Step.FINISHED,
    ]
    parts = way.store.attempts(way.person)
    assert {one.purpose for one in parts} == {Purpose.ASSESSMENT}
    assert [one.scenario_id for one in parts] == list(SET_UP.scenarios)
    assert all(one.form > 0 for one in parts), "a form that nobody practises"
    assert [len(one.state.messages) for one in parts] == [0, 1]
    tasks = [record(one, SCENARIOS[one.scenario_id]).task for one in parts]
    assert tasks[0] is None
    last = parts[1].state.call
    assert last is not None
    assert last.turns[tasks[1] or 0].channel is Channel.SMS


def test_what_is_sent_twice_is_done_once(way: Way) -> None:
    before_the_sample(before_the_sample(way))
    for _ in range(2):
        begin_part(*way, 1, NOW)
    for _ in range(2):
        call(*way, later(1))

    assert len(way.store.attempts(way.person)) == 1
    (attempt,) = way.store.attempts(way.person)
    assert len(attempt.state.calls) == 1
    assert [step for step, _ in _steps(way)].count(Step.CONSENTED) == 1


def test_nothing_can_be_done_before_its_time(way: Way) -> None:
    for too_early in (
        lambda: call(*way, NOW),
        lambda: hand_in(*way, NOW),
        lambda: write(*way, "Hello", By(Channel.SMS), NOW),
    ):
        with pytest.raises(Closed, match="elsewhere"):
            too_early()
    assert begin_part(*way, 1, NOW).stage is Stage.NOTICE
    assert leave_message_out(*way, NOW).stage is Stage.NOTICE
    assert way.store.attempts(way.person) == ()


def test_after_its_minutes_and_a_little_more_a_call_hears_nothing(way: Way) -> None:
    attempt = call(*on_the_line(way), later(5))
    end = 5 + SET_UP.minutes.call

    say(*way, attempt, HELLO, later(end + 0.5))
    attempt = practice.resume(way.store, way.person, attempt.id)
    clock = way.at(end).clock

    assert clock is not None
    assert clock.over
    assert attempt.state.call is not None
    assert len(attempt.state.call.lines) == 3
    with pytest.raises(Closed, match="minutes for this are over"):
        say(*way, attempt, "Are you there?", later(end + 1))


def test_shortly_before_its_end_a_clock_says_so(way: Way) -> None:
    on_the_line(way)
    end = 5 + SET_UP.minutes.call

    clocks = [way.at(end - before).clock for before in (3, 1, 0)]

    assert [one and one.ends_soon for one in clocks] == [False, True, False]


def test_a_lost_connection_takes_no_minute(way: Way, request: pytest.FixtureRequest) -> None:
    on_the_line(way)
    for minute in (5, 6):
        still_here(*way, _token(request), later(minute))

    lost = still_here(*way, _token(request), later(26))

    clock = way.at(28).clock
    assert lost == timedelta(minutes=20)
    assert (Step.DISCONNECTED, "1200") in _steps(way)
    assert clock is not None
    assert clock.passed == timedelta(minutes=3), "5 to 6, and 26 to 28"


def test_whoever_reloads_has_lost_no_connection(way: Way, request: pytest.FixtureRequest) -> None:
    before_the_sample(way)
    begin_part(*way, 1, later(60))

    assert still_here(*way, _token(request), later(60)) == timedelta()
    assert still_here(*way, _token(request), later(61)) == timedelta()
    assert Step.DISCONNECTED not in dict(_steps(way)), "between parts there is no time to lose"


def test_a_connection_is_lost_from_the_start_of_its_part_at_most(
    way: Way, request: pytest.FixtureRequest
) -> None:
    begin_part(*before_the_sample(way), 1, later(60))

    assert still_here(*way, _token(request), later(65)) == timedelta(minutes=5)
    assert (Step.DISCONNECTED, "300") in _steps(way)


def test_there_is_one_pause_and_the_clock_stands_still_in_it(way: Way) -> None:
    begin_part(*before_the_sample(way), 1, NOW)

    pause(*way, later(2))
    pause(*way, later(3))
    with pytest.raises(Closed, match="pause"):
        call(*way, later(4))
    after = go_on(*way, later(32))

    assert after.clock is not None
    assert after.clock.passed == timedelta(minutes=2)
    assert after.pauses_left == 0
    with pytest.raises(TrainingError, match="you have had your pause"):
        pause(*way, later(33))


def test_an_old_window_leaves_nothing_behind_in_a_pause_or_past_the_time(way: Way) -> None:
    store, person, _ = way
    attempt = call(*on_the_line(way), later(5))
    attempt = practice.end_call(store, person, attempt, later(6))
    leaves = (
        lambda at: wrap_up.note(store, person, attempt, f"Written at {at}.", later(at)),
        lambda at: wrap_up.set_flag(store, person, attempt, "hardship", True, later(at)),
        lambda at: wrap_up.record_disposition(
            store, person, attempt, Disposition.REFUSED, later(at)
        ),
        lambda at: wrap_up.take_over(store, person, attempt, PLAN, later(at)),
        lambda at: keep_draft(store, person, attempt, "message", "Dear", later(at)),
    )

    pause(*way, later(7))
    for leave in leaves:
        with pytest.raises(Closed, match="pause"):
            leave(8)
    go_on(*way, later(30))
    over = 29 + SET_UP.minutes.wrap_up
    wrap_up.note(store, person, attempt, "On its way.", later(over + 0.5))
    for leave in leaves:
        with pytest.raises(Closed, match="minutes for this are over"):
            leave(over + 1)

    assert hand_in(*way, later(over + 2)).part == 2
    assert store.attempt(person, attempt.id).state.wrap_up.notes == "On its way."


def test_nobody_pauses_while_somebody_is_on_the_line(way: Way) -> None:
    on_the_line(way)

    with pytest.raises(TrainingError, match="nobody is on the line"):
        pause(*way, later(6))


def test_what_is_made_easier_counts(way: Way) -> None:
    more = Adjustments(extra_time=50, no_clock=True, breaks=2)
    adjust(way.store, manager(way.store), way.id, more, NOW)
    begin_part(*before_the_sample(way), 1, NOW)

    there = way.at(1)

    assert there.clock is not None
    assert there.clock.allowed == timedelta(minutes=SET_UP.minutes.desk * 1.5)
    assert not there.clock.shown
    assert there.pauses_left == 3


def test_of_what_is_pasted_only_its_length_is_kept(way: Way) -> None:
    pasted(*way, 5, "before the sample", NOW)
    begin_part(*before_the_sample(way), 1, NOW)
    pasted(*way, 214, "Your note", later(1))

    assert [note for step, note in _steps(way) if step is Step.PASTED] == [
        "214 characters, Your note"
    ]


def test_whose_invitation_is_withdrawn_goes_on_with_nothing(way: Way) -> None:
    on_the_line(way)
    withdraw(way.store, manager(way.store), way.id, later(6))

    with pytest.raises(Withdrawn):
        way.at(7)


def test_the_one_message_is_written_not_spoken(way: Way) -> None:
    before_the_sample(way)
    play_part(way)
    play_part(way, 6, writes=True)

    with pytest.raises(NotOffered):
        write(*way, "Hello", By(Channel.VOICEMAIL), later(6))
    assert leave_message_out(*way, later(7)).stage is Stage.WRAP_UP
    assert (Step.MESSAGE_WRITTEN, "left out") in _steps(way)
