"""Every function of `training`, walked in every role with what is one's own and what is not."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from calls.disposition import Disposition
from calls.events import DialDecision, Hints, Voiced
from drills.stock import Stock
from scoring.judged import WHOLE
from tests.shipped import SCENARIOS
from tests.training.accounts import account
from tests.training.assessments.samples import SET_UP
from tests.training.doors import (
    APART,
    DOORS,
    FOR_CANDIDATES,
    WITHOUT_A_PERSON,
    Door,
    functions,
    lets_in,
)
from tests.training.floor import NOW, beginner
from tests.training.judging import ARREST, accept, rated_together, sheet
from tests.training.shipped_calls import LAID_OFF
from tests.training.test_wrap_up import PLAN
from training import beginning, progress, reviews, wrap_up
from training.accesses import Asked
from training.adopting import NotYoursToAdopt
from training.agreeing import NotYoursToCompare
from training.assessments.confirming import Place
from training.assessments.hiring import NotYoursToHire
from training.assessments.invitations import DICE
from training.assessments.inviting import LASTS, Guest
from training.assessments.models import Adjustments, Assessment
from training.assignments import NotYoursToAssign
from training.bench import Bench, NotYoursToWrite
from training.coaches import NotYoursToCoach
from training.enrolling import Enrolment
from training.errors import NoSuchAttempt, NotYours, TrainingError
from training.judging import NotYoursToJudge, Seen
from training.managing import NotYoursToManage
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practising import ForCandidatesAlone, NotForCandidates
from training.preferences import Switch
from training.rechecking import recheck
from training.rights import JUDGES, OF_ACCOUNTS, READS, sees_model_call
from training.rules_shown import NotYoursToReport
from training.store import Store, visible_to
from training.submitted import Submitted, submitted
from training.verifying import unwatched
from training.waiting import waiting

pytestmark = pytest.mark.usefixtures("quick_hashes")

FUNCTIONS = dict(functions())
REFUSED = (
    NoSuchAttempt,
    NotYours,
    NotYoursToAdopt,
    NotYoursToAssign,
    NotYoursToCoach,
    NotYoursToCompare,
    NotYoursToHire,
    NotYoursToJudge,
    NotYoursToManage,
    NotYoursToReport,
    NotYoursToWrite,
    NotForCandidates,
)
PURPOSES = (Purpose.PRIVATE, Purpose.SUBMITTED, Purpose.ASSESSMENT)
VALUES: dict[str, Any] = {
    "now": NOW,
    "text": "Hello",
    "to": "hardship team",
    "item": "account",
    "flag": "hardship",
    "on": True,
    "day": None,
    "arrangement": None,
    "disposition": Disposition.REFUSED,
    "voice": None,
    "voiced": Voiced.TEMPLATE,
    "by": None,
    "account": LAID_OFF.account.id,
    "decision": DialDecision.NOT_NOW,
    "reason": "hours",
    "next_at": None,
    "ruling": accept(WHOLE),
    "about": "communication/room to speak",
    "sentence": "She paused twice.",
    "dispute_id": "none",
    "answer_id": 0,
    "said": 2,
    "planned": PLAN,
    "steps": (),
    "level": Hints.OFF,
    "what": Seen.OTHERS,
    "decide": lambda _: (),
    "made_at": NOW,
    "versions": "{}",
    "body": "{}",
    "words": "hello",
    "around": ("<", ">"),
    "most": 5,
    "own": True,
    "shown": True,
    "names": ["Somebody"],
    "name": "Nobody",
    "roles": [Role.TRAINEE],
    "role": Role.TRAINEE,
    "account_id": "nobody",
    "claim_id": 0,
    "granted": False,
    "scenario": LAID_OFF,
    "due": NOW.date(),
    "note": "",
    "assignment_id": "none",
    "asked": Asked(),
    "path": Path("nowhere") / "backup",
    "folder": Path("nowhere"),
    "told": unwatched,
    "lines": (),
    "number": 1,
    "based_on": 0,
    "seed": 1,
    "seeds": 20,
    "missed": (),
    "field": "HR-1_text",
    "switch": Switch.CLOCKS,
    "assessment_id": "none",
    "candidacy_id": "none",
    "candidacies": [],
    "set_up": SET_UP,
    "drawn": Assessment(id="none", set_up=SET_UP, made_by="nobody", made_at=NOW),
    "changes": {},
    "seen": "",
    "scenarios": SCENARIOS,
    "guests": [Guest("Somebody")],
    "adjustments": Adjustments(),
    "lasts": LASTS,
    "dice": DICE,
    "place": Place(ARREST, None),
    "holds": True,
    "tables": {},
    "turn": 0,
    "drill": "numbers",
    "verdict_id": 0,
    "remark_id": 0,
    "calls": (),
    "rules": {},
    "content": b"name\nSomebody\n",
    "cohort": "Spring",
    "cohort_id": "none",
    "path_id": "none",
    "member_id": "nobody",
    "reviewer": None,
    "wanted": Enrolment(()),
    "starts": NOW.date(),
    "stock": Stock({}),
}


class Floor(NamedTuple):
    """One store for the whole walk: whose attempts there are, by purpose."""

    store: Store
    ana: Person
    attempts: dict[Purpose, Attempt]
    """Ana's, handed in."""


