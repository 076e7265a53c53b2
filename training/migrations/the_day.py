"""What is to be practised, drilled and put away."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def assignments(db: Database) -> None:
    """Calls that somebody is to practise by a day."""
    db.table("assignments").create(
        {
            "id": str,
            "person_id": str,
            "by_id": str,
            "scenario_id": str,
            "title": str,
            "due": str,
            "note": str,
            "made_at": str,
            "withdrawn_at": str,
        },
        pk="id",
        foreign_keys=[("person_id", "people", "id"), ("by_id", "people", "id")],
        not_null={"person_id", "by_id", "scenario_id", "title", "due", "note", "made_at"},
        strict=True,
    )
    db.table("assignments").create_index(["person_id"])


@migrations()
def drill_answers(db: Database) -> None:
    """Answers in drills; when a card comes again is worked out from them."""
    db.table("drill_answers").create(
        {"person_id": str, "card": str, "nth": int, "answer": str, "right": int, "at": str},
        pk=("person_id", "card", "nth"),
        foreign_keys=[("person_id", "people", "id")],
        not_null={"answer", "right", "at"},
        strict=True,
    )


@migrations()
def deleted_attempts(db: Database) -> None:
    """Of practice that its owner deleted: that it was, and on which call; nothing that was said."""
    db.table("deleted_attempts").create(
        {
            "attempt_id": str,
            "person_id": str,
            "scenario_id": str,
            "form": int,
            "on_a_call": int,
            "deleted_at": str,
        },
        pk="attempt_id",
        foreign_keys=[("person_id", "people", "id")],
        not_null={"person_id", "scenario_id", "form", "on_a_call", "deleted_at"},
        strict=True,
    )
    db.table("deleted_attempts").create_index(["person_id"])
