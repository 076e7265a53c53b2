"""Short answers mean what they answer."""

import pytest

from calls.turn import Speaker, Turn
from language import Reading, shipped_reader


def answer(question: str, words: str, speaker: Speaker = Speaker.CONSUMER) -> Reading:
    reader = shipped_reader()
    asker = Speaker.CONSUMER if speaker is Speaker.COLLECTOR else Speaker.COLLECTOR
    before = reader.read(Turn(speaker=asker, text=question))
    return reader.read(Turn(speaker=speaker, text=words), 1, before)


@pytest.mark.parametrize(
    ("question", "words", "meaning"),
    [
        ("Am I speaking with Ana Reyes?", "Yes.", "confirms_identity"),
        ("hi is this mr okafor", "yh", "confirms_identity"),
        ("Am I speaking with Ana Reyes?", "No, sorry.", "denies_identity"),
        ("How about fifty dollars a month?", "Okay.", "accepts"),
        ("How about fifty dollars a month?", "no", "refuses"),
        ("Can you pay that today?", "Sure.", "promise_to_pay"),
        ("What is your date of birth?", "March fourth, eighty-eight.", "gives_identifier"),
        ("And the last four of your social?", "4411", "gives_identifier"),
        ("And the last four of your social?", "No.", "refuses_identifier"),
        ("When could you make the first payment?", "The fifteenth.", "promise_to_pay"),
        ("How about fifty dollars a month?", "forty dollars", "counters"),
    ],
)
def test_a_short_answer_means_what_was_asked(question: str, words: str, meaning: str) -> None:
    reading = answer(question, words)

    assert reading.has(meaning)


def test_the_last_thing_asked_is_what_is_answered() -> None:
    reading = answer("Is this Ms. Reyes? Could we say forty dollars a week?", "yes")

    assert reading.has("accepts")
    assert not reading.has("confirms_identity")


def test_a_yes_that_goes_on_to_refuse_accepts_nothing() -> None:
    reading = answer("How about fifty dollars a month?", "Yeah, I can't do that.")

    assert not reading.has("accepts")


def test_a_yes_to_nothing_in_particular_stays_a_yes() -> None:
    reading = answer("Lovely weather we are having.", "Yes.")

    assert reading.has("affirms")
    assert not reading.has("confirms_identity", "accepts", "promise_to_pay")


def test_the_collector_accepts_what_the_consumer_offers() -> None:
    reading = answer("I could pay forty dollars a month.", "Great.", Speaker.COLLECTOR)

    assert reading.has("accept")


@pytest.mark.parametrize("question", ["Why, does he owe a lot?", "How much is it?"])
def test_an_amount_given_for_what_is_owed_is_a_detail_of_the_account(question: str) -> None:
    reading = answer(question, "Yeah almost four grand", Speaker.COLLECTOR)

    assert reading.has("account_detail", kind="figures")
    assert not answer("When is he back?", "Yeah almost four grand", Speaker.COLLECTOR).has(
        "account_detail"
    )


@pytest.mark.parametrize(
    "words",
    [
        "It's the $95 for cutting the lock.",
        "That's the forty dollars they put on top.",
        "There's a $12 charge I never saw.",
        "This $60 fee, nobody told me of it.",
        "I spent $200 on the dentist that month.",
        "We lost $300 when the freezer died.",
        "My brother still owes me, he borrowed 80 dollars.",
        "On a good day I earn 90 dollars.",
    ],
)
def test_a_sum_that_somebody_tells_of_is_no_offer(words: str) -> None:
    assert not answer("What's the matter with it?", words).has("offers_payment")


@pytest.mark.parametrize(
    "words",
    [
        "Fifty dollars a month, maybe.",
        "I was thinking of forty dollars.",
        "About $30, I guess.",
        "Well, like 25 dollars every two weeks?",
        "Say sixty bucks on the first?",
        "$45. It isn't much, I know.",
        "Somewhere around 70 dollars.",
        "Not more than $20 for now.",
    ],
)
def test_a_sum_that_somebody_names_when_asked_openly_is_one(words: str) -> None:
    assert answer("What could work for you?", words).has("offers_payment", "counters")


def test_the_known_sum_is_an_offer_where_a_sum_was_asked_for() -> None:
    assert answer("How much could you pay?", "The $95, I guess.").has("offers_payment")


def test_the_same_speaker_going_on_answers_nobody() -> None:
    reader = shipped_reader()
    before = reader.read(Turn(speaker=Speaker.COLLECTOR, text="How about fifty dollars a month?"))

    reading = reader.read(Turn(speaker=Speaker.COLLECTOR, text="Okay."), 1, before)

    assert not reading.has("accept")
