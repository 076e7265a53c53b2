"""Dry runs: one's own work sample, taken as a candidate takes it, and counted nowhere."""

import secrets
from datetime import datetime, timedelta

from sqlite_utils import Database

from training.assessments.hiring import NotReady, check_hires
from training.assessments.invitations import Invitation, Invited, keep, least_given, new_candidate
from training.assessments.models import Adjustments, Assessment
from training.assessments.rows import assessment_in, forms_in
from training.models import Person
from training.store import Store

LASTS = timedelta(days=1)


def dry_run(
    store: Store,
    person: Person,
    assessment_id: str,
    now: datetime,
    adjustments: Adjustments | None = None,
) -> Invited:
    """A link to a copy of the work sample as it stands, for whoever sets it up.

    Its calls are demonstrations, which no rater, figure or result ever meets. An earlier dry run of
    the same person ends with it.
    """
    check_hires(person)
    with store.writing() as db:
        found = assessment_in(db, assessment_id)
        if not forms_in(db, assessment_id):
            raise NotReady(
                f"work sample {found.set_up.job!r}", "it has no forms yet", "draw them first"
            )
        _end_earlier(db, person, now)
        copy_id = _copied(db, person, found, now)
        made = Invitation(
            assessment_id=copy_id,
            candidate=new_candidate(db, f"{person.name} (dry run)", now),
            forms=least_given(db, copy_id, forms_in(db, copy_id)),
            adjustments=adjustments or Adjustments(),
            until=now + LASTS,
        )
        return keep(db, person, store.folder, made, now)


def _copied(db: Database, person: Person, found: Assessment, now: datetime) -> str:
    """The work sample once more, as a dry run that is locked at once."""
    copy_id = secrets.token_hex(8)
    row = {
        "id": copy_id,
        "job": found.set_up.job,
        "body": found.set_up.model_dump_json(),
        "made_by": person.id,
        "made_at": now.isoformat(),
        "locked_at": now.isoformat(),
        "dry_run_of": found.dry_run_of or found.id,
    }
    db.table("assessments").insert(row)
    forms = db.table("assessment_forms")
    for form in list(forms.rows_where("assessment_id = ?", [found.id])):
        forms.insert({**form, "assessment_id": copy_id})
    return copy_id


def _end_earlier(db: Database, person: Person, now: datetime) -> None:
    sql = """update candidacies set withdrawn_at = ?
        where withdrawn_at is null and finished_at is null and invited_by = ? and assessment_id in (
            select id from assessments where dry_run_of is not null)"""
    db.execute(sql, [now.isoformat(), person.id])
