"""A table of trainees is looked over before anything is made, and what was seen is what is made."""

from __future__ import annotations

import pytest

from tests.training.accounts import account
from tests.training.floor import NOW
from training.access_log import Deed
from training.accesses import who_looked
from training.accounts import open_account
from training.cohorts import cohorts, leave, own_cohorts, set_reviewer
from training.enrolling import Enrolment, NewReviewer, Status, enrol, look_over
from training.errors import TrainingError
from training.models import Person, Role
from training.own_data import own_data
from training.people import person_named, sign_in_locally
from training.sign_ins import sign_in, sign_in_of
from training.store import Store

pytestmark = pytest.mark.usefixtures("quick_hashes")
TABLE = """Name;Cohort;Reviewer
Ana;Spring 2026;Tom
 Bea  Ruiz ;Spring 2026;
Cem;Autumn;
"""


def _looked(store: Store, trainer: Person, table: str, cohort: str = "") -> Enrolment:
    return look_over(store, trainer, table.encode(), cohort)


@pytest.mark.usefixtures("ana")
def test_it_is_told_who_is_new_and_who_is_known_and_nothing_is_made(
    store: Store, trainer: Person
) -> None:
    seen = _looked(store, trainer, TABLE)

    assert [(one.number, one.name, one.cohort, one.status) for one in seen.rows] == [
        (2, "Ana", "Spring 2026", Status.LOCAL),
        (3, "Bea Ruiz", "Spring 2026", Status.NEW),
        (4, "Cem", "Autumn", Status.NEW),
    ]
    assert seen.sound
    assert cohorts(store, trainer) == ()
    with pytest.raises(TrainingError, match="no trainee is called 'Cem'"):
        person_named(store, "Cem", Role.TRAINEE)


def test_a_yes_makes_it_and_hands_over_passwords_that_open(
    store: Store, ana: Person, trainer: Person
) -> None:
    made = enrol(store, trainer, _looked(store, trainer, TABLE), NOW)

    assert [one.name for one in made] == ["Bea Ruiz", "Cem"]
    autumn, spring = cohorts(store, trainer)
    assert (spring.reviewer, [one.name for one in spring.members]) == ("Tom", ["Ana", "Bea Ruiz"])
    assert (autumn.reviewer, [one.name for one in autumn.members]) == (None, ["Cem"])
    sign_in(store, "Cem", made[1].password, "token", NOW)
    found = sign_in_of(store, "token", NOW)
    assert found is not None
    assert (found.roles, found.must_change) == ((Role.TRAINEE,), True)
    assert [one.deed for one in who_looked(store, ana)] == [Deed.ENROLLED]

    again = _looked(store, trainer, TABLE)
    assert {one.status for one in again.rows} == {Status.MEMBER}
    assert enrol(store, trainer, again, NOW) == ()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name;desk\nAna;4\n", "There is no column 'desk'. Columns are name, cohort, reviewer."),
        ("Ana;Spring\n", "The first line has no column 'name'. One is needed."),
        ("name\n", "Nobody is named in it."),
        ("name,name\nDoe,John\n", "There are 2 columns 'name'. One of each is possible."),
    ],
)
def test_a_table_of_another_shape_is_explained(
    store: Store, trainer: Person, table: str, told: str
) -> None:
    seen = _looked(store, trainer, table, "Spring")

    assert seen.faults == (told,)
    assert not seen.sound


def test_faults_stand_at_their_line_and_keep_all_from_being_made(
    store: Store, trainer: Person
) -> None:
    account(store, "Ines", Role.ASSESSOR)
    table = "name,cohort,reviewer\nDee,Spring,\ndee,Spring,\nEve,,\nInes,Spring,\nFay,Spring,Uli\n"
    seen = _looked(store, trainer, table)

    assert [one.number for one in seen.of(Status.FAULTY)] == [3, 4, 5, 6]
    twice, nowhere, other, nobody = (one.fault for one in seen.of(Status.FAULTY))
    assert twice == "dee stands in line 2 already. Add what tells them apart."
    assert nowhere == "cohort: none is named. One in the column 'cohort', or for all."
    assert "is no trainee in it" in other
    assert "no trainer is called 'Uli'" in nobody
    with pytest.raises(TrainingError, match="something in it is wrong"):
        enrol(store, trainer, seen, NOW)
    assert cohorts(store, trainer) == ()


