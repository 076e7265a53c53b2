"""Results rest on what raters agreed on, on the locked weights, and on what was confirmed."""

from __future__ import annotations

import pytest

from compliance_rules.finding import Weight
from scoring.compliance import COST
from scoring.levels import mark_of
from scoring.marks import Dimension
from tests.training.accounts import account
from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import invited, manager
from tests.training.assessments.taken import THEN
from tests.training.judging import ARREST, sheet
from training.assessments.bands import ASSUMED, Band, Basis, Standing
from training.assessments.confirming import confirm, places
from training.assessments.deciding import decide
from training.assessments.hiring import NotYoursToHire
from training.assessments.judged import mean_levels, weighted
from training.assessments.models import Decision, Duty
from training.assessments.results import Results, results
from training.models import Role
from training.ratings import agree, rate
from training.reviews import review_attempt
from training.scales import save_scale, text_in_use

TWO = tuple(
    Duty(dimension=dimension, duty="what is asked", weight=weight)
    for dimension, weight in ((Dimension.EMPATHY, 30), (Dimension.ACCURACY, 10))
)


def _results(one: Taken) -> Results:
    return results(one.store, manager(one.store), one.candidacy.assessment_id)


def _look_at_hard_fails(one: Taken, *, holds: bool) -> None:
    made = review_attempt(one.store, one.ines, one.attempt.id, THEN)
    for place in places(made):
        confirm(one.store, one.ines, one.attempt.id, place, holds, "I read turn 4.", THEN)


def test_nobody_has_a_result_before_two_raters_agreed(one: Taken) -> None:
    mara = manager(one.store)
    found = _results(one)
    assert (found.lines, found.waiting, found.on_their_way) == ((), 1, 0)

    with one.store.reading() as db:
        sample = found.sample
        assert db.table("consensus").count == 0
    invited(one.store, sample, "Cleo")

    assert _results(one.agreed()).waiting == 0
    assert results(one.store, mara, sample.id).on_their_way == 1


def test_a_band_is_made_of_the_agreed_levels_and_of_the_rules_that_people_named(
    one: Taken,
) -> None:
    """Level 2 on five duties, and 5 in compliance while nobody saw a rule not met."""
    found = _results(one.agreed())

    (line,) = found.lines
    assert set(line.levels.values()) == {2, 5}
    assert line.level == pytest.approx((5 * 2 + 5) / 6)
    assert found.error.basis is Basis.NOTHING
    assert line.band == Band(2.5 - ASSUMED, 2.5 + ASSUMED)
    assert line.standing(3.0) is Standing.ACROSS
    assert not line.looked_at


def test_a_confirmed_hard_fail_is_below_the_bar_and_says_where_and_why(one: Taken) -> None:
    one.agreed()
    _look_at_hard_fails(one, holds=True)

    (line,) = _results(one).lines

    ((call, fail),) = line.hard_fails
    assert (fail.finding.rule, fail.finding.turn) == fail.said.place
    assert fail.finding.rule == ARREST
    assert (fail.said.by, fail.said.reason) == ("Ines", "I read turn 4.")
    assert call.attempt_id == one.attempt.id
    left = mark_of(5) - COST[Weight.CRITICAL]
    assert line.levels[Dimension.COMPLIANCE] == pytest.approx(1 + left / 25)
    assert line.standing(1.0) is Standing.BELOW


def test_a_hard_fail_that_was_denied_costs_nothing(one: Taken) -> None:
    one.agreed()
    before = _results(one).lines[0].level
    _look_at_hard_fails(one, holds=False)

    (line,) = _results(one).lines

    assert line.looked_at
    assert line.hard_fails == ()
    assert line.level == before


def test_the_last_decision_stands_on_the_line(one: Taken) -> None:
    one.agreed()
    _look_at_hard_fails(one, holds=False)
    for what in (Decision.NOT_NOW, Decision.HIRE):
        decide(one.store, manager(one.store), one.candidacy.id, what, "As I saw it.", THEN)

    assert _results(one).lines[0].decision is Decision.HIRE


def test_what_gave_no_opportunity_leaves_its_weight_to_the_others() -> None:
    calls = (
        {Dimension.EMPATHY: 4.0, Dimension.ACCURACY: None},
        {Dimension.EMPATHY: 2.0, Dimension.ACCURACY: 5.0},
    )
    levels = mean_levels(calls)

    assert (levels[Dimension.EMPATHY], levels[Dimension.ACCURACY]) == (3, 5)
    assert weighted(levels, TWO) == pytest.approx((30 * 3 + 10 * 5) / 40)
    assert weighted(calls[0], TWO) == 4
    assert weighted({}, TWO) is None


def test_who_rates_sees_no_results(one: Taken) -> None:
    with pytest.raises(NotYoursToHire):
        results(one.store, one.ines, one.candidacy.assessment_id)


@pytest.mark.parametrize("locked", [True, False])
def test_candidates_are_rated_by_the_words_of_the_lock_and_several_wordings_are_told(
    one: Taken, locked: bool
) -> None:
    """Without the rows of its lock it is a work sample from before these were kept."""
    if not locked:
        with one.store.writing() as db:
            db.table("assessment_scales").delete_where()
    rate(one.store, one.ines, one.attempt.id, sheet(2), THEN)
    tom = account(one.store, "Tom", Role.TRAINER)
    text = text_in_use(one.store, "empathy").replace("A formula answers", "A stock phrase answers")
    save_scale(one.store, tom, "empathy", text, "As we say it", THEN, 0)
    second = rate(one.store, one.ugo, one.attempt.id, sheet(2), THEN)
    agree(one.store, one.ines, one.attempt.id, sheet(2), "We saw the same.", THEN)

    found = _results(one)
    assert second.sheet.levels["empathy"].version == (1 if locked else 2)
    assert found.wordings == ({} if locked else {Dimension.EMPATHY: (1, 2)})
