"""Browsers that are a candidate's: known by a token, of which only the hash is kept.

It stands apart from what work samples are made of, because every page asks it first.
"""

import hashlib
from datetime import datetime, timedelta

from sqlite_utils import Database

from training.models import Person, Role
from training.store import Store

STAYS = timedelta(days=120)
"""So long a browser is the candidate's: until the feedback sheet is there, and a while longer."""


def candidate_of(store: Store, token: str, now: datetime) -> Person | None:
    """The candidate whose browser holds `token`; None where there is none, or it is long ago."""
    sql = """select people.id, people.name from candidate_browsers
        join candidacies on candidacies.id = candidacy_id join people on people.id = person_id
        where candidate_browsers.token_hash = ?
            and datetime(candidate_browsers.made_at) >= datetime(?)"""
    with store.reading() as db:
        row = next(db.query(sql, [_hash(token), (now - STAYS).isoformat()]), None)
    return None if row is None else Person(row["id"], row["name"], Role.CANDIDATE)


def leave(store: Store, token: str) -> None:
    """The browser is the candidate's no more; a new link opens the way again."""
    with store.writing() as db:
        db.table("candidate_browsers").delete_where("token_hash = ?", [_hash(token)])


def bind(db: Database, token: str, candidacy_id: str, now: datetime) -> None:
    """From now on the browser that holds `token` is on this way, and no other browser is."""
    unbind(db, candidacy_id)
    row = {
        "token_hash": _hash(token),
        "candidacy_id": candidacy_id,
        "made_at": now.isoformat(),
        "seen_at": now.isoformat(),
    }
    db.table("candidate_browsers").insert(row, replace=True)


def unbind(db: Database, candidacy_id: str) -> None:
    """No browser is on this way any more, until a link is opened."""
    db.table("candidate_browsers").delete_where("candidacy_id = ?", [candidacy_id])


def bound_to(db: Database, token: str) -> str | None:
    """The id of the candidacy that the browser with this token is bound to."""
    rows = db.table("candidate_browsers").rows_where("token_hash = ?", [_hash(token)])
    return next((str(row["candidacy_id"]) for row in rows), None)


def last_seen(db: Database, token: str) -> datetime | None:
    """When the browser that holds `token` was heard of last."""
    rows = db.table("candidate_browsers").rows_where("token_hash = ?", [_hash(token)])
    return next((datetime.fromisoformat(row["seen_at"]) for row in rows), None)


def keep_seen(db: Database, token: str, now: datetime) -> None:
    """The browser that holds `token` was heard of now."""
    db.table("candidate_browsers").update(_hash(token), {"seen_at": now.isoformat()})


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
