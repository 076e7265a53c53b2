"""The first screen of a debrief, from real calls with the shipped rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance_rules import Standing
from scoring.bar import bar
from scoring.debrief import NOTHING_WRONG, Debrief, debrief
from scoring.review import Review, review
from scoring.written_task import SPELLING, TONE
from simulator.scenario import PassingBar
from tests.pages.finished import BADLY, finished
from tests.shipped import EVERY
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, LINES
from tests.training.stores import new_store
from training.models import Role
from training.people import sign_in_locally
from training.rehearsal import rehearsed
from training.reviews import record, review_attempt
from training.shipped import checker_for

Told = tuple[Review, Debrief]


def told(folder: Path, lines: tuple[str, ...]) -> Told:
    store = new_store(folder)
    attempt = finished(store, lines)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    made = review_attempt(store, person, attempt.id, NOW)
    return made, debrief(made, record(attempt, LAID_OFF), LAID_OFF)


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(tmp_path_factory.mktemp("bad"), BADLY)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(tmp_path_factory.mktemp("good"), LINES)


def test_what_is_no_strength_is_named_as_the_marks_are(bad: Told) -> None:
    scenario = EVERY["dial_or_not"]
    written = review(
        record(rehearsed(scenario, scenario.poor_call, NOW), scenario),
        checker_for(scenario.house),
        scenario,
    )
    named = {
        mark.name
        for made in (bad[0], written)
        for score in made.scorecard.scores
        for mark in score.marks
    }

    # Spelling and tone are marked in the written message of a work sample alone.
    assert named | {SPELLING, TONE} >= NOTHING_WRONG


def test_a_hard_fail_is_what_is_said_first(bad: Told) -> None:
    assert bad[1].sentence.startswith("Not passed yet: ")
    assert "must change first" in bad[1].sentence


def test_no_conversation_is_no_grade(tmp_path: Path) -> None:
    _, silent = told(tmp_path, ())

    assert silent.sentence == "There is nothing to judge: no conversation took place."
    assert silent.strengths == ()


def test_the_bar_is_the_one_that_was_shown_before(bad: Told) -> None:
    texts = [condition.text for condition in bad[1].conditions]
    shown = bar(LAID_OFF.passing).values()

    assert all(text.startswith(demand) for text, demand in zip(texts, shown, strict=True))
    assert texts[0].startswith(f"{LAID_OFF.passing.grade} of 100 or more: you reached ")
    assert [condition.met for condition in bad[1].conditions] == [False, False, False]
    assert any("no follow-up day is set" in c.missing for c in bad[1].conditions)


def test_what_a_scenario_does_not_ask_for_is_not_in_its_bar() -> None:
    easy = PassingBar(grade=55, end_state=False, no_critical_finding=False)

    assert list(bar(easy).values()) == ["55 of 100 or more"]


def test_strengths_quote_the_collectors_own_words(good: Told) -> None:
    quotes = [strength.evidence.quote for strength in good[1].strengths]

    assert 1 <= len(quotes) <= 3
    assert all(any(quote.rstrip("…") in line for line in LINES) for quote in quotes)


def test_nothing_said_where_a_rule_was_not_met_is_a_strength(bad: Told, good: Told) -> None:
    for made, first in (bad, good):
        faulty = {f.turn for f in made.check.findings if f.standing is Standing.NOT_MET}

        assert not faulty & {strength.evidence.turn for strength in first.strengths}


def test_two_things_to_try_at_most_each_of_another_dimension(bad: Told, good: Told) -> None:
    for _, first in (bad, good):
        dimensions = [one.dimension for one in first.to_try]

        assert len(dimensions) == len(set(dimensions)) <= 2
        assert dimensions
