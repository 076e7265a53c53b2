"""Staying signed in: a browser holds a token, the store only what the token hashes to."""

import hashlib
from datetime import datetime, timedelta

from training.models import Person, Role
from training.store import Store

LASTS = timedelta(days=30)


def stay_signed_in(store: Store, person: Person, token: str, now: datetime) -> None:
    """From now on whoever holds `token` is `person`; it is made by the caller, at random."""
    row = {"token_hash": _hash(token), "person_id": person.id, "made_at": now.isoformat()}
    with store.writing() as db:
        db.table("sign_ins").insert(row, ignore=True)


def signed_in(store: Store, token: str, now: datetime) -> Person | None:
    """The person that `token` stands for; None where it was never given out, or is over."""
    sql = """select people.id, name, role, sign_ins.made_at from sign_ins
        join people on people.id = person_id where token_hash = ?"""
    with store.reading() as db:
        row = next(db.query(sql, (_hash(token),)), None)
    if row is None or now - datetime.fromisoformat(row["made_at"]) > LASTS:
        return None
    return Person(id=row["id"], name=row["name"], role=Role(row["role"]))


def sign_out(store: Store, token: str) -> None:
    """The token stands for nobody any more, in every window that holds it."""
    with store.writing() as db:
        db.table("sign_ins").delete_where("token_hash = ?", [_hash(token)])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
