"""What calls for an answer, and what an answer is at most: what readers see beside set phrases."""

from datetime import date

import pytest

from benchmarks.scored_calls import Left, ScoredCall, reviewed
from calls.turn import Speaker, Turn
from scoring.empathy.opportunities import CONCERNS
from scoring.empathy.proposals import _PROPOSALS
from scoring.marks import Dimension, Score
from tests.scoring.empathising import answered, empathy, part

CONCERNED = {
    "complaint": "I want to put in a formal complaint.",
    "identity_theft": "Somebody stole my identity and opened it.",
    "wrong_party": "You've got the wrong person.",
    "already_paid": "I already paid that.",
    "disputes_debt": "I don't owe this, I dispute it.",
    "suspects_scam": "How do I know this isn't a scam?",
    "stop_channel": "Stop texting me.",
    "cease_all": "Do not contact me again.",
}


@pytest.mark.parametrize("words", CONCERNED.values(), ids=CONCERNED)
def test_what_they_have_against_it_calls_for_an_answer(words: str) -> None:
    call = f"collector: Hello, is this Ana?\nconsumer: {words}\n"
    before = part(empathy(f"{call}collector: The balance is forty dollars."), "cues answered")
    _, _, proposed = before.advice.rpartition("Try: ")

    after = part(empathy(f"{call}collector: {proposed.strip(chr(34))}"), "cues answered")

    assert (before.value or 0) <= 25
    assert after.value is not None
    assert after.value > 50


def test_each_concern_has_a_better_line() -> None:
    assert set(CONCERNS) <= set(_PROPOSALS)


def test_civil_words_that_pass_over_it_earn_nothing() -> None:
    score = answered("Thank you. The balance is eleven hundred dollars.", "Goodbye.")

    assert score.value == 0
    assert part(score, "takes them seriously").value == 100


def test_naming_in_one_turn_and_asking_in_the_next_is_both() -> None:
    named = "Losing your job must be hard."
    both = part(answered(named, "How are you managing?"), "cues answered")

    assert "(levels 0-5: 4)" in both.reason
    assert "a turn late" not in both.reason


def test_a_kind_word_after_a_blow_is_a_formula() -> None:
    blow = "You should have thought of that before."
    late = part(answered(blow, "Losing your job must be hard."), "cues answered")
    owned = part(answered(blow, "I'm sorry I said that. Losing a job is hard."), "cues answered")

    assert "(levels 0-5: 1)" in late.reason
    assert (owned.value or 0) > (late.value or 0)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("That sounds hard, no wonder you feel like that.", 0),
        ("Let's leave the bill. Are you thinking of ending your life?", 4),
    ],
)
def test_who_speaks_of_not_living_is_asked_or_it_was_passed_over(said: str, level: int) -> None:
    call = "collector: Is this Ana?\nconsumer: There is no point in anything any more.\n"
    mark = part(empathy(f"{call}collector: {said}"), "cues answered")

    assert f"(levels 0-5: {level})" in mark.reason


@pytest.mark.parametrize("ours", ["Then another time. When is better?", "Then I'll let you go."])
def test_who_cannot_talk_is_let_go_or_asked_when(ours: str) -> None:
    call = "collector: Is this Ana?\nconsumer: I can't talk, I'm at work.\n"

    assert (part(empathy(f"{call}collector: {ours}"), "cues answered").value or 0) > 50
    asked = part(empathy(f"{call}collector: What is your date of birth?"), "cues answered")
    assert (asked.value or 0) <= 25


def _of_scenario(name: str, who: str, *turns: str) -> Score:
    """Empathy of a recorded call of a scenario; the collector begins."""
    sides = (Speaker.COLLECTOR, Speaker.CONSUMER)
    call = ScoredCall(
        id="own",
        scenario=name,
        answered_by=who,
        turns=tuple(Turn(speaker=sides[n % 2], text=one) for n, one in enumerate(turns)),
        wrap_up=Left(),
        day=date(2026, 11, 10),
    )
    scores = reviewed(call).scorecard.scores
    return next(one for one in scores if one.dimension is Dimension.EMPATHY)


OPENED = (
    "This is Dana Wells with Harbor Recovery on a recorded line. Is this Mr. Vick?",
    "Vick.",
    "Could I have your date of birth, so that I have the right person?",
    "December third, seventy-seven.",
    "It's your Summit Trust card. How did it come to this?",
    "I bought a container of fridges that didn't run. There's another one after me as well.",
)


def test_what_the_scenario_knows_to_lie_behind_it_calls_for_an_answer() -> None:
    passed = _of_scenario("take_it_or_leave_it", "roland", *OPENED, "I need it by Friday.")
    taken = _of_scenario(
        "take_it_or_leave_it",
        "roland",
        *OPENED,
        "A container of fridges that didn't run, that must be hard. What does that leave you with?",
    )

    assert passed.value is not None
    assert taken.value is not None
    assert passed.value < 25
    assert taken.value > 75


def test_an_invoice_between_businesses_weighs_on_nobody() -> None:
    score = _of_scenario(
        "no_purchase_order",
        "clerk",
        "Good morning, this is Dana Wells with Harbour Trade Credit. Is that Moira Tansley?",
        "It is. That's not in our system. There is no purchase order for it.",
        "Which number should be on it?",
        "We were merged, last quarter. All the old order numbers were closed.",
        "Then I send it again with the new one.",
    )

    assert score.value is None


def test_questions_answered_in_ones_own_words_are_a_talk() -> None:
    score = _of_scenario(
        "is_this_a_scam",
        "lorraine",
        "Good morning, may I speak with Lorraine Pickett, please?",
        "Who's calling?",
        "Somebody you don't know, and that is the trouble: my word is worth nothing here.",
        "And what's it about?",
        "You're right to ask. I'd tell you once you have looked us up and rung us yourself.",
        "And how much is it?",
        "That stays with us until you have checked who we are, so nobody else hears it.",
        "I'd rather look you up.",
        "Do that, the number is on the letter that came from Harbor Recovery.",
    )

    assert "nobody was talked with" not in score.reason
