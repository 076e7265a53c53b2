"""The scales that a work sample was locked with."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def locked_scales(db: Database) -> None:
    """By which words candidates of a work sample are rated; the words are in `scale_words`."""
    db.table("assessment_scales").create(
        {"assessment_id": str, "scale": str, "fingerprint": str},
        pk=("assessment_id", "scale"),
        foreign_keys=[("assessment_id", "assessments", "id")],
        not_null={"fingerprint"},
        strict=True,
    )
