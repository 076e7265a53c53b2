"""Which of the house's own rules were adopted, and by whom."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def adoptions(db: Database) -> None:
    """Each time a version of an own rule came into use; number 0: it was taken back."""
    db.table("adoptions").create(
        {"id": int, "name": str, "number": int, "person_id": str, "at": str, "reason": str},
        pk="id",
        foreign_keys=[("person_id", "people", "id")],
        not_null={"name", "number", "person_id", "at", "reason"},
        strict=True,
    )
    db.table("adoptions").create_index(["name"])
