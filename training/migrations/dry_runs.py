"""Work samples that are copies of others, for whoever wants to see what a candidate sees."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def dry_runs(db: Database) -> None:
    """`dry_run_of` is the work sample that is tried; nobody who applies is invited to a copy."""
    db.table("assessments").add_column("dry_run_of", str)
    db.table("assessments").create_index(["dry_run_of"])
