"""Cohorts: trainees who learn together, and who reviews what they submit."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.access_log import Deed, log
from training.coaches import check_coaches
from training.errors import TrainingError
from training.models import Person, Role
from training.people import checked_name
from training.practising import check_practises
from training.store import Store


@dataclass(frozen=True)
class Member:
    """A trainee of a cohort, and since when."""

    id: str
    name: str
    since: datetime


@dataclass(frozen=True)
class Cohort:
    """Some trainees; `reviewer` is whose part it is first to review what they submit."""

    id: str
    name: str
    reviewer: str | None
    members: tuple[Member, ...]


@dataclass(frozen=True)
class OwnCohort:
    """A cohort as one of its trainees knows it: since when they are in it, or until when."""

    name: str
    since: datetime
    left_at: datetime | None


def cohorts(store: Store, person: Person) -> tuple[Cohort, ...]:
    """All cohorts by name, with those who are in them now."""
    check_coaches(person)
    with store.reading() as db:
        members: dict[str, list[Member]] = {}
        for row in db.query(_MEMBERS):
            since = datetime.fromisoformat(row["added_at"])
            one = Member(row["person_id"], row["name"], since)
            members.setdefault(row["cohort_id"], []).append(one)
        return tuple(_cohort(row, members) for row in db.query(_COHORTS))


def own_cohorts(store: Store, person: Person) -> tuple[OwnCohort, ...]:
    """The cohorts that one is or was in, the first one on top."""
    check_practises(person)
    sql = """select cohorts.name, added_at, left_at from cohort_members
        join cohorts on cohorts.id = cohort_id where person_id = ? order by added_at, cohort_id"""
    with store.reading() as db:
        return tuple(
            OwnCohort(
                row["name"],
                datetime.fromisoformat(row["added_at"]),
                datetime.fromisoformat(row["left_at"]) if row["left_at"] else None,
            )
            for row in db.query(sql, [person.id])
        )


def set_reviewer(
    store: Store, person: Person, cohort_id: str, reviewer: Person | None, now: datetime
) -> Cohort:
    """Say whose part it is first to review this cohort, or that it is nobody's in particular."""
    check_coaches(person)
    if reviewer is not None and reviewer.role is not Role.TRAINER:
        raise TrainingError(
            "reviewer", f"{reviewer.name} is here as a {reviewer.role.label}", "a trainer reviews"
        )
    with store.writing() as db:
        find_cohort(db, cohort_id)
        changed = {"reviewer_id": reviewer.id if reviewer else None}
        db.table("cohorts").update(cohort_id, changed)
        told = f"reviewed by {reviewer.name}" if reviewer else "reviewed by nobody in particular"
        log(db, person, Deed.ENROLLED, now, note=told)
    return next(one for one in cohorts(store, person) if one.id == cohort_id)


def leave(store: Store, person: Person, cohort_id: str, member_id: str, now: datetime) -> Cohort:
    """Take somebody out of a cohort; what they did in it stays theirs."""
    check_coaches(person)
    with store.writing() as db:
        find_cohort(db, cohort_id)
        here = "cohort_id = ? and person_id = ? and left_at is null"
        if not db.table("cohort_members").count_where(here, [cohort_id, member_id]):
            raise TrainingError("member", "nobody of that id is in it", "one of its members")
        db.table("cohort_members").update((cohort_id, member_id), {"left_at": now.isoformat()})
        log(db, person, Deed.LEFT_COHORT, now, of=member_id)
    return next(one for one in cohorts(store, person) if one.id == cohort_id)


def keep_cohort(db: Database, person: Person, name: str, now: datetime) -> str:
    """The id of the cohort of that name, made where there is none yet."""
    shown = checked_name(name)
    for row in db.table("cohorts").rows_where("name_key = ?", [shown.casefold()]):
        return str(row["id"])
    row = {
        "id": secrets.token_hex(8),
        "name": shown,
        "name_key": shown.casefold(),
        "by_id": person.id,
        "made_at": now.isoformat(),
    }
    db.table("cohorts").insert(row)
    return str(row["id"])


def keep_member(db: Database, cohort_id: str, person_id: str, now: datetime) -> bool:
    """Put somebody into a cohort; whether they were not in it already."""
    here = "cohort_id = ? and person_id = ?"
    known = list(db.table("cohort_members").rows_where(here, [cohort_id, person_id]))
    if known and known[0]["left_at"] is None:
        return False
    row = {
        "cohort_id": cohort_id,
        "person_id": person_id,
        "added_at": now.isoformat(),
        "left_at": None,
    }
    db.table("cohort_members").upsert(row, pk=("cohort_id", "person_id"))
    return True


def find_cohort(db: Database, cohort_id: str) -> Mapping[str, Any]:
    """The row of a cohort; raise where there is none."""
    for row in db.table("cohorts").rows_where("id = ?", [cohort_id]):
        return dict(row)
    raise TrainingError(
        f"cohort {cohort_id!r}", "there is none of that id", "one from the list of cohorts"
    )


_COHORTS = """select cohorts.*, people.name as reviewer from cohorts
    left join people on people.id = reviewer_id order by cohorts.name_key"""
_MEMBERS = """select cohort_members.*, people.name from cohort_members
    join people on people.id = person_id where left_at is null order by people.name_key"""


def _cohort(row: Mapping[str, Any], members: Mapping[str, list[Member]]) -> Cohort:
    return Cohort(row["id"], row["name"], row["reviewer"], tuple(members.get(row["id"], ())))
