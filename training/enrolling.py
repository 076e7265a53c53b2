"""Enrolling from a table: looked over first, who is new, who is known and what is wrong by line.

Nothing is made before somebody says yes to what they saw; and what they saw is what is made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from training.tables import Line, NoTable, lines_of

COLUMNS = ("name", "cohort", "reviewer")
"""The first has to be there; without a column for the cohort all are put into one."""
MOST = 500


class Status(StrEnum):
    """What somebody of a table is here before anything is made.

    `LOCAL`: a name from before there were accounts; enrolling gives it none.
    """

    NEW = "new"
    KNOWN = "known"
    LOCAL = "known without an account"
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
class NewReviewer:
    """A cohort that is there already would be reviewed by somebody else; `before` may be nobody."""

    cohort: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Enrolment:
    """All lines of a table, and what is wrong with the whole; with a fault nothing is made.

    `new_reviewers` is what it would change in cohorts that are there already.
    """

    rows: tuple[Row, ...]
    faults: tuple[str, ...] = ()
    new_reviewers: tuple[NewReviewer, ...] = ()

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
    if told := _of_the_heads(heads):
        return Enrolment((), (told,))
    named = heads if has_heads else ["name"]
    read = (_row(store, line, named, cohort) for line in lines[1 if has_heads else 0 :])
    rows = tuple(_one_reviewer(_once(tuple(read))))
    return Enrolment(rows, tuple(_of_the_whole(rows)), _new_reviewers(store, rows))


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
            _give_reviewer(db, person, cohort, one, reviewers[one.reviewer], now)
        whose = known[one.name.casefold()]
        if keep_member(db, cohort, whose, now):
            log(db, person, Deed.ENROLLED, now, of=whose, note=one.cohort)


def _give_reviewer(
    db: Database, person: Person, cohort: str, row: Row, reviewer: str, now: datetime
) -> None:
    """Once for a cohort, however many lines of it name them."""
    if db.table("cohorts").get(cohort)["reviewer_id"] != reviewer:
        db.table("cohorts").update(cohort, {"reviewer_id": reviewer})
        note = f"{row.cohort}: reviewed by {row.reviewer}"
        log(db, person, Deed.ENROLLED, now, note=note)


def _of_the_heads(heads: Sequence[str]) -> str:
    """What is wrong with the first line; nothing where it names the columns, or is a name."""
    if "name" not in heads:
        return "The first line has no column 'name'. One is needed." if len(heads) > 1 else ""
    for head in filter(None, heads):
        if head not in COLUMNS:
            return f"There is no column {head!r}. Columns are {', '.join(COLUMNS)}."
        if heads.count(head) > 1:
            return f"There are {heads.count(head)} columns {head!r}. One of each is possible."
    return ""


def _row(store: Store, line: Line, named: Sequence[str], cohort: str) -> Row:
    values = dict(zip(named, line.cells, strict=False))
    name, reviewer = values.get("name", ""), values.get("reviewer", "")
    into = values.get("cohort", "") or cohort
    row = Row(line.number, name, into, reviewer, Status.FAULTY)
    if beside := _beside(line.cells, named):
        fault = (
            f"{beside!r} stands in no column. Put a name with a comma in quotation marks, or "
            "give the column a head."
        )
        return replace(row, fault=fault)
    try:
        name, into = checked_name(name), _cohort_named(into)
        if reviewer:
            reviewer = person_named(store, reviewer, Role.TRAINER).name
        status = _status(store, name, into)
    except TrainingError as error:
        allowed = f"{error.allowed[:1].upper()}{error.allowed[1:]}"
        return replace(row, fault=f"{error.where}: {error.wrong}. {allowed}.")
    return Row(line.number, name, into, reviewer, status)


def _beside(cells: Sequence[str], named: Sequence[str]) -> str:
    """The first text that stands in no column that has a head."""
    heads = (*named, *("" for _ in cells[len(named) :]))
    return next((cell for head, cell in zip(heads, cells, strict=False) if cell and not head), "")


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
    if not taken:
        return Status.LOCAL if there else Status.NEW
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
            yield replace(one, status=Status.FAULTY, fault=fault)


def _one_reviewer(rows: Iterable[Row]) -> Iterator[Row]:
    """A cohort has one reviewer, in whichever of its lines they are named."""
    seen: dict[str, Row] = {}
    for one in rows:
        first = seen.setdefault(one.cohort.casefold(), one) if one.reviewer else one
        if first.reviewer == one.reviewer or one.fault:
            yield one
        else:
            told = f"reviewed by {first.reviewer} in line {first.number} already"
            fault = f"{one.cohort} is {told}. Name one reviewer for a cohort."
            yield replace(one, status=Status.FAULTY, fault=fault)


def _new_reviewers(store: Store, rows: Sequence[Row]) -> tuple[NewReviewer, ...]:
    sql = """select cohorts.name, people.name as reviewer from cohorts
        left join people on people.id = reviewer_id where cohorts.name_key = ?"""
    named = {one.cohort.casefold(): one.reviewer for one in rows if one.reviewer and not one.fault}
    with store.reading() as db:
        return tuple(
            NewReviewer(row["name"], row["reviewer"], reviewer)
            for cohort, reviewer in named.items()
            for row in db.query(sql, [cohort])
            if row["reviewer"] != reviewer
        )


def _of_the_whole(rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        yield "Nobody is named in it."
    if len(rows) > MOST:
        yield f"It names {len(rows)} people. At most {MOST} are enrolled at a time."
