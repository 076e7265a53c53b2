"""A person decides, with a reason, and never before people have said what they saw."""

from __future__ import annotations

import pytest

from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import invited, manager, ready
from tests.training.assessments.taken import THEN, agreed, raters, taken
from tests.training.judging import sheet
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.assessments.confirming import confirm, places
from training.assessments.deciding import TooEarly, decide, decisions, missing
from training.assessments.hiring import NotYoursToHire
from training.assessments.models import Candidacy, Decision
from training.errors import TrainingError
from training.models import Attempt
from training.ratings import agree, rate
from training.reviews import review_attempt
from training.store import Store

WHY = "Kind and clear; the threat is to be talked about."


def _missing(store: Store, candidacy: Candidacy) -> list[str]:
    told = [one.partition(": ")[2] or one for one in missing(store, manager(store), candidacy.id)]
    assert told == [] or not _decides(store, candidacy)
    return told


def _decides(store: Store, candidacy: Candidacy) -> bool:
    try:
        decide(store, manager(store), candidacy.id, Decision.NOT_NOW, WHY, THEN)
    except TooEarly:
        return False
    return True


def _confirm_all(store: Store, attempt: Attempt) -> None:
    ines, _ = raters(store)
    for place in places(review_attempt(store, ines, attempt.id, THEN)):
        confirm(store, ines, attempt.id, place, True, "So it is.", THEN)


def test_nothing_is_decided_before_two_rated_agreed_and_looked_at_the_hard_fails(
    one: Taken,
) -> None:
    store, candidacy, attempt, ines, ugo = one
    told = [_missing(store, candidacy)]
    rate(store, ines, attempt.id, sheet(), THEN)
    told.append(_missing(store, candidacy))
    rate(store, ugo, attempt.id, sheet(), THEN)
    told.append(_missing(store, candidacy))
    agree(store, ugo, attempt.id, sheet(), "The same.", THEN)
    told.append(_missing(store, candidacy))
    review_attempt(store, ines, attempt.id, THEN)
    told.append(_missing(store, candidacy))
    _confirm_all(store, attempt)

    assert told == [
        ["0 of 2 people have rated it"],
        ["1 of 2 people have rated it"],
        ["those who rated it have not agreed on one sheet"],
        ["no assessor has opened what the machine found"],
        ["a hard fail waits for an assessor to look at it"],
    ]
    assert _missing(store, candidacy) == []
    assert decisions(store, manager(store), candidacy.id) == ()


def test_every_call_of_a_candidate_is_rated_first(store: Store) -> None:
    candidacy, (one, _) = taken(store, scenarios=2)
    agreed(store, one)
    _confirm_all(store, one)

    assert _missing(store, candidacy) == ["0 of 2 people have rated it"]


def test_who_has_not_finished_is_not_decided_on(store: Store) -> None:
    (found,) = invited(store, ready(store), "Cleo")

    assert _missing(store, found.candidacy) == ["the candidate has not finished"]


def test_a_decision_has_a_reason_and_a_later_one_stands_beside_it(one: Taken) -> None:
    store, candidacy, attempt, *_ = one.agreed()
    _confirm_all(store, attempt)
    mara = manager(store)
    with pytest.raises(TrainingError, match="why you decide so: it is missing"):
        decide(store, mara, candidacy.id, Decision.HIRE, "", THEN)
    first = decide(store, mara, candidacy.id, Decision.NOT_NOW, WHY, THEN)
    assert decide(store, mara, candidacy.id, Decision.NOT_NOW, WHY, THEN) == first, "a double click"

    second = decide(store, mara, candidacy.id, Decision.NEXT_STEP, "After the appeal.", THEN)

    assert decisions(store, mara, candidacy.id) == (first, second)
    lines = accesses(store, MACHINE, Asked(deed=Deed.DECIDED))
    assert [(line.by, line.of, line.note) for line in lines] == [
        ("Mara", candidacy.alias, "not_now"),
        ("Mara", candidacy.alias, "next_step"),
    ]


def test_who_rates_does_not_decide(one: Taken) -> None:
    with pytest.raises(NotYoursToHire):
        decide(one.store, one.ines, one.candidacy.id, Decision.HIRE, WHY, THEN)
