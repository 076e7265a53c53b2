"""Lists of people who are to be invited."""

from __future__ import annotations

import pytest

from training.assessments.guests import MOST, guests_in
from training.assessments.inviting import Guest
from training.assessments.models import Adjustments


def test_a_list_of_names_is_enough() -> None:
    found = guests_in(b"Cleo Marsh\r\n\r\n  Jo   Ek\r\n")

    assert found.guests == (Guest("Cleo Marsh"), Guest("Jo Ek"))
    assert found.faults == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_says_what_is_made_easier_for_whom(encoding: str) -> None:
    table = "Name;Extra time;No clock;Pauses\nZoë Marsh;50 %;yes;2\nJo Ek;;;\n"

    found = guests_in(table.encode(encoding))

    easier = Adjustments(extra_time=50, no_clock=True, breaks=2)
    assert found.guests == (Guest("Zoë Marsh", easier), Guest("Jo Ek"))
    assert found.faults == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Nobody is named"),
        (b"name\n", "Nobody is named"),
        (b"name,pauses\nCleo,many\n", "Line 2: pauses: 'many' is no number"),
        (b"name,extra_time\nCleo,900\n", "Line 2: extra_time"),
        (b"name,no_clock\nCleo,perhaps\n", "Line 2: no_clock"),
        (b"name,pauses\n,2\n", "Line 2: name: your name is missing"),
        (b"name\nCleo\nJo\ncleo\n", "Line 4: cleo stands in line 2 already"),
        (b"name,telephone\nCleo,1\n", "no column 'telephone'"),
        (b"Cleo,Marsh\n", "no column 'name'"),
        (b'name\n"Cleo\n', "no table"),
        (b"name\n\x00\xff\xfe\x81\x01\n", "CSV in UTF-8"),
        (b"name\n" + b"\n".join(b"Person %d" % n for n in range(MOST + 1)), "At most 500"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(content: bytes, told: str) -> None:
    assert told in " ".join(guests_in(content).faults)
