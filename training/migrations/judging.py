"""What people say of marks and calls, and what a language model says of them."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def verdicts(db: Database) -> None:
    """Verdicts on marks, each with what the machine had said; the latest on a mark counts."""
    db.table("verdicts").create(
        {
            "id": int,
            "attempt_id": str,
            "about": str,
            "name": str,
            "decision": str,
            "value": float,
            "reason": str,
            "machine": float,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"attempt_id", "about", "name", "decision", "reason", "person_id", "at"},
        strict=True,
    )
    db.table("verdicts").create_index(["attempt_id"])


@migrations()
def disputes(db: Database) -> None:
    """What trainees say of marks, and the one answer to each."""
    db.table("disputes").create(
        {
            "id": str,
            "attempt_id": str,
            "about": str,
            "name": str,
            "sentence": str,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"attempt_id", "about", "name", "sentence", "person_id", "at"},
        strict=True,
    )
    db.table("disputes").create_index(["attempt_id"])
    db.table("answers").create(
        {"dispute_id": str, "answer": str, "person_id": str, "at": str},
        pk="dispute_id",
        foreign_keys=[("dispute_id", "disputes", "id"), ("person_id", "people", "id")],
        not_null={"answer", "person_id", "at"},
        strict=True,
    )


@migrations()
def ratings(db: Database) -> None:
    """Sheets of raters, what each had seen before, and what they came to together."""
    people = [("attempt_id", "attempts", "id"), ("person_id", "people", "id")]
    db.table("looks").create(
        {"attempt_id": str, "person_id": str, "what": str},
        pk=("attempt_id", "person_id", "what"),
        foreign_keys=people,
        strict=True,
    )
    db.table("ratings").create(
        {"attempt_id": str, "person_id": str, "blind": int, "body": str, "at": str},
        pk=("attempt_id", "person_id"),
        foreign_keys=people,
        not_null={"blind", "body", "at"},
        strict=True,
    )
    db.table("consensus").create(
        {"attempt_id": str, "person_id": str, "reason": str, "body": str, "at": str},
        pk="attempt_id",
        foreign_keys=people,
        not_null={"person_id", "reason", "body", "at"},
        strict=True,
    )


@migrations()
def second_opinions(db: Database) -> None:
    """What a language model said of an attempt, once; apart from reviews and from ratings."""
    db.table("second_opinions").create(
        {"attempt_id": str, "person_id": str, "for_a_person": int, "body": str, "at": str},
        pk="attempt_id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"person_id", "for_a_person", "body", "at"},
        strict=True,
    )
