"""What must gain nothing: formulas, repetition, a "but", questions left out, length."""

import re

import pytest

from calls.notation import parse_transcript
from calls.turn import Speaker
from tests.scoring.empathising import CALLS, answered, empathy, empathy_of, part
from tests.scoring.reworded import put_otherwise

CUES = (
    "I lost my job.",
    "My dad is really sick.",
    "We separated in the summer.",
    "I'm scared, you know.",
    "We are flat broke.",
    "I'm so embarrassed.",
    "I've been in tears all morning.",
    "We can barely feed the kids.",
    "My hours were cut.",
    "I can't sleep.",
)
AGAIN = ("I understand.", "I hear you.", "That must be hard.")


def all_answered(first: str, rest: str) -> float:
    """What a call with ten cues comes to, the first answered in one way and the rest in another."""
    turns = [first, *[rest] * (len(CUES) - 1)]
    lines = [f"consumer: {c}\ncollector: {t}" for c, t in zip(CUES, turns, strict=True)]
    value = part(empathy("\n".join(lines)), "cues answered").value
    assert value is not None
    return value


@pytest.mark.parametrize("phrase", AGAIN)
def test_ten_times_the_same_is_no_more_than_one_specific_reflection(phrase: str) -> None:
    one = all_answered("So you lost your job. What happened?", "The office closes at six.")
    ten = all_answered(phrase, phrase)

    assert ten <= one + (0 if phrase in AGAIN[:2] else 3)


def test_a_formula_said_ten_times_in_a_turn_is_one() -> None:
    once = part(answered("I understand."), "cues answered").value

    assert part(answered("I understand. " * 10), "cues answered").value == once


BUTS = (
    "I understand, but you should have paid.",
    "I understand but you need to pay it.",
    "i hear you but the balance is still due",
    "We're sorry to hear that, but you signed the contract.",
)


@pytest.mark.parametrize("said", BUTS)
def test_i_understand_but_is_worth_no_more_than_saying_nothing(said: str) -> None:
    nothing = answered("The office closes at six.").value
    value = answered(said).value

    assert value is not None
    assert nothing is not None
    assert part(answered(said), "cues answered").value == 0
    assert value <= nothing


@pytest.mark.parametrize("name", CALLS)
def test_leaving_questions_out_raises_nothing(name: str) -> None:
    call = parse_transcript(CALLS[name])
    fewer = put_otherwise(call, lambda text: re.sub(r"[^.?!]*\?", "", text).strip() or "Okay.")

    before, after = empathy_of(call), empathy_of(fewer)

    assert before.value is not None
    assert (after.value or 0) <= before.value
    understood = [part(score, "shows understanding").value or 0 for score in (before, after)]
    assert understood[1] <= understood[0]


@pytest.mark.parametrize("name", CALLS)
def test_saying_more_raises_nothing(name: str) -> None:
    call = parse_transcript(CALLS[name])
    longer = put_otherwise(call, lambda text: f"{text} Our office is on Pine Street, by the way.")
    before, after = empathy_of(call).value, empathy_of(longer).value

    assert before is not None
    assert after is not None
    assert after - before <= 2


def test_stuffing_every_right_word_into_one_turn_is_no_more_than_one_answer() -> None:
    stuffed = "I understand. I hear you. Sorry to hear that. Hardship. Options. That must be hard."
    lines = "\n".join(f"consumer: {cue}\ncollector: {stuffed}" for cue in CUES)

    mark = part(empathy(lines), "cues answered")

    assert mark.value is not None
    assert mark.value <= 15
    assert "with what had been said before" in mark.reason


def test_the_other_side_says_the_same_in_every_way_of_putting_it() -> None:
    call = parse_transcript(CALLS["decent"])
    other = put_otherwise(call, str.upper)
    theirs = [turn.text for turn in call.turns if turn.speaker is not Speaker.COLLECTOR]

    assert [t.text for t in other.turns if t.speaker is not Speaker.COLLECTOR] == theirs
