"""Setting a work sample up: what is asked for a job, changed until it is locked, and closed."""

import secrets
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError
from sqlite_utils import Database

from scoring.rating_scales import Scale
from training.access_log import Deed, log
from training.assessments.hiring import (
    Locked,
    NotReady,
    check_hires,
    check_signs_off,
)
from training.assessments.models import LEAST_FORMS, Assessment, SetUp
from training.assessments.notices import with_notice
from training.assessments.rows import assessment_in, assessment_of, forms_in
from training.errors import TrainingError
from training.models import Person
from training.scales import lock_scales, locked_scales, scales_in_use
from training.store import Store

_NAMES = {
    "job": "the job",
    "scenarios": "the calls",
    "duties": "the duties",
    "appeals_to": "the address for appeals",
    "bar": "the bar",
    "keep_days": "the days it is kept",
}


def set_up_from(told: Mapping[str, object]) -> SetUp:
    """The set-up that this amounts to; raises and names the first thing that is wrong with it."""
    try:
        return SetUp.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "set-up"
        wrong = first["msg"].removeprefix("Value error, ")
        raise TrainingError(where, f"{_NAMES.get(where, where)}: {wrong}", "mend it") from error


def make(store: Store, person: Person, set_up: SetUp, now: datetime) -> Assessment:
    """A new work sample, without forms yet; without a notice of its own it has its place's."""
    check_hires(person)
    set_up = with_notice(set_up, store.folder)
    made = Assessment(id=secrets.token_hex(8), set_up=set_up, made_by=person.id, made_at=now)
    row = {
        "id": made.id,
        "job": set_up.job,
        "body": set_up.model_dump_json(),
        "made_by": made.made_by,
        "made_at": now.isoformat(),
    }
    with store.writing() as db:
        db.table("assessments").insert(row)
        log(db, person, Deed.SET_UP, now, note=made.id)
    return made


def assessment(store: Store, person: Person, assessment_id: str) -> Assessment:
    """One work sample, for who sets it up and who looks it over."""
    check_signs_off(person)
    with store.reading() as db:
        return assessment_in(db, assessment_id)


def assessments(store: Store, person: Person) -> tuple[Assessment, ...]:
    """All work samples, those that are closed at the end, else the newest first; no dry runs."""
    check_signs_off(person)
    with store.reading() as db:
        order = "closed_at is not null, made_at desc, rowid desc"
        rows = db.table("assessments").rows_where("dry_run_of is null", order_by=order)
        return tuple(map(assessment_of, rows))


def change(
    store: Store,
    person: Person,
    drawn: Assessment,
    changes: Mapping[str, object],
    now: datetime,
) -> Assessment:
    """Fix something else than before; what was signed off has to be looked over again.

    The changes are laid over what is there now; what somebody else changed since `drawn` was read
    is not written over. Whoever changed it last counts as its maker, so that two people know it as
    it is used. Forms of a scenario that stands there no more go, and those of the others stay.
    """
    check_hires(person)
    assessment_id = drawn.id
    with store.writing() as db:
        found = unlocked(db, assessment_id)
        _check_as_drawn(found.set_up, drawn.set_up, changes)
        set_up = set_up_from({**found.set_up.model_dump(), **changes})
        set_up = with_notice(set_up, store.folder)
        if found.set_up == set_up:
            return found
        changes = {"job": set_up.job, "body": set_up.model_dump_json(), "made_by": person.id}
        db.table("assessments").update(assessment_id, changes)
        left = set(found.set_up.scenarios) - set(set_up.scenarios)
        for scenario_id in left:
            where = "assessment_id = ? and scenario_id = ?"
            db.table("assessment_forms").delete_where(where, [assessment_id, scenario_id])
        take_sign_offs_back(db, assessment_id)
        log(db, person, Deed.SET_UP, now, note=assessment_id)
        return assessment_in(db, assessment_id)


def _check_as_drawn(now: SetUp, drawn: SetUp, changes: Mapping[str, object]) -> None:
    for field in changes:
        if getattr(now, field) != getattr(drawn, field):
            raise TrainingError(
                f"work sample {now.job!r}",
                "somebody saved something else here while you had it open, and yours is not kept",
                "read it as it is now, and change it again where you still want to",
            )


def lock(store: Store, person: Person, assessment_id: str, now: datetime) -> Assessment:
    """From now on nothing of it changes: duties, weights, bar, minutes, forms and scales."""
    check_hires(person)
    with store.writing() as db:
        return lock_in(db, person, store.folder, assessment_id, now)


def lock_in(
    db: Database, person: Person, folder: Path, assessment_id: str, now: datetime
) -> Assessment:
    """Lock it inside a transaction of somebody's; what is locked stays as it was locked.

    `folder` is the data folder, with the scales by which its candidates will be rated.
    """
    check_hires(person)
    found = assessment_in(db, assessment_id)
    if found.locked_at is not None:
        return found
    for what in missing(db, found):
        raise NotReady(f"work sample {found.set_up.job!r}", what[0], what[1])
    db.table("assessments").update(assessment_id, {"locked_at": now.isoformat()})
    lock_scales(db, folder, assessment_id)
    log(db, person, Deed.LOCKED, now, note=assessment_id)
    return assessment_in(db, assessment_id)


def close(store: Store, person: Person, assessment_id: str, now: datetime) -> Assessment:
    """Nobody is invited to it any more; whoever is invited may still take it."""
    check_hires(person)
    with store.writing() as db:
        found = assessment_in(db, assessment_id)
        if found.closed_at is None:
            db.table("assessments").update(assessment_id, {"closed_at": now.isoformat()})
            log(db, person, Deed.CLOSED, now, note=assessment_id)
        return assessment_in(db, assessment_id)


def what_is_missing(store: Store, person: Person, assessment_id: str) -> tuple[str, ...]:
    """What has to be done before the first candidate, each in a sentence; nothing when ready."""
    check_signs_off(person)
    with store.reading() as db:
        found = missing(db, assessment_in(db, assessment_id))
    return tuple(f"{wrong[0].upper()}{wrong[1:]}: {allowed}." for wrong, allowed in found)


def rated_by(store: Store, person: Person, assessment_id: str) -> tuple[Scale, ...]:
    """The scales by which its candidates are rated: those of its lock, until then today's."""
    check_signs_off(person)
    with store.reading() as db:
        locked = locked_scales(db, assessment_id)
    return locked or tuple(scales_in_use(store).values())


def missing(db: Database, found: Assessment) -> tuple[tuple[str, str], ...]:
    """What is wrong before it can be locked, and what mends it."""
    forms = forms_in(db, found.id)
    drawn = Counter(form.scenario_id for form in forms)
    if any(drawn[one] < LEAST_FORMS for one in found.set_up.scenarios):
        return (("the forms of its calls are not drawn yet", "draw them in step 4"),)
    if any(form.signed_off_by is None for form in forms):
        return (("only its maker has looked it over so far", "a second person signs it off"),)
    return ()


def unlocked(db: Database, assessment_id: str) -> Assessment:
    """The work sample, where it may still be changed."""
    found = assessment_in(db, assessment_id)
    if found.locked_at is not None:
        raise Locked(found.set_up.job)
    return found


def take_sign_offs_back(db: Database, assessment_id: str) -> None:
    """Whoever signed it off saw something else than what is there now."""
    sql = """update assessment_forms set signed_off_by = null, signed_off_at = null
        where assessment_id = ?"""
    db.execute(sql, [assessment_id])
