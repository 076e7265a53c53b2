"""What somebody is writing, and how they want the pages to be."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def drafts(db: Database) -> None:
    """Words that were typed and not sent yet, field by field; they go with their attempt."""
    db.table("drafts").create(
        {"attempt_id": str, "field": str, "words": str, "kept_at": str},
        pk=("attempt_id", "field"),
        foreign_keys=[("attempt_id", "attempts", "id")],
        not_null={"words", "kept_at"},
        strict=True,
    )


@migrations()
def preferences(db: Database) -> None:
    """What somebody switched off on pages; what is as it comes has no row."""
    db.table("preferences").create(
        {"person_id": str, "switched_off": str},
        pk=("person_id", "switched_off"),
        foreign_keys=[("person_id", "people", "id")],
        strict=True,
    )
