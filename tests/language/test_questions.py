"""Where questions stand, what words are said in them, and which amounts are a choice."""

import pytest

from calls.turn import Speaker, Turn
from language.alternatives import are_alternatives
from language.questions import (
    asks_for_more,
    asks_which,
    questions_apart,
    signals_asked,
    words_asked,
)
from language.reading import Reading
from language.shipped import read
from language.wording import words_said


def _said(text: str) -> Reading:
    return read(Turn(speaker=Speaker.COLLECTOR, text=text))


def test_only_the_sentences_with_a_mark_are_asked() -> None:
    asked = words_asked(_said("I saw the rent is due. Do you work? Thanks!"))

    assert asked.words == ("do", "you", "work")


def test_a_turn_without_a_mark_may_be_one_question() -> None:
    assert words_asked(_said("so is the rent paid")).holds(["rent"])


def test_a_point_inside_an_amount_ends_no_question() -> None:
    assert words_asked(_said("Is the rent $1,200.50 a month?")).holds(["rent"])


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("I know you lost your job. How is your health?", {"health"}),
        ("how is your health since you lost your job", {"health", "job"}),
    ],
)
def test_a_topic_is_asked_about_in_its_own_sentence(text: str, topics: set[str]) -> None:
    asked = {signal.kind for signal in signals_asked(_said(text)) if signal.name == "topic"}

    assert asked == topics


def test_words_are_looked_up_whole_whatever_the_marks_and_capitals() -> None:
    said = words_said(_said("I can\u2019t PROMISE - that, Jos\u00e9; an e-mail..."))

    assert said.holds(["can't promise"])
    assert said.holds(["jos\u00e9"])
    assert said.holds(["e-mail"])
    assert not said.holds(["prom", "hat"])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What's it about is personal. When is he back?", False),
        ("What happened is that it bounced", False),
        ("What's it about is what I want to know, what changed?", True),
        ("What do you think is fair", True),
        ("what happened this time", True),
    ],
)
def test_a_question_that_goes_on_as_a_statement_asks_nothing(text: str, asked: bool) -> None:
    assert _said(text).has("open_question") is asked


def test_asking_for_more_is_heard() -> None:
    assert asks_for_more(_said("Do you have any questions?"))
    assert not asks_for_more(_said("Do you have a card?"))


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("forty or fifty dollars a week?", True),
        ("$40 a week - or, if you like, $60 on Friday", True),
        ("could you do $40, no, $50", False),
        ("$40 on the fourth, for sure", False),
    ],
)
def test_two_amounts_are_a_choice_or_a_correction(text: str, choice: bool) -> None:
    reading = _said(text)

    assert are_alternatives(reading, reading.money) is choice


@pytest.mark.parametrize(
    "text",
    [
        "Are you safe? Is anybody with you?",
        "Are you safe, and is anybody with you?",
    ],
)
def test_two_questions_are_taken_apart(text: str) -> None:
    first, second = questions_apart(_said(text))

    assert first.words == ("are", "you", "safe")
    assert second.words == ("is", "anybody", "with", "you")


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("and how much was it again", True),
        ("tell me what comes in each month", True),
        ("I see. When would that be", True),
        ("Okay, I know what you mean, but where is it?", True),
        ("is that right", False),
        ("I know what you mean.", False),
        ("I see why that is hard.", False),
        ("So that's when it started.", False),
        ("Here is what I can do for you.", False),
    ],
)
def test_what_is_asked_for_is_known_without_a_mark(text: str, which: bool) -> None:
    assert asks_which(_said(text)) is which
