"""What may name a real person is masked; what a scenario made up stays, and what is to be paid."""

from __future__ import annotations

from datetime import date

import pytest

from calls.turn import Speaker, Turn
from language.redaction import Known, names_introduced, redacted, redacted_call
from language.shipped import shipped_reader

TODAY = date(2026, 11, 26)
KNOWN = Known(
    ("Ana Reyes, born March 4, 1988, 1409 Juniper Lane, Waco; Prairie Auto Finance 77-31908",)
)


def masked(text: str, *names: str) -> str:
    turn = Turn(speaker=Speaker.COLLECTOR, text=text)
    reading = shipped_reader().read(turn, 0, None, TODAY)
    return redacted(reading, KNOWN, (*names, *names_introduced(reading, KNOWN)), TODAY)


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("This is Dana Wells, on a recorded line.", "This is [name], on a recorded line."),
        ("my name is priya kowalski", "my name is [name]"),
        ("i'm dave, from the office", "i'm [name], from the office"),
        ("Thanks, Jonathan. John from Citibank said so.", "Thanks, [name] from [name] said so."),
        ("Are you Mr. Smith?", "Are you Mr. [name]?"),
        ("Call me at 415 555 2671 or +44 20 7946 0958.", "Call me at [number] or +[number]."),
        ("My card is 4111-1111-1111-1111.", "My card is [number]."),
        ("My social is one two three four five six.", "My social is [number] ."),
        ("mail jo@example.com or see www.example.com/me", "mail [address] or see [address]"),
        ("I was born July 9, 1979.", "I was born July [number]."),
        ("Is it 22 Acacia Avenue in Springfield?", "Is it 22 [name] in [name]?"),
    ],
)
def test_names_numbers_and_addresses_are_masked(said: str, leaves: str) -> None:
    assert masked(said) == leaves


@pytest.mark.parametrize(
    "said",
    [
        "Hello, may I speak with Ana Reyes, please?",
        "Is 1409 Juniper Lane in Waco still right, Ms. Reyes?",
        "March 4, 1988? And the contract is 77-31908.",
        "That's $1,140.00 past due with Prairie Auto Finance.",
        "Could you do $85 every two weeks from December 10?",
        "So nothing is coming in until about the eighth. Rent first, that makes sense.",
        "I can't promise, but it's 60 days. Okay?",
    ],
)
def test_what_is_made_up_and_what_paying_is_about_stays(said: str) -> None:
    assert masked(said) == said


def test_a_name_that_is_known_is_masked_wherever_it_stands() -> None:
    assert masked("wells here, WELLS again, and Wells's note", "Dana Wells") == (
        "[name] here, [name] again, and [name]'s note"
    )


def test_in_a_call_of_real_people_names_go_everywhere_and_identifiers_in_letters_too() -> None:
    said = (
        "this is priya, is that jonathan?",
        "March fourth, eighty-eight, and I live at 22 Acacia Avenue.",
        "Thanks. So priya calls on March fourth about the $85?",
    )
    turns = (Turn(speaker=Speaker.COLLECTOR, text=text) for text in said)
    readings = tuple(shipped_reader().read(one, n, None, TODAY) for n, one in enumerate(turns))

    first, second, third = redacted_call(readings, TODAY)
    assert first.startswith("this is [name], is that ")
    assert second.startswith("[number], and I live at ")
    assert "Acacia" not in second
    assert third == "Thanks. So [name] calls on March fourth about the $85?"
