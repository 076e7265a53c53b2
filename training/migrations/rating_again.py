"""Sheets that were filled in a second time."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def second_ratings(db: Database) -> None:
    """What raters say otherwise later on; `seen` is what they had seen of marks by then."""
    db.table("second_ratings").create(
        {
            "id": int,
            "attempt_id": str,
            "person_id": str,
            "reason": str,
            "seen": str,
            "body": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"attempt_id", "person_id", "reason", "seen", "body", "at"},
        strict=True,
    )
    db.table("second_ratings").create_index(["attempt_id"])
