"""Short calls whose levels were written down by the anchors before a scorer saw them."""

from functools import cache
from pathlib import Path
from typing import Annotated

import numpy as np
import pytest
from pydantic import Field, RootModel

from calls.turn import Frozen
from datafiles import load_file
from scoring.agreement import kappa
from scoring.levels import LEVELS, level_of
from scoring.marks import Dimension, Mark
from scoring.review import Review
from tests.scoring.reviewing import imported, mark_of, score_of

Level = Annotated[int, Field(ge=1, le=5)]


class Talk(Frozen):
    """One call, its two levels, and what decided them."""

    communication: Level
    conduct: Level
    why: str
    call: str

    def level(self, dimension: Dimension) -> int:
        """The level that was written down."""
        return self.conduct if dimension is Dimension.CONDUCT else self.communication


class Talks(RootModel[dict[str, Talk]]):
    """The calls by name."""


TALKS = load_file(Path(__file__).parent / "talks.yaml", Talks).root
BOTH = (Dimension.COMMUNICATION, Dimension.CONDUCT)
ENOUGH = {Dimension.COMMUNICATION: 0.7, Dimension.CONDUCT: 0.8}


@cache
def made(name: str) -> Review:
    return imported(TALKS[name].call)


def pairs(dimension: Dimension) -> list[tuple[int, int]]:
    values = ((talk, score_of(made(name), dimension).value) for name, talk in TALKS.items())
    return [(t.level(dimension), level_of(v)) for t, v in values if v is not None]


def said(name: str, dimension: Dimension, part: str) -> Mark:
    return mark_of(made(name), dimension, part)


@pytest.mark.parametrize("dimension", BOTH)
def test_the_machine_follows_the_anchors(dimension: Dimension) -> None:
    table = np.zeros((len(LEVELS), len(LEVELS)))
    for ours, machine in pairs(dimension):
        table[ours - 1, machine - 1] += 1

    assert len(pairs(dimension)) >= 20
    assert float(kappa(table)) >= ENOUGH[dimension]


@pytest.mark.parametrize("dimension", BOTH)
def test_what_is_very_poor_stands_below_everything_that_is_good(dimension: Dimension) -> None:
    rated = pairs(dimension)
    poor, good = ([m for level, m in rated if level in some] for some in ((1,), (4, 5)))

    assert max(poor) < min(good)


@pytest.mark.parametrize("name", ["stuffed_with_phrases", "grunts_only"])
def test_phrases_and_murmurs_earn_no_communication_and_no_conduct(name: str) -> None:
    talk, conduct = (score_of(made(name), dimension).value or 0 for dimension in BOTH)

    assert talk < 25
    assert conduct == 0


def test_an_echo_answers_next_to_nothing() -> None:
    mark = said("parrot", Dimension.COMMUNICATION, "answers what is asked")

    assert (mark.value or 0) < 25


def test_the_demand_once_more_is_shown_with_what_it_talked_over() -> None:
    mark = said("never_mind_your_story", Dimension.COMMUNICATION, "lets them in")

    assert mark.value == 0
    assert "take up" in mark.advice
    assert all("?" in one.quote for one in mark.evidence)


def test_a_promise_that_is_broken_on_the_call_is_shown_with_where_it_was_given() -> None:
    mark = said("promise_broken_in_call", Dimension.CONDUCT, "keeps to what you said")

    assert (mark.value or 0) < 50
    assert "I won't ask you for a payment today" in mark.advice


@pytest.mark.parametrize(
    ("theirs", "kept"),
    [("Up to May it's mine. That I'll pay.", 100), ("It was a hard year.", 60)],
)
def test_taking_up_what_they_offer_themselves_breaks_no_promise(theirs: str, kept: float) -> None:
    heard = imported(
        "collector: All right, the account goes on hold while we check. Which weeks are wrong?\n"
        "consumer: The last ones. I was out of the flat by then.\n"
        "collector: I'm sorry, that's a lot. Is there a part of the bill that is yours?\n"
        f"consumer: {theirs}\n"
        "collector: There's no rush at all. What could you manage each month?\n"
        "consumer: I could do seventy a month.\n"
        "collector: Seventy a month is fine. How would you like to pay it?\n"
    )

    assert mark_of(heard, Dimension.CONDUCT, "keeps to what you said").value == kept


def test_a_friendly_voice_makes_nothing_true() -> None:
    assert score_of(made("friendly_and_false"), Dimension.CONDUCT).value == 0


def test_talk_of_oneself_is_shown() -> None:
    mark = said("chatty_and_off_the_matter", Dimension.CONDUCT, "stays on the matter")

    assert (mark.value or 0) < 100
    assert any("sister" in one.quote for one in mark.evidence)
    talk = score_of(made("chatty_and_off_the_matter"), Dimension.COMMUNICATION)
    assert "about you or about something else (turns 1, 3, " in talk.reason


@pytest.mark.parametrize("name", TALKS)
def test_every_mark_has_its_turns_and_every_lack_its_advice(name: str) -> None:
    for dimension in BOTH:
        for mark in score_of(made(name), dimension).marks:
            assert mark.reason
            assert (mark.value is None) != bool(mark.evidence), mark
            assert mark.advice or mark.value is None or mark.value > 60, mark
