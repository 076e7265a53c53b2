"""From where passwords are tried."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def addresses_of_tries(db: Database) -> None:
    """The address that a try came from, as far as it is known: one that tries name after name."""
    db.table("tries").add_column("address", str, not_null_default="")
    db.table("tries").create_index(["address", "at"])
    db.table("tries").create_index(["at"])
