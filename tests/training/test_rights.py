"""Every function of `training`, walked in every role with what is one's own and what is not."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
from tests.training.floor import NOW
from tests.training.judging import ARREST, accept, sheet
from tests.training.rights_floor import Floor, another, in_role, new_floor
from tests.training.shipped_calls import LAID_OFF
from tests.training.test_wrap_up import PLAN
from training import reviews
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
from training.models import Attempt, Person, Role
from training.practising import NotForCandidates
from training.preferences import Switch
from training.rights import OF_ACCOUNTS
from training.rules_shown import NotYoursToReport
from training.store import Store
from training.verifying import unwatched

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


@pytest.fixture(scope="module")
def floor(tmp_path_factory: pytest.TempPathFactory) -> Floor:
    return new_floor(tmp_path_factory.mktemp("rights"))


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
                attempt = another(floor, purpose) if "delete" in name else kept
                own = person is floor.ana
                expected = lets_in(name, role, own=own, purpose=purpose)
                before = floor.store.attempt(floor.ana, attempt.id)

                found = _is_let_in(name, floor, in_role(person, role), attempt)

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

        assert not _call(name, {**given, "person": in_role(stranger, role)}), role


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
    given["person"] = in_role(floor.ana, Role.CANDIDATE)

    with pytest.raises(NotForCandidates):
        _asked(name, given)


def _asked(name: str, given: dict[str, Any]) -> None:
    """What yields begins when it is asked for its first."""
    made = _call(name, given)
    if isinstance(made, Iterator):
        next(made)
