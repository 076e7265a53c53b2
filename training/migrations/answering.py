"""Answers to disputes that are taken back, or added to."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def several_answers(db: Database) -> None:
    """An answer has a number of its own: one may be taken back, and one that was shown added to."""
    table = db.table("answers")
    before = list(table.rows_where(order_by="at, dispute_id"))
    table.drop()
    table.create(
        {"id": int, "dispute_id": str, "answer": str, "person_id": str, "at": str},
        pk="id",
        foreign_keys=[("dispute_id", "disputes", "id"), ("person_id", "people", "id")],
        not_null={"dispute_id", "answer", "person_id", "at"},
        strict=True,
    )
    table.create_index(["dispute_id"])
    table.insert_all(before)
    db.table("answers_followed").create(
        {"answer_id": int, "what": str, "person_id": str, "at": str},
        pk=("answer_id", "what"),
        foreign_keys=[("answer_id", "answers", "id"), ("person_id", "people", "id")],
        not_null={"person_id", "at"},
        strict=True,
    )
    db.create_view(
        "standing_answers",
        """select * from answers where not exists (
            select 1 from answers_followed where answer_id = answers.id and what = 'taken-back')""",
    )
