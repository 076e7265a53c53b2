"""What somebody wants settled before a yes: own conditions, time to think."""

from pathlib import Path

import pytest

from calls.money import Every
from calls.moves import Act, Move
from simulator.scenario import Scenario
from tests.simulator.hand_reading import (
    BIRTH_DATE,
    DEBT,
    FIRST_PAYMENT,
    HELLO,
    KIND,
    REASON,
    WHAT_HAPPENED,
    WHO,
    Line,
    Played,
    answered,
    line,
    offer,
)
from tests.simulator.variants import variant

_TWO = Every.TWO_WEEKS
_LOW, _TIGHT = offer("30", _TWO), offer("85", _TWO)
_TERMS = line("explains_terms", text="call me before it's due and we move it")
_WORK = line("honour_stop", text="we won't call your work any more")
_SMALL_TALK = line("small_talk")

_CONDITION = """
means:
  fears:
    - id: not_at_work
      kind: condition
      asks:
        - Only if you stop calling my work.
        - If you stop calling me at work, yes. Otherwise no.
      eased_by:
        words: [call your work, calling your work, not call you at work]
"""
_TIME = """
means:
  fears:
    - id: sleep_on_it
      kind: time
      asks:
        - I'd have to sleep on it.
        - Can I think about it and tell you later?
      eased_by: {}
"""


def called(scenario: Scenario) -> Played:
    played = answered(scenario, "ana").then(HELLO, WHO, BIRTH_DATE, REASON, DEBT)
    return played.then(WHAT_HAPPENED, KIND)


@pytest.fixture
def with_a_condition(tmp_path: Path) -> Played:
    return called(variant(tmp_path, "laid_off_three_weeks_ago", _CONDITION))


@pytest.fixture
def thoughtful(tmp_path: Path) -> Played:
    return called(variant(tmp_path, "laid_off_three_weeks_ago", _TIME))


def because(move: Move) -> str:
    return " ".join(shift.because for shift in move.shifts)


def test_a_condition_is_stated_before_even_an_easy_offer_is_taken(
    with_a_condition: Played,
) -> None:
    played = with_a_condition.then(_LOW)

    assert played.last.acts == (Act.STATES_CONDITION,)
    assert played.last.facts == ("not_at_work",)
    assert played.call.accepted is None


def test_who_meets_it_gets_the_yes(with_a_condition: Played) -> None:
    played = with_a_condition.then(_LOW, _WORK)

    assert played.call.accepted is not None
    assert "you agreed to it" in because(played.last)


def test_a_plain_yes_to_a_condition_that_was_just_stated_meets_it(
    with_a_condition: Played,
) -> None:
    played = with_a_condition.then(_LOW, line("affirms"))

    assert played.call.accepted is not None


def test_who_passes_over_it_gets_no_yes_however_often_they_ask(with_a_condition: Played) -> None:
    played = with_a_condition.then(_LOW, _LOW, _LOW, line("ask_method"), _LOW)

    assert played.call.accepted is None


def test_who_has_met_it_before_is_not_asked(with_a_condition: Played) -> None:
    played = with_a_condition.then(_WORK, _LOW)

    assert played.call.accepted is not None


def test_after_the_condition_a_tight_offer_is_still_tested(with_a_condition: Played) -> None:
    tested = with_a_condition.then(_TIGHT, _WORK)

    assert tested.last.acts == (Act.HESITATES, Act.ASKS_TERMS)
    assert tested.then(_TERMS).call.accepted is not None


def test_a_refused_condition_costs_trust(with_a_condition: Played) -> None:
    stated = with_a_condition.then(_LOW)

    refused = stated.then(line("refuse"))

    assert refused.mood.trust < stated.mood.trust
    assert refused.call.accepted is None


def test_somebody_who_thinks_things_over_asks_for_time_before_a_tight_yes(
    thoughtful: Played,
) -> None:
    played = thoughtful.then(_TIGHT, _TERMS)

    assert played.last.acts == (Act.ASKS_TIME,)
    assert played.call.accepted is None


def test_an_easy_offer_needs_no_thinking(thoughtful: Played) -> None:
    assert thoughtful.then(_LOW).call.accepted is not None


def test_time_that_is_given_is_thanked_for(thoughtful: Played) -> None:
    asked = thoughtful.then(_TIGHT, _TERMS)

    played = asked.then(line("next_step", text="take your time, I'll call you on thursday"))

    assert played.last.acts == (Act.THANKS,)
    assert played.call.accepted is None
    assert played.mood.trust > asked.mood.trust
    assert "you gave them time" in because(played.last)


def test_who_presses_gets_no_yes_and_pays_for_it(thoughtful: Played) -> None:
    asked = thoughtful.then(_TIGHT, _TERMS)

    pressed = asked.then(_TIGHT)

    assert pressed.call.accepted is None
    assert pressed.mood.trust < asked.mood.trust
    assert "pressed for an answer" in because(pressed.last)


def test_who_was_given_time_does_not_decide_in_the_same_call(thoughtful: Played) -> None:
    given = thoughtful.then(_TIGHT, _TERMS, line("small_talk", text="sure, sleep on it"))

    assert given.then(_TIGHT).call.accepted is None


def test_a_smaller_offer_ends_the_thinking(thoughtful: Played) -> None:
    played = thoughtful.then(_TIGHT, _TERMS, _LOW)

    assert played.call.accepted is not None


def test_a_day_that_is_too_early_gives_no_tight_yes_away(thoughtful: Played) -> None:
    early = Line(("offer",), "", "85", _TWO, FIRST_PAYMENT.replace(day=12))

    moved = thoughtful.then(early)

    assert moved.last.acts == (Act.COUNTERS,)
    assert moved.then(line("accept")).call.accepted is None


def test_asked_from_when_an_explanation_is_no_answer(with_a_condition: Played) -> None:
    played = with_a_condition.then(_WORK, offer("50", _TWO, None), line("explains_terms"))

    assert played.call.accepted is None
