"""Whoever does not come, or applies no more, is closed with a reason and rated no more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import invited, manager, ready
from tests.training.assessments.taken import THEN, raters
from tests.training.floor import NOW
from tests.training.judging import sheet
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.assessments.confirming import Place, confirm
from training.assessments.deciding import TooEarly, decide, decisions
from training.assessments.ending import end_application, may_end
from training.assessments.inviting import withdraw
from training.assessments.models import DECIDES, Decision
from training.assessments.opening import Withdrawn, open_link
from training.assessments.results import results
from training.errors import Closed, NotOffered, TrainingError
from training.ratings import agree, rate
from training.reviews import review_attempt
from training.second_ratings import rate_again
from training.store import Store
from training.waiting import waiting

WHY = "The link was not opened, and nobody answered the phone."


def test_who_did_not_come_is_closed_with_a_reason_and_the_link_opens_no_more(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    mara = manager(store)
    assert may_end(store, mara, one.candidacy.id)
    with pytest.raises(TrainingError, match="why it is closed: it is missing"):
        end_application(store, mara, one.candidacy.id, " ", NOW)

    for _ in "a double click":
        end_application(store, mara, one.candidacy.id, WHY, NOW)

    (told,) = decisions(store, mara, one.candidacy.id)
    assert (told.decision, told.reason, told.by) == (Decision.CLOSED, WHY, "Mara")
    with pytest.raises(Withdrawn):
        open_link(store, one.token, "a browser", NOW)
    logged = accesses(store, MACHINE, Asked(deed=Deed.DECIDED))
    assert [line.note for line in logged] == ["closed"]
    with pytest.raises(Closed, match="closed already"):
        end_application(store, mara, one.candidacy.id, "Another reason.", NOW)


def test_who_was_withdrawn_before_is_closed_and_not_decided_on(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    mara = manager(store)
    withdraw(store, mara, one.candidacy.id, NOW)
    for decision in DECIDES:
        with pytest.raises(TooEarly, match="the invitation was withdrawn"):
            decide(store, mara, one.candidacy.id, decision, WHY, NOW)
    with pytest.raises(NotOffered):
        decide(store, mara, one.candidacy.id, Decision.CLOSED, WHY, NOW)

    assert end_application(store, mara, one.candidacy.id, WHY, NOW).decision is Decision.CLOSED


def test_nothing_is_rated_after_it(one: Taken) -> None:
    store, candidacy, attempt, ines, ugo = one
    for rater in raters(store):
        rate(store, rater, attempt.id, sheet(), THEN)
    end_application(store, manager(store), candidacy.id, "They took another position.", THEN)
    later = THEN + timedelta(hours=1)

    with pytest.raises(Closed, match="withdrawn"):
        agree(store, ugo, attempt.id, sheet(), "The same.", later)
    with pytest.raises(Closed, match="withdrawn"):
        rate_again(store, ines, attempt.id, sheet(3), "Milder now.", later)
    assert attempt.id not in [line.attempt_id for line in waiting(store, ines)]
    found = results(store, manager(store), candidacy.assessment_id)
    assert (found.lines, found.waiting) == ((), 0)


def test_whose_calls_were_agreed_on_stays_in_the_figures_while_a_hard_fail_waits(
    one: Taken,
) -> None:
    store, candidacy, attempt, ines, _ = one.agreed()
    mara = manager(store)
    with pytest.raises(TrainingError, match=r"no assessor has opened .* that first, then decide"):
        end_application(store, mara, candidacy.id, WHY, THEN)
    review_attempt(store, ines, attempt.id, THEN)

    with pytest.raises(TrainingError, match=r"rated and agreed on .*wait"):
        end_application(store, mara, candidacy.id, WHY, THEN)

    assert not may_end(store, mara, candidacy.id)
    (line,) = results(store, mara, candidacy.assessment_id).lines
    assert line.candidacy.id == candidacy.id
    assert decisions(store, mara, candidacy.id) == ()


def test_no_hard_fail_is_confirmed_after_it(one: Taken) -> None:
    store, candidacy, attempt, ines, _ = one.agreed()
    made = review_attempt(store, ines, attempt.id, THEN)
    fail = made.scorecard.must_change[0]
    with store.writing() as db:  # closed by an earlier version, which allowed it here
        db.table("candidacies").update(candidacy.id, {"withdrawn_at": THEN.isoformat()})

    with pytest.raises(Closed, match="withdrawn"):
        confirm(store, ines, attempt.id, Place(fail.rule, fail.turn), True, "So it is.", THEN)


def test_where_all_is_there_somebody_decides(one: Taken) -> None:
    store, candidacy, attempt, ines, _ = one.agreed()
    made = review_attempt(store, ines, attempt.id, THEN)
    for fail in made.scorecard.must_change:
        confirm(store, ines, attempt.id, Place(fail.rule, fail.turn), True, "So it is.", THEN)
    mara = manager(store)
    with pytest.raises(TrainingError, match="all is there to decide on"):
        end_application(store, mara, candidacy.id, WHY, THEN)

    decide(store, mara, candidacy.id, Decision.NOT_NOW, "The threat.", THEN)
    with pytest.raises(Closed, match="somebody has decided"):
        end_application(store, mara, candidacy.id, WHY, THEN)
