"""Cohorts of trainees, and the paths that they are given."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def cohorts(db: Database) -> None:
    """Cohorts with who reviews them, and who is in them; of who left the day stays."""
    db.table("cohorts").create(
        {
            "id": str,
            "name": str,
            "name_key": str,
            "reviewer_id": str,
            "by_id": str,
            "made_at": str,
        },
        pk="id",
        foreign_keys=[("reviewer_id", "people", "id"), ("by_id", "people", "id")],
        not_null={"name", "name_key", "by_id", "made_at"},
        strict=True,
    )
    db.table("cohorts").create_index(["name_key"], unique=True)
    db.table("cohort_members").create(
        {"cohort_id": str, "person_id": str, "added_at": str, "left_at": str},
        pk=("cohort_id", "person_id"),
        foreign_keys=[("cohort_id", "cohorts", "id"), ("person_id", "people", "id")],
        not_null={"added_at"},
        strict=True,
    )
    db.table("cohort_members").create_index(["person_id"])


@migrations()
def paths(db: Database) -> None:
    """Paths: steps in an order, each due some days after the start; and which cohort began when."""
    db.table("paths").create(
        {"id": str, "name": str, "name_key": str, "body": str, "by_id": str, "made_at": str},
        pk="id",
        foreign_keys=[("by_id", "people", "id")],
        not_null={"name", "name_key", "body", "by_id", "made_at"},
        strict=True,
    )
    db.table("paths").create_index(["name_key"], unique=True)
    db.table("cohort_paths").create(
        {
            "cohort_id": str,
            "path_id": str,
            "starts": str,
            "by_id": str,
            "made_at": str,
            "withdrawn_at": str,
        },
        pk=("cohort_id", "path_id"),
        foreign_keys=[
            ("cohort_id", "cohorts", "id"),
            ("path_id", "paths", "id"),
            ("by_id", "people", "id"),
        ],
        not_null={"starts", "by_id", "made_at"},
        strict=True,
    )
