"""Who is practising: a local name and role, until real sign-in comes."""

import hashlib
import unicodedata
from datetime import datetime

from training.errors import TrainingError
from training.models import Attempt, Person, Role
from training.store import Store, find

LONGEST_NAME = 80


def sign_in_locally(store: Store, name: str, role: Role, now: datetime) -> Person:
    """The person of that name and role, made at the first time; capitals make no difference."""
    shown = _as_shown(name)
    if not 1 <= len(shown) <= LONGEST_NAME:
        raise TrainingError(
            "name",
            f"this name has {len(shown)} characters" if shown else "your name is missing",
            f"please type a name of 1 to {LONGEST_NAME} characters",
        )
    row = {
        "id": _id(shown, role),
        "name": shown,
        "name_key": shown.casefold(),
        "role": role.value,
        "made_at": now.isoformat(),
    }
    with store.writing() as db:
        db.table("people").insert(row, ignore=True)
        kept = db.table("people").get(row["id"])
    return Person(id=kept["id"], name=kept["name"], role=Role(kept["role"]))


def person_named(store: Store, name: str, role: Role) -> Person:
    """The person of that name and role who has been here before."""
    with store.reading() as db:
        known = list(db.table("people").rows_where("role = ?", [role.value], order_by="name"))
    wanted = _id(_as_shown(name), role)
    for row in known:
        if row["id"] == wanted:
            return Person(id=row["id"], name=row["name"], role=Role(row["role"]))
    named = f"{role.value}s here: {', '.join(row['name'] for row in known) or 'nobody yet'}"
    raise TrainingError("name", f"no {role.value} is called {name!r}", named)


def person_of(store: Store, person: Person, attempt: Attempt) -> Person:
    """Whose attempt it is, for who may read it."""
    with store.reading() as db:
        row = db.table("people").get(find(db, person, attempt.id)["person_id"])
    return Person(id=row["id"], name=row["name"], role=Role(row["role"]))


def _as_shown(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())


def _id(shown: str, role: Role) -> str:
    return hashlib.sha256(f"{role}:{shown.casefold()}".encode()).hexdigest()[:16]
