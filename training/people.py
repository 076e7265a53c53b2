"""Who is practising: a local name and role, until real sign-in comes."""

import hashlib
import unicodedata
from datetime import datetime

from training.errors import TrainingError
from training.models import Person, Role
from training.store import Store

LONGEST_NAME = 80


def sign_in_locally(store: Store, name: str, role: Role, now: datetime) -> Person:
    """The person of that name and role, made at the first time; capitals make no difference."""
    shown = " ".join(unicodedata.normalize("NFKC", name).split())
    if not 1 <= len(shown) <= LONGEST_NAME:
        raise TrainingError(
            "name",
            f"this name has {len(shown)} characters" if shown else "your name is missing",
            f"please type a name of 1 to {LONGEST_NAME} characters",
        )
    key = shown.casefold()
    row = {
        "id": hashlib.sha256(f"{role}:{key}".encode()).hexdigest()[:16],
        "name": shown,
        "name_key": key,
        "role": role.value,
        "made_at": now.isoformat(),
    }
    with store.writing() as db:
        db.table("people").insert(row, ignore=True)
        kept = db.table("people").get(row["id"])
    return Person(id=kept["id"], name=kept["name"], role=Role(kept["role"]))
