"""Whole debriefs to look at: of practised calls, and of calls from somewhere else."""

from dataclasses import replace

from calls.notation import parse_transcript
from calls.record import Record, record_of
from calls.state import WrapUp
from calls.turn import Speaker
from debriefs import Whole, whole_debrief
from scoring.review import review
from simulator.circumstances import context
from simulator.scenario import Scenario
from tests.scoring.reviewing import BEGAN, model_wrap_up, played
from tests.shipped import SCENARIOS
from training.shipped import checker_for

LAID_OFF = SCENARIOS["laid_off_three_weeks_ago"]
YOU = {
    Speaker.COLLECTOR: "You",
    Speaker.CONSUMER: "Ana Reyes",
    Speaker.THIRD_PARTY: "Somebody else",
}
RECORDED = """
collector: Hello, may I speak with Ana Reyes, please?
consumer: That's me.
collector: You are eleven hundred and forty dollars behind. Can you pay that today?
consumer: I can't. I lost my job three weeks ago.
collector: If you don't pay by Friday, you will be arrested.
consumer: Arrested?
"""


def practised(scenario: Scenario = LAID_OFF, wrap_up: WrapUp | None = None) -> Whole:
    """The debrief of the model call, played, with its own wrap-up or another."""
    state = played(scenario, scenario.model_call.lines)
    state = replace(state, wrap_up=wrap_up or model_wrap_up(scenario))
    assert state.call is not None
    known = context(scenario, BEGAN, state.call.answered_by)
    checker = checker_for(scenario.house)
    record = record_of("attempt", state, known)
    return whole_debrief(review(record, checker, scenario), record, checker, scenario, YOU)


def from_elsewhere(text: str = RECORDED, wrap_up: WrapUp | None = None) -> Whole:
    """The debrief of a recorded call of which no scenario is known."""
    record = Record(parse_transcript(text, "tuesday"), wrap_up=wrap_up)
    checker = checker_for(LAID_OFF.house)
    return whole_debrief(review(record, checker), record, checker)
