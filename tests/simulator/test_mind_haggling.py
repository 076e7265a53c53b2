"""People who promise too much, and people who haggle over a single payment."""

from itertools import pairwise

from calls.fold import fold
from calls.money import Money
from calls.moves import Act
from calls.state import CallState
from language.shipped import shipped_reader
from scoring.marks import Dimension
from simulator.scripted import script, seed_for
from tests.scoring.reviewing import mark_of, practised
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from tests.simulator.speaking import BEGAN

EAGER, HAGGLER = "friday_for_sure", "take_it_or_leave_it"
ALL_ON_MONDAY = "So $420 on {monday}, all of it?"


def called(name: str, *more: str, lines: int = 3, start: int = 1) -> CallState:
    """The first lines of a model call, then these."""
    scenario = SCENARIOS[name]
    spoken = script(scenario, (*scenario.model_call.lines[:lines], *more), BEGAN)
    seed = seed_for(scenario, scenario.model_call.answered_by, start)
    call = fold(play(scenario, spoken, seed, shipped_reader(), BEGAN)).call
    assert call is not None
    return call


def own_amounts(call: CallState) -> list[int]:
    """What they named themselves, in dollars, one after the other."""
    moves = (line.move for line in call.lines if line.move)
    return [move.counter.amount.cents // 100 for move in moves if move.counter]


def test_who_wants_to_be_liked_agrees_to_what_they_do_not_have() -> None:
    call = called(EAGER, ALL_ON_MONDAY)

    assert call.accepted is not None
    assert call.accepted.amount == Money.of(420)
    assert "beyond_means" in call.remembered


def test_asked_why_first_they_no_longer_do() -> None:
    call = called(EAGER, "What happens when Friday comes?", ALL_ON_MONDAY)

    assert call.accepted is None


def test_a_yes_beyond_their_means_is_worth_nothing_in_the_review() -> None:
    lines = SCENARIOS[EAGER].model_call.lines[:3]

    made = practised(SCENARIOS[EAGER], (*lines, ALL_ON_MONDAY, "Thank you. Goodbye."))

    assert mark_of(made, Dimension.NEGOTIATION, "outcome").value == 0


def test_somebody_who_haggles_names_a_number_unasked() -> None:
    assert own_amounts(called(HAGGLER)) == [1240]


def test_their_steps_shrink_and_end_before_the_most() -> None:
    down = (
        "I hear you. Could you do $5,000 in one payment on {refund}?",
        "Thank you for saying so. What about $4,600 on {refund}?",
        "I understand, that is a lot at once. Could you do $4,200 on {refund}?",
        "I see why. And $3,900 on {refund}?",
        "That's fair. And $3,700 on {refund}?",
    )

    named = own_amounts(called(HAGGLER, *down))

    steps = [later - earlier for earlier, later in pairwise(named)]
    assert len(named) == 4
    assert steps == sorted(steps, reverse=True)
    assert named[-1] < 3400


def test_nobody_moves_for_a_collector_who_does_not() -> None:
    same = ("Could you do $5,000 on {refund}?",) * 3

    assert set(own_amounts(called(HAGGLER, *same))) == {1240}


def test_what_they_can_pay_at_once_is_taken_once_their_condition_is_met() -> None:
    offer = "If we settled it for $3,300 on {refund}, would that work for you?"

    asked = called(HAGGLER, offer)
    answered = called(HAGGLER, offer, "Yes. You get a letter that says so before you pay.")

    last = [line.move for line in asked.lines if line.move][-1]
    assert last.acts == (Act.STATES_CONDITION,)
    assert asked.accepted is None
    assert answered.accepted is not None
    assert answered.accepted.amount == Money.of(3300)
