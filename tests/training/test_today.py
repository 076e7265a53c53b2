"""Today: what the next best thing is, and for how many days somebody has practised."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from scoring.marks import Dimension
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from training.models import Purpose
from training.progress import Step
from training.standing import Standing
from training.today import Why, days_in_a_row, next_thing, weakest_dimension

FIRST = "forgetful_payer"
EASY = {one: SCENARIOS[one] for one in (FIRST, "laid_off_three_weeks_ago", "can_you_sue_me")}


def step(
    scenario: str = FIRST,
    *,
    days: int = 0,
    passed: bool | None = False,
    branch: bool = False,
    must_change: int | None = None,
    with_care: bool = False,
    **scores: float | None,
) -> Step:
    return Step(
        attempt_id=f"{scenario}_{days}",
        scenario_id=scenario,
        title=SCENARIOS[scenario].title,
        purpose=Purpose.PRIVATE,
        started_at=NOW + timedelta(days=days),
        seen_before=False,
        scores=dict(scores),
        grade=50.0,
        passed=passed,
        branch=branch,
        must_change=must_change,
        with_care=with_care,
    )


def standing(*steps: Step) -> dict[str, Standing]:
    return {
        one.scenario_id: Standing(tried=1, last=one, best=one, passed=one.passed) for one in steps
    }


def test_an_empty_start_offers_an_easy_call_of_about_five_minutes() -> None:
    thing = next_thing((), {}, SCENARIOS, NOW)

    assert thing is not None
    assert thing.why is Why.FIRST
    easiest = min(one.level for one in SCENARIOS.values())
    assert thing.scenario.level == easiest
    assert 4 <= thing.scenario.minutes <= 6
    assert not thing.scenario.with_care


def test_without_scenarios_there_is_nothing_to_do() -> None:
    assert next_thing((), {}, {}, NOW) is None
    assert next_thing((), {}, {"x": SCENARIOS["no_point_any_more"]}, NOW) is None


@pytest.mark.parametrize(("days", "expected"), [(0, Why.GO_ON), (7, Why.GO_ON), (8, Why.FIRST)])
def test_what_was_left_in_the_middle_goes_on_while_it_is_not_forgotten(
    days: int, expected: Why
) -> None:
    begun: datetime = NOW - timedelta(days=days)
    left = {"can_you_sue_me": Standing(open_attempt="a7", open_since=begun)}

    thing = next_thing((), left, EASY, NOW)

    assert thing is not None
    assert thing.why is expected
    assert thing.attempt_id == ("a7" if expected is Why.GO_ON else None)


def test_a_turn_that_must_change_comes_before_another_call() -> None:
    last = step(must_change=4)

    thing = next_thing([last], standing(last), EASY, NOW)

    assert thing is not None
    assert (thing.why, thing.attempt_id, thing.turn) == (Why.SAY_ANEW, last.attempt_id, 5)


@pytest.mark.parametrize(
    "steps",
    [
        [step(must_change=4), step(days=1, branch=True)],
        [step(must_change=4, passed=True)],
        [step(must_change=4), step("can_you_sue_me", days=1)],
    ],
    ids=["tried again since", "passed all the same", "another call since"],
)
def test_a_turn_is_said_anew_once_and_only_of_the_last_call(steps: list[Step]) -> None:
    thing = next_thing(steps, standing(*(one for one in steps if not one.branch)), EASY, NOW)

    assert thing is not None
    assert thing.why is not Why.SAY_ANEW


def test_the_next_call_is_one_that_was_not_passed_and_not_the_last_one_again() -> None:
    done = step(passed=True)
    last = step("laid_off_three_weeks_ago", days=1)

    thing = next_thing([done, last], standing(done, last), EASY, NOW)

    assert thing is not None
    assert thing.scenario.id == "can_you_sue_me"


def test_it_says_what_is_weakest_over_the_last_calls() -> None:
    old = [step(days=n, empathy=10.0, accuracy=90.0) for n in range(4)]
    late = [step(days=n, empathy=80.0, accuracy=40.0 + n, conduct=None) for n in range(4, 9)]

    thing = next_thing([*old, *late], standing(*late), EASY, NOW)

    assert thing is not None
    assert (thing.why, thing.dimension, thing.mean, thing.count) == (
        Why.WEAKEST,
        Dimension.ACCURACY,
        46.0,
        5,
    )


def test_one_mark_makes_nothing_the_weakest() -> None:
    assert weakest_dimension([step(empathy=10.0)]) is None


def test_who_passed_everything_goes_back_to_what_is_the_longest_ago() -> None:
    steps = [step(one, days=n, passed=True) for n, one in enumerate(reversed(EASY))]

    thing = next_thing(steps, standing(*steps), EASY, NOW)

    assert thing is not None
    assert (thing.why, thing.scenario.id) == (Why.LONG_AGO, "can_you_sue_me")


@pytest.mark.parametrize(
    ("days", "expected"),
    [((), 0), ((0,), 1), ((-1,), 1), ((-2,), 0), ((0, -1, -2, -4), 3), ((0, 0, -1), 2)],
)
def test_days_in_a_row_are_counted_up_to_today_or_yesterday(
    days: tuple[int, ...], expected: int
) -> None:
    assert days_in_a_row([step(days=n) for n in days], NOW.date()) == expected


def test_calls_that_are_played_with_care_make_no_streak() -> None:
    assert days_in_a_row([step(with_care=True)], NOW.date()) == 0
