"""What scenarios touch, kept so that a page need not play them."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def touched(db: Database) -> None:
    """What both scripted calls of a content touch, as those versions play, read and mark them."""
    db.table("touched").create(
        {"fingerprint": str, "versions": str, "body": str},
        pk="fingerprint",
        not_null={"versions", "body"},
        strict=True,
    )
