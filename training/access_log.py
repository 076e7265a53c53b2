"""The access log: who saw or changed what of others', and what was done to the whole store.

Each line is an entry of the chain as well. No line holds a word of a call.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from training.chain import ACCESS, Content, Kind, enter
from training.models import Person, Role

MACHINE = Person("this-computer", "this computer", Role.ADMINISTRATOR)
"""Who acts where a command is typed: whoever may open the data folder may do all of it anyway."""

SAME_LOOK = timedelta(hours=1)
"""Within that time looking again is the same look: a page is drawn at every click."""


class Deed(StrEnum):
    """What was done, as the log shows it."""

    READ = "read"
    VERDICT = "verdict"
    TOOK_BACK = "took-back"
    COMMENTED = "commented"
    COACHED = "coached"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    RATED = "rated"
    RATED_AGAIN = "rated-again"
    CONFIRMED = "confirmed"
    DECIDED = "decided"
    AGREED = "agreed"
    SECOND_OPINION = "second-opinion"
    ASSIGNED = "assigned"
    ENROLLED = "enrolled"
    GAVE_PATH = "gave-path"
    LEFT_COHORT = "left-cohort"
    WITHDREW = "withdrew"
    EXPORTED = "exported"
    REPORTED = "reported"
    DELETED = "deleted"
    PURGED = "purged"
    ANCHORED = "anchored"
    BACKED_UP = "backed-up"
    RESTORED = "restored"
    ADDED = "added"
    GAVE_ROLES = "gave-roles"
    GAVE_PASSWORD = "gave-password"  # noqa: S105 - what was done
    ENDED_ACCESS = "ended-access"
    GAVE_ACCESS = "gave-access"
    GAVE_PRACTICE = "gave-practice"
    REFUSED_PRACTICE = "refused-practice"
    SET_UP = "set-up"
    SIGNED_OFF = "signed-off"
    LOCKED = "locked"
    CLOSED = "closed"
    INVITED = "invited"
    ADJUSTED = "adjusted"


def log(
    db: Database,
    person: Person,
    deed: Deed,
    at: datetime,
    *,
    attempt_id: str | None = None,
    of: str | None = None,
    note: str = "",
) -> None:
    """Write a line, inside the transaction that does what it says; `of` is a person's id."""
    row = {
        "at": at.isoformat(),
        "person_id": person.id,
        "role": person.role.value,
        "deed": deed.value,
        "attempt_id": attempt_id,
        "of_id": of,
        "note": note,
    }
    number = db.table("access_log").insert(row).last_pk
    enter(db, Kind.ACCESS, [access_content({"id": number, **row})])


def access_content(row: Mapping[str, Any]) -> Content:
    """A line as it is kept."""
    columns = ("id", "at", "person_id", "role", "deed", "attempt_id", "of_id", "note")
    return Content(ACCESS, row["id"], json.dumps([row[name] for name in columns]))


def seen_lately(db: Database, person: Person, at: datetime, attempt_id: str) -> bool:
    """Whether the log has this reading already, within the time in which it is the same look."""
    sql = "attempt_id = ? and person_id = ? and deed = ? and datetime(at) > datetime(?)"
    since = (at - SAME_LOOK).isoformat()
    return bool(
        db.table("access_log").count_where(sql, [attempt_id, person.id, Deed.READ.value, since])
    )
