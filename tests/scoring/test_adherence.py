"""The order of the work, handing over, look-ups and the time of the wrap-up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from calls.disposition import Disposition
from calls.record import Record, record_of
from calls.state import WrapUp
from compliance_rules import shipped_checker
from scoring.accuracy import Fault, left_behind
from scoring.marks import Dimension, Mark
from scoring.review import review
from simulator.circumstances import context
from tests.scoring.noting import case, with_note
from tests.scoring.reviewing import BEGAN, mark_of, model_wrap_up, played, practised, rows
from tests.shipped import SCENARIOS

ANA = SCENARIOS["laid_off_three_weeks_ago"]
BOYLE = SCENARIOS["the_hostile_recorder"]
POOR = ANA.poor_call.lines


def accuracy(lines: tuple[str, ...], name: str, wrap_up: WrapUp | None = None) -> Mark:
    return mark_of(practised(ANA, lines, wrap_up), Dimension.ACCURACY, name)


def of_record(changed: Record, name: str) -> Mark:
    return mark_of(review(changed, shipped_checker(), ANA), Dimension.ACCURACY, name)


def ana_record() -> Record:
    state = played(ANA, ANA.model_call.lines)
    call = state.call
    assert call is not None
    state = replace(state, wrap_up=model_wrap_up(ANA))
    return record_of("attempt", state, context(ANA, BEGAN, call.answered_by))


def test_a_model_call_takes_each_step_in_its_place() -> None:
    steps = accuracy(ANA.model_call.lines, "steps in order")

    assert steps.value == 100
    assert steps.evidence


def test_the_debt_before_the_name_is_a_step_out_of_place() -> None:
    steps = accuracy(POOR, "steps in order")

    assert steps.value is not None
    assert steps.value < 100
    assert "the debt came up before you knew who was speaking" in steps.reason
    assert steps.evidence[0].turn is not None
    assert steps.advice


def test_what_was_agreed_and_not_read_back_is_a_step_left_out() -> None:
    lines = tuple(line for line in ANA.model_call.lines if not line.startswith("So that"))
    steps = accuracy(lines, "steps in order")

    assert steps.reason == "what was agreed was not read back"
    assert steps.value == pytest.approx(200 / 3, abs=0.1)


def test_a_call_with_somebody_else_has_no_steps_to_take() -> None:
    flat = SCENARIOS["room_mate_picks_up"]
    made = practised(flat, flat.model_call.lines, model_wrap_up(flat))

    assert mark_of(made, Dimension.ACCURACY, "steps in order").value is None


def test_look_ups_are_marked_where_the_record_holds_any() -> None:
    record = ana_record()

    assert of_record(record, "look-ups").value is None
    assert of_record(replace(record, looked_up=("account",)), "look-ups").value is None
    some = of_record(replace(record, looked_up=("account", "contacts")), "look-ups")
    every = of_record(replace(record, looked_up=("account", "contacts", "house")), "look-ups")
    assert some.value is not None
    assert 0 < some.value < 100
    assert "house" in some.reason
    assert every.value == 100
    assert every.evidence[0].quote == "looked up: account, contacts, house"


def test_opening_the_notes_earns_and_costs_nothing() -> None:
    record = replace(ana_record(), looked_up=("account",))
    noted = replace(record, looked_up=("account", "notes"))

    assert of_record(noted, "look-ups").value is None
    assert of_record(noted, "look-ups").reason == of_record(record, "look-ups").reason


def test_the_time_of_the_wrap_up_is_told_and_moves_nothing() -> None:
    record = ana_record()
    slow = replace(record, wrap_up_took=timedelta(minutes=40, seconds=5))
    fast, late = (review(one, shipped_checker(), ANA) for one in (record, slow))

    told = mark_of(late, Dimension.ACCURACY, "wrap-up time")
    assert told.value is None
    assert told.reason == "40 min 5 s after the call; measured, never marked"
    assert fast.scorecard.grade == late.scorecard.grade


def test_a_complaint_that_is_taken_down_was_handed_over() -> None:
    made = practised(BOYLE, BOYLE.model_call.lines, model_wrap_up(BOYLE))
    handed = mark_of(made, Dimension.ACCURACY, "handing over")

    assert handed.value == 100
    assert any(one.turn is not None for one in handed.evidence)


def test_a_call_that_was_escalated_to_nobody_is_told() -> None:
    wrap_up = replace(model_wrap_up(ANA), disposition=Disposition.ESCALATED, notes="")
    lines = ("Hello, may I speak with Ana Reyes?", "Thank you, goodbye.")
    handed = accuracy(lines, "handing over", wrap_up)

    assert handed.value == 0
    assert "nobody was told" in handed.reason


@pytest.mark.parametrize("amount", ["95", "120"])
def test_each_row_that_was_not_agreed_is_an_item_with_its_turn(amount: str) -> None:
    of = case(ANA.id)
    assert of.record.wrap_up is not None
    assert of.record.wrap_up.arrangement is not None
    first = of.record.wrap_up.arrangement.instalments[0].due
    kept = replace(of.record.wrap_up, arrangement=rows(amount, 4, first))
    items = left_behind(replace(of, record=replace(of.record, wrap_up=kept)))
    wrong = [one for one in items if one.part == "arrangement rows"]

    assert len(wrong) == 4
    assert {one.fault for one in wrong} == {Fault.CONTRADICTED}
    assert all(one.proof for one in wrong)


def test_a_flag_that_is_missing_names_the_turn_that_makes_it_due() -> None:
    of = case(ANA.id)
    assert of.record.wrap_up is not None
    kept = replace(of.record.wrap_up, flags=frozenset())
    items = left_behind(replace(of, record=replace(of.record, wrap_up=kept)))
    (flag,) = [one for one in items if one.part == "flags"]

    assert flag.fault is Fault.MISSING
    assert "let me go" in flag.proof[0].quote


def test_no_note_at_all_is_missing() -> None:
    (nothing,) = [one for one in left_behind(with_note(ANA.id, "")) if one.in_note]

    assert nothing.fault is Fault.MISSING
