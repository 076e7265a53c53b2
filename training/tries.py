"""Throttled sign-in: so many wrong passwords for a name, then a pause, whichever server is asked.

The tries are kept in the store, so that neither a restart nor a second process begins anew; a name
that nobody has is throttled like every other, so that nothing is learned from it.
"""

from datetime import UTC, datetime, timedelta
from math import ceil

from sqlite_utils import Database

from training.errors import TrainingError
from training.store import Store

MOST = 5
WITHIN = timedelta(minutes=15)


class TooManyTries(TrainingError):
    """Too many wrong passwords for a name in a short time."""

    def __init__(self, left: timedelta) -> None:
        minutes = max(1, ceil(left.total_seconds() / 60))
        wait = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__(
            "password",
            f"there were {MOST} wrong passwords for this name",
            f"wait {wait}, then try again; or ask an administrator for a new password",
        )


def count_try(store: Store, name_key: str, now: datetime) -> None:
    """Count a try before the password is looked at, so that many at once are no way around."""
    present = now.astimezone(UTC)
    oldest = (present - WITHIN).isoformat()
    with store.writing() as db:
        db.table("tries").delete_where("at <= ?", [oldest])
        rows = db.table("tries").rows_where("name_key = ?", [name_key], order_by="at")
        tried = [datetime.fromisoformat(row["at"]) for row in rows]
        if len(tried) >= MOST:
            raise TooManyTries(tried[-MOST] + WITHIN - present)
        db.table("tries").insert({"name_key": name_key, "at": present.isoformat()})


def forget_tries(db: Database, name_key: str) -> None:
    """Whoever knew the password, or was given a new one, begins anew."""
    db.table("tries").delete_where("name_key = ?", [name_key])
