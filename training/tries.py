"""Throttled sign-in: so many wrong passwords, then a pause, whichever server is asked.

It is counted for a name, for an address over all names, and for all together: whoever tries one
password with every name is stopped as well. The tries are kept in the store, so that neither a
restart nor a second process begins anew; a name that nobody has is throttled like every other, so
that nothing is learned from it.
"""

from datetime import UTC, datetime, timedelta
from math import ceil

from sqlite_utils import Database

from training.errors import TrainingError
from training.store import Store

MOST = 5
MOST_OF_AN_ADDRESS = 30
"""A floor whose people come from one address mistypes less in a quarter of an hour."""
MOST_OF_ALL = 300
"""An address is what a browser's connection says, and can be another one each time."""
WITHIN = timedelta(minutes=15)


class TooManyTries(TrainingError):
    """Too many wrong passwords in a short time: for a name, from an address, or altogether."""

    def __init__(self, most: int, what: str, left: timedelta) -> None:
        minutes = max(1, ceil(left.total_seconds() / 60))
        wait = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__(
            "password",
            f"there were {most} wrong passwords {what}",
            f"wait {wait}, then try again; or ask an administrator for a new password",
        )


def count_try(store: Store, name_key: str, now: datetime, address: str = "") -> None:
    """Count a try before the password is looked at, so that many at once are no way around.

    `address` is where it comes from; empty where nobody knows, as on this computer itself.
    """
    present = now.astimezone(UTC)
    with store.writing() as db:
        db.table("tries").delete_where("at <= ?", [(present - WITHIN).isoformat()])
        _check(db, present, MOST, "for this name", "name_key = ?", name_key)
        if address:
            told = "from your address, for one name or another"
            _check(db, present, MOST_OF_AN_ADDRESS, told, "address = ?", address)
        _check(db, present, MOST_OF_ALL, "for many names", "true")
        row = {"name_key": name_key, "at": present.isoformat(), "address": address}
        db.table("tries").insert(row)


def _check(
    db: Database, present: datetime, most: int, what: str, condition: str, *values: str
) -> None:
    rows = db.table("tries").rows_where(
        condition, values, select="at", order_by="at desc", limit=most
    )
    tried = [row["at"] for row in rows]
    if len(tried) == most:
        raise TooManyTries(most, what, datetime.fromisoformat(tried[-1]) + WITHIN - present)


def forget_tries(db: Database, name_key: str) -> None:
    """Whoever knew the password, or was given a new one, begins anew."""
    db.table("tries").delete_where("name_key = ?", [name_key])
