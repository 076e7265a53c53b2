"""The words by which people rated."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def scale_words(db: Database) -> None:
    """Scales as they read when a sheet was saved by them; `content` is the whole scale as JSON."""
    db.table("scale_words").create(
        {"fingerprint": str, "content": str},
        pk="fingerprint",
        not_null={"content"},
        strict=True,
    )
