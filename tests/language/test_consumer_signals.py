"""What consumers and third parties say: the distinctions that decide what a collector must do."""

from __future__ import annotations

import pytest

from calls.turn import Speaker, Turn
from language.reading import Reading
from language.shipped import shipped_reader


def read(text: str, speaker: Speaker = Speaker.CONSUMER) -> Reading:
    return shipped_reader().read(Turn(speaker=speaker, text=text))


def says(text: str) -> set[str]:
    return {signal.name for signal in read(text).signals if signal.asserted}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("look, stop calling me at this number", "stop_channel"),
        ("dont text me anymore", "stop_channel"),
        ("STOP", "stop_channel"),
        ("Never contact me again, any of you.", "cease_all"),
        ("i want no further communication", "cease_all"),
        ("im at work cant talk", "at_work"),
        ("I can't talk, I'm driving.", "driving"),
        ("this isnt a good time tbh", "bad_time"),
        ("My solicitor has the file.", "attorney"),
        ("we filed chapter 7 in may", "bankruptcy"),
        ("Somebody opened this in my name.", "identity_theft"),
        ("i never opened any account with them", "disputes_debt"),
        ("that fee is wrong", "disputes_amount"),
        ("She doesn't live here.", "wrong_party"),
        ("hes not in mate", "third_party_answer"),
        ("He passed away in April.", "deceased"),
        ("got laid off three weeks ago", "hardship_job"),
        ("cant afford it atm", "hardship_other"),
        ("my wife left and took the savings", "hardship_divorce"),
        ("What's the point of living like this.", "crisis_self_harm"),
        ("i just want to die", "crisis_self_harm"),
        ("How do I know this isn't a scam?", "suspects_scam"),
        ("why do u need my bday", "asks_why"),
        ("who's calling please", "asks_who_is_calling"),
        ("whats this about", "asks_what_about"),
        ("I'd want that in writing.", "asks_validation"),
        ("i could prob do 40", "offers_payment"),
        ("I'll pay it Friday.", "promise_to_pay"),
        ("Only if you drop the fees.", "condition"),
        ("what if we said sixty instead", "counters"),
        ("ok that works for me", "accepts"),
        ("I'm not paying that.", "refuses"),
        ("let me talk to my husband first", "asks_time"),
        ("no hablo ingles", "language_need"),
        ("I'm hard of hearing, love.", "disability_need"),
        ("I am recording this.", "recording"),
        ("im so ashamed", "shame"),
        ("Will you take my car?", "fear"),
    ],
)
def test_what_is_said_is_heard(text: str, name: str) -> None:
    assert name in says(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maybe I should get a lawyer.", "attorney"),
        ("I don't have an attorney.", "attorney"),
        ("I'm thinking about filing.", "bankruptcy"),
        ("I don't want to go bankrupt.", "bankruptcy"),
        ("You can keep calling, it's fine.", "cease_all"),
        ("stop calling me", "cease_all"),
        ("Don't stop on my account.", "stop_channel"),
        ("I'm not at work today.", "at_work"),
        ("You're driving a hard bargain.", "driving"),
        ("It's not a bad time.", "bad_time"),
        ("I can't do 40.", "offers_payment"),
        ("I won't pay it Friday.", "promise_to_pay"),
        ("That won't work.", "accepts"),
        ("No problem at all.", "refuses"),
        ("I haven't paid it yet.", "already_paid"),
        ("I do owe it.", "disputes_debt"),
        ("I wasn't aware of that balance.", "disputes_debt"),
        ("My phone died.", "deceased"),
        ("I'm dying to get this over with.", "deceased"),
        ("This is her mother.", "confirms_identity"),
        ("My credit is fine.", "hardship_other"),
        ("You think I'm going to pay you?", "promise_to_pay"),
        ("I can't pay all of it right now.", "refuses"),
    ],
)
def test_what_is_not_said_is_not_heard(text: str, name: str) -> None:
    assert name not in says(text)


def test_third_parties_are_heard_as_consumers_are() -> None:
    text = "Sorry, she's not here, can I take a message?"

    third, consumer = (
        [s.name for s in read(text, speaker).signals]
        for speaker in (Speaker.THIRD_PARTY, Speaker.CONSUMER)
    )

    assert third == consumer
    assert "third_party_answer" in third


def test_what_a_speaker_only_repeats_is_not_said() -> None:
    reading = read('You said "stop calling" is not enough?')

    assert not reading.has("stop_channel")


def test_a_machine_that_answers_is_no_person() -> None:
    reading = read("You have reached the voicemail of the Osei family, speak after the tone.")

    assert reading.has("third_party_answer", kind="voicemail")
    assert not reading.has("confirms_identity")
