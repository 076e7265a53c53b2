"""Opening: a link opens once, and from then on its browser is the candidate's."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from training.assessments.browsers import bind, bound_to, candidate_of
from training.assessments.links import candidacy_of_token, token_hash
from training.assessments.models import Assessment, Candidacy
from training.assessments.rows import assessment_in, candidacies_where
from training.errors import TrainingError
from training.models import Person, Role
from training.store import Store


@dataclass(frozen=True)
class Here:
    """A candidate in their browser: who it is, and on which way to what."""

    person: Person
    candidacy: Candidacy
    assessment: Assessment


class LinkUnknown(TrainingError):
    """A link that leads to no invitation, although it was made here."""

    def __init__(self) -> None:
        super().__init__(
            "link",
            "there is no invitation behind this link any more",
            "ask whoever invited you for a new one",
        )


class LinkExpired(TrainingError):
    """A link that was not opened in its time."""

    def __init__(self, job: str) -> None:
        super().__init__(
            "link",
            f"the time in which this link to the work sample {job!r} opens is over",
            "whoever invited you can send you a new one",
        )


class LinkReplaced(TrainingError):
    """A link in whose place another one was sent."""

    def __init__(self, job: str) -> None:
        super().__init__(
            "link",
            f"you were sent a newer link to the work sample {job!r}",
            "open the newest one: only that one works",
        )


class LinkUsed(TrainingError):
    """A link that was opened before, in another browser."""

    def __init__(self, job: str) -> None:
        super().__init__(
            "link",
            f"this link to the work sample {job!r} was opened before, in another browser",
            "go on in that browser: your place is kept there; if you cannot, or if it was not "
            "you, whoever invited you can send you a new link",
        )


class LinkForAnother(TrainingError):
    """A link to one work sample, in a browser in which another one is being taken."""

    def __init__(self, job: str, other: str) -> None:
        super().__init__(
            "link",
            f"this link is for the work sample {job!r}, and in this browser you are taking "
            f"{other!r}",
            "finish that one first, or open this link in another browser",
        )


class Withdrawn(TrainingError):
    """An invitation that was taken back."""

    def __init__(self, job: str) -> None:
        super().__init__(
            "invitation",
            f"your invitation to the work sample {job!r} was withdrawn",
            "write to whoever invited you if you did not expect that",
        )


def behind_link(store: Store, link: str, now: datetime, token: str = "") -> Here:
    """What a link opens, without opening it; raises, and says why, where it opens nothing.

    `token` is what the browser holds already: a link that it opened itself leads back.
    """
    with store.reading() as db:
        return _behind(db, candidacy_of_token(store.folder, link), link, now, token)


def open_link(store: Store, link: str, token: str, now: datetime) -> Here:
    """From now on whoever holds `token`, made by the caller at random, is the candidate."""
    candidacy_id = candidacy_of_token(store.folder, link)
    with store.writing() as db:
        here = _behind(db, candidacy_id, link, now, token)
        if bound_to(db, token) == candidacy_id:
            return here
        db.table("candidacies").update(candidacy_id, {"opened_at": now.isoformat()})
        bind(db, token, candidacy_id, now)
        return _here(db, candidacy_id)


def candidate_here(store: Store, token: str, now: datetime) -> Here | None:
    """The candidate whose browser holds `token`, with their way; None where there is none."""
    if candidate_of(store, token, now) is None:
        return None
    with store.reading() as db:
        candidacy_id = bound_to(db, token)
        return None if candidacy_id is None else _here(db, candidacy_id)


def _behind(db: Database, candidacy_id: str, link: str, now: datetime, token: str) -> Here:
    if not db.table("candidacies").count_where("id = ?", [candidacy_id]):
        raise LinkUnknown
    here, bound = _here(db, candidacy_id), bound_to(db, token)
    job, found = here.assessment.set_up.job, here.candidacy
    if found.withdrawn_at is not None:
        raise Withdrawn(job)
    if bound == candidacy_id:
        return here
    if bound is not None and _goes_on((before := _here(db, bound)).candidacy):
        raise LinkForAnother(job, before.assessment.set_up.job)
    if not db.table("candidacies").count_where("token_hash = ?", [token_hash(link)]):
        raise LinkReplaced(job)
    if found.opened_at is not None and here.assessment.dry_run_of is None:
        raise LinkUsed(job)
    if found.expires_at <= now:
        raise LinkExpired(job)
    return here


def _here(db: Database, candidacy_id: str) -> Here:
    (found,) = candidacies_where(db, "id = ?", candidacy_id)
    row = db.table("people").get(found.person_id)
    person = Person(row["id"], row["name"], Role.CANDIDATE)
    return Here(person, found, assessment_in(db, found.assessment_id))


def _goes_on(found: Candidacy) -> bool:
    return found.finished_at is None and found.withdrawn_at is None
