"""Two people rate apart, before either sees the machine or the other; then they agree together."""

from __future__ import annotations

import pytest

from scoring.agreement import FEWEST
from scoring.rating_scales import load_scales
from tests.training.judging import MARK, accept, sheet, submitted
from tests.training.shipped_calls import at
from training.agreeing import agreement_so_far
from training.disputes import disputes
from training.errors import TrainingError
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.ratings import agree, consensus, own_rating, rate, ratings
from training.rechecking import recheck
from training.reviews import kept_reviews, review_attempt
from training.sheets import Rated, Sheet
from training.store import Store
from training.verdicts import give_verdict, verdicts
from training.waiting import waiting

ARREST = "fdcpa.false.arrest_imprisonment"


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


@pytest.fixture
def tessa(store: Store) -> Person:
    return sign_in_locally(store, "Tessa", Role.TRAINER, at(0))


def test_who_saw_nothing_rates_blind(store: Store, trainer: Person, attempt: Attempt) -> None:
    waiting(store, trainer)
    store.attempt(trainer, attempt.id)

    told = rate(store, trainer, attempt.id, sheet(2, ARREST), at(2000))

    assert told.blind
    assert own_rating(store, trainer, attempt.id) == told
    versions = {name: scale.version for name, scale in load_scales().items()}
    assert {name: one.version for name, one in told.sheet.levels.items()} == versions
    assert all(one.scale for one in told.sheet.levels.values())


def _reads_the_review(store: Store, person: Person, attempt: Attempt) -> None:
    review_attempt(store, person, attempt.id, at(1500))


def _reads_kept_reviews(store: Store, person: Person, attempt: Attempt) -> None:
    kept_reviews(store, person, attempt.id)


def _reads_verdicts(store: Store, person: Person, attempt: Attempt) -> None:
    verdicts(store, person, attempt.id)


def _reads_disputes(store: Store, person: Person, attempt: Attempt) -> None:
    disputes(store, person, attempt.id)


def _gives_a_verdict(store: Store, person: Person, attempt: Attempt) -> None:
    give_verdict(store, person, attempt.id, accept(MARK), at(1500))


def _rechecks(store: Store, person: Person, attempt: Attempt) -> None:
    assert attempt.id in [one.attempt_id for one in recheck(store, person)]


@pytest.mark.parametrize(
    "looks",
    [
        _reads_the_review,
        _reads_kept_reviews,
        _reads_verdicts,
        _reads_disputes,
        _gives_a_verdict,
        _rechecks,
    ],
)
def test_who_saw_the_machines_marks_by_any_way_does_not_rate_blind(
    store: Store, ana: Person, trainer: Person, attempt: Attempt, looks: object
) -> None:
    review_attempt(store, ana, attempt.id, at(1400))
    assert callable(looks)
    looks(store, trainer, attempt)

    assert not rate(store, trainer, attempt.id, sheet(), at(2000)).blind
    told = agreement_so_far(store, trainer)
    assert (told.blind, told.not_blind) == (0, 1)


def test_nobody_sees_anothers_sheet_before_saving_their_own(
    store: Store, trainer: Person, tessa: Person, attempt: Attempt
) -> None:
    rate(store, trainer, attempt.id, sheet(2), at(2000))
    for read in (ratings, consensus):
        with pytest.raises(TrainingError, match="save your own sheet first"):
            read(store, tessa, attempt.id)
    assert own_rating(store, tessa, attempt.id) is None

    second = rate(store, tessa, attempt.id, sheet(4), at(2100))

    assert second.blind
    assert [one.by for one in ratings(store, tessa, attempt.id)] == ["Tom", "Tessa"]


def test_a_sheet_that_was_saved_is_not_changed(
    store: Store, trainer: Person, attempt: Attempt
) -> None:
    first = rate(store, trainer, attempt.id, sheet(2), at(2000))

    with pytest.raises(TrainingError, match="you rated it already"):
        rate(store, trainer, attempt.id, sheet(5), at(2100))

    assert own_rating(store, trainer, attempt.id) == first


