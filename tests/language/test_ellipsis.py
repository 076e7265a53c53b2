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


def test_the_same_speaker_going_on_answers_nobody() -> None:
    reader = shipped_reader()
    before = reader.read(Turn(speaker=Speaker.COLLECTOR, text="How about fifty dollars a month?"))

    reading = reader.read(Turn(speaker=Speaker.COLLECTOR, text="Okay."), 1, before)

    assert not reading.has("accept")
