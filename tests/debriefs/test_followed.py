"""TEXAS and IDEA step by step, where a vulnerability was told."""

from __future__ import annotations

from html import unescape

from commands.reviewing import debrief_lines
from debriefs import page_of
from debriefs.followed import name_told, steps_told
from debriefs.lines import lines_of
from tests.debriefs.made import from_elsewhere

TOLD = """
collector: Hello, is this Ana?
consumer: Yes. I had a gambling problem, I'm in rehab.
collector: Thank you for telling me that.
consumer: Yes.
collector: How long has it been like that?
consumer: A year.
"""


def test_every_door_shows_each_step_with_its_turn_or_with_words_for_it() -> None:
    whole = from_elsewhere(TOLD)
    texas, idea = whole.checklists

    assert (name_told(texas), name_told(idea)) == ("TEXAS, after turn 2", "IDEA, after turn 2")
    assert [(one.what, one.turn) for one in texas.steps if one.turn] == [("thanks", 2)]
    assert [(one.what, one.turn) for one in idea.steps if one.turn] == [("duration", 4)]
    page = unescape(page_of(whole))
    sheets = "\n".join(one.text for one in lines_of(whole))
    terminal = "\n".join(debrief_lines(whole))
    for sign, told in (*steps_told(texas), *steps_told(idea)):
        assert told in sheets
        assert f"{sign.word}: {told}" in terminal
        assert told.partition(" (turn")[0] in page


def test_where_nothing_was_told_or_danger_goes_before_it_there_is_no_list() -> None:
    danger = TOLD.replace("I had a gambling problem, I'm in rehab.", "I want to kill myself.")

    assert from_elsewhere().checklists == ()
    assert from_elsewhere(danger).checklists == ()
