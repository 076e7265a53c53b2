"""A day by which a letter comes is no day of payment."""

from datetime import date

import pytest

from calls.turn import Speaker, Turn
from language.shipped import shipped_reader
from language.spoken_of import is_day_to_hear

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "of_papers"),
    [
        ("You'll have the letter by Friday.", [True]),
        ("Could you pay $85 on the 24th? The form reaches you by Friday.", [False, True]),
        ("$85 on the 24th, and you get the confirmation on Friday", [False, True]),
        ("Then it is $85 on Friday.", [False]),
        ("The first payment of the letter is due on Friday.", [False]),
        ("Shall we start on Friday?", [False]),
    ],
)
def test_a_day_belongs_to_what_comes_by_then(text: str, of_papers: list[bool]) -> None:
    reading = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text), today=TODAY)

    assert [is_day_to_hear(reading, one) for one in reading.dates] == of_papers
