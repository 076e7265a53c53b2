"""What words amount to for somebody who waits for a name, an introduction, a reason."""

import pytest

from calls.turn import Speaker, Turn
from language.listening import Expecting
from language.reading import Reading
from language.shipped import read

_NAME = Expecting(name="Ana Reyes")
_FIRM = Expecting(firm="Harbor Recovery")
_INTRODUCTION = Expecting(introduction=True)
_REASON = Expecting(reason=True)


def _said(text: str) -> Reading:
    return read(Turn(speaker=Speaker.COLLECTOR, text=text))


def _heard(expecting: Expecting, text: str) -> list[str]:
    return list(expecting.hears(_said(text)))


@pytest.mark.parametrize(
    "text", ["Ana?", "ana reyes", "Hi, it's Mike with the county, is this Ana?"]
)
def test_people_hear_their_own_name(text: str) -> None:
    assert _heard(_NAME, text) == ["ask_right_party"]


@pytest.mark.parametrize("text", ["Tom?", "The letter for Ana Reyes went out on the third of May."])
def test_another_name_or_a_long_sentence_calls_nobody(text: str) -> None:
    assert _heard(_NAME, text) == []


def test_people_hear_the_name_of_the_firm_they_know() -> None:
    assert _heard(_FIRM, "calling from harbor recovery") == ["self_identification"]
    assert _heard(_FIRM, "calling from the harbor") == []


@pytest.mark.parametrize(
    "text",
    [
        "I'm Dana",
        "I\u2019m Dana",
        "Dana Wells.",
        "its dana",
        "This is Dana. Is he in?",
        "I'm Dana! Is he in?",
        "Sure, Dana.",
        "my names sam",
    ],
)
def test_whoever_asked_for_a_name_hears_one(text: str) -> None:
    assert _heard(_INTRODUCTION, text) == ["self_identification"]


@pytest.mark.parametrize(
    "text",
    [
        "why do you ask",
        "asdf jkl",
        "none of your business, okay",
        "Sure.",
        "No.",
        "Is it Dana?",
        "It's personal.",
        "This is about a debt.",
        "I'm not telling you.",
        "Sorry, that is private.",
    ],
)
def test_whoever_asked_for_a_name_knows_when_there_is_none(text: str) -> None:
    assert _heard(_INTRODUCTION, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "just so I don't talk about your affairs with a stranger",
        "It\u2019s there to keep your account safe.",
    ],
)
def test_whoever_asked_why_hears_a_reason(text: str) -> None:
    assert _heard(_REASON, text) == ["gives_reason"]


@pytest.mark.parametrize(
    "text",
    [
        "So what is your date of birth, Ana?",
        "because you are a liar and a thief",
        "My colleague needs it for the file.",
    ],
)
def test_whoever_asked_why_knows_what_is_no_reason(text: str) -> None:
    assert _heard(_REASON, text) == []


def test_nobody_hears_what_they_do_not_wait_for() -> None:
    assert _heard(Expecting(), "Ana? I'm Dana with Harbor Recovery.") == []
