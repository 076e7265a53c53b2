"""What the checks find, in the words of people who write files."""

from __future__ import annotations

import pytest

from datafiles import DataFileError, told
from simulator.library import FOLDER, open_text, surroundings
from simulator.skeleton import skeleton

AROUND = surroundings(FOLDER)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("level: 1 ", "level: 9 ", "Line 7: level: at most 4 is possible, got 9"),
        ("level: 1 ", "level: easy ", "Line 7: level: a whole number is needed, got 'easy'"),
        ("minutes: 8\n", "", "Line 1: minutes: this part is missing"),
        ("title: What", "titel: What", "titel: there is no part of that name"),
        ("aim: arrangement", "aim: money", "aim: one of these is needed: 'arrangement', "),
        ("reveal: if_asked\n", "reveal: sometimes\n", "facts, no. 1, reveal: one of these"),
        ("persona: marcus_webb", "persona: nobody", "answered_by, no. 1, persona: no persona"),
        ("      - It slipped my mind.\n", "", "facts, no. 1, says: at least 2 are needed"),
        ("phone: 614-555-0100", "phone: 614-222-3333", "a number that nobody has is needed"),
    ],
)
def test_a_fault_says_where_and_what_would_do(old: str, new: str, words: str) -> None:
    text = skeleton("mine").replace(old, new, 1)
    with pytest.raises(DataFileError) as raised:
        open_text(text, FOLDER / "mine.yaml", AROUND)

    assert words in "\n".join(map(str, told(raised.value)))


def test_faults_come_in_the_order_of_the_lines() -> None:
    error = DataFileError("x.yaml", ("30: b: wrong", "4: a: wrong", " cannot be read"))

    assert [one.line for one in told(error)] == [0, 4, 30]
    assert str(told(error)[0]) == "The file cannot be read"
