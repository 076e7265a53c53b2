"""What trainers say to trainees about a call, and what they take back."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def taking_back(db: Database) -> None:
    """Verdicts that were taken back stay with who did it; what stands is what is left."""
    db.table("verdicts_taken_back").create(
        {"verdict_id": int, "person_id": str, "at": str},
        pk="verdict_id",
        foreign_keys=[("verdict_id", "verdicts", "id"), ("person_id", "people", "id")],
        not_null={"person_id", "at"},
        strict=True,
    )
    db.create_view(
        "standing_verdicts",
        """select * from verdicts
        where id not in (select verdict_id from verdicts_taken_back)""",
    )


@migrations()
def remarks(db: Database) -> None:
    """Comments at a turn and coaching notes, and what came after: taken back, or read.

    A remark without a turn is the note; `drill` is what the note gives to be drilled.
    """
    db.table("remarks").create(
        {
            "id": int,
            "attempt_id": str,
            "turn": int,
            "text": str,
            "drill": str,
            "person_id": str,
            "role": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"attempt_id", "text", "person_id", "role", "at"},
        strict=True,
    )
    db.table("remarks").create_index(["attempt_id"])
    db.table("remarks_followed").create(
        {"remark_id": int, "what": str, "person_id": str, "at": str},
        pk=("remark_id", "what"),
        foreign_keys=[("remark_id", "remarks", "id"), ("person_id", "people", "id")],
        not_null={"person_id", "at"},
        strict=True,
    )
