"""Opportunities and responses: what each level is, what undoes it, and what is said instead."""

import pytest

from tests.scoring.empathising import CALLS, JOB, OPENING, answered, empathy, part

LEVELS = {
    "The balance is eleven hundred dollars.": 0,
    "I understand.": 1,
    "What happened?": 2,
    "Losing your job must be hard.": 3,
    "Losing your job must be hard. How are you managing?": 4,
    "Losing your job is hard. Anybody in your place would be scared.": 5,
}


@pytest.mark.parametrize(("said", "level"), LEVELS.items(), ids=map(str, LEVELS.values()))
def test_an_answer_has_the_level_of_what_its_words_show(said: str, level: int) -> None:
    mark = part(answered(said), "cues answered")

    assert f"(levels 0-5: {level})" in mark.reason


UNDONE = (
    "I understand, but you should have paid.",
    "I'm sorry to hear that, but you still owe the balance.",
    "Losing your job must be hard, but the payment is due.",
    "It's not that bad, at least you have a car.",
    "I lost my job once too. Cheer up.",
)


@pytest.mark.parametrize("said", UNDONE)
def test_what_is_taken_back_in_the_same_breath_earns_nothing(said: str) -> None:
    assert part(answered(said), "cues answered").value == 0
    assert part(answered(said), "shows understanding").value == 0


def test_an_answer_a_turn_late_is_worth_less_and_is_told() -> None:
    kind = "Losing your job must be hard."
    late = part(answered("The balance is eleven hundred dollars.", kind), "cues answered")
    at_once = part(answered(kind, "The balance is eleven hundred dollars."), "cues answered")

    assert late.value is not None
    assert at_once.value is not None
    assert 0 < late.value < at_once.value
    assert "1 of them a turn late" in late.reason


def test_calls_from_poor_to_exemplary_stand_in_that_order() -> None:
    values = [
        empathy(CALLS[name]).value or 0 for name in ("poor", "formula", "decent", "exemplary")
    ]

    assert values == sorted(values)
    assert values[0] < 25
    assert values[1] < 50
    assert values[-1] > 85


def test_advice_quotes_what_they_said_and_proposes_a_sentence_that_takes_it_up() -> None:
    mark = part(answered("I understand."), "cues answered")

    assert f'They said "Yes. {JOB}"' in mark.advice
    assert "Try: \"You lost your job three weeks ago and you're scared." in mark.advice


CUES = (
    "I lost my job three weeks ago.",
    "My husband passed away at home.",
    "My dad is really sick.",
    "We separated in the summer.",
    "We can barely feed the kids.",
    "I had a gambling problem.",
    "I'm really scared, you know.",
    "I feel so ashamed of it.",
    "I've been in tears all morning.",
    "How dare you ring me, this is ridiculous.",
    "There is no point in anything any more.",
    "I'm driving right now.",
    "I'm at work, I can't talk.",
)


@pytest.mark.parametrize("cue", CUES)
def test_whoever_says_what_is_proposed_gets_the_mark(cue: str) -> None:
    call = f"collector: Hello, is this Ana?\nconsumer: {cue}\n"
    before = part(empathy(f"{call}collector: The balance is due."), "cues answered")
    _, _, proposed = before.advice.rpartition("Try: ")

    after = part(empathy(f"{call}collector: {proposed.strip(chr(34))}"), "cues answered")

    assert after.value is not None
    assert after.value >= 70
    assert part(empathy(f"{call}collector: {proposed}"), "no unsolicited advice").value == 100


SIDES = {
    "validates": ("Anybody would be scared.", "The balance is due."),
    "invites more": ("Tell me what happened.", "The balance is due."),
    "shows understanding": ("So you lost your job and you're scared.", "The balance is due."),
    "no unsolicited advice": ("What would help?", "You should really make a budget."),
    "stays with them": ("What would help?", "I've been there, I lost my job once too."),
    "takes them seriously": ("What would help?", "It could be worse, cheer up."),
}


@pytest.mark.parametrize(("side", "turns"), SIDES.items(), ids=SIDES)
def test_each_of_the_six_sides_tells_better_from_worse(side: str, turns: tuple[str, str]) -> None:
    better, worse = (part(answered(turn), side) for turn in turns)

    assert better.value is not None
    assert worse.value is not None
    assert better.value > worse.value
    assert "of 5" in better.reason
    assert worse.advice


ASKED_FOR = {
    "an answer": ("What should I do now?", "You should open the letter first."),
    "permission": ("I don't know any more.", "May I suggest something? You could always ask."),
    "an offer": ("I can't pay it all.", "You might want to see our hardship program."),
    "signposting": ("I can't cope.", "You should ring the helpline, it is free."),
    "what is required": ("Who is this?", "First you have to give me your date of birth."),
    "a recap": ("Fine.", "So that's $40 on Friday by card, you have to send it by noon."),
}


@pytest.mark.parametrize(("theirs", "ours"), ASKED_FOR.values(), ids=ASKED_FOR)
def test_advice_on_a_collection_call_that_was_asked_for_is_not_unsolicited(
    theirs: str, ours: str
) -> None:
    text = f"{OPENING}collector: I see.\nconsumer: {theirs}\ncollector: {ours}"

    assert part(empathy(text), "no unsolicited advice").value == 100


def test_no_cue_gives_no_mark_and_no_offence_without_one() -> None:
    score = empathy("collector: Hello, is this Ana?\nconsumer: Yes.\ncollector: Two are missing.")

    assert score.value is None
    assert all(mark.value is None and mark.reason for mark in score.marks)


def test_reflections_to_questions_of_one_are_a_bonus_and_no_gate() -> None:
    both = part(answered("So you lost your job. What happened?"), "shows understanding")
    no_question = part(answered("So you lost your job three weeks ago."), "shows understanding")

    assert both.value == no_question.value == 100
    assert "as often as you asked" in both.reason
