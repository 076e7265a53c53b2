"""Who hires reads what a candidate said one by one, and each reading is in the access log."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import THEN
from tests.training.judging import THREAT
from training.access_log import MACHINE, SAME_LOOK, Deed
from training.accesses import Access, Asked, accesses
from training.assessments.confirming import confirm, places
from training.assessments.hiring import NotYoursToHire
from training.assessments.notices import templates
from training.assessments.reading import read_candidate
from training.assessments.results import NotRated, results
from training.models import Person, Role
from training.reviews import review_attempt
from training.rights import READS, READS_RATED


def _confirmed(one: Taken) -> Taken:
    one.agreed()
    for place in places(review_attempt(one.store, one.ines, one.attempt.id, THEN)):
        confirm(one.store, one.ines, one.attempt.id, place, True, "I read turn 4.", THEN)
    return one


def _readings(one: Taken) -> tuple[Access, ...]:
    found = accesses(one.store, MACHINE, Asked(deed=Deed.READ, attempt_id=one.attempt.id))
    return tuple(access for access in found if access.by == "Mara")


def test_the_list_of_results_has_no_word_that_somebody_said(one: Taken) -> None:
    _confirmed(one)

    (line,) = results(one.store, manager(one.store), one.candidacy.assessment_id).lines

    assert line.hard_fails
    assert {fail.finding.quote for _, fail in line.hard_fails} == {""}
    assert {fail.finding.message for _, fail in line.hard_fails} == {""}, "it may quote as well"
    assert _readings(one) == ()


def test_to_read_what_one_said_is_logged_once_for_each_look(one: Taken) -> None:
    _confirmed(one)
    mara = manager(one.store)

    for minutes in (0, 5, SAME_LOOK / timedelta(minutes=1) + 1):
        now = THEN + timedelta(minutes=minutes)
        read = read_candidate(one.store, mara, one.candidacy.id, now)

    (call,) = read.calls
    fail = next(fail for fail in call.judged.hard_fails if "arrest" in fail.finding.quote)
    assert THREAT in call.words(fail.finding.turn)
    assert fail.asks != fail.finding.message
    assert len(_readings(one)) == 2
    assert {access.of for access in _readings(one)} == {one.candidacy.alias}


def test_nobody_reads_before_two_people_agreed_and_no_rater_reads_here(one: Taken) -> None:
    with pytest.raises(NotRated):
        read_candidate(one.store, manager(one.store), one.candidacy.id, THEN)
    one.agreed()

    with pytest.raises(NotYoursToHire):
        read_candidate(one.store, one.ines, one.candidacy.id, THEN)


def test_who_reads_what_was_rated_is_in_the_table_of_rights(one: Taken) -> None:
    one.agreed()
    reads = set()
    for role in Role:
        with suppress(NotYoursToHire):
            read = read_candidate(one.store, Person("x", "X", role), one.candidacy.id, THEN)
            assert any(call.turns for call in read.calls)
            reads.add(role)

    assert reads == READS_RATED
    assert not any(READS[role] for role in reads), "and of anybody else's calls nothing"


def test_candidates_are_told_that_who_decides_reads_them_by_name(tmp_path: Path) -> None:
    for place, template in templates(tmp_path).items():
        told = {one.id: one.text for one in template.paragraphs}
        assert "reads what you typed, with your name" in told["decision"], place
