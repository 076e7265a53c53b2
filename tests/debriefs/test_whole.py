"""The whole debrief: what stands beside the turns, the wrap-up and the model call."""

import re
from dataclasses import replace
from itertools import pairwise

from calls.state import WrapUp
from debriefs.felt import MOODS
from debriefs.phases import Phase
from debriefs.whole import NO_MIND, NO_SCENARIO, NO_WRAP_UP
from tests.debriefs.made import LAID_OFF, from_elsewhere, practised
from tests.scoring.reviewing import model_wrap_up, played
from tests.shipped import SCENARIOS


def test_mood_and_its_reasons_stand_beside_their_turns() -> None:
    beside = practised().asides

    assert "Now: trust 35, tension 38, engagement 42, shame 60, patience 55 of 100." in beside[0]
    assert any("trust +" in line for lines in beside.values() for line in lines)


def test_whatever_moved_is_told_with_its_reason_and_where_it_is_now() -> None:
    """Each of the five, in the very turn: the steps in words add up to the levels of the log."""
    call = played(LAID_OFF, LAID_OFF.model_call.lines).call
    assert call is not None
    beside, moods = (
        practised().asides,
        {n: one.mood for n, one in enumerate(call.lines) if one.mood},
    )
    moved = dict.fromkeys(MOODS, 0)
    for before, turn in pairwise(moods):
        lines = [line.replace("\N{MINUS SIGN}", "-") for line in beside[turn]]
        now = next(line for line in lines if line.startswith("Now: "))
        for name in MOODS:
            level = getattr(moods[turn], name)
            steps = [
                int(step) for line in lines for step in re.findall(rf"\b{name} ([+-]\d+)", line)
            ]
            assert sum(steps) == level - getattr(moods[before], name)
            assert not steps or f"{name} {level}" in now
            moved[name] += len(steps)

    assert all(moved.values()), moved


def test_the_offers_of_both_sides_stand_beside_the_turns_in_which_they_were_made() -> None:
    whole = practised()
    assert whole.bargaining is not None
    said = {
        n: line for n, lines in whole.asides.items() for line in lines if "On the table" in line
    }

    assert sorted(said) == sorted({offer.turn for offer in whole.bargaining.offers})
    assert any(
        line.startswith("On the table: You offer $85.00 every two weeks") for line in said.values()
    )
    assert any(line.startswith("On the table: Ana Reyes offers $50.00") for line in said.values())
    assert any(line.endswith("(agreed).") for line in said.values())


def test_the_model_call_stands_beside_the_same_phases_of_the_call() -> None:
    whole = practised()

    assert [one.phase for one in whole.model] == list(Phase)
    for stretch in whole.model:
        assert [one.text for one in stretch.said] == [one.text for one in stretch.model]


def test_each_turn_is_in_one_phase_and_in_order() -> None:
    whole = practised()

    turns = [one.turn for stretch in whole.model for one in stretch.said]

    assert turns == list(range(len(whole.turns)))


def test_the_wrap_up_stands_beside_what_was_agreed() -> None:
    good = practised()
    bad = practised(wrap_up=WrapUp(notes="Will not pay."))
    assert good.left_behind is not None
    assert bad.left_behind is not None

    assert all(item.fault is None for one in good.left_behind.entries for item in one.items)
    agreed = next(one for one in bad.left_behind.entries if one.name == "Agreed")
    assert agreed.recorded == "nothing"
    assert agreed.due.startswith("$85.00 every two weeks")
    assert any(item.fault is not None for item in agreed.items)


def test_a_note_with_a_secret_is_not_repeated() -> None:
    left = replace(model_wrap_up(LAID_OFF), notes="Card 4111 1111 1111 1111, she said.")

    whole = practised(wrap_up=left)

    assert whole.left_behind is not None
    assert "4111" not in str(whole.content["debrief"]["wrap_up"]["note"])


def test_without_a_scenario_it_is_said_that_negotiation_has_no_truth_to_compare_with() -> None:
    whole = from_elsewhere()

    assert whole.reservations == (NO_SCENARIO, NO_WRAP_UP, NO_MIND)
    assert whole.model == ()
    assert whole.debrief.conditions == ()
    assert whole.debrief.sentence.startswith("One thing must change first")


def test_a_note_is_compared_without_a_scenario_too() -> None:
    whole = from_elsewhere(wrap_up=WrapUp(notes="Lost his dog two years ago."))

    assert NO_WRAP_UP not in whole.reservations
    assert whole.left_behind is not None
    assert whole.left_behind.entries == ()
    assert whole.left_behind.note_items


def test_where_care_is_needed_there_is_no_bar() -> None:
    whole = practised(SCENARIOS["no_point_any_more"])

    assert whole.with_care
    assert whole.debrief.conditions == ()


WAVED_AWAY = """
collector: Hello, may I speak with Ana Reyes, please?
consumer: That's me. Who is this?
collector: Dana Wells with Harbor Recovery. What is your date of birth, so that I know it's you?
consumer: March fourth, eighty-eight.
collector: This is an attempt to collect a debt. Your auto loan is $1,140 behind. What happened?
consumer: I lost my job three weeks ago.
collector: Pull yourself together and pay the bill.
consumer: I can't.
collector: I'm sorry. What could you manage?
consumer: Thirty every two weeks.
collector: So that is $30 every two weeks from the 24th, by card. Is that right?
consumer: Yes.
collector: Thank you, Ana. Goodbye.
"""


def test_a_word_that_waves_a_hardship_away_is_named_first() -> None:
    told = from_elsewhere(WAVED_AWAY).debrief

    first = told.to_try[0].evidence
    assert first is not None
    assert first.quote == "Pull yourself together and pay the bill."
