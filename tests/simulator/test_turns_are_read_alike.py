"""A turn is read the same on a live call and in its review, and rules move nobody's mind."""

import pytest

from calls.fold import fold
from calls.turn import Transcript
from compliance_rules import shipped_checker
from language.shipped import shipped_reader
from simulator.scenario import Scenario
from simulator.scripted import script, seed_for
from simulator.turn_taking import read_all
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from tests.simulator.speaking import BEGAN

READER = shipped_reader()


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda s: s.id)
def test_every_turn_of_a_call_is_read_live_as_a_review_reads_it(scenario: Scenario) -> None:
    lines = script(scenario, scenario.model_call.lines, BEGAN)
    seed = seed_for(scenario, scenario.model_call.answered_by)
    events = play(scenario, lines, seed, READER, BEGAN)
    whole = fold(events).call
    assert whole is not None
    reviewed = READER.read_call(Transcript(id="it", turns=whole.turns, began_at=whole.began_at))

    for length in range(2, len(events) + 1):
        call = fold(events[:length]).call
        assert call is not None
        assert read_all(call, READER)[-1] == reviewed[len(call.turns) - 1]


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda s: s.id)
@pytest.mark.parametrize("which", ["model_call", "poor_call"])
def test_what_only_rules_listen_for_moves_nobody(scenario: Scenario, which: str) -> None:
    scripted = getattr(scenario, which)
    seed = seed_for(scenario, scripted.answered_by)
    # The last lines are empty talk to a person, and full of what single rules listen for.
    lines = [*script(scenario, scripted.lines, BEGAN)[:-1], "With the Receivables.", "Your file."]

    with_rules = play(scenario, lines, seed, shipped_checker().reader, BEGAN)

    assert with_rules == play(scenario, lines, seed, READER, BEGAN)
