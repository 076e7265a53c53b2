"""Inviting somebody once more: with other forms and shown as a retake, where they had begun."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from training.assessments.hiring import NotReady, check_hires
from training.assessments.invitations import Invitation, Invited, keep, least_given
from training.assessments.inviting import LASTS, check_invites, check_lasts
from training.assessments.models import Adjustments, Candidacy
from training.assessments.rows import candidacies_where, candidacy_in, forms_in
from training.errors import TrainingError
from training.models import Person, Role
from training.store import Store


def invite_again(
    store: Store,
    person: Person,
    candidacy_id: str,
    now: datetime,
    lasts: timedelta = LASTS,
    adjustments: Adjustments | None = None,
) -> Invited:
    """Invite somebody once more, with forms that they were never given.

    Who never began gets the forms of before, and it is no retake. What was made easier for them is
    so again, unless it is said otherwise.
    """
    check_hires(person)
    check_lasts(lasts)
    with store.writing() as db:
        before = candidacy_in(db, candidacy_id)
        check_invites(db, before.assessment_id)
        _check_over(db, before, now)
        row, began = db.table("people").get(before.person_id), _began(db, before)
        made = Invitation(
            assessment_id=before.assessment_id,
            candidate=Person(row["id"], row["name"], Role.CANDIDATE),
            forms=_others(db, before) if began else before.forms,
            adjustments=adjustments or before.adjustments,
            until=now + lasts,
            retake_of=before.id if began else before.retake_of,
        )
        return keep(db, person, store.folder, made, now)


def _began(db: Database, before: Candidacy) -> bool:
    calls = db.table("candidacy_attempts").count_where("candidacy_id = ?", [before.id])
    return before.finished_at is not None or bool(calls)


def _check_over(db: Database, before: Candidacy, now: datetime) -> None:
    """Nobody has two invitations to one work sample at a time."""
    of_person = candidacies_where(db, "person_id = ?", before.person_id)
    for one in of_person:
        ended = one.finished_at or one.withdrawn_at or (one.expires_at <= now and not one.opened_at)
        if not ended and one.assessment_id == before.assessment_id:
            raise TrainingError(
                "retake",
                "an earlier invitation of theirs is still open",
                "withdraw that one, or give them a new link to it",
            )


def _others(db: Database, before: Candidacy) -> dict[str, int]:
    """One form of each scenario that this person was never given."""
    forms = forms_in(db, before.assessment_id)
    chosen = least_given(db, before.assessment_id, forms, _given(db, before.person_id))
    used_up = {form.scenario_id for form in forms} - chosen.keys()
    if used_up:
        raise NotReady(
            "retake",
            f"they were given every form of {', '.join(sorted(used_up))}",
            "another work sample, with other scenarios",
        )
    return chosen


def _given(db: Database, person_id: str) -> set[tuple[str, int]]:
    """All forms that somebody was given, in whatever work sample."""
    every = candidacies_where(db, "person_id = ?", person_id)
    return {pair for one in every for pair in one.forms.items()}
