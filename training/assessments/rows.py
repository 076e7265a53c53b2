"""Work samples, their forms and candidacies as rows of the store, and back; nobody is asked."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.assessments.hiring import NoSuchAssessment
from training.assessments.models import (
    Adjustments,
    Assessment,
    BotTable,
    Candidacy,
    Form,
    SetUp,
)
from training.errors import TrainingError


def assessment_in(db: Database, assessment_id: str) -> Assessment:
    """The work sample of that id."""
    for row in db.table("assessments").rows_where("id = ?", [assessment_id]):
        return assessment_of(row)
    raise NoSuchAssessment(assessment_id)


def assessment_of(row: Mapping[str, Any]) -> Assessment:
    """The work sample of a row."""
    return Assessment(
        id=row["id"],
        set_up=SetUp.model_validate_json(row["body"]),
        made_by=row["made_by"],
        made_at=datetime.fromisoformat(row["made_at"]),
        locked_at=_moment(row["locked_at"]),
        closed_at=_moment(row["closed_at"]),
        dry_run_of=row["dry_run_of"],
    )


def forms_in(db: Database, assessment_id: str) -> tuple[Form, ...]:
    """The forms of a work sample, scenario by scenario in the order of its set-up."""
    order = assessment_in(db, assessment_id).set_up.scenarios
    rows = db.table("assessment_forms").rows_where("assessment_id = ?", [assessment_id])
    found = [_form(row) for row in rows]
    return tuple(sorted(found, key=lambda one: (order.index(one.scenario_id), one.number)))


def form_in(db: Database, assessment_id: str, scenario_id: str, number: int) -> Form:
    """One form of a work sample."""
    for one in forms_in(db, assessment_id):
        if (one.scenario_id, one.number) == (scenario_id, number):
            return one
    raise TrainingError(
        f"scenario {scenario_id!r}", f"this work sample has no form {number} of it", "one it has"
    )


def candidacy_in(db: Database, candidacy_id: str) -> Candidacy:
    """The candidacy of that id."""
    for one in candidacies_where(db, "id = ?", candidacy_id):
        return one
    raise TrainingError(
        f"invitation {candidacy_id!r}", "there is none of that id", "one of the list"
    )


def candidacies_where(db: Database, condition: str, *values: str) -> Iterator[Candidacy]:
    """Candidacies for which a condition holds, in the order in which people were invited."""
    table = db.table("candidacies")
    yield from map(_candidacy, table.rows_where(condition, values, order_by="invited_at, rowid"))


def _form(row: Mapping[str, Any]) -> Form:
    return Form(
        assessment_id=row["assessment_id"],
        scenario_id=row["scenario_id"],
        number=row["form"],
        name=row["name"],
        seed=row["seed"],
        scenario_hash=row["scenario_hash"],
        content=row["content"],
        bots=BotTable.model_validate_json(row["bots"]) if row["bots"] else None,
        signed_off_by=row["signed_off_by"],
        signed_off_at=_moment(row["signed_off_at"]),
    )


def _candidacy(row: Mapping[str, Any]) -> Candidacy:
    return Candidacy(
        id=row["id"],
        assessment_id=row["assessment_id"],
        person_id=row["person_id"],
        alias=row["alias"],
        forms=json.loads(row["forms"]),
        adjustments=Adjustments.model_validate_json(row["adjustments"]),
        retake_of=row["retake_of"],
        invited_at=datetime.fromisoformat(row["invited_at"]),
        expires_at=datetime.fromisoformat(row["expires_at"]),
        withdrawn_at=_moment(row["withdrawn_at"]),
        opened_at=_moment(row["opened_at"]),
        finished_at=_moment(row["finished_at"]),
    )


def _moment(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None
