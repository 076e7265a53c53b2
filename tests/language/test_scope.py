"""Who means what: negation, condition, quotation and question."""

import pytest

from calls.turn import Speaker, Turn
from language import Signal, shipped_reader


def signal(name: str, text: str, kind: str | None = None) -> Signal:
    reading = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text))
    return next(reading.all(name, kind))


@pytest.mark.parametrize(
    "text",
    [
        "You will not be arrested.",
        "Nobody is going to arrest you over a card.",
        "No one can have you arrested for this",
        "we would never have you arrested",
        "we cant get u arrested for this",
        "I'm not saying that you will be arrested.",
        "That does not mean you will be arrested.",
        "You won't be arrested, even if you can't pay.",
        "An arrest is not something that happens here.",
    ],
)
def test_a_denied_threat_is_not_asserted(text: str) -> None:
    threat = signal("threat", text, "arrest")

    assert threat.negated
    assert not threat.asserted


@pytest.mark.parametrize(
    "text",
    [
        "You won't be arrested if you pay today.",
        "You will not be arrested unless you keep ignoring us.",
        "We have not had you arrested yet.",
        "You won't be arrested for now.",
    ],
)
def test_unless_and_yet_reopen_a_denial(text: str) -> None:
    threat = signal("threat", text, "arrest")

    assert threat.asserted
    assert threat.hypothetical


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to have you arrested.",
        "You wouldn't want to be arrested over this.",
        "Nobody wants to see you arrested.",
        "I'd rather not have you arrested.",
        "Don't make me have you arrested.",
        "I hope you don't get arrested for this.",
        "Nobody wants to have you arrested, but the check bounced.",
    ],
)
def test_what_nobody_wants_is_announced_all_the_same(text: str) -> None:
    threat = signal("threat", text, "arrest")

    assert threat.asserted
    assert threat.hypothetical


@pytest.mark.parametrize(
    "text",
    [
        "I don't want you to worry about being arrested.",
        "I wouldn't want you to think that you'd be arrested.",
        "No, nobody here wants to have you arrested.",
        "Nobody wants you arrested, and nobody is going to have you arrested.",
    ],
)
def test_a_worry_that_is_eased_stays_denied(text: str) -> None:
    *_, last = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text)).all("threat")

    assert not last.asserted


def test_a_wish_that_is_denied_is_no_offer() -> None:
    """Only what people fear is announced by it; what is asked for is really taken back."""
    assert signal("demand_payment", "I don't want you to pay today.").negated


@pytest.mark.parametrize(
    "text",
    [
        "We won't hesitate to have you arrested.",
        "It's not like we can't have you arrested.",
        "I can't promise that you won't be arrested.",
        "You can't stop us from having you arrested.",
        "Without a payment tonight you get arrested.",
        "You won't like it when you are arrested.",
        "This isn't a threat, it's a promise, you'll be arrested.",
        "The lawyer told me you'll be arrested.",
    ],
)
def test_a_denial_of_something_else_denies_no_threat(text: str) -> None:
    assert signal("threat", text, "arrest").asserted


@pytest.mark.parametrize(
    "text",
    [
        "If you don't pay you will be arrested.",
        "you are not listening you will be arrested",
        "We don't like it but you will be arrested.",
        "Why don't you pay, or you will be arrested.",
        "You are not getting out of this. You will be arrested.",
    ],
)
def test_a_not_of_another_clause_denies_nothing(text: str) -> None:
    assert signal("threat", text, "arrest").asserted


def test_a_not_that_the_pattern_asks_for_is_no_denial() -> None:
    refusal = signal("refuse", "We can't accept less than that.")

    assert refusal.asserted


@pytest.mark.parametrize(
    "text",
    [
        "You said somebody would arrest you.",
        "Who told you that you would be arrested?",
        'You mentioned a letter. It says "you will be arrested", right?',
        "According to him you were going to be arrested.",
    ],
)
def test_words_of_somebody_else_are_quoted(text: str) -> None:
    threat = signal("threat", text, "arrest")

    assert threat.quoted
    assert not threat.asserted


def test_after_the_quotation_the_speaker_speaks_again() -> None:
    threat = signal("threat", "You said you would pay, but you will be arrested.", "arrest")

    assert threat.asserted


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Could you pay that today?", True),
        ("can you pay that today", True),
        ("so when will you pay that", True),
        ("You will pay that today?", True),
        ("You will pay that today.", False),
        ("Pay that today, do you understand?", False),
    ],
)
def test_questions_are_known_with_and_without_their_mark(text: str, asked: bool) -> None:
    assert signal("demand_payment", text).question is asked


@pytest.mark.parametrize("text", ["We may sue you.", "They could sue you.", "If so we will sue."])
def test_what_may_happen_is_hypothetical(text: str) -> None:
    assert signal("threat", text, "suit").hypothetical


def test_courtesy_makes_nothing_hypothetical() -> None:
    assert not signal("demand_payment", "Could you pay that today?").hypothetical


@pytest.mark.parametrize(
    "text",
    [
        "You're worried that we will take your wages.",
        "You are going to sue us, I wrote that down.",
        "When was the car repossessed?",
        "Were you served with anything?",
    ],
)
def test_what_the_other_side_fears_or_went_through_is_no_threat(text: str) -> None:
    reading = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text))

    assert not reading.has("threat")


def test_a_swear_word_is_out_though_it_is_denied() -> None:
    assert signal("profanity", "I don't give a damn.").asserted
    assert not signal("profanity", 'You told me he said "damn" to you.').asserted
