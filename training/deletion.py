"""What goes with an attempt that its owner deletes, and the one line about it that stays."""

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.models import Attempt

_HANGING = (
    *("disputes", "verdicts", "looks", "ratings", "consensus", "second_opinions"),
    *("reviews", "spoken", "events"),
)
"""Tables in which rows belong to an attempt, in an order in which they can go."""
_ANSWERS = "dispute_id in (select id from disputes where attempt_id = ?)"


def remove(db: Database, attempt: Attempt, now: datetime) -> None:
    """Take an attempt out with all that hangs on it; `deleted_attempts` says that it was."""
    db.table("deleted_attempts").insert(_stone(attempt, now))
    db.table("answers").delete_where(_ANSWERS, [attempt.id])
    for table in _HANGING:
        db.table(table).delete_where("attempt_id = ?", [attempt.id])
    db.table("attempts").delete(attempt.id)


def _stone(attempt: Attempt, now: datetime) -> dict[str, Any]:
    """That it was, on which call, and whether somebody was heard there: nothing that was said."""
    return {
        "attempt_id": attempt.id,
        "person_id": attempt.person_id,
        "scenario_id": attempt.scenario_id,
        "form": attempt.form,
        "on_a_call": int(bool(attempt.state.calls or attempt.state.dial_decisions)),
        "deleted_at": now.isoformat(),
    }
