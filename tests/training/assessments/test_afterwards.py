"""The feedback sheet: after a person decided, in words, and to the candidate alone."""

from __future__ import annotations

from scoring.rating_scales import FOLDER, load_scales
from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import THEN, raters
from training.assessments.afterwards import feedback
from training.assessments.confirming import confirm, places
from training.assessments.deciding import decide
from training.assessments.models import Decision
from training.models import Attempt, Person, Role
from training.people import person_of
from training.reviews import review_attempt
from training.scales import OWN_FOLDER, opened_scales
from training.store import Store

WHY = "Clear and kind; the threat is to be talked about."


def decided(store: Store, candidacy_id: str, attempt: Attempt) -> None:
    """An assessor looked at the hard fails, and a person decided."""
    ines, _ = raters(store)
    for place in places(review_attempt(store, ines, attempt.id, THEN)):
        confirm(store, ines, attempt.id, place, True, "So it is.", THEN)
    decide(store, manager(store), candidacy_id, Decision.NEXT_STEP, WHY, THEN)


def _candidate(one: Taken) -> Person:
    whose = person_of(one.store, one.ines, one.attempt)
    return Person(one.candidacy.person_id, whose.name, Role.CANDIDATE)


def test_before_a_person_decided_there_is_no_feedback_sheet(one: Taken) -> None:
    store, candidacy, _, _, _ = one
    assert feedback(store, _candidate(one), candidacy.id) is None

    one.agreed()

    assert feedback(store, _candidate(one), candidacy.id) is None


def test_it_says_in_the_words_of_the_scales_what_the_raters_agreed_on(one: Taken) -> None:
    store, candidacy, attempt, _, _ = one.agreed()
    decided(store, candidacy.id, attempt)

    sheet = feedback(store, _candidate(one), candidacy.id)

    assert sheet is not None
    (part,) = sheet
    scales = load_scales().values()
    assert [shown.criterion for shown in part.shown] == [scale.name for scale in scales]
    assert [shown.means for shown in part.shown] == [scale.levels[1].means for scale in scales]
    assert part.attempt.id == attempt.id
    assert WHY not in str(part.shown), "why a person decided so is told by people"


def test_a_scale_that_reads_otherwise_later_says_what_the_raters_had_read(
    one: Taken,
) -> None:
    store, candidacy, attempt, _, _ = one.agreed()
    decided(store, candidacy.id, attempt)
    read = load_scales()["empathy"]
    own = store.folder / OWN_FOLDER / "empathy.yaml"
    own.parent.mkdir()
    text = (FOLDER / "empathy.yaml").read_text()
    own.write_text(text.replace(read.levels[1].means, "Something else by now."))
    assert opened_scales(store.folder).scales["empathy"].levels[1].means == "Something else by now."

    sheet = feedback(store, _candidate(one), candidacy.id)

    assert sheet is not None
    told = [shown.means for shown in sheet[0].shown]
    assert read.levels[1].means in told
    assert "Something else by now." not in told
