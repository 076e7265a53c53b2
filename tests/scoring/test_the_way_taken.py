"""Where there is nothing to agree on, the way that was taken is marked, not the record of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from calls.context import CallContext
from calls.disposition import Disposition
from calls.state import WrapUp
from calls.turn import Speaker, Transcript, Turn
from commands.reviewing import recorded
from compliance_rules import shipped_checker
from scoring.marks import Dimension, Mark
from scoring.review import Review, review
from tests.scoring.reviewing import BEGAN, TODAY, mark_of, played, practised, score_of
from tests.shipped import SCENARIOS
from training.rehearsal import left_behind

ROUTES = ("breathing_room", "never_had_this_card", "lawyer_and_chapter_7", "little_english")
BOYLE = SCENARIOS["the_hostile_recorder"]
HE_SAYS = (
    "Yeah. I'm recording this. Every damn word.",
    "May third, eighty-five. I don't owe that gym anything!",
    "And I'm filing a complaint about the lot of you.",
    "Okay.",
)
NOTED = WrapUp(
    notes="Disputes it, complains about a call.",
    disposition=Disposition.DISPUTE,
    flags=frozenset({"disputed", "complaint"}),
    follow_up=TODAY + timedelta(days=14),
)


def left(name: str) -> WrapUp:
    """What a good collector leaves behind after the model call."""
    scenario = SCENARIOS[name]
    said = scenario.model_call
    return left_behind(scenario, said, played(scenario, said.lines, said.answered_by))


def outcome_of(name: str, wrap_up: WrapUp) -> Mark:
    said = SCENARIOS[name].model_call
    made = practised(SCENARIOS[name], said.lines, wrap_up, said.answered_by)
    return mark_of(made, Dimension.NEGOTIATION, "outcome")


@pytest.mark.parametrize("name", ROUTES)
def test_a_flag_and_a_day_that_nobody_recorded_are_no_other_way(name: str) -> None:
    made = outcome_of(name, replace(left(name), flags=frozenset(), follow_up=None))

    assert made.value == 100


@pytest.mark.parametrize("name", ROUTES)
def test_a_call_that_ends_under_another_code_took_another_way(name: str) -> None:
    made = outcome_of(name, replace(left(name), disposition=Disposition.PROMISE_TO_PAY))

    assert made.value == 0
    assert made.reason.startswith("how the call ended would be ")


def boyle(*ours: str) -> Review:
    """A call from elsewhere with somebody who complains, as if it had been practised."""
    turns = [
        Turn(speaker=speaker, text=text)
        for pair in zip(ours, HE_SAYS, strict=True)
        for speaker, text in zip((Speaker.COLLECTOR, Speaker.CONSUMER), pair, strict=True)
    ]
    call = Transcript(id="elsewhere", turns=tuple(turns), began_at=BEGAN)
    checker = shipped_checker()
    record = recorded(call, CallContext(), checker, BOYLE, NOTED)
    return review(record, checker, BOYLE)


OPENED = (
    "Is this Curtis Boyle? Dana Wells, Harbor Recovery, this call is recorded.",
    "Could you confirm your date of birth?",
    "It's about Ironside Gym. I've noted that you dispute it, and we stop. What happened?",
)


def test_a_recorded_call_is_heard_as_somebody_on_the_line_hears_it() -> None:
    taken_up = boyle(*OPENED, "I'll take your complaint down in your words. What went wrong?")
    passed_over = boyle(*OPENED, "Is there anything else?")

    marks = [score_of(one, Dimension.NEGOTIATION).value for one in (taken_up, passed_over)]
    assert marks == [85, 0]  # said, and not said back: the end of level 4
    lacks = mark_of(passed_over, Dimension.NEGOTIATION, "outcome").reason
    assert lacks.startswith("one thing they said was not taken up: complains")


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("I've sent that on. Goodbye.", 50),
        ("So you forward the email and we write by March 24. Did I get that right?", 100),
    ],
)
def test_what_comes_next_is_agreed_on_where_it_is_said_back(said: str, marked: float) -> None:
    made = boyle(*OPENED[:2], OPENED[2] + " I'll take your complaint down.", said)

    assert mark_of(made, Dimension.NEGOTIATION, "what comes next").value == marked
