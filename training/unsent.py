"""What is typed and not sent yet, kept so that a reload or another device has it again.

It is no event and no part of the record: nothing was said yet, and what was deleted while it was
written is nobody's business. It goes when it is sent, and with its attempt.
"""

from collections.abc import Mapping
from datetime import datetime

from training.assessments.places import check_in_time
from training.errors import Closed, NotYours
from training.messages import LONGEST_LINE
from training.models import Attempt, Person
from training.practice import check_open
from training.store import Store, find

LONGEST_KEPT = 10 * LONGEST_LINE
"""Too long to be sent is no reason to lose it: it is shortened by whoever wrote it."""


def keep_draft(
    store: Store, person: Person, attempt: Attempt, field: str, words: str, now: datetime
) -> None:
    """The words of a field as they now stand; none leaves nothing."""
    words = words.encode("utf-8", "replace").decode()[:LONGEST_KEPT]
    check_in_time(store, person, attempt, now)
    with store.writing() as db:
        if find(db, person, attempt.id)["person_id"] != person.id:
            raise NotYours(attempt.id)
        check_open(attempt)
        if db.table("events").count_where("attempt_id = ? and kind = 'wrapped_up'", [attempt.id]):
            raise Closed(f"attempt {attempt.id!r}", "it was handed in", "read it, or begin anew")
        of = {"attempt_id": attempt.id, "field": field}
        if words:
            db.table("drafts").upsert(
                {**of, "words": words, "kept_at": now.isoformat()}, pk=("attempt_id", "field")
            )
        else:
            db.table("drafts").delete_where("attempt_id = :attempt_id and field = :field", of)


def drafts(store: Store, person: Person, attempt: Attempt) -> Mapping[str, str]:
    """The words of each field of this attempt that were not sent, for whoever writes them."""
    with store.reading() as db:
        if find(db, person, attempt.id)["person_id"] != person.id:
            raise NotYours(attempt.id)
        rows = db.table("drafts").rows_where("attempt_id = ?", [attempt.id], order_by="field")
        return {row["field"]: row["words"] for row in rows}
