"""What trainers write, prove and sign off."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def bench(db: Database) -> None:
    """Versions of the house's own files, what was proved of a scenario, and who signed it off."""
    people = [("person_id", "people", "id")]
    db.table("file_versions").create(
        {
            "name": str,
            "number": int,
            "text": str,
            "fingerprint": str,
            "reason": str,
            "person_id": str,
            "at": str,
        },
        pk=("name", "number"),
        foreign_keys=people,
        not_null={"text", "reason", "person_id", "at"},
        strict=True,
    )
    db.table("proofs").create(
        {
            "id": int,
            "scenario_id": str,
            "fingerprint": str,
            "seeds": int,
            "missed": str,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=people,
        not_null={"scenario_id", "fingerprint", "seeds", "missed", "person_id", "at"},
        strict=True,
    )
    db.table("proofs").create_index(["fingerprint"])
    db.table("sign_offs").create(
        {"fingerprint": str, "person_id": str, "at": str},
        pk=("fingerprint", "person_id"),
        foreign_keys=people,
        not_null={"at"},
        strict=True,
    )
