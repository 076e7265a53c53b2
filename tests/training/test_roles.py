"""What each role begins and reads, and what is told of what it does not read."""

from __future__ import annotations

import pytest

from tests.training.accounts import account
from tests.training.floor import NOW
from tests.training.judging import rated_together
from tests.training.rights_floor import PURPOSES, Floor, in_role, new_floor, seeds
from tests.training.shipped_calls import LAID_OFF
from training import beginning, progress, reviews, wrap_up
from training.errors import NoSuchAttempt, NotYours
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.practising import ForCandidatesAlone, NotForCandidates
from training.rechecking import recheck
from training.rights import JUDGES, OF_ACCOUNTS, READS, sees_model_call
from training.store import Store, visible_to
from training.submitted import Submitted, submitted
from training.waiting import waiting

pytestmark = pytest.mark.usefixtures("quick_hashes")


@pytest.fixture(scope="module")
def floor(tmp_path_factory: pytest.TempPathFactory) -> Floor:
    return new_floor(tmp_path_factory.mktemp("others"))


def test_a_candidate_begins_no_practice(floor: Floor) -> None:
    candidate = in_role(floor.ana, Role.CANDIDATE)
    for purpose in (Purpose.PRIVATE, Purpose.SUBMITTED):
        for begin in (beginning.begin, beginning.start_attempt):
            with pytest.raises(NotForCandidates):
                begin(floor.store, candidate, LAID_OFF, purpose, 1, NOW)


@pytest.mark.parametrize("role", OF_ACCOUNTS)
def test_whoever_has_an_account_begins_everything_but_an_assessment(
    floor: Floor, role: Role
) -> None:
    person = in_role(account(floor.store, "Beginner", *OF_ACCOUNTS), role)
    for purpose in set(Purpose) - {Purpose.ASSESSMENT}:
        beginning.start_attempt(floor.store, person, LAID_OFF, purpose, next(seeds), NOW)
    for begin in (beginning.begin, beginning.start_attempt):
        with pytest.raises(ForCandidatesAlone, match=f"nobody begins one as {role.label}"):
            begin(floor.store, person, LAID_OFF, Purpose.ASSESSMENT, 1, NOW)


def test_lists_of_others_work_hold_what_the_table_says(floor: Floor) -> None:
    store, stranger = floor.store, account(floor.store, "Stranger", *OF_ACCOUNTS)
    for attempt in floor.attempts.values():
        reviews.review_attempt(store, floor.ana, attempt.id, NOW)
    rated_together(store, floor.attempts[Purpose.ASSESSMENT], level=None)
    for role in Role:
        person = in_role(stranger, role)
        with store.reading() as db:
            seen = {row["purpose"] for row in visible_to(db, person)}

        assert seen == READS[role], role
        checked = {_purpose(floor, one.attempt_id) for one in recheck(store, person)}
        assert checked == READS[role], role
        to_judge = {_purpose(floor, one.attempt_id) for one in waiting(store, person, closed=True)}
        assert to_judge == JUDGES[role], role
        told = {_purpose(floor, one.step.attempt_id) for one in _submitted(store, person)}
        assert told == READS[role] & {Purpose.SUBMITTED}, role
        own = waiting(store, in_role(floor.ana, role), closed=True)
        assert own == (), "nobody judges their own, in whatever role"


def _submitted(store: Store, person: Person) -> tuple[Submitted, ...]:
    """A candidate is told as much by an error."""
    if person.role is not Role.CANDIDATE:
        return submitted(store, person)
    with pytest.raises(NotForCandidates):
        submitted(store, person)
    return ()


def _purpose(floor: Floor, attempt_id: str) -> Purpose:
    return floor.store.attempt(floor.ana, attempt_id).purpose


def test_what_is_hidden_is_told_like_what_never_was(floor: Floor) -> None:
    attempt = floor.attempts[Purpose.PRIVATE]
    for role in Role:
        stranger = in_role(account(floor.store, "Stranger", *OF_ACCOUNTS), role)
        with pytest.raises(NoSuchAttempt) as hidden:
            floor.store.attempt(stranger, attempt.id)

        assert str(hidden.value) == str(NoSuchAttempt(attempt.id)), role


def test_who_judges_an_assessment_sees_the_model_call_and_its_candidate_does_not(
    floor: Floor,
) -> None:
    attempt = floor.attempts[Purpose.ASSESSMENT]
    assessor = sign_in_locally(floor.store, "Ines", Role.ASSESSOR, NOW)

    assert sees_model_call(assessor, attempt)
    assert not any(sees_model_call(in_role(floor.ana, role), attempt) for role in Role)
    assert sees_model_call(floor.ana, floor.attempts[Purpose.SUBMITTED])


def test_who_judges_may_read() -> None:
    assert JUDGES.keys() == set(Role)
    assert all(JUDGES[role] <= READS[role] for role in Role)


def test_a_reader_who_tries_to_change_is_told_whose_it_is(floor: Floor) -> None:
    trainer = sign_in_locally(floor.store, "Tom", Role.TRAINER, NOW)

    with pytest.raises(NotYours, match="you may read it, not change it"):
        wrap_up.note(floor.store, trainer, floor.attempts[Purpose.SUBMITTED], "hello", NOW)


def test_progress_shows_ones_own_attempts_in_every_role(floor: Floor) -> None:
    for role in OF_ACCOUNTS:
        assert len(progress.progress(floor.store, in_role(floor.ana, role))) >= len(PURPOSES)


def test_every_role_has_its_line_in_the_table() -> None:
    assert READS.keys() == set(Role)


def test_nobody_reads_private_attempts_of_others() -> None:
    assert all(Purpose.PRIVATE not in purposes for purposes in READS.values())
