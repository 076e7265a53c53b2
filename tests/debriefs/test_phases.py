"""The phases of a call: one after the other, never back, and an answer with its question."""

from itertools import pairwise

import pytest

from calls.notation import parse_transcript
from debriefs.phases import Phase, phases_of
from language.shipped import shipped_reader
from simulator.scripted import script
from tests.debriefs.made import RECORDED
from tests.scoring.reviewing import BEGAN
from tests.shipped import SCENARIOS


def phases(text: str) -> list[Phase]:
    return list(phases_of(shipped_reader().read_call(parse_transcript(text))))


def test_a_call_that_skips_a_phase_has_none_of_it() -> None:
    found = phases(RECORDED)

    assert found[:2] == [Phase.WHO, Phase.WHO]
    assert Phase.CLOSE not in found
    assert found[-1] is found[-2]


def test_a_line_that_shows_nothing_stays_with_what_was_before_it() -> None:
    found = phases(
        """
        collector: May I speak with Ana Reyes, please?
        consumer: Speaking.
        collector: Mhm.
        consumer: What is it?
        collector: This is an attempt to collect a debt.
        """
    )

    assert found == [Phase.WHO, Phase.WHO, Phase.WHO, Phase.WHO, Phase.ABOUT]


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_no_call_goes_back_to_an_earlier_phase(name: str) -> None:
    lines = script(SCENARIOS[name], SCENARIOS[name].model_call.lines, BEGAN)
    order = list(Phase)

    found = phases("\n".join(f"collector: {line}".replace("\n", " ") for line in lines))

    assert all(order.index(a) <= order.index(b) for a, b in pairwise(found))
    assert found[0] is Phase.WHO


def test_an_empty_call_has_no_phase() -> None:
    assert phases("") == []
