"""What takes up, agrees and asks, and what only reads so: two turns for each fault found."""

from __future__ import annotations

import pytest

from calls.notation import parse_transcript
from calls.record import Record
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.empathy.cues import cues_answered
from scoring.empathy.score import score_empathy
from scoring.heard import exchanges
from scoring.questions import one_at_a_time, open_questions

CANNOT = "I can't pay that today."
LOST = "I lost my job at the warehouse."


def _case(*turns: str) -> Case:
    call = parse_transcript("\n".join(turns), "call")
    readings, check = read_and_checked(Record(call), shipped_checker(), DEFAULT)
    return Case(Record(call), readings, check)


def _taken_up(theirs: str, ours: str) -> float:
    case = _case("collector: Hello, is that Ana?", f"consumer: {theirs}", f"collector: {ours}")
    (found,) = exchanges(case)
    return found.taken_up or 0.0


@pytest.mark.parametrize(
    ("theirs", "better", "worse"),
    [
        (CANNOT, "What could you manage without going short?", "I need all of it today."),
        (LOST, "Losing a job is hard.", "Then I'm putting you down for $200 a month."),
    ],
)
def test_a_better_answer_takes_up_more_than_a_demand(theirs: str, better: str, worse: str) -> None:
    assert _taken_up(theirs, better) > _taken_up(theirs, worse)


def test_words_of_every_call_take_nothing_up() -> None:
    assert _taken_up(CANNOT, "Today is the day to pay.") == 0


@pytest.mark.parametrize("ours", ["It'll only take a minute.", "It'll only take minute."])
def test_going_on_over_somebody_answers_no_cue(ours: str) -> None:
    case = _case(
        "collector: Hello, is that Ana?",
        "consumer: I can't talk, I'm scared.",
        f"collector: {ours}",
    )

    assert {one.level for one in cues_answered(case)} == {0}


def test_an_open_question_asked_elsewhere_is_worth_what_a_closed_one_is() -> None:
    def invites(question: str) -> float | None:
        made = score_empathy(
            _case(
                f"collector: {question}",
                "consumer: I lost my job.",
                "collector: The balance is $300.",
                "consumer: I see.",
                "collector: It is due on Friday.",
            )
        )
        return next(mark.value for mark in made.marks if mark.name == "invites more")

    assert invites("What has been going on lately?") == invites("Did you just forget?")


def test_a_name_that_calls_somebody_is_no_question() -> None:
    case = _case("collector: Callum? Harbour Recovery. You owe $59.", "consumer: Yeah?")

    assert open_questions(case).value is None


@pytest.mark.parametrize(
    "asks", ["May I ask, what makes it urgent?", "May I ask what makes it so?"]
)
def test_may_i_ask_is_no_question_of_its_own(asks: str) -> None:
    case = _case("consumer: It's urgent.", f"collector: {asks}")

    assert one_at_a_time(case).value == 100
