"""The interview guide comes from what people saw in this candidate's own calls."""

from __future__ import annotations

import pytest

from calls.turn import Speaker
from scoring.marks import Dimension
from scoring.rating_scales import ANCHORED, load_scales
from tests.training.assessments.conftest import Four, Taken
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import THEN
from tests.training.judging import sheet
from training import shipped
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.assessments.confirming import Confirmation, Place
from training.assessments.exporting import guide_to_take
from training.assessments.hiring import NotYoursToHire
from training.assessments.interview_questions import load_questions
from training.assessments.interviewing import Guide, OfDuty, interview_guide, on_hard_fail
from training.assessments.judged import HardFail
from training.assessments.reading import read_candidate
from training.assessments.results import NotRated, results
from training.practice import scenario_of
from training.ratings import agree, rate
from training.reviews import review_attempt

QUESTIONS = load_questions()[Dimension.COMPLIANCE]
NOTE = "Spoke with them, they call back Friday."


def _guide(four: Four, name: str) -> Guide:
    found = results(four.store, four.mara, four.made.id)
    whose = next(line.candidacy.id for line in found.lines if line.name == name)
    return interview_guide(four.store, four.mara, whose, THEN)


def _about(guide: Guide, dimension: Dimension) -> OfDuty:
    return next(one for one in guide.duties if one.duty.dimension is dimension)


def test_every_dimension_has_its_questions() -> None:
    questions = load_questions()

    assert set(questions) == set(Dimension)
    scales = {scale.compared_with for scale in load_scales().values()}
    for dimension, one in questions.items():
        assert len(one.listen_for) == (0 if dimension in scales else len(ANCHORED)), dimension
        texts = [one.weak, one.fair, one.strong, one.past, one.what_if]
        assert len(set(texts)) == len(texts), dimension


def test_each_duty_has_two_or_three_questions_and_the_last_is_everybodys(four: Four) -> None:
    kit, zoe = (_guide(four, name) for name in ("Kit Roe", "Zoe Adler"))

    assert [one.duty for one in kit.duties] == list(four.made.set_up.duties)
    for one, other in zip(kit.duties, zoe.duties, strict=True):
        assert len(one.questions) in (2, 3)
        assert one.questions[-1] == other.questions[-1]
        assert one.questions[-1].moment is None
        assert [level for level, _ in one.listen_for] == list(ANCHORED)


def test_a_moment_is_a_turn_that_raters_named_with_what_it_answered(four: Four) -> None:
    guide = _guide(four, "Zoe Adler")

    first = _about(guide, Dimension.EMPATHY).questions[0]
    assert first.moment is not None
    (before, said) = first.moment.turns
    assert (before.speaker, said.speaker) == (Speaker.CONSUMER, Speaker.COLLECTOR)
    assert f"turn {said.number}:" in first.moment.seen
    assert before.number == said.number - 1
    assert first.asks in (
        load_questions()[Dimension.EMPATHY].weak,
        load_questions()[Dimension.EMPATHY].fair,
    )
    left = _about(guide, Dimension.ACCURACY).questions[0].moment
    assert left is not None
    assert left.note == NOTE


def test_only_a_confirmed_hard_fail_is_asked_about_each_rule_once(four: Four) -> None:
    asked = _about(_guide(four, "Kit Roe"), Dimension.COMPLIANCE).questions

    moments = [one.moment for one in asked if one.moment]
    assert len({moment.not_met for moment in moments}) == len(moments) == 2
    assert not any(moment.not_met in moment.seen for moment in moments)
    assert all("Ines confirmed it" in moment.seen for moment in moments)
    assert any("arrested" in said.words for moment in moments for said in moment.turns)
    assert all(one.better for one in asked[:2])
    clean = _about(_guide(four, "Zoe Adler"), Dimension.COMPLIANCE).questions
    assert [one.asks for one in clean[:2]] == [QUESTIONS.strong, QUESTIONS.what_if]
    assert clean[0].moment is None


def test_a_finding_that_nobody_looked_at_is_not_in_it(one: Taken) -> None:
    one.agreed()

    guide = interview_guide(one.store, manager(one.store), one.candidacy.id, THEN)

    asked = _about(guide, Dimension.COMPLIANCE).questions
    assert [question.moment for question in asked] == [None, None, None]


def test_it_is_for_who_hires_after_the_rating_and_taking_it_is_logged(one: Taken) -> None:
    mara = manager(one.store)
    with pytest.raises(NotRated):
        interview_guide(one.store, mara, one.candidacy.id, THEN)
    one.agreed()
    with pytest.raises(NotYoursToHire):
        interview_guide(one.store, one.ines, one.candidacy.id, THEN)

    guide_to_take(one.store, mara, one.candidacy.id, THEN)

    (taken,) = accesses(one.store, MACHINE, Asked(deed=Deed.EXPORTED))
    assert taken.note == f"interview guide for {one.candidacy.alias}"


def test_a_rule_that_two_named_is_told_as_not_met_and_asked_without_a_place_in_the_call(
    one: Taken,
) -> None:
    for rater in (one.ines, one.ugo):
        rate(one.store, rater, one.attempt.id, sheet(), THEN)
    checker = shipped.checker_for(scenario_of(one.store, one.ines, one.attempt).house)
    rule = next(iter(checker.by_id.values()))
    agree(one.store, one.ines, one.attempt.id, sheet(2, rule.id), "We read it again.", THEN)

    guide = interview_guide(one.store, manager(one.store), one.candidacy.id, THEN)

    asked = _about(guide, Dimension.COMPLIANCE).questions[0]
    assert asked.moment is not None
    assert asked.moment.not_met == rule.title
    assert asked.moment.not_met not in asked.moment.seen
    assert asked.asks == QUESTIONS.fair


def test_a_hard_fail_of_the_whole_call_asks_nobody_to_read_a_turn(one: Taken) -> None:
    one.agreed()
    made = review_attempt(one.store, one.ines, one.attempt.id, THEN)
    fail = made.scorecard.must_change[0]
    whole = fail.model_copy(update={"turn": None, "start": None, "end": None, "quote": ""})
    said = Confirmation(Place(whole.rule, None), True, "It was not said at all.", "Ines", THEN)
    read = read_candidate(one.store, manager(one.store), one.candidacy.id, THEN)

    asked = on_hard_fail(read.calls[0], HardFail(whole, said, "Say who calls"), QUESTIONS)

    assert asked.moment is not None
    assert (asked.moment.turns, asked.moment.not_met) == ((), "Say who calls")
    assert asked.asks == QUESTIONS.fair