@pytest.fixture(scope="module")
def floor(tmp_path_factory: pytest.TempPathFactory) -> Floor:
    store = Store(Path(tmp_path_factory.mktemp("rights")), lasting=False)
    ana = account(store, "Ana", *OF_ACCOUNTS)
    return Floor(store, ana, {purpose: _handed_in(store, ana, purpose) for purpose in PURPOSES})


def _handed_in(store: Store, person: Person, purpose: Purpose) -> Attempt:
    begins = beginner(person, purpose)
    attempt = beginning.start_attempt(store, begins, LAID_OFF, purpose, 1, NOW)
    return wrap_up.hand_in(store, person, attempt, NOW)


def _another(floor: Floor, purpose: Purpose) -> Attempt:
    """One that may be gone afterwards."""
    seed = next(_seeds)
    begins = beginner(floor.ana, purpose)
    return beginning.start_attempt(floor.store, begins, LAID_OFF, purpose, seed, NOW)


_seeds = count(2)


def _in_role(person: Person, role: Role) -> Person:
    return Person(person.id, person.name, role)


def _is_let_in(name: str, floor: Floor, person: Person, attempt: Attempt) -> bool:
    """Whether the function goes on to anything beyond asking who it is."""
    given = {**VALUES, "self": floor.store, "store": floor.store, "person": person}
    given |= {
        "ids": [attempt.id],
        "attempt_ids": [attempt.id],
        "attempt": attempt,
        "attempt_id": attempt.id,
        "one": attempt.id,
        "other": attempt.id,
    }
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    if name == "assignments.assign":
        given["to"] = floor.ana
    if "bench" in parameters:
        given["bench"] = Bench(floor.store, floor.store.folder / "scenarios")
    if "trials" in parameters:
        given["trials"] = Store(floor.store.folder / "trials", lasting=False)
    if "sheet" in parameters:
        given["sheet"] = sheet()
    if {"made", "body"} & parameters.keys():
        given["made"] = reviews.machine_review(floor.store, floor.ana, attempt.id)
        given["body"] = given["made"].model_dump_json()
    try:
        with floor.store.reading() as db:
            _call(name, {**given, "db": db})
    except REFUSED:
        return False
    except TrainingError:
        # Why it cannot be done may be told first to who may read the attempt and not change it.
        if DOORS[name] is Door.READS_LOG:
            return False
        return DOORS[name] is not Door.OWNS or attempt.person_id == person.id
    return True


def _call(name: str, given: dict[str, Any]) -> object:
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    return FUNCTIONS[name](**{one: given[one] for one in parameters})


def test_every_function_says_in_the_table_whom_it_lets_in() -> None:
    with_a_person = {
        name for name, one in FUNCTIONS.items() if "person" in inspect.signature(one).parameters
    }

    assert with_a_person == DOORS.keys() | APART.keys()
    assert FUNCTIONS.keys() - with_a_person == WITHOUT_A_PERSON


def test_the_acting_person_comes_right_after_the_store() -> None:
    for name in DOORS:
        first, second, *_ = inspect.signature(FUNCTIONS[name]).parameters

        assert first in {"store", "db", "self", "folder", "bench", "trials"}, name
        assert second == "person", name


@pytest.mark.parametrize(
    "name", [name for name, door in DOORS.items() if door not in {Door.MAKES, Door.LISTS}]
)
def test_a_function_lets_in_whom_the_table_says_and_nobody_else(name: str, floor: Floor) -> None:
    stranger = account(floor.store, "Stranger", *OF_ACCOUNTS)
    for purpose, kept in floor.attempts.items():
        for role in Role:
            for person in (floor.ana, stranger):
                attempt = _another(floor, purpose) if "delete" in name else kept
                own = person is floor.ana
                expected = lets_in(name, role, own=own, purpose=purpose)
                before = floor.store.attempt(floor.ana, attempt.id)

                found = _is_let_in(name, floor, _in_role(person, role), attempt)

                told = f"{role} {'own' if own else 'other'} {purpose}"
                assert found == expected, told
                if not found:
                    assert floor.store.attempt(floor.ana, attempt.id) == before, told


