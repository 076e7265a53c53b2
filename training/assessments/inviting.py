"""Inviting: one or many people to one work sample, by links that expire and open once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlite_utils import Database

from training.access_log import Deed, log
from training.assessments.browsers import unbind
from training.assessments.hiring import NotReady, check_hires
from training.assessments.invitations import (
    DICE,
    Invitation,
    Invited,
    keep,
    least_given,
    new_candidate,
)
from training.assessments.links import new_token, token_hash
from training.assessments.models import NO_ADJUSTMENTS, Adjustments, Candidacy
from training.assessments.rows import assessment_in, candidacies_where, candidacy_in, forms_in
from training.assessments.setting_up import lock_in
from training.errors import Closed, TrainingError
from training.models import Person
from training.people import checked_name
from training.store import Store

LASTS = timedelta(days=14)
"""How long a link opens, unless it is said otherwise."""
LONGEST = timedelta(days=90)


@dataclass(frozen=True)
class Guest:
    """Somebody who is to be invited, and what is made easier for them."""

    name: str
    adjustments: Adjustments = NO_ADJUSTMENTS


def invite(
    store: Store,
    person: Person,
    assessment_id: str,
    guests: Sequence[Guest],
    now: datetime,
    lasts: timedelta = LASTS,
    dice: Random = DICE,
) -> tuple[Invited, ...]:
    """Invite candidates, all of them or none; the first invitation locks the work sample.

    Each gets the forms that fewest were given so far.
    """
    check_hires(person)
    check_lasts(lasts)
    named = [checked_name(guest.name) for guest in guests]
    if not named:
        raise TrainingError("candidates", "nobody is named", "at least one name")
    with store.writing() as db:
        check_invites(db, assessment_id)
        lock_in(db, person, store.folder, assessment_id, now)
        forms = forms_in(db, assessment_id)
        return tuple(
            keep(
                db,
                person,
                store.folder,
                Invitation(
                    assessment_id=assessment_id,
                    candidate=new_candidate(db, name, now),
                    forms=least_given(db, assessment_id, forms, dice=dice),
                    adjustments=guest.adjustments,
                    until=now + lasts,
                ),
                now,
                dice,
            )
            for name, guest in zip(named, guests, strict=True)
        )


def candidacies(store: Store, person: Person, assessment_id: str) -> tuple[Candidacy, ...]:
    """Everybody who was invited to a work sample, in that order."""
    check_hires(person)
    with store.reading() as db:
        assessment_in(db, assessment_id)
        return tuple(candidacies_where(db, "assessment_id = ?", assessment_id))


def names(store: Store, person: Person, assessment_id: str) -> Mapping[str, str]:
    """What the candidates of a work sample are called, by the ids of their candidacies."""
    check_hires(person)
    sql = """select candidacies.id, name from candidacies join people on people.id = person_id
        where assessment_id = ?"""
    with store.reading() as db:
        return {row["id"]: row["name"] for row in db.query(sql, [assessment_id])}


def new_link(
    store: Store, person: Person, candidacy_id: str, now: datetime, lasts: timedelta = LASTS
) -> Invited:
    """Another link in place of one that was lost or has expired; the old one opens no more.

    It opens once like the first, and goes on with what was begun, or leads to the feedback sheet.
    Whatever browser was on this way is so no more: it may have been the wrong one.
    """
    check_hires(person)
    check_lasts(lasts)
    with store.writing() as db:
        found = _not_withdrawn(db, candidacy_id)
        token = new_token(store.folder, candidacy_id)
        changes = {
            "token_hash": token_hash(token),
            "expires_at": (now + lasts).isoformat(),
            "opened_at": None,
        }
        db.table("candidacies").update(candidacy_id, changes)
        unbind(db, candidacy_id)
        log(db, person, Deed.INVITED, now, of=found.person_id, note=found.assessment_id)
        name = db.table("people").get(found.person_id)["name"]
        return Invited(name, candidacy_in(db, candidacy_id), token)


def withdraw(store: Store, person: Person, candidacy_id: str, now: datetime) -> Candidacy:
    """Take an invitation back: its link opens no more, and what was done so far stays."""
    check_hires(person)
    with store.writing() as db:
        found = candidacy_in(db, candidacy_id)
        if found.withdrawn_at is None:
            _check_not_finished(found)
            db.table("candidacies").update(candidacy_id, {"withdrawn_at": now.isoformat()})
            log(db, person, Deed.WITHDREW, now, of=found.person_id, note=found.assessment_id)
        return candidacy_in(db, candidacy_id)


def adjust(
    store: Store, person: Person, candidacy_id: str, adjustments: Adjustments, now: datetime
) -> Candidacy:
    """Make something easier for one candidate from now on; nobody who rates is told."""
    check_hires(person)
    with store.writing() as db:
        found = _not_withdrawn(db, candidacy_id)
        _check_not_finished(found)
        changes = {"adjustments": adjustments.model_dump_json()}
        db.table("candidacies").update(candidacy_id, changes)
        log(db, person, Deed.ADJUSTED, now, of=found.person_id, note=found.assessment_id)
        return candidacy_in(db, candidacy_id)


def check_lasts(lasts: timedelta) -> None:
    """Raise where a link would open for no time at all, or for very long."""
    if not timedelta(0) < lasts <= LONGEST:
        allowed = f"1 to {LONGEST.days} days"
        raise TrainingError("link", f"it cannot open for {lasts.days} days", allowed)


def check_invites(db: Database, assessment_id: str) -> None:
    """Raise where nobody is invited to a work sample any more."""
    found = assessment_in(db, assessment_id)
    if found.closed_at is not None:
        raise NotReady(
            f"work sample {found.set_up.job!r}", "it is closed", "make another one from it"
        )


def _not_withdrawn(db: Database, candidacy_id: str) -> Candidacy:
    found = candidacy_in(db, candidacy_id)
    if found.withdrawn_at is not None:
        raise Closed("invitation", "it was withdrawn", "invite them anew")
    return found


def _check_not_finished(found: Candidacy) -> None:
    if found.finished_at is not None:
        raise Closed("invitation", "they have finished", "a retake, if it is to be done again")
