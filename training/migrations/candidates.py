"""Candidates in their browsers: whose each is, and when it was last heard of."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def candidate_browsers(db: Database) -> None:
    """Browsers that opened an invitation; of their token only the hash is here.

    `seen_at` is when the browser was last heard of: what is missing up to the next time was a lost
    connection.
    """
    db.table("candidate_browsers").create(
        {"token_hash": str, "candidacy_id": str, "made_at": str, "seen_at": str},
        pk="token_hash",
        foreign_keys=[("candidacy_id", "candidacies", "id")],
        not_null={"candidacy_id", "made_at", "seen_at"},
        strict=True,
    )
    db.table("candidate_browsers").create_index(["candidacy_id"])
