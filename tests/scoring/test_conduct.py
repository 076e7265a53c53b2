"""Professional conduct: what was said to somebody who was not well off, and what to say instead."""

import pytest

from calls.context import CallContext
from calls.notation import parse_transcript
from compliance_rules import shipped_checker
from compliance_rules.finding import Standing
from scoring.conduct import PARTS
from scoring.marks import Dimension, Mark
from tests.scoring.reviewing import imported, mark_of, score_of

LOST = "consumer: I lost my job three weeks ago and I can't pay it all.\n"
ASKED = "collector: Hello Ana, this is Dana Wells.\n" + LOST
GOING_ON = "\nconsumer: I see.\ncollector: What could you manage?\nconsumer: I don't know."
FAULTY = {
    "no blame": "You should have paid before you lost it.",
    "no mockery": "Oh, how convenient.",
    "no irritators": "Calm down, that is a generous offer.",
    "no pressure": "You had better find the money, time is running out.",
    "promises you can keep": "Pay today and it will repair your credit score.",
}
SIGNALS = {name for part in PARTS for name in part.signals}


def part(answer: str, name: str) -> Mark:
    return mark_of(imported(f"{ASKED}collector: {answer}{GOING_ON}"), Dimension.CONDUCT, name)


@pytest.mark.parametrize(("name", "said"), FAULTY.items())
def test_each_part_has_the_words_and_a_better_line(name: str, said: str) -> None:
    mark = part(said, name)

    assert mark.value is not None
    assert mark.value < 100
    assert all(one.quote in said for one in mark.evidence)
    assert "I lost my job" in mark.advice
    assert ': say "' in mark.advice


@pytest.mark.parametrize("name", ["no blame", "no mockery", "no pressure"])
def test_a_decent_answer_to_trouble_is_right_and_shown_where_it_was_given(name: str) -> None:
    mark = part("I'm sorry. What has changed since then?", name)

    assert (mark.value, mark.evidence[0].turn) == (100, 2)


def test_where_nothing_tried_anybodys_manners_there_is_no_mark() -> None:
    made = imported(
        "collector: Hello, may I speak with Ana?\nconsumer: Speaking.\n"
        "collector: This is Dana Wells.\nconsumer: Hi.\ncollector: Thank you, goodbye."
    )

    score = score_of(made, Dimension.CONDUCT)

    assert score.value is None
    assert all(mark.value is None and mark.reason for mark in score.marks)


def test_one_part_that_went_wrong_outweighs_two_that_did_not() -> None:
    made = imported(f"{ASKED}collector: You idiot, you know nothing.{GOING_ON}")

    assert (score_of(made, Dimension.CONDUCT).value or 0) < 60


@pytest.mark.parametrize(
    ("said", "threatens"),
    [
        ("It is past the time in which anybody can sue you. We don't sue over it.", False),
        ("We don't sue over small sums. We will sue you over this one.", True),
    ],
)
def test_who_ends_with_saying_that_nobody_sues_threatens_nothing(
    said: str, threatens: bool
) -> None:
    value = part(said, "no threats").value

    assert (value is not None and value < 100) is threatens


def test_blame_is_marked_once() -> None:
    made = imported(f"{ASKED}collector: That is your own fault.{GOING_ON}")

    names = [mark.name for score in made.scorecard.scores for mark in score.marks]

    assert names.count("no blame") == 1
    assert "no blame" in {mark.name for mark in score_of(made, Dimension.CONDUCT).marks}


def test_a_second_remark_costs_as_much_again() -> None:
    once = part("Calm down. What happened?", "no irritators").value
    twice = part("Calm down. With all due respect, what happened?", "no irritators").value

    assert (once, twice) == (75, 50)


@pytest.mark.parametrize(
    "better", [line for one in PARTS for line in one.better.values()], ids=lambda line: line[:30]
)
def test_a_better_line_is_none_of_what_it_mends_and_meets_the_rules(better: str) -> None:
    checker = shipped_checker()
    call = parse_transcript(f"{LOST}collector: {better}")
    found = checker.check(call, CallContext()).findings
    reading = checker.reader.read_call(call)[1]

    assert not reading.has(*SIGNALS)
    assert [f.rule for f in found if f.standing is Standing.NOT_MET and f.turn == 1] == []
