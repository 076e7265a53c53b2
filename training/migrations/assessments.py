"""Work samples: what is asked for a job, who was invited, what people said and decided of them."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def assessments(db: Database) -> None:
    """Work samples with their forms; once locked, neither is ever changed again.

    `body` is the set-up as `training.assessments.models.SetUp` writes it. Of a form, `content` is
    the whole scenario with the form drawn into it, `bots` what bots did on it.
    """
    db.table("assessments").create(
        {
            "id": str,
            "job": str,
            "body": str,
            "made_by": str,
            "made_at": str,
            "locked_at": str,
            "closed_at": str,
        },
        pk="id",
        foreign_keys=[("made_by", "people", "id")],
        not_null={"job", "body", "made_by", "made_at"},
        strict=True,
    )
    db.table("assessment_forms").create(
        {
            "assessment_id": str,
            "scenario_id": str,
            "form": int,
            "name": str,
            "seed": int,
            "scenario_hash": str,
            "content": str,
            "bots": str,
            "signed_off_by": str,
            "signed_off_at": str,
        },
        pk=("assessment_id", "scenario_id", "form"),
        foreign_keys=[("assessment_id", "assessments", "id"), ("signed_off_by", "people", "id")],
        not_null={"name", "seed", "scenario_hash", "content"},
        strict=True,
    )


@migrations()
def candidacies(db: Database) -> None:
    """Invitations, each of one person to one work sample, and how far they are with it.

    The link itself is not here, only its hash. `forms` says which form of each scenario they get;
    `adjustments` what is made easier for them, which raters never see; `steps` is the log of their
    way: notice, consent, device, practice room, sample, pause, messages, end. `attempts` are those
    of the sample, in their order. Who they are to those who rate is `alias`.
    """
    db.table("candidacies").create(
        {
            "id": str,
            "assessment_id": str,
            "person_id": str,
            "alias": str,
            "token_hash": str,
            "forms": str,
            "adjustments": str,
            "retake_of": str,
            "invited_by": str,
            "invited_at": str,
            "expires_at": str,
            "withdrawn_at": str,
            "opened_at": str,
            "finished_at": str,
        },
        pk="id",
        foreign_keys=[
            ("assessment_id", "assessments", "id"),
            ("person_id", "people", "id"),
            ("invited_by", "people", "id"),
        ],
        not_null={"assessment_id", "person_id", "alias", "token_hash", "forms", "adjustments"}
        | {"invited_by", "invited_at", "expires_at"},
        strict=True,
    )
    db.table("candidacies").create_index(["token_hash"], unique=True)
    db.table("candidacies").create_index(["assessment_id"])
    db.table("candidacies").create_index(["person_id"])
    of_candidacy = [("candidacy_id", "candidacies", "id")]
    db.table("candidacy_steps").create(
        {"id": int, "candidacy_id": str, "step": str, "at": str, "note": str},
        pk="id",
        foreign_keys=of_candidacy,
        not_null={"candidacy_id", "step", "at", "note"},
        strict=True,
    )
    db.table("candidacy_steps").create_index(["candidacy_id"])
    db.table("candidacy_attempts").create(
        {"candidacy_id": str, "nth": int, "attempt_id": str},
        pk=("candidacy_id", "nth"),
        foreign_keys=[*of_candidacy, ("attempt_id", "attempts", "id")],
        not_null={"attempt_id"},
        strict=True,
    )
    db.table("candidacy_attempts").create_index(["attempt_id"], unique=True)
    db.table("demographics").create(
        {"candidacy_id": str, "sex": str, "ethnicity": str},
        pk="candidacy_id",
        foreign_keys=of_candidacy,
        strict=True,
    )


@migrations()
def hiring_decisions(db: Database) -> None:
    """What assessors confirmed at its turn, and what a person decided of a candidate and why."""
    db.table("confirmations").create(
        {
            "attempt_id": str,
            "rule": str,
            "turn": int,
            "confirmed": int,
            "reason": str,
            "person_id": str,
            "at": str,
        },
        pk=("attempt_id", "rule", "turn"),
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"confirmed", "reason", "person_id", "at"},
        strict=True,
    )
    db.table("hiring_decisions").create(
        {
            "id": int,
            "candidacy_id": str,
            "decision": str,
            "reason": str,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("candidacy_id", "candidacies", "id"), ("person_id", "people", "id")],
        not_null={"candidacy_id", "decision", "reason", "person_id", "at"},
        strict=True,
    )
    db.table("hiring_decisions").create_index(["candidacy_id"])