@pytest.mark.parametrize("name", [name for name, door in DOORS.items() if door is Door.MAKES])
def test_what_makes_something_is_given_nothing_that_is_anothers(name: str) -> None:
    parameters = inspect.signature(FUNCTIONS[name]).parameters

    assert not {"attempt", "attempt_id", "account_id", "claim_id"} & parameters.keys()


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, door in DOORS.items()
        # What asks questions asks them of somebody new, too.
        if door is Door.LISTS and "stock" not in inspect.signature(FUNCTIONS[name]).parameters
    ],
)
def test_a_list_of_ones_own_holds_nothing_of_anybody_else(name: str, floor: Floor) -> None:
    stranger = account(floor.store, "Stranger", *OF_ACCOUNTS)
    for role in OF_ACCOUNTS:
        given = {**VALUES, "self": floor.store, "store": floor.store}

        assert not _call(name, {**given, "person": _in_role(stranger, role)}), role


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, door in DOORS.items()
        if door in {Door.MAKES, Door.LISTS} and name not in FOR_CANDIDATES
    ],
)
def test_a_candidate_makes_and_lists_nothing_beyond_the_work_sample(
    name: str, floor: Floor
) -> None:
    given = {**VALUES, "self": floor.store, "store": floor.store}
    given |= dict.fromkeys(("stock", "asked", "marked", "scripted", "began", "began_at", "answer"))
    given["person"] = _in_role(floor.ana, Role.CANDIDATE)

    with pytest.raises(NotForCandidates):
        _asked(name, given)


def _asked(name: str, given: dict[str, Any]) -> None:
    """What yields begins when it is asked for its first."""
    made = _call(name, given)
    if isinstance(made, Iterator):
        next(made)


def test_a_candidate_begins_no_practice(floor: Floor) -> None:
    candidate = _in_role(floor.ana, Role.CANDIDATE)
    for purpose in (Purpose.PRIVATE, Purpose.SUBMITTED):
        for begin in (beginning.begin, beginning.start_attempt):
            with pytest.raises(NotForCandidates):
                begin(floor.store, candidate, LAID_OFF, purpose, 1, NOW)


@pytest.mark.parametrize("role", OF_ACCOUNTS)
def test_whoever_has_an_account_begins_everything_but_an_assessment(
    floor: Floor, role: Role
) -> None:
    person = _in_role(account(floor.store, "Beginner", *OF_ACCOUNTS), role)
    for purpose in set(Purpose) - {Purpose.ASSESSMENT}:
        beginning.start_attempt(floor.store, person, LAID_OFF, purpose, next(_seeds), NOW)
    for begin in (beginning.begin, beginning.start_attempt):
        with pytest.raises(ForCandidatesAlone, match=f"nobody begins one as {role.label}"):
            begin(floor.store, person, LAID_OFF, Purpose.ASSESSMENT, 1, NOW)


def test_lists_of_others_work_hold_what_the_table_says(floor: Floor) -> None:
    store, stranger = floor.store, account(floor.store, "Stranger", *OF_ACCOUNTS)
    for attempt in floor.attempts.values():
        reviews.review_attempt(store, floor.ana, attempt.id, NOW)
    rated_together(store, floor.attempts[Purpose.ASSESSMENT], level=None)
    for role in Role:
        person = _in_role(stranger, role)
        with store.reading() as db:
            seen = {row["purpose"] for row in visible_to(db, person)}

        assert seen == READS[role], role
        checked = {_purpose(floor, one.attempt_id) for one in recheck(store, person)}
        assert checked == READS[role], role
        to_judge = {_purpose(floor, one.attempt_id) for one in waiting(store, person, closed=True)}
        assert to_judge == JUDGES[role], role
        told = {_purpose(floor, one.step.attempt_id) for one in _submitted(store, person)}
        assert told == READS[role] & {Purpose.SUBMITTED}, role
        own = waiting(store, _in_role(floor.ana, role), closed=True)
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
        stranger = _in_role(account(floor.store, "Stranger", *OF_ACCOUNTS), role)
        with pytest.raises(NoSuchAttempt) as hidden:
            floor.store.attempt(stranger, attempt.id)

        assert str(hidden.value) == str(NoSuchAttempt(attempt.id)), role


def test_who_judges_an_assessment_sees_the_model_call_and_its_candidate_does_not(
    floor: Floor,
) -> None:
    attempt = floor.attempts[Purpose.ASSESSMENT]
    assessor = sign_in_locally(floor.store, "Ines", Role.ASSESSOR, NOW)

    assert sees_model_call(assessor, attempt)
    assert not any(sees_model_call(_in_role(floor.ana, role), attempt) for role in Role)
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
        assert len(progress.progress(floor.store, _in_role(floor.ana, role))) >= len(PURPOSES)


def test_every_role_has_its_line_in_the_table() -> None:
    assert READS.keys() == set(Role)


def test_nobody_reads_private_attempts_of_others() -> None:
    assert all(Purpose.PRIVATE not in purposes for purposes in READS.values())
