"""Turns of people who look for their words are read as if they had found them."""

import pytest

from calls.turn import Speaker, Turn
from language import shipped_reader
from language.repeats import said_once

SMOOTHED = {
    "Could I get your, your birth date?": "Could I get your birth date?",
    "It's, um, it's recorded.": "it's recorded.",
    "Could you, could you do that?": "could you do that?",
    "The, the, uh, the first one": "the first one",
    "I just, before I, uh, before I start": "I just, before I start",
    "Just, just so I know": "just so I know",
}
MEANT = (
    "Now, now.",
    "No, no, that is fine.",
    "The first, the fifth and the tenth.",
    "Bye, bye.",
    ", ,",
)


@pytest.mark.parametrize(("text", "smooth"), SMOOTHED.items())
def test_what_is_begun_again_is_read_once(text: str, smooth: str) -> None:
    assert said_once(text) == smooth


@pytest.mark.parametrize("text", MEANT)
def test_what_is_said_twice_for_weight_stays(text: str) -> None:
    assert said_once(text) == text


def test_an_identifier_that_is_stumbled_over_is_asked_for() -> None:
    text = "Could you, um, could you give me your, your date of, uh, of birth?"

    read = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text))

    assert read.has("ask_identifier", kind="birth_date")


def test_signals_keep_their_place_in_what_was_said() -> None:
    text = "It's, um, it's your, your debt, I'm, I'm collecting a debt."

    read = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text))

    assert all(text[s.start : s.end] == s.text for s in read.signals)
