"""A work sample is rated without names, and without the machine until people have agreed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scoring.judge import Dropped, Opinion, Remark, SecondOpinion
from scoring.marks import Dimension
from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import assessor, manager
from tests.training.assessments.taken import NAME, THEN
from tests.training.judging import ARREST, sheet, submitted
from training.access_log import MACHINE
from training.accesses import Asked, accesses
from training.agreeing import agreement_so_far
from training.assessments.blinding import MachineHidden, NameKnown, blacked_out
from training.assessments.confirming import confirmations
from training.assessments.rating import Stage, as_rated, stage
from training.disputes import disputes
from training.errors import Closed, TrainingError
from training.judging import is_hidden
from training.models import Attempt, Person, Purpose, Role
from training.people import person_of
from training.practice import scenario_of
from training.ratings import agree, consensus, own_rating, rate, ratings
from training.rechecking import recheck
from training.reviews import kept_reviews, machine_review, review_attempt
from training.searching import search
from training.second_opinions import may_ask, second_opinion
from training.second_ratings import rate_again, second_ratings
from training.sheets import Rated, Sheet, far_apart
from training.store import Store
from training.verdicts import as_it_stands, verdicts
from training.waiting import waiting

Look = Callable[[Store, Person, Attempt], object]


def _stands(store: Store, person: Person, attempt: Attempt) -> object:
    made = machine_review(store, person, attempt.id)
    return as_it_stands(store, person, attempt, made)


LOOKS: dict[str, Look] = {
    "review": lambda store, person, one: review_attempt(store, person, one.id, THEN),
    "kept reviews": lambda store, person, one: kept_reviews(store, person, one.id),
    "verdicts": lambda store, person, one: verdicts(store, person, one.id),
    "disputes": lambda store, person, one: disputes(store, person, one.id),
    "confirmations": lambda store, person, one: confirmations(store, person, one.id),
    "as it stands": _stands,
}


def test_the_machine_is_hidden_by_every_way_until_two_agreed(one: Taken) -> None:
    store, _, attempt, ines, ugo = one
    rate(store, ines, attempt.id, sheet(), THEN)
    rate(store, ugo, attempt.id, sheet(), THEN)
    for name, look in LOOKS.items():
        with pytest.raises(MachineHidden, match="hidden until two people"):
            look(store, ines, attempt)
        assert is_hidden(store, ines, attempt.id), name
    assert list(recheck(store, ines)) == []
    told = agreement_so_far(store, ines)
    assert (told.blind, told.rules) == (0, ())

    agree(store, ines, attempt.id, sheet(), "We saw the same.", THEN)

    for look in LOOKS.values():
        assert look(store, ines, attempt) is not None
    assert [each.who for each in recheck(store, ines)] == [_alias(store, attempt)]
    told = agreement_so_far(store, ines)
    assert told.blind == 2
    assert ARREST in {line.id for line in told.rules}


def _alias(store: Store, attempt: Attempt) -> str:
    with store.reading() as db:
        row = next(db.table("candidacies").rows_where("person_id = ?", [attempt.person_id]))
    return str(row["alias"])


def test_nobody_sees_the_other_sheet_before_both_are_saved(one: Taken) -> None:
    store, _, attempt, ines, ugo = one
    rate(store, ines, attempt.id, sheet(4), THEN)

    assert [each.by for each in ratings(store, ines, attempt.id)] == ["Ines"]
    for look in (ratings, consensus, second_ratings):
        with pytest.raises(TrainingError, match="save your own sheet first"):
            look(store, ugo, attempt.id)
    assert rate(store, ugo, attempt.id, sheet(2), THEN).blind
    assert len(ratings(store, ines, attempt.id)) == 2


def test_a_candidate_has_an_alias_wherever_an_assessor_looks(one: Taken) -> None:
    store, candidacy, attempt, ines, _ = one
    seen = store.attempt(ines, attempt.id)
    scenario = scenario_of(store, ines, seen)

    assert person_of(store, ines, seen).name == candidacy.alias
    (due,) = waiting(store, ines)
    assert (due.who, due.stage) == (candidacy.alias, Stage.RATE)
    one.agreed()
    read = as_rated(store, ines, seen, scenario)
    made = review_attempt(store, ines, attempt.id, THEN)
    (*_, raw) = store.reviews(ines, attempt.id)
    assert "Jamal" in raw["body"], "it is kept as it was made, and covered for who reads it"
    opinion = _opinion_quoting(store, ines, attempt, NAME)
    kept = kept_reviews(store, ines, attempt.id)
    for told in (str(read.events), str(read.state), made.model_dump_json(), str(kept), opinion):
        assert "okoro" not in told.casefold()
        assert "i am Jamal" not in told
    assert scenario.consumer_name in str(read.events)
    lines = accesses(store, MACHINE, Asked())
    assert {line.of for line in lines} >= {candidacy.alias}
    assert NAME not in str(lines)
    assert search(store, ines, "Okoro") == ()


def _opinion_quoting(store: Store, person: Person, attempt: Attempt, words: str) -> str:
    """A second opinion in which a candidate's words stand, as this person reads it."""
    remark = Remark(turn=1, quote=words, says=f"{words} says who is calling.")
    opinion = Opinion(dimension=Dimension.EMPATHY, level=2, value=25, rules=50, remarks=(remark,))
    body = SecondOpinion(
        model="a-model", opinions=(opinion,), dropped=Dropped(), versions={}
    ).model_dump_json()
    row = {"attempt_id": attempt.id, "person_id": person.id, "body": body, "at": THEN.isoformat()}
    with store.writing() as db:
        db.table("second_opinions").insert({**row, "for_a_person": 0})
    return str(second_opinion(store, person, attempt.id))


