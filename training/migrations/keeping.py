"""The chain through the store, and who looked at what."""

from sqlite_utils import Database

from training.chain import enter_all
from training.migrations.steps import migrations


@migrations()
def chain(db: Database) -> None:
    """The chain (see `training.chain`), with everything that was kept before there was one."""
    db.table("chain").create(
        {
            "position": int,
            "kind": str,
            "part_of": str,
            "seq": int,
            "salt": bytes,
            "content_hash": bytes,
            "hash": bytes,
            "note": str,
        },
        pk="position",
        not_null={"kind", "content_hash", "hash"},
        strict=True,
    )
    db.table("chain").create_index(["part_of", "seq"], unique=True)
    enter_all(db)


@migrations()
def access_log(db: Database) -> None:
    """Who saw or changed what; it names attempts and people that may be gone."""
    db.table("access_log").create(
        {
            "id": int,
            "at": str,
            "person_id": str,
            "role": str,
            "deed": str,
            "attempt_id": str,
            "of_id": str,
            "note": str,
        },
        pk="id",
        not_null={"at", "person_id", "role", "deed", "note"},
        strict=True,
    )
    db.table("access_log").create_index(["attempt_id", "person_id"])
    db.table("access_log").create_index(["of_id"])
