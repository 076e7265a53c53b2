"""A demand for money after what it was not to be asked after: it costs, and its turn is shown."""

from dataclasses import replace
from functools import cache

import pytest

from calls.context import CallContext
from calls.notation import parse_transcript
from calls.record import Record, record_of
from calls.turn import Speaker
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.demands import trigger_in
from scoring.marks import Dimension
from scoring.review import Review, review
from simulator.circumstances import context
from tests.scoring.reviewing import BEGAN, imported, mark_of, model_wrap_up, played
from tests.shipped import SCENARIOS

CALLS = ("lawyer_and_chapter_7", "never_had_this_card", "day_22", "is_this_a_scam")
"""A lawyer and bankruptcy, identity theft, a dispute, doubt whether we are who we say we are."""
DEMAND = " So can you pay fifty dollars of it today?"


@cache
def kept(name: str) -> Record:
    """The model call as it is recorded, with what a good collector leaves behind."""
    scenario = SCENARIOS[name]
    said = scenario.model_call
    state = replace(played(scenario, said.lines, said.answered_by), wrap_up=model_wrap_up(scenario))
    assert state.call is not None
    return record_of("attempt", state, context(scenario, BEGAN, state.call.answered_by))


def reviewed(name: str, *, demands: int, also: str = DEMAND) -> tuple[Review, list[int]]:
    """The model call whose last turns ask for money as well, and which turns these are."""
    record = kept(name)
    turns = list(record.transcript.turns)
    ours = [n for n, turn in enumerate(turns) if turn.speaker is Speaker.COLLECTOR]
    asking = ours[len(ours) - demands :]
    for n in asking:
        turns[n] = turns[n].model_copy(update={"text": turns[n].text + also})
    said = record.transcript.model_copy(update={"turns": tuple(turns)})
    return review(replace(record, transcript=said), shipped_checker(), SCENARIOS[name]), asking


@pytest.mark.parametrize("name", CALLS)
def test_the_right_end_over_a_demand_is_a_quarter_of_it_and_shows_the_turn(name: str) -> None:
    good, _ = reviewed(name, demands=0)
    over, (turn,) = reviewed(name, demands=1)

    before, after = (mark_of(one, Dimension.NEGOTIATION, "outcome") for one in (good, over))
    assert (before.value, after.value) == (100, 25)
    assert turn in {one.turn for one in after.evidence}
    assert f"turn {turn + 1}" in after.advice


def test_a_figure_that_is_put_to_them_asks_for_money_as_well() -> None:
    put, (turn,) = reviewed("never_had_this_card", demands=1, also=" We could do $40 a month.")

    mark = mark_of(put, Dimension.NEGOTIATION, "outcome")
    assert mark.value == 25
    assert turn in {one.turn for one in mark.evidence}


def test_two_demands_leave_nothing_of_it() -> None:
    made, _ = reviewed("lawyer_and_chapter_7", demands=2)

    assert mark_of(made, Dimension.NEGOTIATION, "outcome").value == 0


@pytest.mark.parametrize("name", CALLS[:3])
def test_the_right_route_is_left_again_by_a_demand(name: str) -> None:
    good, _ = reviewed(name, demands=0)
    over, (turn,) = reviewed(name, demands=1)

    before, after = (mark_of(one, Dimension.EMPATHY, "right route taken") for one in (good, over))
    assert before.value is not None
    assert after.value is not None
    assert after.value < before.value
    assert turn in {one.turn for one in after.evidence}


def test_who_wants_to_pay_after_all_may_be_asked() -> None:
    call = """collector: Is this Ana Reyes?
consumer: Yes. I dispute this, I never had that card.
collector: Then I'll note that you dispute it, and collection stops.
consumer: {theirs}
collector: Can you pay it today?
consumer: Okay."""

    values = [
        mark_of(imported(call.format(theirs=one)), Dimension.EMPATHY, "right route taken").value
        for one in ("Good.", "You know what, I can pay fifty dollars on Friday.")
    ]

    assert values == [50, 100]


def test_a_demand_after_the_second_of_two_triggers_counts() -> None:
    call = """collector: Is this Ana Reyes?
consumer: Yes, but I'm driving right now.
collector: When is a better time?
consumer: You know what, I can pay fifty dollars on Friday.
collector: Thank you.
consumer: No wait, I dispute this, I never had that card.
collector: Can you pay it today?
consumer: Okay."""
    checker, record = shipped_checker(), Record(parse_transcript(call), CallContext())
    readings, check = read_and_checked(record, checker, DEFAULT)

    found = trigger_in(Case(record, readings, check, None, checker))

    assert found is not None
    assert [one.index for one in found.demanded] == [6]
    assert found.told.has("disputes_debt")
