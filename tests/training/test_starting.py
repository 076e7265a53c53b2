"""How a file of the house's own begins: somebody else's name goes into all of its words."""

from __future__ import annotations

import pytest

from training.starting import renamed


@pytest.mark.parametrize(
    ("text", "was", "called", "then"),
    [
        (
            "James Taylor owes it. Mr. Taylor, or James?",
            "James Taylor",
            "Taylor Swift",
            "Taylor Swift owes it. Mr. Swift, or Taylor?",
        ),
        (
            "Mina Park, 12 Park Avenue. Ms. Park's son; Mina knows.",
            "Mina Park",
            "Olga Smirnova",
            "Olga Smirnova, 12 Park Avenue. Ms. Smirnova's son; Olga knows.",
        ),
        (
            "She moved to Park Road, then to 7b\n  Park; Parks are near.",
            "Mina Park",
            "Olga Smirnova",
            "She moved to Park Road, then to 7b\n  Park; Parks are near.",
        ),
        ("Ruth Lane, Ms. Lane", "Ruth Lane", "Ana Ortiz Vega", "Ana Ortiz Vega, Ms. Vega"),
        ("Cher, as Cher says", "Cher", "Dolly Parton", "Dolly Parton, as Dolly Parton says"),
    ],
)
def test_each_part_of_a_name_becomes_its_own_and_no_street_does(
    text: str, was: str, called: str, then: str
) -> None:
    assert renamed(text, was, called) == then