@pytest.mark.parametrize(
    "table",
    [
        "Ana\nDoe, John\n",
        "name,cohort\nAna,Spring\nDoe, John,Spring\n",
        "name,\nAna,\nDoe,John\n",
    ],
)
def test_no_cell_is_dropped_without_a_word(store: Store, trainer: Person, table: str) -> None:
    seen = _looked(store, trainer, table, "Spring")

    (odd,) = seen.of(Status.FAULTY)
    assert odd.name == "Doe"
    assert "stands in no column. Put a name with a comma in quotation marks" in odd.fault
    quoted = _looked(store, trainer, 'name,cohort,\n"Doe, John",Spring,\n')
    assert [(one.name, one.cohort, one.fault) for one in quoted.rows] == [
        ("Doe, John", "Spring", "")
    ]


def test_who_has_an_account_is_told_from_a_name_from_before(
    store: Store, ana: Person, trainer: Person
) -> None:
    open_account(store, "Gus", (Role.TRAINEE,), NOW)
    seen = _looked(store, trainer, f"{ana.name}\nGus\nHal\n", "Spring")

    assert [one.status for one in seen.rows] == [Status.LOCAL, Status.KNOWN, Status.NEW]
    assert [one.name for one in enrol(store, trainer, seen, NOW)] == ["Hal"]


def test_a_cohort_gets_another_reviewer_only_where_it_was_said(
    store: Store, trainer: Person
) -> None:
    sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    both = "name,cohort,reviewer\nDee,Spring,Tom\nEve,Spring,\nFay,spring,Tessa\n"
    (second,) = _looked(store, trainer, both).of(Status.FAULTY)
    assert second.fault.startswith("spring is reviewed by Tom in line 2 already.")

    first = _looked(store, trainer, "name,cohort,reviewer\nDee,Spring,Tom\n")
    enrol(store, trainer, first, NOW)
    again = _looked(store, trainer, "name,cohort,reviewer\nDee,Spring,Tessa\nEve,Spring,Tessa\n")
    enrol(store, trainer, again, NOW)

    assert first.new_reviewers == ()
    assert again.new_reviewers == (NewReviewer("Spring", "Tom", "Tessa"),)
    assert cohorts(store, trainer)[0].reviewer == "Tessa"
    with store.reading() as db:
        notes = [row["note"] for row in db.table("access_log").rows_where("of_id is null")]
    assert notes == ["Spring: reviewed by Tom", "Spring: reviewed by Tessa"]


def test_somebody_who_came_in_between_is_not_made_twice(store: Store, trainer: Person) -> None:
    seen = _looked(store, trainer, "Gus\n", "Spring")
    open_account(store, "Gus", (Role.TRAINEE,), NOW)

    with pytest.raises(TrainingError, match="somebody here has an account as Gus"):
        enrol(store, trainer, seen, NOW)
    assert cohorts(store, trainer) == ()


def test_a_cohort_has_a_reviewer_and_can_be_left(
    store: Store, ana: Person, trainer: Person
) -> None:
    enrol(store, trainer, _looked(store, trainer, "Ana\n", "Spring"), NOW)
    (spring,) = cohorts(store, trainer)
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, NOW)

    assert set_reviewer(store, trainer, spring.id, tessa, NOW).reviewer == "Tessa"
    assert set_reviewer(store, trainer, spring.id, None, NOW).reviewer is None
    with pytest.raises(TrainingError, match="a trainer reviews"):
        set_reviewer(store, trainer, spring.id, ana, NOW)
    assert leave(store, trainer, spring.id, ana.id, NOW).members == ()
    with pytest.raises(TrainingError, match="nobody of that id"):
        leave(store, trainer, spring.id, ana.id, NOW)

    (own,) = own_data(store, ana, NOW)["cohorts"]
    assert own == {"name": "Spring", "since": NOW.isoformat(), "left_at": NOW.isoformat()}

    enrol(store, trainer, _looked(store, trainer, "Ana\n", "Spring"), NOW)
    assert [one.name for one in cohorts(store, trainer)[0].members] == ["Ana"]
    assert [one.left_at for one in own_cohorts(store, ana)] == [None]