def test_what_two_agree_on_is_kept_apart_and_enters_no_figure(
    store: Store, trainer: Person, tessa: Person, attempt: Attempt
) -> None:
    rate(store, trainer, attempt.id, sheet(2), at(2000))
    with pytest.raises(TrainingError, match="one person has rated it - two rate it apart first"):
        agree(store, trainer, attempt.id, sheet(3), "We talked it over.", at(2050))
    rate(store, tessa, attempt.id, sheet(4), at(2100))

    with pytest.raises(TrainingError, match="you discussed about"):
        agree(store, tessa, attempt.id, sheet(3), "We talked it over.", at(2150))
    talked = sheet(3, discussed="The threat stands beside a kind opening.")

    agree(store, tessa, attempt.id, talked, "Turn 4 weighs more than turn 2.", at(2200))

    kept = consensus(store, trainer, attempt.id)
    assert kept is not None
    assert (kept.by, kept.reason) == ("Tessa", "Turn 4 weighs more than turn 2.")
    apart = ratings(store, trainer, attempt.id)
    assert [one.sheet.levels["empathy"].level for one in apart] == [2, 4]
    told = agreement_so_far(store, trainer)
    assert (told.blind, told.consensus) == (2, 1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Sheet(levels={}), "criterion 'What is left behind': it is missing - rate every"),
        (sheet(6), "there is no level 6 - a level from 1 to 5"),
        (sheet(2, "no.such_rule"), "there is no 'no.such_rule' for this call"),
        (
            Sheet(levels={"luck": Rated(evidence="x", level=1)}),
            "criterion: there is no 'luck' - one of accuracy,",
        ),
        (
            Sheet(levels={**sheet().levels, "empathy": Rated(evidence=" ", level=1)}),
            "evidence for 'Contact with empathy': it is missing",
        ),
    ],
)
def test_a_sheet_that_says_too_little_is_told_what_is_missing(
    store: Store, trainer: Person, attempt: Attempt, given: Sheet, told: str
) -> None:
    with pytest.raises(TrainingError) as refused:
        rate(store, trainer, attempt.id, given, at(2000))

    assert told in str(refused.value)


def _rated(store: Store, ana: Person, raters: tuple[Person, ...], calls: int) -> None:
    for seed in range(1, calls + 1):
        attempt = submitted(store, ana, seed)
        for number, rater in enumerate(raters):
            level = 1 + (seed + number * (seed % 2)) % 5
            rules = (ARREST,) if seed % 2 else ()
            rate(store, rater, attempt.id, sheet(level, *rules), at(2000 + number))


def test_agreement_is_told_by_criterion_by_rule_and_by_rater(
    store: Store, ana: Person, trainer: Person, tessa: Person
) -> None:
    _rated(store, ana, (trainer, tessa), FEWEST)

    told = agreement_so_far(store, trainer)

    line = next(one for one in told.criteria if one.id == "communication")
    assert (told.blind, told.raters, line.people.pairs) == (2 * FEWEST, 2, FEWEST)
    assert line.people.kappa is not None
    assert line.people.kappa.low <= line.people.kappa.value <= line.people.kappa.high
    assert line.machine is not None
    assert line.machine.pairs == 2 * FEWEST
    assert [one.name for one in line.raters] == ["Tessa", "Tom"]
    assert all(one.others.difference and one.machine.difference for one in line.raters)
    assert all(one.machine.kappa and one.machine.icc for one in line.raters)
    assert not line.alone
    conduct = next(one for one in told.criteria if one.id == "conduct")
    assert conduct.machine is not None
    assert conduct.machine.pairs == 2 * FEWEST
    assert conduct.conditions
    rule = next(one for one in told.rules if one.id == ARREST)
    assert rule.people.kappa is not None
    assert rule.people.kappa.value == 1.0


def test_too_few_ratings_give_no_figure(store: Store, ana: Person, trainer: Person) -> None:
    _rated(store, ana, (trainer,), 2)

    told = agreement_so_far(store, trainer)

    assert all(one.people.kappa is None for one in told.criteria)
    assert all(not one.alone for one in (*told.criteria, *told.rules))


def test_what_a_model_rated_enters_no_figure(
    store: Store, trainer: Person, tessa: Person, attempt: Attempt
) -> None:
    rate(store, trainer, attempt.id, sheet(2), at(2000))
    rate(store, tessa, attempt.id, sheet(2, model_rated=True), at(2100))

    told = agreement_so_far(store, trainer)

    assert (told.blind, told.model_rated, told.raters) == (1, 1, 1)
    assert all(one.people.pairs == 0 for one in told.criteria)
    with pytest.raises(TrainingError, match="one person has rated it - two rate it apart first"):
        agree(store, trainer, attempt.id, sheet(2), "We two.", at(2200))


def test_ratings_on_an_older_wording_are_counted_apart(
    store: Store, trainer: Person, attempt: Attempt
) -> None:
    rate(store, trainer, attempt.id, sheet(2), at(2000))
    with store.writing() as db:
        db.execute('update ratings set body = replace(body, \'"scale":"\', \'"scale":"0\')')

    told = agreement_so_far(store, trainer)

    assert told.older_scale == len(told.criteria)
    assert all(one.machine is None or one.machine.pairs == 0 for one in told.criteria)


def test_agreement_is_for_those_who_judge(store: Store, ana: Person, attempt: Attempt) -> None:
    assessor = sign_in_locally(store, "Ines", Role.ASSESSOR, at(0))

    with pytest.raises(TrainingError, match="it is not for a trainee"):
        agreement_so_far(store, ana)

    assert attempt.purpose is Purpose.SUBMITTED
    assert agreement_so_far(store, assessor).blind == 0
