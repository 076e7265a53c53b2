"""Spelling and tone of the written message of a work sample, and of nothing else."""

from __future__ import annotations

import pytest

from calls.record import Record
from calls.turn import Channel, Speaker, Transcript, Turn
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.communication import score_communication
from scoring.contacts import read_and_checked
from scoring.marks import Mark
from scoring.written_task import SPELLING, TONE, task_marks
from tests.shipped import SCENARIOS
from training.shipped import checker_for

LAID_OFF = SCENARIOS["laid_off_three_weeks_ago"]
GOOD = (
    "Dear Ms. Reyes, this is Dana with Harbor Collections. Thank you for the talk today. As agreed "
    "you pay $85.00 every two weeks from 24 March, by card. If one is going to be late, call us "
    "before it is due on 555-0142 and we move it once, with no fee. Kind regards, Dana Wells"
)
TALK = (
    (Speaker.COLLECTOR, "Hello, may I speak with Ana Reyes, please?"),
    (Speaker.CONSUMER, "That's me."),
    (Speaker.COLLECTOR, "I recieved your adress, teh payement is seperate, PAY it NOW."),
)


def _case(message: str, *, task: bool = True) -> Case:
    turns = [Turn(speaker=who, text=text) for who, text in TALK]
    turns.append(Turn(speaker=Speaker.COLLECTOR, text=message, channel=Channel.EMAIL))
    call = Transcript(id="call", turns=tuple(turns))
    record = Record(call, task=3 if task else None)
    checker = checker_for(LAID_OFF.house)
    readings, check = read_and_checked(record, checker, DEFAULT)
    return Case(record, readings, check, LAID_OFF, checker)


def _marks(message: str) -> tuple[Mark, Mark]:
    spelling, tone = (mark for mark, _ in task_marks(_case(message)))
    return spelling, tone


def test_a_message_in_plain_words_has_both_in_full() -> None:
    spelling, tone = _marks(GOOD)

    assert (spelling.value, tone.value) == (100, 100)
    assert {seen.turn for seen in (*spelling.evidence, *tone.evidence)} == {3}


def test_each_slip_costs_and_is_shown_with_how_it_is_written() -> None:
    one, _ = _marks(GOOD.replace("going", "goign"))
    two, _ = _marks(GOOD.replace("going", "goign").replace("before", "befor"))

    assert 100 > (one.value or 0) > (two.value or 0) > 0
    assert 'look at "goign" (perhaps "going")' in one.advice
    assert [seen.turn for seen in two.evidence] == [3, 3]
    assert all("goign" in mark.evidence[0].quote for mark in (one, two))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("You should have paid this long ago.", "should have paid"),
        ("This is URGENT, so pay it TODAY.", "URGENT"),
        ("Kindly remit the delinquent amount.", "remit"),
    ],
    ids=["blame", "capitals", "jargon"],
)
def test_the_tone_loses_by_what_was_written_and_shows_it(words: str, shown: str) -> None:
    _, tone = _marks(f"{GOOD} {words}")

    assert tone.value is not None
    assert tone.value < 100
    assert any(shown in seen.quote for seen in tone.evidence)
    assert "Turn 4" in tone.advice


def test_too_few_words_and_another_language_have_no_spelling() -> None:
    few, _ = _marks("Thank you for your time.")
    other, _ = _marks("wir haben das heute besprochen, vielen dank und mit freundlichem gruss")

    assert few.value is None
    assert other.value is None
    assert few.reason


def test_nobodys_spelling_is_marked_on_a_call_or_in_practice() -> None:
    case = _case("I recieved teh adress.", task=False)

    assert list(task_marks(case)) == []
    assert {mark.name for mark in score_communication(case).marks} & {SPELLING, TONE} == set()


def test_the_marks_are_part_of_communication() -> None:
    good, bad = (
        score_communication(_case(text)) for text in (GOOD, GOOD.replace("agreed", "agred"))
    )

    assert {SPELLING, TONE} <= {mark.name for mark in good.marks}
    assert (good.value or 0) > (bad.value or 0)
