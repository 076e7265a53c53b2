"""Hints: about the last exchange, one at most, a question or a better line."""

from dataclasses import replace

import pytest

from calls.context import CallContext
from calls.events import Hints
from calls.notation import parse_transcript
from calls.record import Record
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from compliance_rules.finding import Standing
from scoring.asked import ANSWERS
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.hints import _FIRST, Hint, hint
from tests.shipped import SCENARIOS

ANA = SCENARIOS["laid_off_three_weeks_ago"]
HELLO = "collector: Hello Ana, this is Dana Wells.\nconsumer: Hi.\n"
LAST = {
    "a rule": "collector: Pay now or you will be arrested.",
    "manner": "collector: Calm down, will you.",
    "a question": "collector: When can you pay?\nconsumer: Who is this?",
    "trouble": "collector: Is everything okay?\nconsumer: I lost my job and I'm scared.",
    "several questions": "collector: What happened? And when can you pay? How would you pay?",
}


def so_far(text: str) -> Case:
    record, checker = Record(parse_transcript(text), CallContext()), shipped_checker()
    readings, check = read_and_checked(record, checker, DEFAULT)
    return Case(record, readings, check, None, checker)


def given(text: str, level: Hints) -> Hint:
    found = hint(so_far(text), level)
    assert found is not None
    return found


@pytest.mark.parametrize("last", LAST.values(), ids=LAST)
def test_a_gentle_hint_asks_and_a_full_one_says_what_and_a_better_line(last: str) -> None:
    gentle, full = given(HELLO + last, Hints.GENTLE), given(HELLO + last, Hints.FULL)

    assert gentle.text.endswith("?")
    assert gentle.better == ""
    assert full.better
    assert full.text != gentle.text
    assert gentle.turn == full.turn >= 2


def test_off_is_off_and_before_a_word_was_said_there_is_none() -> None:
    assert hint(so_far(HELLO + LAST["manner"]), Hints.OFF) is None
    for level in Hints:
        assert hint(so_far(""), level) is None
        assert hint(so_far("consumer: Hello? Who is this?"), level) is None


def test_what_went_wrong_before_the_last_exchange_is_over() -> None:
    on = HELLO + LAST["manner"] + "\nconsumer: Okay.\ncollector: Sorry. Take your time."

    assert hint(so_far(on), Hints.FULL) is None


def test_a_full_hint_quotes_what_they_asked() -> None:
    asks = "collector: What would help you most?\nconsumer: Who is this?"
    full = given(HELLO + asks, Hints.FULL)

    assert full == Hint(3, 'They asked "Who is this?": answer that first.', full.better)


def test_a_better_line_to_trouble_takes_up_what_they_told() -> None:
    job = given(HELLO + LAST["trouble"], Hints.FULL).better
    loss = given(
        HELLO + "collector: Is everything okay?\nconsumer: My husband died in May.", Hints.FULL
    ).better

    assert "lost your job" in job
    assert "loss" in loss


def test_who_asks_who_it_is_gets_the_name_of_the_house() -> None:
    asks = "collector: One moment, please.\nconsumer: Who is this?"
    case = replace(so_far(HELLO + asks), scenario=ANA)
    full = hint(case, Hints.FULL)

    assert full is not None
    assert ANA.house.name in full.better


def test_a_sum_is_named_once_they_are_known_and_not_before() -> None:
    asks = "collector: Hello Ana, this is Dana Wells.\nconsumer: {}How much is it?"
    hints = [
        hint(replace(so_far(asks.format(known)), scenario=ANA), Hints.FULL)
        for known in ("", "I was born on March 4, 1988. ")
    ]

    told = [str(ANA.account.balance) in one.better for one in hints if one is not None]
    assert told == [False, True]


def test_the_same_call_gives_the_same_hint() -> None:
    case = so_far(HELLO + LAST["trouble"])

    assert hint(case, Hints.FULL) == hint(case, Hints.FULL)


def test_every_question_that_can_be_open_has_the_beginning_of_an_answer() -> None:
    assert _FIRST.keys() == ANSWERS.keys()


@pytest.mark.parametrize("level", [Hints.GENTLE, Hints.FULL])
def test_a_fear_put_as_a_question_is_one_of_them(level: Hints) -> None:
    asks = "consumer: What happens if one's late?\ncollector: One moment please."

    assert given(HELLO + asks, level).turn == 2


@pytest.mark.parametrize("better", _FIRST.values(), ids=_FIRST)
def test_the_beginning_of_an_answer_meets_the_rules(better: str) -> None:
    checker = shipped_checker()
    found = checker.check(parse_transcript(f"consumer: Yes?\ncollector: {better}"), CallContext())

    assert [f.rule for f in found.findings if f.standing is Standing.NOT_MET and f.turn == 1] == []
