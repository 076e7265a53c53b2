"""Enrolling from a table: looked over first, who is new, who is known and what is wrong by line.

Nothing is made before somebody says yes to what they saw; and what they saw is what is made.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from training.access_log import Deed, log
from training.accounts import ONE_TIME_LASTS, OneTime, check_free, opened_in
from training.coaches import check_coaches
from training.cohorts import keep_cohort, keep_member
from training.errors import TrainingError
from training.models import Person, Role
from training.passwords import hashed, one_time_password
from training.people import checked_name, person_named
from training.store import Store
from training.tables import NoTable, lines_of

COLUMNS = ("name", "cohort", "reviewer")
"""The first has to be there; without a column for the cohort all are put into one."""
MOST = 500


class Status(StrEnum):
    """What somebody of a table is here before anything is made."""

    NEW = "new"
    KNOWN = "known"
    MEMBER = "in it already"
    FAULTY = "faulty"


@dataclass(frozen=True)
class Row:
    """One line of the table as it would be made; `fault` is what keeps it from it."""

    number: int
    name: str
    cohort: str
    reviewer: str
    status: Status
    fault: str = ""


@dataclass(frozen=True)
class Enrolment:
    """All lines of a table, and what is wrong with the whole; with a fault nothing is made."""

    rows: tuple[Row, ...]
    faults: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it can be made as it stands."""
        return not self.faults and not any(one.fault for one in self.rows) and bool(self.rows)

    def of(self, status: Status) -> tuple[Row, ...]:
        """The lines of that status."""
        return tuple(one for one in self.rows if one.status is status)


def look_over(store: Store, person: Person, content: bytes, cohort: str = "") -> Enrolment:
    """What a table would make: lines with nothing else go into the cohort that is named here."""
    check_coaches(person)
    try:
        lines = lines_of(content)
    except NoTable as error:
        return Enrolment((), (str(error),))
    heads = [cell.casefold() for cell in lines[0].cells] if lines else []
    has_heads = "name" in heads
    strange = [head for head in heads if head and head not in COLUMNS]
    if has_heads and strange:
        told = f"There is no column {strange[0]!r}. Columns are {', '.join(COLUMNS)}."
        return Enrolment((), (told,))
    if not has_heads and len(heads) > 1:
        return Enrolment((), ("The first line has no column 'name'. One is needed.",))
    named = heads if has_heads else ["name"]
    rows = tuple(
        _row(store, line.number, dict(zip(named, line.cells, strict=False)), cohort)
        for line in lines[1 if has_heads else 0 :]
    )
    return Enrolment(tuple(_once(rows)), tuple(_of_the_whole(rows)))


def enrol(store: Store, person: Person, wanted: Enrolment, now: datetime) -> tuple[OneTime, ...]:
    """Make what was looked over, all of it or nothing; passwords to hand over to who is new.

    Where somebody changed the people here since, nothing is made, and it is looked over again.
    """
    check_coaches(person)
    if not wanted.sound:
        raise TrainingError("table", "something in it is wrong", "mend it, and look it over again")
    new = {one.name.casefold(): one for one in wanted.of(Status.NEW)}
    made = {
        key: OneTime(one.name, one_time_password(), now + ONE_TIME_LASTS)
        for key, one in new.items()
    }
    kept = {key: hashed(one.password) for key, one in made.items()}
    known = {
        one.name.casefold(): person_named(store, one.name, Role.TRAINEE).id
        for one in wanted.rows
        if one.status is not Status.NEW
    }
    reviewers = {
        one.reviewer: person_named(store, one.reviewer, Role.TRAINER).id
        for one in wanted.rows
        if one.reviewer
    }
    with store.writing() as db:
        for key, one in made.items():
            check_free(db, one.name)
            opened = opened_in(db, one.name, (Role.TRAINEE,), kept[key], now, one.until)
            log(db, person, Deed.ADDED, now, of=opened.id, note=Role.TRAINEE.value)
            known[key] = opened.id
        _into_cohorts(db, person, wanted.rows, known, reviewers, now)
    return tuple(made.values())


def _into_cohorts(
    db: Database,
    person: Person,
    rows: Sequence[Row],
    known: Mapping[str, str],
    reviewers: Mapping[str, str],
    now: datetime,
) -> None:
    for one in rows:
        cohort = keep_cohort(db, person, one.cohort, now)
        if one.reviewer:
            db.table("cohorts").update(cohort, {"reviewer_id": reviewers[one.reviewer]})
        whose = known[one.name.casefold()]
        if keep_member(db, cohort, whose, now):
            log(db, person, Deed.ENROLLED, now, of=whose, note=one.cohort)


def _row(store: Store, number: int, values: Mapping[str, str], cohort: str) -> Row:
    name, reviewer = values.get("name", ""), values.get("reviewer", "")
    into = values.get("cohort", "") or cohort
    row = Row(number, name, into, reviewer, Status.FAULTY)
    try:
        name, into = checked_name(name), _cohort_named(into)
        if reviewer:
            reviewer = person_named(store, reviewer, Role.TRAINER).name
        status = _status(store, name, into)
    except TrainingError as error:
        allowed = f"{error.allowed[:1].upper()}{error.allowed[1:]}"
        return Row(**{**vars(row), "fault": f"{error.where}: {error.wrong}. {allowed}."})
    return Row(number, name, into, reviewer, status)


def _cohort_named(name: str) -> str:
    if not name:
        raise TrainingError("cohort", "none is named", "one in the column 'cohort', or for all")
    return checked_name(name)


def _status(store: Store, name: str, cohort: str) -> Status:
    with store.reading() as db:
        sql = """select people.id from cohort_members join cohorts on cohorts.id = cohort_id
            join people on people.id = person_id
            where cohorts.name_key = ? and people.name_key = ? and left_at is null"""
        if any(db.query(sql, (cohort.casefold(), name.casefold()))):
            return Status.MEMBER
        taken = db.table("accounts").count_where("name_key = ?", [name.casefold()])
        local = "name_key = ? and role = ?"
        there = db.table("people").count_where(local, [name.casefold(), Role.TRAINEE.value])
    if not taken and not there:
        return Status.NEW
    person_named(store, name, Role.TRAINEE)
    return Status.KNOWN


def _once(rows: Sequence[Row]) -> Iterator[Row]:
    """Nobody is in one cohort twice, and nobody new has two lines that make two accounts."""
    seen: dict[tuple[str, str], int] = {}
    for one in rows:
        first = seen.setdefault((one.name.casefold(), one.cohort.casefold()), one.number)
        if first == one.number or one.fault:
            yield one
        else:
            fault = f"{one.name} stands in line {first} already. Add what tells them apart."
            yield Row(**{**vars(one), "status": Status.FAULTY, "fault": fault})


def _of_the_whole(rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        yield "Nobody is named in it."
    if len(rows) > MOST:
        yield f"It names {len(rows)} people. At most {MOST} are enrolled at a time."
