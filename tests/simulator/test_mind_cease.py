"""Somebody who wants no more calls: in a variant, since no shipped situation turns on it alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from calls.fold import fold
from calls.moves import Act, Ending
from calls.state import CallState
from language.shipped import shipped_reader
from simulator.scripted import script, seed_for
from tests.simulator.playing import moves, play, trust
from tests.simulator.speaking import BEGAN
from tests.simulator.variants import variant

_CEASE = """
facts:
  - id: no_more_calls
    topic: legal
    reveal: if_asked
    signal: cease_all
    says:
      - Stop calling me. I mean it.
      - I want you to stop calling me. For good.
positions:
  - kind: cease
    facts: [no_more_calls]
    when: pressed
    wonders:
      id: in_writing
      asks:
        - And that's it now? No more calls?
        - Do I have to write that, too?
      eased_by: {signals: [explain_rights]}
"""
_PRESSES = "You need to pay the full $1,140 today, no excuses."
_HONOURS = "I'm sorry. I'll mark the account, and we will not call you again."

Call = Callable[..., CallState]


@pytest.fixture
def called(tmp_path: Path) -> Call:
    scenario = variant(tmp_path, "laid_off_three_weeks_ago", _CEASE)

    def call(*more: str) -> CallState:
        spoken = script(scenario, scenario.model_call.lines, BEGAN)[:3]
        seed = seed_for(scenario, "ana")
        held = fold(play(scenario, (*spoken, _PRESSES, *more), seed, shipped_reader(), BEGAN))
        assert held.call is not None
        return held.call

    return call


def test_who_is_pressed_says_that_the_calls_must_stop(called: Call) -> None:
    last = moves(called())[-1]

    assert Act.STATES_POSITION in last.acts
    assert last.facts == ("no_more_calls",)


def test_who_goes_on_about_money_is_told_again_and_then_left(called: Call) -> None:
    call = called("Can you pay $50 today?", "How do you want to pay it?", "I need $50 now.")

    assert Act.STANDS_BY in moves(call)[-3].acts
    assert call.ending is Ending.HUNG_UP


def test_who_honours_it_is_thanked_by_their_mood(called: Call) -> None:
    before, after = called(), called(_HONOURS)

    assert trust(after) > trust(before)
    assert "took it seriously" in " ".join(shift.because for shift in moves(after)[-1].shifts)
    assert after.ending is None


def test_the_call_ends_well_when_nothing_else_is_asked(called: Call) -> None:
    call = called(_HONOURS, "Goodbye.")

    assert call.ending is Ending.GOODBYE
    assert call.accepted is None
