"""Second ratings: what somebody thinks otherwise after their own sheet was saved, kept beside it.

The first sheet stays as it was. A second one was not made blind, and enters no figure.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from training.access_log import Deed, log
from training.assessments.blinding import check_not_withdrawn
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER, Seen, came_twice, has_seen, said, to_judge
from training.models import Person
from training.ratings import own_rating, ratings
from training.sheets import Sheet, checked
from training.store import Store


@dataclass(frozen=True)
class SecondRating:
    """A sheet that was filled in anew: why, and what its rater had seen by then."""

    by: str
    person_id: str
    at: datetime
    reason: str
    seen: tuple[Seen, ...]
    sheet: Sheet


def rate_again(
    store: Store, person: Person, attempt_id: str, sheet: Sheet, reason: str, now: datetime
) -> SecondRating:
    """Keep another sheet of one's own beside the first, with the reason."""
    if own_rating(store, person, attempt_id) is None:
        raise TrainingError(
            f"attempt {attempt_id!r}", "you have not rated it yet", "save your own sheet first"
        )
    with store.reading() as db:
        check_not_withdrawn(db, attempt_id)
    whole = checked(store, person, attempt_id, sheet)
    why = said(reason, LONGEST_ANSWER, "why you rate it anew")
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        seen = [what for what in Seen if has_seen(db, person, attempt_id, what)]
        row = {
            "attempt_id": attempt_id,
            "person_id": person.id,
            "reason": why,
            "seen": json.dumps(seen),
            "body": whole.model_dump_json(),
            "at": now.isoformat(),
        }
        mine = ("attempt_id = ? and person_id = ?", [attempt_id, person.id])
        before = db.table("second_ratings").rows_where(*mine, order_by="id")
        if there := came_twice(before, row, "reason", "body"):
            return _second({**there, "by": person.name})
        db.table("second_ratings").insert(row)
        log(db, person, Deed.RATED_AGAIN, now, attempt_id=attempt_id, of=owner)
    return SecondRating(person.name, person.id, now, why, tuple(seen), whole)


def second_ratings(store: Store, person: Person, attempt_id: str) -> tuple[SecondRating, ...]:
    """Everybody's, the oldest first, for who has saved a first sheet of their own."""
    ratings(store, person, attempt_id)
    sql = """select second_ratings.*, name as "by" from second_ratings
        join people on people.id = person_id where attempt_id = ? order by second_ratings.id"""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        return tuple(_second(row) for row in db.query(sql, (attempt_id,)))


def _second(row: Mapping[str, Any]) -> SecondRating:
    return SecondRating(
        by=row["by"],
        person_id=row["person_id"],
        at=datetime.fromisoformat(row["at"]),
        reason=row["reason"],
        seen=tuple(Seen(what) for what in json.loads(row["seen"])),
        sheet=Sheet.model_validate_json(row["body"]),
    )
