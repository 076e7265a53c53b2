"""What is played with care: no model, no assessment, no rough bot, no figure to begin with."""

from __future__ import annotations

import pytest

from calls.errors import RecordError
from calls.events import Voiced
from calls.turn import Speaker
from commands.scenarios import PLAYED_AT, prompt_lines
from scoring.debrief import debrief
from simulator.bands import NEVER_WITH_CARE
from simulator.bots.bot import shipped_bots
from simulator.forms import shipped_forms
from simulator.persona import Register
from simulator.turn_taking import pick_up
from tests.shipped import SCENARIOS
from tests.training.floor import NOW, beginner
from training.beginning import begin
from training.bot_practice import hold_call, hold_calls
from training.errors import TrainingError
from training.models import Person, Purpose
from training.practice import end_call
from training.progress import progress
from training.reviews import record, review_attempt
from training.store import Store
from training.wrap_up import hand_in

CARE = SCENARIOS["no_point_any_more"]


def test_nobody_is_assessed_on_it(store: Store, ana: Person) -> None:
    with pytest.raises(TrainingError, match="with care: nobody is assessed on it - practise it"):
        begin(store, beginner(ana, Purpose.ASSESSMENT), CARE, Purpose.ASSESSMENT, 1, NOW)

    assert store.attempts(ana) == ()


def test_no_model_speaks_in_it(store: Store, ana: Person) -> None:
    with pytest.raises(TrainingError, match="no language model speaks in it - choose the written"):
        begin(store, ana, CARE, Purpose.PRIVATE, 1, NOW, Voiced.MODEL)
    with pytest.raises(RecordError, match="no language model speaks in it"):
        pick_up(CARE, CARE.account.id, 1, NOW, 1, Voiced.MODEL)
    with pytest.raises(RecordError, match="show it without --prompt"):
        list(prompt_lines(CARE, None))


@pytest.mark.parametrize("name", NEVER_WITH_CARE)
def test_the_rough_bots_never_call_there(store: Store, name: str) -> None:
    bot = shipped_bots()[name]

    assert list(hold_calls(CARE, [bot], [1], PLAYED_AT)) == []
    assert name not in CARE.bands
    with pytest.raises(TrainingError, match="rude and pushy and injector never call there"):
        hold_call(store, CARE, bot, 1, PLAYED_AT)


def test_it_is_left_out_of_what_counts_and_debriefed_without_a_figure(
    store: Store, ana: Person
) -> None:
    attempt = begin(store, ana, CARE, Purpose.PRIVATE, 1, NOW)
    attempt = hand_in(store, ana, end_call(store, ana, attempt, NOW), NOW)

    made = review_attempt(store, ana, attempt.id, NOW)
    told = debrief(made, record(attempt, CARE), CARE)

    assert [step.with_care for step in progress(store, ana)] == [True]
    assert told.conditions == ()
    assert told.sentence == "You left it before anything was said. That is always all right."


def test_who_is_quiet_has_lines_of_their_own_for_all_that_they_may_do() -> None:
    forms = shipped_forms()
    for act, group in forms[CARE.person("martin").speaker].items():
        quiet = [form for form in group if Register.QUIET in form.fits.speaks]
        assert quiet or act in forms[Speaker.THIRD_PARTY], act


def test_whom_to_ring_is_real_and_was_looked_up() -> None:
    lines = CARE.house.crisis_lines

    assert [line.phone for line in lines][:1] == ["116 123"]
    assert all(line.checked for line in lines)
