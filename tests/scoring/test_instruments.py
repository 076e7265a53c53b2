"""What each mark is measured by: no mark without an instrument, no line for a mark there is not."""

import re
from functools import cache

from debriefs import page_of
from debriefs.lines import lines_of
from scoring.instruments import measured_by, measures
from scoring.marks import Dimension
from scoring.review import Review, review
from tests.debriefs.made import practised
from tests.scoring.test_reviews import review_named
from tests.shipped import CHANNELS, SCENARIOS
from tests.training.floor import NOW
from training.rehearsal import rehearsed
from training.reviews import record
from training.shipped import checker_for

OF_ITS_CALL = re.compile(r'".+"|“.+”|\bturn \d+|\d', re.IGNORECASE)
NOT_AMONG_THEM = {
    (Dimension.NEGOTIATION, "right route"),
    (Dimension.COMMUNICATION, "spelling"),
    (Dimension.COMMUNICATION, "tone"),
}
"""Marked where no arrangement is possible, which is so in no shipped scenario; and in the written
message of a work sample alone."""


def test_every_mark_of_the_shipped_calls_has_its_line_and_every_line_its_mark() -> None:
    made = {
        (score.dimension, mark.name)
        for one in _reviews()
        for score in one.scorecard.scores
        for mark in score.marks
    }

    table = {(dimension, name) for dimension, lines in measures().items() for name in lines}
    assert made - table == set()
    assert table - made == NOT_AMONG_THEM


def test_a_mark_of_an_older_scorecard_is_measured_by_nothing() -> None:
    assert measured_by(Dimension.CONDUCT, "a name of long ago") == ""


def test_no_advice_of_the_shipped_calls_is_without_words_a_turn_or_a_figure_of_its_call() -> None:
    marks = [m for one in _reviews() for score in one.scorecard.scores for m in score.marks]
    general = [m.advice for m in marks if m.advice and not OF_ITS_CALL.search(m.advice)]

    assert general == []


def test_page_and_paper_tell_what_a_mark_is_measured_by() -> None:
    whole = practised()

    said = "Rackham &amp; Carlisle 1978: testing understanding"
    assert f"Measured by: {said}" in page_of(whole)
    lines = [(one.lead, one.text) for one in lines_of(whole)]
    assert ("Measured by:", "Rackham & Carlisle 1978: testing understanding") in lines


@cache
def _reviews() -> tuple[Review, ...]:
    """The model and the poor call of every scenario, reviewed once for all tests here."""
    calls = [review_named(f"{one}: {of}") for one in SCENARIOS for of in ("of_model", "of_poor")]
    for scenario in CHANNELS.values():
        for scripted in (scenario.model_call, scenario.poor_call):
            played = record(rehearsed(scenario, scripted, NOW), scenario)
            calls.append(review(played, checker_for(scenario.house), scenario))
    return tuple(calls)