def test_a_mask_is_as_long_as_the_name_and_spares_other_words() -> None:
    names = ("Jamal", "May")

    told = blacked_out("this is jamal. May I? JAMAL may pay in may.", names)

    assert told == "this is █████. ███ I? █████ may pay in may."


def test_an_attempt_without_an_invitation_is_nameless_too(store: Store, ana: Person) -> None:

    attempt = submitted(store, ana, purpose=Purpose.ASSESSMENT)

    assert person_of(store, assessor(store), attempt).name == "A candidate"
    assert person_of(store, ana, attempt).name == "Ana"


def test_who_invited_a_candidate_does_not_rate_them(one: Taken) -> None:
    store, _, attempt, *_ = one
    mara = manager(store)
    knows = Person(mara.id, mara.name, Role.ASSESSOR)

    with pytest.raises(NameKnown, match="know whose call it is"):
        rate(store, knows, attempt.id, sheet(), THEN)

    assert stage(store, knows, attempt.id) is Stage.OTHERS
    assert waiting(store, knows) == ()


def test_who_was_withdrawn_waits_for_no_rater_and_is_not_rated(one: Taken) -> None:
    store, candidacy, attempt, ines, _ = one
    with store.writing() as db:
        moments = {"finished_at": None, "withdrawn_at": THEN.isoformat()}
        db.table("candidacies").update(candidacy.id, moments)

    assert waiting(store, ines, closed=True) == ()
    with pytest.raises(Closed, match="withdrawn"):
        rate(store, ines, attempt.id, sheet(), THEN)


def test_a_level_names_the_turns_that_show_it(one: Taken) -> None:
    store, _, attempt, ines, _ = one
    vague = Rated(evidence="Rather good", level=4)
    far = Rated(evidence="turn 99: she cried", level=4)
    for rated, told in ((vague, "it names no turn"), (far, "there is no turn 99")):
        with pytest.raises(TrainingError, match=told):
            rate(store, ines, attempt.id, _with(rated), THEN)

    note = Rated(evidence="wrap-up: no reason", level=2)
    nothing = Rated(evidence="no hardship came up", level=None)
    several = Rated(evidence="Turns 2 and 4, then turn 3", level=3)
    kept = rate(
        store,
        ines,
        attempt.id,
        Sheet(levels={**sheet().levels, "accuracy": note, "empathy": nothing, "conduct": several}),
        THEN,
    )

    levels = kept.sheet.levels
    assert levels["conduct"].turns == (1, 2, 3)
    assert (levels["accuracy"].turns, levels["empathy"].turns) == ((), ())


def _with(one: Rated) -> Sheet:
    return Sheet(levels={**sheet().levels, "empathy": one})


def test_levels_far_apart_are_talked_over_and_others_are_not() -> None:
    three = Rated(evidence="turn 1", level=3)
    sheets = [
        Sheet(levels={"near": three, "far": three, "one_saw": three, "none_saw": _none()}),
        Sheet(levels={"near": _at(4), "far": _at(5), "one_saw": _none(), "none_saw": _none()}),
    ]

    assert far_apart(sheets) == ("far", "one_saw")


def _at(level: int) -> Rated:
    return Rated(evidence="turn 1", level=level)


def _none() -> Rated:
    return Rated(evidence="nothing came up", level=None)


def test_what_is_changed_later_is_a_second_rating_and_enters_no_figure(one: Taken) -> None:
    store, _, attempt, ines, ugo = one
    with pytest.raises(TrainingError, match="you have not rated it yet"):
        rate_again(store, ines, attempt.id, sheet(3), "I read it anew.", THEN)
    for rater, level in ((ines, 1), (ugo, 4)):
        rate(store, rater, attempt.id, sheet(level), THEN)
    ratings(store, ines, attempt.id)

    kept = rate_again(store, ines, attempt.id, sheet(3), "Ugo showed me turn 3.", THEN)

    assert [what.value for what in kept.seen] == ["others"]
    assert second_ratings(store, ugo, attempt.id) == (kept,)
    own = own_rating(store, ines, attempt.id)
    assert own is not None
    assert own.sheet.levels["empathy"].level == 1
    # It is the sheets that were made apart that were far from each other.
    with pytest.raises(TrainingError, match="you discussed about"):
        agree(store, ines, attempt.id, sheet(3), "We came to 3.", THEN)
    agree(store, ines, attempt.id, sheet(3, discussed="Turn 3."), "We came to 3.", THEN)
    assert agreement_so_far(store, ines).blind == 2


def test_what_comes_next_follows_what_was_done(one: Taken) -> None:
    store, _, attempt, ines, ugo = one
    steps = [stage(store, ines, attempt.id)]
    rate(store, ines, attempt.id, sheet(), THEN)
    steps.append(stage(store, ines, attempt.id))
    rate(store, ugo, attempt.id, sheet(), THEN)
    steps.append(stage(store, ines, attempt.id))
    agree(store, ugo, attempt.id, sheet(), "The same.", THEN)
    steps.append(stage(store, ines, attempt.id))

    assert steps == [Stage.RATE, Stage.WAIT, Stage.AGREE, Stage.CONFIRM]
    assert stage(store, assessor(store, "Third"), attempt.id) is Stage.OTHERS
    assert waiting(store, assessor(store, "Third")) == ()


def test_no_model_is_asked_before_people_have_agreed(one: Taken) -> None:
    store, _, attempt, ines, _ = one
    seen = store.attempt(ines, attempt.id)
    scenario = scenario_of(store, ines, seen)
    made = machine_review(store, ines, attempt.id)

    assert not may_ask(store, ines, seen, scenario, made)
