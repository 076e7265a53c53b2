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
        ("My social is one two three four five six.", "My social is [number]."),
        ("mail jo@example.com or see www.example.com/me", "mail [address] or see [address]"),
        ("I was born July 9, 1979.", "I was born July [number]."),
        ("Are you Ms. Núñez?", "Are you Ms. [name]?"),
        ("So José Müller, Zoë and Łukasz know.", "So [name], [name] and [name] know."),
        ("It was Mr. O'Brien, and D'Angelo's car.", "It was Mr. [name], and [name]'s car."),
        ("Zoe\u0308 said so.", "[name] said so."),
        ("this is seán o'brien", "this is [name]"),
        ("It is five five five o one two three.", "It is [number]."),
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


def of_real_people(text: str) -> str:
    turn = Turn(speaker=Speaker.CONSUMER, text=text)
    (said,) = redacted_call((shipped_reader().read(turn, 0, None, TODAY),), TODAY)
    return said


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        (
            "My email is jane dot doe at gmail dot com, and I lost my job.",
            "[number], and I lost my job.",
        ),
        ("My zip code is nine oh two one oh", "My [address]"),
        ("I was born on the fourth of March, 1988.", "I was [number]."),
        ("my card ends in forty two seventeen", "my card [number]"),
        ("my name is faith baker and i can't pay", "my name is [name] and i can't pay"),
        ("My name is not on that letter.", "My name is not on that letter."),
        ("My ssn ends in 4417, fifty dollars is all.", "My [number], fifty dollars is all."),
        ("it ends in forty two seventeen, fifty dollars", "it [number], fifty dollars"),
        ("That is file 312 of 2019.", "That is file [number] of [number]."),
        ("My contract is A4-77B, or RX-4417-B.", "My contract is [number], or [number]."),
        ("Call five five five o one two three.", "Call [number]."),
    ],
)
def test_in_a_call_of_real_people_what_tells_who_goes_to_its_end(said: str, leaves: str) -> None:
    assert of_real_people(said) == leaves


@pytest.mark.parametrize(
    "said",
    [
        "I could do $500 by December 10, or 250 every two weeks.",
        "It's 120 days late, and I owe 1,200 on my card.",
        "On the 15th at 10am, or 3:30pm, with a 30-day notice.",
        "One or two of them. Three, maybe, and 150 a month.",
    ],
)
def test_in_a_call_of_real_people_what_paying_is_about_stays(said: str) -> None:
    assert of_real_people(said) == said


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
